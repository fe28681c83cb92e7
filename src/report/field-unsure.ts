/** What is said of a field where the results leave open who belongs to it. */
import type { Sex } from '../domain/athlete.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import type { NoField } from '../engine/field/members.js';
import { finishersAtLeast, finishersOf } from '../engine/field/placing.js';
import type { FieldTimes } from '../engine/field/summary.js';
import { sum } from '../kernel/stats.js';
import { ageGroupName, fieldName } from './field-name.js';
import { count, joinText, listText, say, type Text } from './value.js';

/** `12`, `at least 5` where some may belong, `–` where nothing tells of anyone. */
export function finishersText(times: FieldTimes | undefined): Text {
  const sure = finishersOf(times);
  const least = times && sure === null ? finishersAtLeast(times) : null;
  return least === null ? [count(sure)] : say`at least ${count(least)}`;
}

/** How many of these editions' finishers may belong to the field, below a table of it; nothing where all is told. */
export function unsureNotes(
  { fields }: FieldReview,
  editions: readonly EditionReview[],
  f: number,
): Text[] {
  const ofField = editions.flatMap((edition) => edition.fields[f] ?? []);
  const maybe = sum(ofField.map(({ maybeS }) => maybeS.length));
  if (maybe === 0) return [];
  const what = fields[f]!.field === 'ageGroup' ? 'sex or age' : 'sex';
  const finishers = maybe === 1 ? 'finisher' : 'finishers';
  return [
    say`${count(maybe)} more ${finishers} of unknown ${what} may belong here: places that depend on them are left out`,
  ];
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
