/** One past edition in numbers: starters, finishers, the times of each field. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import type { AgeGroup, Edition } from '../../domain/record.js';
import { median } from '../../kernel/stats.js';
import { finishRatioOf } from './dropouts.js';
import { type NoField, selectField } from './members.js';
import { type FinishTimes, finishTimes } from './placing.js';

/** One field of one edition. */
export interface FieldTimes extends FinishTimes {
  field: Field;
  group: AgeGroup | null;
  /** Why nobody can be told to belong; else `null`. */
  untold: NoField | null;
}

/** How many finished in a field at the least; `null` where nothing tells of anyone whether they belong. */
export const finishersAtLeast = ({ timesS, untold }: FieldTimes): number | null =>
  untold === null ? timesS.length : null;

export interface EditionSummary {
  edition: Edition;
  /** All but those who did not start. */
  starters: number;
  finishers: number;
  /** `null` when the results list finishers only, so that nothing tells who dropped. */
  finishRatio: number | null;
  winnerS: number | null;
  medianS: number | null;
  /** Of the finishers. */
  unknownSex: number;
  fields: readonly FieldTimes[];
}

/** Counts an edition, and sorts its finish times by field. */
export function summarizeEdition(
  edition: Edition,
  fields: readonly Field[],
  athlete: Athlete,
): EditionSummary {
  const { results } = edition;
  const { timesS } = finishTimes(results);
  let [starters, unknownSex] = [0, 0];
  for (const { status, timeS, sex } of results) {
    if (status !== 'dns') starters += 1;
    if (status === 'finished' && timeS !== null && sex === null) unknownSex += 1;
  }
  return {
    edition,
    starters,
    finishers: timesS.length,
    finishRatio: finishRatioOf(edition, 0),
    winnerS: timesS[0] ?? null,
    medianS: timesS.length > 0 ? median(timesS) : null,
    unknownSex,
    fields: fields.map((field) => {
      const members = selectField(results, field, athlete);
      const [group, untold] = typeof members === 'string' ? [null, members] : [members.group, null];
      return { field, group, untold, ...finishTimes(results, members) };
    }),
  };
}
