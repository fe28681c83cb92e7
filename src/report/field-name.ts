/** What a field of runners, and an edition, is called. */
import type { Sex } from '../domain/athlete.js';
import type { AgeGroup } from '../domain/record.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import { type Text, words } from './value.js';

const SEX_NAMES: Readonly<Record<Sex, string>> = { F: 'women', M: 'men', X: 'non-binary' };

/** `overall`, `women`, `men 50–59`. */
export function fieldName(
  { field, group }: FieldReview['fields'][number],
  sex: Sex | null,
): string {
  switch (field) {
    case 'gender':
      return sex == null ? 'gender' : SEX_NAMES[sex];
    case 'ageGroup':
      return `${sex == null ? '' : SEX_NAMES[sex]} ${group ? ageGroupName(group) : ''}`.trim();
    default:
      return field;
  }
}

/** `50–59`, `under 20`, `80+`. */
export const ageGroupName = ({ minYears, maxYears }: AgeGroup): string =>
  maxYears == null
    ? `${minYears}+`
    : minYears == null
      ? `under ${maxYears + 1}`
      : `${minYears}–${maxYears}`;

/** By its year, or by its day where another is of that year; else by its file. */
export const editionNames =
  (editions: readonly EditionReview[]) =>
  ({ edition: { year, day, file } }: EditionReview): Text => {
    if (year == null) return [words(file.split(/[\\/]/).at(-1) ?? file)];
    const sameYear = editions.filter(({ edition }) => edition.year === year);
    return day && sameYear.length > 1 ? [words(day)] : [String(year)];
  };
