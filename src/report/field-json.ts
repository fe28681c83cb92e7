/** Past editions, and their averages, for programs. */
import type { AgeGroup } from '../domain/record.js';
import { computeFinishRatioFrom } from '../engine/field/dropouts.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import { type FinishTimes, finishersOf, timeOfPlace } from '../engine/field/placing.js';
import { type FieldTimes, finishersAtLeast } from '../engine/field/summary.js';
import { mean } from '../kernel/stats.js';
import type { Json } from './report.js';

export const groupJson = (group: AgeGroup | null): Json => (group ? { ...group } : null);

export function editionJson(summary: EditionReview, { places, fields }: FieldReview): Json {
  const placeS = (times: FinishTimes | undefined): Json =>
    Object.fromEntries(
      places.map((place) => [String(place), times ? timeOfPlace(place, times) : null]),
    );
  const { edition, comparability } = summary;
  return {
    name: edition.name,
    year: edition.year,
    day: edition.day ?? null,
    starters: summary.starters,
    finishers: summary.finishers,
    unknownSex: summary.unknownSex,
    finishRatio: summary.finishRatio,
    winnerS: summary.winnerS,
    medianS: summary.medianS,
    placeS: placeS(summary.fields[0]),
    comparable: comparability.counts,
    comparability: { ...comparability },
    fields: fields.map(({ field }, f) => ({
      field,
      ageGroup: groupJson(summary.fields[f]?.group ?? null),
      finishers: finishersOf(summary.fields[f]),
      ...unsureJson(summary.fields[f]),
      placeS: placeS(summary.fields[f]),
      timePlaces: summary.timePlaces.map((places) => places[f] ?? null),
    })),
  };
}

/** What else may be counted, where the sex or the age of some is not told. */
const unsureJson = (times: FieldTimes | undefined) => ({
  finishersAtLeast: times ? finishersAtLeast(times) : null,
  finishersUnknown: times?.maybeS.length ?? null,
});

/** The shape of an edition, averaged over the comparable ones. */
export function averagesJson(
  { fields, averages }: FieldReview,
  counted: readonly EditionReview[],
): Json {
  const meanOf = (key: 'winnerS' | 'medianS') =>
    mean(counted.flatMap((summary) => summary[key] ?? []));
  return {
    editions: counted.length,
    winnerS: meanOf('winnerS'),
    medianS: meanOf('medianS'),
    finishRatio: computeFinishRatioFrom(
      counted.map(({ edition }) => edition),
      0,
    ),
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
