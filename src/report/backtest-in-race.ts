/** How good forecasts during the race were, with and without the field of the day. */
import type { EditionBacktest } from '../engine/backtest/backtest.js';
import type { InRaceRun } from '../engine/backtest/runs.js';
import { type ForecastScores, type InRaceScores, scoreInRace } from '../engine/backtest/scores.js';
import { S_PER_MIN } from '../kernel/units.js';
import { left, right } from './columns.js';
import type { Json, Row, Section } from './report.js';
import { minutes, ratio, type Text, words } from './value.js';

export const QUARTERS = [25, 50, 75] as const;

export interface ScoredInRace {
  /** `null` when the model says nothing during the race. */
  inRace: InRaceScores | null;
  /** In the light of the field of the day; `null` when that was not asked. */
  amid: InRaceScores | null;
}

/** Scores of several editions together. */
export function scoreInRaces(backtests: readonly EditionBacktest[]): ScoredInRace {
  const score = (runsOf: (backtest: EditionBacktest) => readonly InRaceRun[] | null) => {
    const runs = backtests.map(runsOf);
    return runs.includes(null) ? null : scoreInRace(runs.flatMap((run) => run ?? []));
  };
  return { inRace: score(({ inRace }) => inRace), amid: score(({ amid }) => amid) };
}

type Named = ScoredInRace & { name: string };

const NOTE =
  'From the station nearest 25, 50, 75% of the distance where at least half of the finishers have a time; Next: the next station with a time, from each. Only runners who finished are counted: a forecast says when, if you finish.';
const AMID_NOTE =
  'Each forecast sees of the others only what they had done by the runner’s own clock.';

/** Without the field, and with it where that was asked. */
export const inRaceTables = (editions: readonly Named[], all: Named): (Section | null)[] => [
  table('in-race', 'During the race: how far the finish was off', editions, all, 'inRace', NOTE),
  table('in-race-field', 'The same, with today’s field', editions, all, 'amid', AMID_NOTE),
];

function table(
  id: string,
  title: string,
  editions: readonly Named[],
  all: Named,
  which: keyof ScoredInRace,
  note: string,
): Section | null {
  if (!all[which]) return null;
  return {
    kind: 'table',
    id,
    title,
    columns: [
      left('edition', ''),
      ...QUARTERS.flatMap((quarter) => [
        right(`finish${quarter}`, `From ${quarter}%`),
        right(`covered${quarter}`, 'Covered', 1),
      ]),
      right('next', 'Next'),
      right('coveredNext', 'Covered', 1),
    ],
    rows: [
      ...editions.flatMap((edition) => inRaceRow(edition.name, edition[which])),
      ...(editions.length > 1
        ? inRaceRow('All', all[which]).map((row) => ({ ...row, emphasis: 'total' as const }))
        : []),
    ],
    notes: [[note]],
  };
}

const inRaceRow = (name: string, scores: InRaceScores | null): Row[] =>
  scores
    ? [
        {
          cells: [
            [words(name)],
            ...[...scores.finish, scores.nextStation].flatMap((of): Text[] => [
              [minutes(of.maeS)],
              [ratio(of.coverageRatio, 0)],
            ]),
          ],
        },
      ]
    : [];

export const toMin = (seconds: number | null): number | null =>
  seconds === null ? null : seconds / S_PER_MIN;
export const toPercent = (value: number | null): number | null =>
  value === null ? null : value * 100;

/** In the units of the JSON contract. */
export const inRaceJson = ({ inRace, amid }: ScoredInRace): { [key: string]: Json } => ({
  inRace: inRace && scoresJson(inRace),
  ...(amid && { inRaceWithField: scoresJson(amid) }),
});

const scoresJson = ({ finish, nextStation }: InRaceScores): Json => ({
  finishMaeMin: finish.map(({ maeS }) => toMin(maeS)),
  finish: finish.map(forecastJson),
  nextStationMaeMin: toMin(nextStation.maeS),
  nextStation: forecastJson(nextStation),
});

const forecastJson = (scores: ForecastScores): Json => ({
  forecasts: scores.forecasts,
  maeMin: toMin(scores.maeS),
  coveragePercent: toPercent(scores.coverageRatio),
  windowWidthMin: toMin(scores.windowWidthS),
});
