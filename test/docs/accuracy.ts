/** The table of accuracy in the README, measured; it needs the real splits of `shared/data`. */
import { existsSync } from 'node:fs';
import {
  backtestEdition,
  backtestEditions,
  backtestYardstick,
  modelOf,
} from '../../src/engine/backtest/backtest.js';
import {
  type ArrivalScores,
  type InRaceScores,
  scoreArrivals,
  scoreInRace,
} from '../../src/engine/backtest/scores.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import { S_PER_MIN } from '../../src/kernel/units.js';
import { BERLIN, type BenchRace, loadBenchRace, WESTERN_STATES } from '../bench/races.js';
import { DATA } from '../bench/shared.js';

const RACES: readonly (readonly [BenchRace, heading: string])[] = [
  [WESTERN_STATES, 'Western States, mountains'],
  [BERLIN, 'Berlin, flat'],
];

interface Scores {
  evenPace: ArrivalScores;
  alone: ArrivalScores;
  withHistory: ArrivalScores;
  aloneInRace: InRaceScores;
  withHistoryInRace: InRaceScores;
}

function scoresOf(race: BenchRace): Scores {
  const editions = loadBenchRace(race);
  const [alone, learned] = (['no-history', 'leave-one-out'] as const).map((mode) => [
    ...backtestEditions(editions, mode),
  ]);
  const arrivals = (backtests: typeof alone) =>
    scoreArrivals(backtests!.flatMap(({ runs }) => runs));
  const inRace = (backtests: typeof alone) =>
    scoreInRace(backtests!.flatMap(({ inRace }) => inRace ?? []));
  return {
    evenPace: arrivals([...backtestYardstick(editions, 'even pace')]),
    alone: arrivals(alone),
    withHistory: arrivals(learned),
    aloneInRace: inRace(alone),
    withHistoryInRace: inRace(learned),
  };
}

const minutes = (seconds: number | null): string =>
  seconds === null ? '–' : `${(seconds / S_PER_MIN).toFixed(1)} min`;
const finishes = ({ finish }: InRaceScores): string =>
  `${finish.map(({ maeS }) => (maeS === null ? '–' : (maeS / S_PER_MIN).toFixed(0))).join(', ')} min`;
const share = (ratio: number | null): string =>
  ratio === null ? '–' : `${(ratio * 100).toFixed(0)} %`;

const ROWS: readonly (readonly [label: string, cell: (scores: Scores) => string])[] = [
  ['**told the finish time: off at the stations**', () => ''],
  ['even pace', ({ evenPace }) => minutes(evenPace.maeS)],
  ['raceplan', ({ alone }) => minutes(alone.maeS)],
  ["raceplan, with other editions in the plan's `history`", (s) => minutes(s.withHistory.maeS)],
  ['arrivals inside its windows of 8 in 10', ({ alone }) => share(alone.coverageRatio)],
  ['the same, with history', ({ withHistory }) => share(withHistory.coverageRatio)],
  ['**during the race**', () => ''],
  ['finish, from ¼, ½ and ¾ of the way', ({ aloneInRace }) => finishes(aloneInRace)],
  ['the same, with history', ({ withHistoryInRace }) => finishes(withHistoryInRace)],
  ['next station', ({ aloneInRace }) => minutes(aloneInRace.nextStation.maeS)],
  ['the same, with history', (s) => minutes(s.withHistoryInRace.nextStation.maeS)],
];

/** The row of `raceplan` by itself, without what takes minutes. */
export function arrivalsAlone(): string {
  const cells = RACES.map(([race]) => {
    const backtests = loadBenchRace(race).map((edition) => {
      const { plan, course, sun } = edition;
      const forecaster = prepareForecaster({ plan, course, sun, editions: [], outcomes: [] });
      return backtestEdition(edition, { ...modelOf(forecaster, false), during: null });
    });
    return minutes(scoreArrivals(backtests.flatMap(({ runs }) => runs)).maeS);
  });
  return `| raceplan | ${cells.join(' | ')} |`;
}

/** As Markdown; `null` where the splits are not at hand. */
export function accuracyTable(): string | null {
  if (!existsSync(DATA)) return null;
  const scores = RACES.map(([race]) => scoresOf(race));
  return [
    ['mean error', ...RACES.map(([, heading]) => heading)],
    ['---', ...RACES.map(() => '---')],
    ...ROWS.map(([label, cell]) => [label, ...scores.map(cell)]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
