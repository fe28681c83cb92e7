/** What runners are placed by, time or distance, and what place a mark takes among others. */
import type { Measure, RaceResult, RaceResults } from '../../domain/record.js';
import { ascending } from '../../kernel/stats.js';
import type { FieldMembers, NoField } from './members.js';

/** What the finishers of a field are placed by, best first: seconds, or metres, as `measure` says. */
export interface Marks {
  measure: Measure;
  marks: readonly number[];
  /** Of those who may belong to it, and nothing tells. */
  maybe: readonly number[];
}

/** What stands for a result in its row: the time in seconds, or the distance in metres. */
export const markIn = ({ timeS, distanceM }: RaceResult, measure: Measure): number | null =>
  measure === 'time' ? timeS : distanceM;

/** What an edition's finishers are placed by: the results of a file are all of one kind. */
export function measureOf(results: RaceResults): Measure {
  for (const { status, timeS, distanceM } of results) {
    if (status === 'finished' && timeS !== null) return 'time';
    if (status === 'finished' && distanceM !== null) return 'distance';
  }
  return 'time';
}

/** What the finishers of a field are placed by; of a field that cannot be told, everybody may belong to it. */
export function marksOf(
  results: RaceResults,
  measure: Measure,
  members: FieldMembers | NoField | null = null,
): Marks {
  const marks: number[] = [];
  const maybe: number[] = [];
  const membership = (result: RaceResult) =>
    typeof members === 'string' ? null : members ? members.includes(result) : true;
  for (const result of results) {
    const mark = markIn(result, measure);
    if (result.status !== 'finished' || mark == null) continue;
    const belongs = membership(result);
    if (belongs !== false) (belongs ? marks : maybe).push(mark);
  }
  return { measure, marks: bestFirst(marks, measure), maybe: bestFirst(maybe, measure) };
}

const bestFirst = (marks: readonly number[], measure: Measure): number[] =>
  measure === 'time' ? ascending(marks) : ascending(marks).reverse();

/** How many finished in a field; `null` where that depends on who belongs to it. */
export const finishersOf = (field: Marks | undefined): number | null =>
  field && field.maybe.length > 0 ? null : (field?.marks.length ?? 0);

/** The place of a mark among others: one more than those strictly faster, or farther. */
export const placeOf = (
  mark: number,
  marks: readonly number[],
  measure: Measure = 'time',
): number =>
  marks.filter(measure === 'time' ? (other) => other < mark : (other) => other > mark).length + 1;

/** The same in a field; `null` where that depends on who belongs to it, or nobody has finished. */
export function placeAmong(mark: number, { marks, maybe, measure }: Marks): number | null {
  if (marks.length === 0 || placeOf(mark, maybe, measure) > 1) return null;
  return placeOf(mark, marks, measure);
}

/** The mark that took a place; `null` where nobody took it, or that depends on who belongs to the field. */
export function markOfPlace(place: number, { marks, maybe, measure }: Marks): number | null {
  const mark = marks[place - 1];
  return mark === undefined || placeOf(mark, maybe, measure) > 1 ? null : mark;
}
