/**
 * `npm run bench:sensitivity`: what happens to forecasts with history when one of its tuned numbers is 20 % smaller
 * or larger. Every edition forecast from all others, by a few of its finishers.
 * `RACES=tdb,grr` asks for some races, by the names of their folders.
 */
import { existsSync } from 'node:fs';
import { HISTORY, type HistoryConstants } from '../../src/engine/history/constants.js';
import { PAST_HEAD, pastCells, printRow, SIX_RACES, scoreFew } from './past-scores.js';
import { type BenchRace, loadBenchRace } from './races.js';
import { DATA } from './shared.js';

const SCORED = 12;
const STEP = 0.2;

type Tree = { [name: string]: number | Tree };

/** `typical.reach.most`, … */
const pathsOf = (tree: Tree, at: readonly string[] = []): string[][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'number' ? [[...at, name]] : pathsOf(value, [...at, name]),
  );

function scaled(tree: Tree, [name, ...rest]: readonly string[], factor: number): Tree {
  const value = tree[name!]!;
  return {
    ...tree,
    [name!]: typeof value === 'number' ? value * factor : scaled(value, rest, factor),
  };
}

function benchRace(race: BenchRace): void {
  const editions = loadBenchRace(race);
  const score = (tuned: HistoryConstants) =>
    editions.map((edition, i) => {
      const others = editions.flatMap(({ past }, other) => (other === i ? [] : [past]));
      return scoreFew(edition, others, SCORED, tuned);
    });
  printRow([`\n${race.name}`, ...PAST_HEAD.slice(1)]);
  printRow(pastCells('as it is', score(HISTORY)));
  const tree = HISTORY as unknown as Tree;
  for (const path of pathsOf(tree)) {
    for (const factor of [1 - STEP, 1 + STEP]) {
      const tuned = scaled(tree, path, factor) as unknown as HistoryConstants;
      printRow(pastCells(`${path.join('.')} × ${factor}`, score(tuned)));
    }
  }
}

if (existsSync(DATA)) {
  const asked = process.env.RACES?.split(',');
  for (const race of SIX_RACES) if (!asked || asked.includes(race.folder)) benchRace(race);
} else {
  console.log(`bench:sensitivity needs real splits, and there are none in ${DATA}.`);
}
