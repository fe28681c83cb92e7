/** What was taken in, by stretch of the race, from the log's columns or a separate intake log. */
import {
  addKnown,
  type Intake,
  mapIntake,
  type Nutrient,
  UNKNOWN_INTAKE,
} from '../../domain/nutrition.js';
import type { RaceLog } from '../../domain/record.js';
import { S_PER_H } from '../../kernel/units.js';
import type { Stretch } from './stretches.js';

export interface IntakeReview {
  /** One entry a stretch, in order. */
  stretches: readonly Intake[];
  total: Intake;
  /** Over the time raced. */
  perHour: Intake;
}

/**
 * Sums the intake of each stretch and of the race.
 * A nutrient nobody logged anywhere is unknown; in a log that does record it, a stretch without an entry is 0
 * when the entries are a separate log (which lists all that was taken), and unknown when a row's cell is empty.
 * @param racedS time from the start to the finish, or to where the race ended, seconds
 */
export function computeIntake(
  log: RaceLog,
  stretches: readonly Stretch[],
  racedS: number,
): IntakeReview {
  const byStretch = log.intakeEntries
    ? sumEntries(log.intakeEntries, stretches)
    : sumVisits(log.visits, stretches);
  const total = byStretch.reduce<Intake | null>(
    (sum, intake) => (sum ? mapIntake((n) => addKnown(sum[n], intake[n])) : intake),
    null,
  );
  return {
    stretches: byStretch,
    total: total ?? UNKNOWN_INTAKE,
    perHour: perHour(total ?? UNKNOWN_INTAKE, racedS),
  };
}

export const perHour = (intake: Intake, seconds: number): Intake =>
  mapIntake((n) => {
    const amount = intake[n];
    return amount == null || seconds <= 0 ? null : (amount * S_PER_H) / seconds;
  });

function sumEntries(
  entries: NonNullable<RaceLog['intakeEntries']>,
  stretches: readonly Stretch[],
): Intake[] {
  const recorded = (nutrient: Nutrient) => entries.some((e) => e.intake[nutrient] != null);
  const known = mapIntake((nutrient) => (recorded(nutrient) ? 0 : null));
  const last = stretches.length - 1;
  const sums = stretches.map(() => known);
  for (const entry of entries) {
    // what was taken after the last logged arrival belongs to a stretch still being run
    const index = stretches.findIndex((stretch, i) =>
      entry.atS != null
        ? entry.atS < stretch.endS || (i === last && entry.atS === stretch.endS)
        : entry.place != null && entry.place <= stretch.to,
    );
    const sum = sums[index];
    if (sum)
      sums[index] = mapIntake((n) => addKnown(sum[n], recorded(n) ? (entry.intake[n] ?? 0) : null));
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
