/** What is said of a field where the results leave open who belongs to it. */
import type { Sex } from '../domain/athlete.js';
import type { Field } from '../domain/goal.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import { finishersOf } from '../engine/field/marks.js';
import type { NoField } from '../engine/field/members.js';
import { type FieldMarks, finishersAtLeast } from '../engine/field/summary.js';
import { sum } from '../kernel/stats.js';
import { ageGroupName, fieldName } from './field-name.js';
import { count, joinText, listText, say, type Text } from './value.js';

/** `12`, `at least 5` where some may belong, `–` where nothing tells of anyone. */
export function finishersText(marks: FieldMarks | undefined): Text {
  const sure = finishersOf(marks);
  const least = marks && sure === null ? finishersAtLeast(marks) : null;
  return least === null ? [count(sure)] : say`at least ${count(least)}`;
}

/** How many of these editions' finishers may belong to the field, below a table of it; nothing where all is told. */
export function unsureNotes(
  { fields }: FieldReview,
  editions: readonly EditionReview[],
  f: number,
): Text[] {
  const ofField = editions.flatMap((edition) => edition.fields[f] ?? []);
  const maybe = sum(ofField.map(({ maybe }) => maybe.length));
  if (maybe === 0) return [];
  return [
    say`${unsureFinishers(maybe, fields[f]!.field)} may belong here: places that depend on them are left out`,
  ];
}

const unsureFinishers = (maybe: number, field: Field): Text =>
  say`${count(maybe)} more ${maybe === 1 ? 'finisher' : 'finishers'} of unknown ${field === 'ageGroup' ? 'sex or age' : 'sex'}`;

/** Fields without any place that is sure, so without a table, though some may belong to them. */
export function unsureFields(
  { fields, averages }: FieldReview,
  counted: readonly EditionReview[],
  sex: Sex | null,
): Text[] {
  return fields.flatMap((named, f): Text[] => {
    const told = counted.flatMap(({ fields }) => (fields[f]?.untold === null ? fields[f] : []));
    const maybe = sum(told.map(({ maybe }) => maybe.length));
    if ((averages[f] ?? []).length > 0 || maybe === 0) return [];
    const least = sum(told.map((marks) => finishersAtLeast(marks) ?? 0));
    return [
      say`${fieldName(named, sex)}: at least ${count(least)} finished; ${unsureFinishers(maybe, named.field)} may belong, so no place is sure.`,
    ];
  });
}

const UNTOLD: Partial<Record<NoField, string>> = {
  'sex not in results': 'no sex',
  'age not in results': 'no age',
  'age groups unclear': 'age groups that share years',
};

/** Fields that nothing, or not enough, is told of, each said once with the editions it holds for. */
export function untoldFields(
  review: FieldReview,
  yearOf: (edition: EditionReview) => Text,
  sex: Sex | null,
): Text[] {
  const byReason = new Map<string, { fields: Set<string>; years: Map<EditionReview, Text> }>();
  for (const edition of review.editions) {
    if (edition.finishers === 0) continue;
    edition.fields.forEach(({ untold }, f) => {
      const reason = untold && UNTOLD[untold];
      if (!reason) return;
      const told = byReason.get(reason) ?? { fields: new Set(), years: new Map() };
      told.fields.add(nameOf(review, f, sex));
      told.years.set(edition, yearOf(edition));
      byReason.set(reason, told);
    });
  }
  return [...byReason].map(
    ([reason, { fields, years }]) =>
      say`${joinText([...years.values()], ', ')}: the results tell ${reason}, so ${listText([...fields].map((field) => [field]))} cannot be counted.`,
  );
}

/** Editions whose age group of the athlete is another than the one named: their places are of their own. */
export function otherGroups(
  { fields, editions }: FieldReview,
  yearOf: (edition: EditionReview) => Text,
): Text[] {
  return fields.flatMap(({ group }, f): Text[] => {
    const others = editions.flatMap((edition): Text[] => {
      const own = edition.fields[f]?.group;
      const isOther = own && group && ageGroupName(own) !== ageGroupName(group);
      return isOther ? [say`${ageGroupName(own)} in ${yearOf(edition)}`] : [];
    });
    return group && others.length > 0
      ? [
          say`The age group is not the same in all editions: ${joinText(others, ', ')}. Places, and averages called ${ageGroupName(group)}, are of each edition's own.`,
        ]
      : [];
  });
}

const nameOf = ({ fields }: FieldReview, f: number, sex: Sex | null): string => {
  const named = fields[f]!;
  return named.field === 'ageGroup' && named.group === null
    ? 'the age group'
    : fieldName(named, sex);
};
