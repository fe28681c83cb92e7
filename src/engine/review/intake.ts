/** What was taken in, by stretch of the race, from the log's columns or a separate intake log. */
import {
  addKnown,
  type Intake,
  mapIntake,
  type Nutrient,
  UNKNOWN_INTAKE,
} from '../../domain/nutrition.js';
import type { IntakeEntry, RaceLog } from '../../domain/record.js';
import { S_PER_H } from '../../kernel/units.js';
import type { Stretch } from './stretches.js';

export interface IntakeReview {
  /** One entry a stretch, in order. */
  stretches: readonly Intake[];
  total: Intake;
  /** Over the time raced. */
  perHour: Intake;
  /** Whether something was taken of which nothing tells what it holds. */
  isPartlyUntold: boolean;
}

/**
 * Sums the intake of each stretch and of the race: what the log's own columns hold and what a separate log holds.
 * A nutrient nobody logged anywhere is unknown; in a separate log, which lists all that was taken, a stretch
 * without an entry is 0, and one with an item of unknown content unknown; so is a row's empty cell in a column.
 * @param racedS time from the start to the finish, or to where the race ended, without long stops, seconds
 * @param isOver whether the race has ended: what was taken after the last arrival then counts before it
 */
export function computeIntake(
  log: RaceLog,
  stretches: readonly Stretch[],
  racedS: number,
  isOver: boolean,
): IntakeReview {
  const entries = log.intakeEntries ?? [];
  const byEntry = sumEntries(entries, stretches, isOver);
  const byVisit = sumVisits(log.visits, stretches);
  const inVisits = recordedIn(log.visits);
  const inEntries = recordedIn(entries);
  const byStretch = stretches.map((_, i) =>
    mapIntake((n) => {
      if (inVisits(n)) return addKnown(byVisit[i]![n], byEntry[i]![n]);
      return inEntries(n) ? byEntry[i]![n] : null;
    }),
  );
  const total = byStretch.reduce<Intake | null>(
    (sum, intake) => (sum ? mapIntake((n) => addKnown(sum[n], intake[n])) : intake),
    null,
  );
  return {
    stretches: byStretch,
    total: total ?? UNKNOWN_INTAKE,
    perHour: perHour(total ?? UNKNOWN_INTAKE, racedS),
    isPartlyUntold: entries.some(({ untold }) => untold.length > 0),
  };
}

const recordedIn =
  (taken: readonly { intake: Intake }[]) =>
  (nutrient: Nutrient): boolean =>
    taken.some(({ intake }) => intake[nutrient] != null);

export const perHour = (intake: Intake, seconds: number): Intake =>
  mapIntake((n) => {
    const amount = intake[n];
    return amount == null || seconds <= 0 ? null : (amount * S_PER_H) / seconds;
  });

/** Of each nutrient 0 where no entry holds any; unknown from an entry that may. */
function sumEntries(
  entries: readonly IntakeEntry[],
  stretches: readonly Stretch[],
  isOver: boolean,
): Intake[] {
  const last = stretches.length - 1;
  const sums = stretches.map(() => mapIntake(() => 0));
  for (const { atS, place, intake, untold } of entries) {
    // what was taken after the last logged arrival belongs to a stretch still being run, unless the race is over
    const found = stretches.findIndex((stretch, i) =>
      atS != null
        ? atS < stretch.endS || (i === last && atS === stretch.endS)
        : place != null && place <= stretch.to,
    );
    const index = found < 0 && isOver ? last : found;
    const sum = sums[index];
    if (!sum) continue;
    sums[index] = mapIntake((n) => addKnown(sum[n], untold.includes(n) ? null : (intake[n] ?? 0)));
  }
  return sums;
}

function sumVisits(visits: RaceLog['visits'], stretches: readonly Stretch[]): Intake[] {
  return stretches.map((stretch) => {
    const inside = visits.filter((v) => v.place > stretch.from && v.place <= stretch.to);
    return mapIntake((n) =>
      inside.length === 0
        ? null
        : inside.reduce<number | null>((sum, v) => addKnown(sum, v.intake[n]), 0),
    );
  });
}
