/** What past runners bring: every way to learn from other editions, and from how few runners one can. */
import type { TestEdition } from '../../../src/engine/backtest/backtest.js';
import { editionsToLearnFrom } from '../../../src/engine/backtest/modes.js';
import { sum } from '../../../src/kernel/stats.js';
import {
  drawRunners,
  PAST_HEAD,
  pastCells,
  printRow,
  SIX_RACES,
  scoreFew,
} from '../past-scores.js';
import { loadBenchRace } from '../races.js';

/** Finishers scored of each edition. */
const SCORED = 40;
const SCORED_OF_FEW = 20;
/** Draws of a few runners from the other editions. */
const DRAWS = 2;
const FEW_RUNNERS = [3, 5, 10, 20, 50];

/** Prints, for the six races, histories whole and histories of a few runners drawn from the other editions. */
export function benchPast(): void {
  for (const race of SIX_RACES) {
    const editions = loadBenchRace(race);
    printRow([`\nhistory of ${race.name}`, ...PAST_HEAD.slice(1)]);
    printWhole(editions);
    printFew(editions);
  }
  console.log(
    `Every edition by ${SCORED} of its finishers, with few runners by ${SCORED_OF_FEW}, over ${DRAWS} draws.`,
  );
}

function printWhole(editions: readonly TestEdition[]): void {
  const modes = ['no-history', 'leave-one-out', 'earlier', 'one-prior'] as const;
  for (const mode of modes) {
    const backtests = editions.flatMap((edition, i) => {
      const learned = editionsToLearnFrom(editions, i, mode);
      return learned
        ? [
            scoreFew(
              edition,
              learned.map(({ past }) => past),
              SCORED,
            ),
          ]
        : [];
    });
    printRow(pastCells(mode, backtests));
  }
}

function printFew(editions: readonly TestEdition[]): void {
  for (const runners of [0, ...FEW_RUNNERS, Number.POSITIVE_INFINITY]) {
    const backtests = editions.flatMap((edition, i) => {
      const others = editions.flatMap(({ past }, other) => (other === i ? [] : [past]));
      const all = sum(others.map(({ finishers }) => finishers.length));
      if (runners === 0) return [scoreFew(edition, [], SCORED_OF_FEW)];
      if (runners >= all) return [scoreFew(edition, others, SCORED_OF_FEW)];
      return Array.from({ length: DRAWS }, (_, draw) =>
        scoreFew(edition, drawRunners(others, runners, 97 * draw + i), SCORED_OF_FEW),
      );
    });
    const many = runners === Number.POSITIVE_INFINITY ? 'all' : runners;
    printRow(pastCells(`  ${many} runners`, backtests));
  }
}
