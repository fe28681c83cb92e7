/** Where the time of a reviewed race went, and what shape it had. */
import type { Race } from '../domain/plan.js';
import type { Weather } from '../domain/weather.js';
import { describeRaceDay } from '../engine/course/race-day.js';
import { comparableEditions, type EditionReview } from '../engine/field/field.js';
import { readPastEdition } from '../engine/history/edition.js';
import { listPlannedCells } from '../engine/pacing/planned-cells.js';
import { computeBesideField } from '../engine/review/beside-field.js';
import { computeHeartDrift } from '../engine/review/drift.js';
import { computeEndedEarly } from '../engine/review/ended-early.js';
import { computeFuelReview } from '../engine/review/fuel-review.js';
import { computeHindsight } from '../engine/review/hindsight.js';
import { explainRace } from '../engine/review/losses/explained.js';
import { describeRecording } from '../engine/review/losses/recorded.js';
import { computeShape } from '../engine/review/shape.js';
import { computeStationPlaces } from '../engine/review/station-places.js';
import { localTimeOf } from '../kernel/clock.js';
import { interpolate, type Knot } from '../kernel/interpolate.js';
import type { AnalyzeInput } from '../report/analyze.js';
import type { LoadedRace } from './race.js';
import type { ReviewedRun } from './reviewed.js';
import { weatherAsItWas } from './weather.js';

/**
 * @param asked the weather as `--weather` tells it
 */
export function explainReview(
  { field, forecaster }: LoadedRace,
  { plan, course, sun, log, review, edition, logged: { efforts, recording } }: ReviewedRun,
  asked: Weather | null,
): Pick<AnalyzeInput, 'explanation' | 'shaped' | 'weather' | 'looked'> {
  const { pace, stretches, ending } = review;
  const weather = weatherAsItWas(plan, log, asked);
  const explanation = explainRace({
    plan,
    pace,
    stretches,
    day: describeRaceDay({ ...plan, weather }, sun),
    recorded: recording && describeRecording(recording),
  });
  const { during } = forecaster;
  const hindsight = computeHindsight({ plan, course, pace, log, field, during, sun });
  const finishS = ending.kind === 'finished' ? ending.elapsedS : null;
  const byDistance = listPlannedCells(pace).map(
    ({ startM, distanceM, toRatio }): Knot => [startM + distanceM, toRatio],
  );
  const past = earlierThan(plan.race, comparableEditions(field)).map((known) =>
    readPastEdition(known.edition, course.distanceM),
  );
  return {
    weather,
    explanation,
    looked: {
      hindsight,
      ended: computeEndedEarly(course, log, review, hindsight),
      fuel: computeFuelReview(log, review),
      drift: computeHeartDrift(stretches, efforts, recording?.standings),
    },
    shaped: {
      isByClock: explanation.isByClock,
      isBeyondPlan: ending.at.atM > course.distanceM,
      shape: computeShape(explanation.runs),
      besideField:
        finishS === null
          ? null
          : computeBesideField(stretches, finishS, past, course.distanceM, (atM) =>
              interpolate([[0, 0], ...byDistance], atM),
            ),
      places: edition?.splits
        ? computeStationPlaces(stretches, edition.splits, plan.athlete, finishS)
        : [],
    },
  };
}

/** Who looks back on an edition of the history is held against neither it nor later ones. */
const earlierThan = (
  { startAt, zone }: Race,
  editions: readonly EditionReview[],
): readonly EditionReview[] => {
  const year = startAt === null ? null : localTimeOf(startAt, zone).year;
  return editions.filter(
    ({ edition }) => edition.year === null || year === null || edition.year < year,
  );
};
