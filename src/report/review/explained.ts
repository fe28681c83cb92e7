/** Where the time went after the race: actual less planned, by cause, of the race and of each leg. */
import {
  addUpCauses,
  CAUSES,
  type Cause,
  type CauseSeconds,
  type Explanation,
} from '../../engine/review/losses/explained.js';
import type { RaceReview } from '../../engine/review/review.js';
import { sum } from '../../kernel/stats.js';
import { lapNotes } from '../chart.js';
import { left, right } from '../columns.js';
import type { Json, Row, Section } from '../report.js';
import { sumOf, sumsAcross, sumsDown, valueAt } from '../sums.js';
import { say, signedMinutes, type Text, type Value, words } from '../value.js';
import { type Explained, explainedNotes } from './explained-notes.js';

export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  stops: 'Stops, beyond those planned',
  unplannedStops: 'Stops nobody planned',
  opening: 'Pace of the opening, all the way',
  fade: 'Fade beyond the plan',
  heat: 'Heat',
  dark: 'Night',
  climbs: 'Climbs',
  descents: 'Descents',
  unexplained: 'Unexplained',
  beyondPlan: 'Beyond the distance planned',
  notSeparable: 'Moving and stops together (stops not logged)',
};

/** The race by cause, then each leg. */
export function explainedSections(explained: Explained): Section[] {
  const { explanation, review, upTo } = explained;
  const { resolutionS } = review;
  const shown = CAUSES.filter((cause) => explanation.total[cause] !== null);
  if (shown.length === 0) return [];
  const secondsOf = new Map(
    shown.map((cause) => [cause, signedMinutes(explanation.total[cause], resolutionS)] as const),
  );
  const causes = [...secondsOf].map(
    ([cause, seconds]): Row => ({ cells: [[CAUSE_LABELS[cause]], [seconds]] }),
  );
  const allS = signedMinutes(sum(shown.map((cause) => explanation.total[cause]!)), resolutionS);
  const total: Row = { emphasis: 'total', cells: [say`All${upTo}`, [allS]] };
  return [
    {
      kind: 'table',
      id: 'losses',
      title: 'Where the time went',
      columns: [left('cause', ''), right('seconds', '± plan')],
      rows: [...causes, total],
      sums: sumsDown(causes, total),
      notes: explainedNotes(explained),
    },
    ...legSection(explained, secondsOf, allS),
  ];
}

/** What is shown of each leg: causes that belong together in one column. */
const COLUMNS: readonly (readonly [id: string, label: string, causes: readonly Cause[]])[] = [
  ['stops', 'Stops', ['stops', 'unplannedStops']],
  ['opening', 'Opening', ['opening']],
  ['fade', 'Fade', ['fade']],
  ['heat', 'Heat', ['heat']],
  ['dark', 'Night', ['dark']],
  ['hills', 'Hills', ['climbs', 'descents']],
  ['rest', 'Rest', ['unexplained', 'beyondPlan', 'notSeparable']],
];

/**
 * @param raceS what the race lost to each cause, as the table above prints it
 */
function legSection(
  { plan, review, explanation, rows }: Explained,
  raceS: ReadonlyMap<Cause, Value>,
  allS: Value,
): Section[] {
  if (rows.rows.length < 2) return [];
  const { resolutionS } = review;
  const shown = COLUMNS.filter(([, , causes]) =>
    causes.some((cause) => explanation.total[cause] !== null),
  );
  const secondsOf = (losses: CauseSeconds, causes: readonly Cause[]): number | null => {
    const known = causes.flatMap((cause) => losses[cause] ?? []);
    return known.length === 0 ? null : sum(known);
  };
  const rowOf = (name: Text, losses: CauseSeconds): Row => ({
    cells: [
      name,
      ...shown.map(([, , causes]): Text => {
        const seconds = secondsOf(losses, causes);
        return seconds === null ? [''] : [signedMinutes(seconds, resolutionS)];
      }),
      [signedMinutes(secondsOf(losses, CAUSES), resolutionS)],
    ],
  });
  const columns = [
    left('station', 'Leg to'),
    ...shown.map(([id, label]) => right(id, label)),
    right('all', 'All'),
  ];
  const legs = rows.rows.map(({ stretch, indices }) =>
    rowOf([words(stretch.end.name)], addUpCauses(indices.map((i) => explanation.stretches[i]!))),
  );
  const total: Row = { ...rowOf(['All'], explanation.total), emphasis: 'total' };
  return [
    {
      kind: 'table',
      id: 'legLosses',
      title: 'The same, leg by leg',
      columns,
      rows: [...legs, total],
      sums: [
        ...sumsAcross(
          columns,
          [...legs, total],
          shown.map(([id]) => id),
          'all',
        ),
        ...sumsDown(legs, total),
        ...shown.flatMap(([id, , causes]) =>
          sumOf(
            valueAt(columns, total, id),
            causes.flatMap((cause) => raceS.get(cause) ?? []),
          ),
        ),
        ...sumOf(valueAt(columns, total, 'all'), [allS]),
      ],
      notes: [
        ['A leg begins with the stop at the place before it.'],
        ...lapNotes(plan, rows.lapsPerRow),
      ],
    },
  ];
}

/** Every cause that arose, in seconds; they sum to actual less planned time. */
export const lossesJson = (losses: CauseSeconds): Json =>
  CAUSES.flatMap((cause) => {
    const seconds = losses[cause];
    return seconds === null ? [] : [{ cause, seconds }];
  });

/** The runner's own numbers beside the plan's. */
export const ownJson = (
  own: NonNullable<Explanation['own']>,
  isByClock: boolean,
  { stretches }: RaceReview,
): Json => ({
  isByClock,
  openingToM: stretches[own.openingEnd]!.end.atM,
  openingRatio: own.openingRatio,
  plannedFadeRatio: own.fade?.plannedRatio ?? null,
  fadeRatio: own.fade?.runRatio ?? null,
  climbsRatio: own.climbsRatio,
  descentsRatio: own.descentsRatio,
});
