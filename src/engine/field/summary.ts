/** One past edition in numbers: starters, finishers, the times of each field, or in a timed event the distances. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import type { AgeGroup, Edition, Measure } from '../../domain/record.js';
import { median } from '../../kernel/stats.js';
import { finishRatioOf } from './dropouts.js';
import { type Marks, marksOf, measureOf } from './marks.js';
import { type NoField, selectField } from './members.js';

/** One field of one edition. */
export interface FieldMarks extends Marks {
  field: Field;
  group: AgeGroup | null;
  /** Why nobody can be told to belong; else `null`. */
  untold: NoField | null;
}

/** How many finished in a field at the least; `null` where nothing tells of anyone whether they belong. */
export const finishersAtLeast = ({ marks, untold }: FieldMarks): number | null =>
  untold === null ? marks.length : null;

export interface EditionSummary {
  edition: Edition;
  /** What its finishers are placed by: the numbers of the other kind are `null`. */
  measure: Measure;
  /** All but those who did not start. */
  starters: number;
  finishers: number;
  /** `null` when the results list finishers only, so that nothing tells who dropped; and in a timed event. */
  finishRatio: number | null;
  winnerS: number | null;
  medianS: number | null;
  winnerM: number | null;
  medianM: number | null;
  /** Of the finishers. */
  unknownSex: number;
  fields: readonly FieldMarks[];
}

/** Counts an edition, and sorts its finish times, or distances, by field. */
export function summarizeEdition(
  edition: Edition,
  fields: readonly Field[],
  athlete: Athlete,
): EditionSummary {
  const { results } = edition;
  const measure = measureOf(results);
  const { marks } = marksOf(results, measure);
  const [winner, middle] = [marks[0] ?? null, marks.length > 0 ? median(marks) : null];
  const isTimed = measure === 'distance';
  let [starters, unknownSex] = [0, 0];
  for (const { status, timeS, distanceM, sex } of results) {
    if (status !== 'dns') starters += 1;
    if (status === 'finished' && (timeS ?? distanceM) !== null && sex === null) unknownSex += 1;
  }
  return {
    edition,
    measure,
    starters,
    finishers: marks.length,
    finishRatio: finishRatioOf(edition, 0),
    winnerS: isTimed ? null : winner,
    medianS: isTimed ? null : middle,
    winnerM: isTimed ? winner : null,
    medianM: isTimed ? middle : null,
    unknownSex,
    fields: fields.map((field) => {
      const members = selectField(results, field, athlete);
      const [group, untold] = typeof members === 'string' ? [null, members] : [members.group, null];
      return { field, group, untold, ...marksOf(results, measure, members) };
    }),
  };
}
