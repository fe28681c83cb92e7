/**
 * Where the time went, exactly: actual less planned time, of each stretch and of the race, split into causes that
 * sum to it. Stops are told by the log. The moving time of a cell is the plan's times a factor for each cause, and
 * its part of the difference is the factor's logarithm times the logarithmic mean of actual and planned time, as
 * in `pacing/march.ts`.
 */
import type { Plan } from '../../../domain/plan.js';
import { sum } from '../../../kernel/stats.js';
import type { RaceDay } from '../../course/race-day.js';
import { amplitudeOfFade, fadeOfAmplitude } from '../../pacing/factors/fade.js';
import { logarithmicMean } from '../../pacing/march.js';
import type { PacePlan } from '../../pacing/pace-plan.js';
import { listPlannedCells, type PlannedCell } from '../../pacing/planned-cells.js';
import { gradeModelOf } from '../../pacing/solve-input.js';
import type { Stretch } from '../stretches.js';
import { computeRunStretches, type RunCell, type RunStretch } from './as-run.js';
import { fitOwnPace, type OwnPace } from './own-pace.js';
import type { Recorded } from './recorded.js';

export const CAUSES = [
  /** Longer than planned, where a stop is planned; negative: shorter. */
  'stops',
  /** Where the plan has none. */
  'unplannedStops',
  'opening',
  'fade',
  'heat',
  'dark',
  'climbs',
  'descents',
  /** Moving time that none of these explains. */
  'unexplained',
  /** In a race over a time: all that was run beyond the distance planned. */
  'beyondPlan',
  /** Stretches whose stops were not logged: moving and stopping cannot be told apart. */
  'notSeparable',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Seconds more than planned by cause; negative is time won. `null`: it does not arise, or nothing tells it. */
export type CauseSeconds = Readonly<Record<Cause, number | null>>;

export interface Explanation {
  /** The stretches whose moving time is known, cell by cell. */
  runs: readonly RunStretch[];
  /** No stop was logged: they count as planned, and pace, fade and the like are by the clock, longer stops and all. */
  isByClock: boolean;
  /** Stood between places, by the watch, seconds: in the moving time of the log, and here a stop. */
  stoodS: number;
  total: CauseSeconds;
  /** One a stretch; each sums to its actual less its planned time. */
  stretches: readonly CauseSeconds[];
  /** How the runner ran, in the numbers of the pace model; `null` when the log does not tell an opening. */
  own: {
    /** The stretch with which the opening ended, by its index. */
    openingEnd: number;
    /** Slower than planned in the opening, as a share of its time; negative: faster. */
    openingRatio: number;
    /** How much longer the second half of the effort takes by tiring alone; `null` when nothing was logged after it. */
    fade: { plannedRatio: number; runRatio: number } | null;
    /** How much more climbs and descents cost than the model has them, as a share; `null` when the legs do not tell. */
    climbsRatio: number | null;
    descentsRatio: number | null;
  } | null;
}

export interface ExplainBy {
  plan: Plan;
  pace: PacePlan;
  /** As it was. */
  day: RaceDay;
}

export interface ExplainInput extends ExplainBy {
  stretches: readonly Stretch[];
  /** `null` when there is only a written log. */
  recorded: Recorded | null;
}

/** Splits actual less planned time into its causes. */
export const explainRace = ({ stretches, recorded, ...by }: ExplainInput): Explanation =>
  prepareExplanation(by)(stretches, recorded);

/** The same for one runner after the other. */
export function prepareExplanation(
  by: ExplainBy,
): (stretches: readonly Stretch[], recorded: Recorded | null) => Explanation {
  const cells = listPlannedCells(by.pace);
  return (stretches, recorded) => explain(by, cells, stretches, recorded);
}

function explain(
  { plan, pace, day }: ExplainBy,
  planned: readonly PlannedCell[],
  logged: readonly Stretch[],
  recorded: Recorded | null,
): Explanation {
  const isByClock = hasNoStops(logged);
  const told = isByClock ? logged.map(withStopsAsPlanned) : logged;
  const moved = told.map((stretch) => withoutStanding(stretch, recorded));
  const runs = computeRunStretches(
    moved.map(({ stretch }) => stretch),
    planned,
    day,
    recorded,
  );
  const own = fitOwnPace(
    runs,
    amplitudeOfFade(pace.tiringRatio),
    gradeModelOf(plan.pacing.gradeModel),
    recorded !== null,
  );
  const stretches = moved.map(({ stretch, stoodS }) =>
    explainStretch(stretch, stoodS, runs.find((run) => run.stretch === stretch) ?? null, (cell) =>
      explainCell(cell, own, day),
    ),
  );
  return {
    runs,
    isByClock,
    stoodS: sum(moved.map(({ stoodS }) => stoodS)),
    total: addUpCauses(stretches),
    stretches,
    own: own && describeOwn(own),
  };
}

/** A log of arrivals alone. */
const hasNoStops = (stretches: readonly Stretch[]): boolean =>
  stretches.length > 1 &&
  stretches.every(({ from, stopBeforeS }) => from === 0 || stopBeforeS === null);

/** However long a stop is planned, half of the way to the next place is taken to have been run. */
const MOST_STOPPED = 1 / 2;

/** The stops of a log that tells none, taken as planned, those at places it skips with them: what they ran over is in the pace. */
function withStopsAsPlanned(stretch: Stretch): Stretch {
  const { startS, endS, planned } = stretch;
  const tookS = endS - startS;
  const stoppedS = planned.stopBeforeS + planned.stopsBetweenS;
  const keptRatio = stoppedS === 0 ? 1 : Math.min(1, (MOST_STOPPED * tookS) / stoppedS);
  return {
    ...stretch,
    stopBeforeS: stoppedS * keptRatio,
    movingS: tookS - stoppedS * keptRatio,
    planned: {
      ...planned,
      movingS: planned.endS - planned.startS - stoppedS,
      stopBeforeS: stoppedS,
      stopsBetweenS: 0,
    },
  };
}

/** Standing still on the way is a stop that nobody planned: the stretch as moved, and how long it stood. */
function withoutStanding(stretch: Stretch, recorded: Recorded | null) {
  const { startS, stopBeforeS, movingS, endS } = stretch;
  if (movingS === null || !recorded) return { stretch, stoodS: 0 };
  const stoodS = Math.min(
    recorded.stoodBetween(startS + (stopBeforeS ?? 0), endS),
    movingS * MOST_STOOD_RATIO,
  );
  return { stretch: { ...stretch, movingS: movingS - stoodS }, stoodS };
}

/** Whoever gets from place to place moved for some of the time. */
const MOST_STOOD_RATIO = 0.9;

const NOTHING: CauseSeconds = {
  stops: null,
  unplannedStops: null,
  opening: null,
  fade: null,
  heat: null,
  dark: null,
  climbs: null,
  descents: null,
  unexplained: null,
  beyondPlan: null,
  notSeparable: null,
};

function explainStretch(
  { startS, endS, stopBeforeS, movingS, planned }: Stretch,
  stoodS: number,
  run: RunStretch | null,
  explain: (cell: RunCell) => CauseSeconds,
): CauseSeconds {
  const lostS = endS - startS - (planned.endS - planned.startS);
  if (planned.movingS <= 0) return { ...NOTHING, beyondPlan: lostS };
  if (movingS === null || stopBeforeS === null) return { ...NOTHING, notSeparable: lostS };
  const isPlanned = planned.stopBeforeS > 0;
  const unplannedS = (isPlanned ? 0 : stopBeforeS) + stoodS;
  const stops: CauseSeconds = {
    ...NOTHING,
    stops: isPlanned ? stopBeforeS - planned.stopBeforeS : null,
    unplannedStops: unplannedS > 0 ? unplannedS : null,
  };
  if (!run) return { ...stops, unexplained: movingS - planned.movingS };
  return addUpCauses([stops, ...run.cells.map(explain)]);
}

function explainCell(
  cell: RunCell,
  own: OwnPace | null,
  { startTod, temperatures, lightAt }: RaceDay,
): CauseSeconds {
  const weightS = logarithmicMean(cell.actualS, cell.plannedS);
  const parts = own?.partsOf(cell) ?? { unexplained: cell.ownLog };
  const seconds = (log: number | null | undefined) => (log == null ? null : log * weightS);
  return {
    ...NOTHING,
    heat: seconds(startTod === null || temperatures === null ? null : cell.heatLog),
    dark: seconds(lightAt && cell.darkLog),
    ...Object.fromEntries(Object.entries(parts).map(([cause, log]) => [cause, seconds(log)])),
  };
}

/** The sum of each cause; `null` where none of the parts has it. */
export const addUpCauses = (parts: readonly CauseSeconds[]): CauseSeconds =>
  Object.fromEntries(
    CAUSES.map((cause) => {
      const known = parts.flatMap((part) => part[cause] ?? []);
      return [cause, known.length === 0 ? null : sum(known)];
    }),
  ) as CauseSeconds;

const describeOwn = ({ openingEnd, openingLog, fade, hills }: OwnPace): Explanation['own'] => ({
  openingEnd,
  openingRatio: Math.exp(openingLog) - 1,
  fade: fade && {
    plannedRatio: fadeOfAmplitude(fade.planned),
    runRatio: fadeOfAmplitude(fade.run),
  },
  climbsRatio: hills.climbs,
  descentsRatio: hills.descents,
});
