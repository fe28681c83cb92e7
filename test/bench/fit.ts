/**
 * `npm run bench:fit`: where the numbers in `src/engine/pacing/coefficients.ts` come from.
 *
 * First each race is scored by the model fitted on the other five: what it is worth on a course it never saw. Then
 * the model is fitted on all six: those numbers, rounded as printed, are the source's. Every edition counts by
 * some of its finishers.
 * Not fitted: the altitude rule, heat, dark, stops, the amplitude of an endless race, the last tenth, how long
 * legs are remembered and how strange one may be.
 */
import { existsSync } from 'node:fs';
import type { EditionBacktest, TestEdition } from '../../src/engine/backtest/backtest.js';
import { scoreArrivals, scoreInRace } from '../../src/engine/backtest/scores.js';
import { FADE, GRADE, IN_RACE, WINDOW } from '../../src/engine/pacing/coefficients.js';
import { mean } from '../../src/kernel/stats.js';
import { S_PER_H } from '../../src/kernel/units.js';
import { fitInRace, fitPace, fitWindow } from './fit/fits.js';
import { type Coefficients, scoreEditions } from './fit/model.js';
import { PAST_HEAD, pastCells, printRow, SIX_RACES, thinEdition } from './past-scores.js';
import { loadBenchRace, MOUNTAIN_RACES } from './races.js';
import { DATA } from './shared.js';

/**
 * Western States and Berlin count as so many in the pace: they are the two with published scores, and what serves
 * other mountains may cost little there.
 */
const KNOWN_WEIGHT = 3;

/** Finishers of each edition that count. */
const FINISHERS = 100;

interface FitRace {
  name: string;
  editions: readonly TestEdition[];
}

const SOURCE: Coefficients = { grade: GRADE, fade: FADE, window: WINDOW, inRace: IN_RACE };

function main() {
  const races = SIX_RACES.map(
    (race): FitRace => ({
      name: race.name,
      editions: loadBenchRace(race).map((edition) => thinEdition(edition, FINISHERS)),
    }),
  );
  console.log('Each race by the model fitted on the other five');
  printRow(PAST_HEAD);
  const unseen: EditionBacktest[] = [];
  const apart = races.map((race) => {
    const model = fitModel(races.filter((other) => other !== race));
    const scored = printScores(race, model);
    if (isMountains(race)) unseen.push(...scored);
    return model;
  });
  printMeans(unseen);
  for (const [i, model] of apart.entries()) {
    console.log(`\nwithout ${races[i]!.name}\n${describe(model)}`);
  }

  console.log('\nAll six by the model fitted on them');
  const all = fitModel(races);
  printRow(PAST_HEAD);
  for (const race of races) printScores(race, all);
  console.log(describe(all));
  const isSame = JSON.stringify(listed(all)) === JSON.stringify(listed(SOURCE));
  console.log(
    isSame
      ? '\nThese are the numbers in the source.'
      : `\nThe source has other numbers:\n${describe(SOURCE)}`,
  );
}

function fitModel(races: readonly FitRace[]): Coefficients {
  const editions = races.flatMap((race) => race.editions);
  const known = new Set(races.flatMap((race) => (isMountains(race) ? [] : race.editions)));
  const pace = fitPace(editions, (edition) => (known.has(edition) ? KNOWN_WEIGHT : 1));
  return { ...pace, window: fitWindow(editions, pace), inRace: fitInRace(editions, pace) };
}

function printScores({ name, editions }: FitRace, model: Coefficients): EditionBacktest[] {
  const scored = scoreEditions(editions, model);
  printRow(pastCells(name, scored));
  return scored;
}

const isMountains = ({ name }: FitRace): boolean =>
  MOUNTAIN_RACES.some((race) => race.name === name);

/** Means over the editions of the races known by a station table, each edition alike, and the worst of them. */
function printMeans(scored: readonly EditionBacktest[]): void {
  const scores = scored.map(({ runs, inRace }) => {
    const { maeRatio, coverageRatio } = scoreArrivals(runs);
    const { finish, nextStation } = scoreInRace(inRace ?? []);
    const covers = [coverageRatio, ...[...finish, nextStation].map((s) => s.coverageRatio)];
    return { maeRatio, covers };
  });
  const percent = (ratio: number | null) => (100 * (ratio ?? Number.NaN)).toFixed(2);
  console.log(
    `${scored.length} editions of mountain races: told T ${percent(mean(scores.map((s) => s.maeRatio ?? 0)))} % of T`,
  );
  const NAMES = ['told T', 'from 25 %', 'from 50 %', 'from 75 %', 'next station'];
  const lines = NAMES.map((name, i) => {
    const covers = scores.flatMap((s) => s.covers[i] ?? []);
    return `${name} ${percent(mean(covers))} % (least ${percent(Math.min(...covers))})`;
  });
  console.log(`their windows hold ${lines.join(', ')}`);
}

const hours = (seconds: number) => seconds / S_PER_H;

/** The fitted numbers, times in hours. */
const listed = ({ grade, fade, window, inRace }: Coefficients) => ({
  grade: [grade.climb, grade.descent],
  fade: [hours(fade.saturationS), fade.hills],
  window: [window.early, window.late, window.done, window.left, hours(window.saturationS)],
  inRace: [
    ...[inRace.trend, inRace.regression, hours(inRace.typicalS)],
    ...[inRace.early, inRace.late, inRace.unsettled, inRace.wander, inRace.table],
  ],
});

function describe(model: Coefficients): string {
  const { grade, fade, window, inRace } = listed(model);
  return [
    `  grade    climb, descent: ${grade.join(', ')}`,
    `  fade     saturation h, hills: ${fade.join(', ')}`,
    `  window   early, late, done, left, saturation h: ${window.join(', ')}`,
    `  in race  trend, regression, typical h, early, late, unsettled, wander, table: ${inRace.join(', ')}`,
  ].join('\n');
}

if (existsSync(DATA)) {
  main();
} else {
  console.log(`bench:fit needs real splits, and there are none in ${DATA}: nothing was fitted.`);
  console.log('RACEPLAN_SHARED=folder says where else to look.');
}
