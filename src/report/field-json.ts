/** Past editions, and their averages, for programs. */
import type { AgeGroup } from '../domain/record.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import { mean } from '../kernel/stats.js';
import type { Json } from './report.js';

export const groupJson = (group: AgeGroup | null): Json => (group ? { ...group } : null);

export function editionJson(summary: EditionReview, { places, fields }: FieldReview): Json {
  const placeS = (timesS: readonly number[]): Json =>
    Object.fromEntries(places.map((place) => [String(place), timesS[place - 1] ?? null]));
  const { edition, comparability } = summary;
  return {
    name: edition.name,
    year: edition.year,
    starters: summary.starters,
    finishers: summary.finishers,
    finishRatio: summary.finishRatio,
    winnerS: summary.winnerS,
    medianS: summary.medianS,
    placeS: placeS(summary.fields[0]?.timesS ?? []),
    comparable: comparability.counts,
    comparability: { ...comparability },
    fields: fields.map(({ field, group }, f) => ({
      field,
      ageGroup: groupJson(group),
      finishers: summary.fields[f]?.timesS.length ?? 0,
      placeS: placeS(summary.fields[f]?.timesS ?? []),
      timePlaces: summary.timePlaces.map((places) => places[f] ?? null),
    })),
  };
}

/** The shape of an edition, averaged over the comparable ones. */
export function averagesJson(
  { fields, averages }: FieldReview,
  counted: readonly EditionReview[],
): Json {
  const meanOf = (key: 'winnerS' | 'medianS' | 'finishRatio') =>
    mean(counted.flatMap((summary) => summary[key] ?? []));
  return {
    editions: counted.length,
    winnerS: meanOf('winnerS'),
    medianS: meanOf('medianS'),
    finishRatio: meanOf('finishRatio'),
    placeS: Object.fromEntries(
      (averages[0] ?? []).map(({ place, meanS }) => [String(place), meanS]),
    ),
    fields: fields.map(({ field, group }, f) => ({
      field,
      ageGroup: groupJson(group),
      places: (averages[f] ?? []).map((average) => ({ ...average })),
    })),
  };
}
