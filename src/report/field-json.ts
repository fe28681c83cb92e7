/** Past editions, and their averages, for programs. */
import type { AgeGroup, Measure } from '../domain/record.js';
import { computeFinishRatioFrom } from '../engine/field/dropouts.js';
import type { EditionReview, FieldReview } from '../engine/field/field.js';
import { finishersOf, type Marks, markOfPlace } from '../engine/field/marks.js';
import { type FieldMarks, finishersAtLeast } from '../engine/field/summary.js';
import { mean } from '../kernel/stats.js';
import type { Json } from './report.js';

const groupJson = (group: AgeGroup | null): Json => (group ? { ...group } : null);

/** By what the results are: the numbers of the other unit are `null`. */
const byMeasure = (measure: Measure, placed: Json) => ({
  placeS: measure === 'time' ? placed : null,
  placeM: measure === 'distance' ? placed : null,
});

export function editionJson(summary: EditionReview, { places, fields }: FieldReview): Json {
  const placesOf = (marks: Marks | undefined) =>
    byMeasure(
      summary.measure,
      Object.fromEntries(
        places.map((place) => [String(place), marks ? markOfPlace(place, marks) : null]),
      ),
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
    winnerM: summary.winnerM,
    medianM: summary.medianM,
    ...placesOf(summary.fields[0]),
    comparable: comparability.counts,
    comparability: { ...comparability },
    fields: fields.map(({ field }, f) => ({
      field,
      ageGroup: groupJson(summary.fields[f]?.group ?? null),
      finishers: finishersOf(summary.fields[f]),
      ...unsureJson(summary.fields[f]),
      ...placesOf(summary.fields[f]),
      timePlaces: summary.timePlaces.map((places) => places[f] ?? null),
      distancePlaces: summary.distancePlaces.map((places) => places[f] ?? null),
    })),
  };
}

/** What else may be counted, where the sex or the age of some is not told. */
const unsureJson = (marks: FieldMarks | undefined) => ({
  finishersAtLeast: marks ? finishersAtLeast(marks) : null,
  finishersUnknown: marks?.maybe.length ?? null,
});

/** The shape of an edition, averaged over the comparable ones. */
export function averagesJson(
  { fields, averages, measure }: FieldReview,
  counted: readonly EditionReview[],
): Json {
  const meanOf = (key: 'winnerS' | 'medianS' | 'winnerM' | 'medianM') =>
    mean(counted.flatMap((summary) => summary[key] ?? []));
  return {
    editions: counted.length,
    winnerS: meanOf('winnerS'),
    medianS: meanOf('medianS'),
    winnerM: meanOf('winnerM'),
    medianM: meanOf('medianM'),
    finishRatio: computeFinishRatioFrom(
      counted.map(({ edition }) => edition),
      0,
    ),
    ...byMeasure(
      measure,
      Object.fromEntries(
        (averages[0] ?? []).map((average) => [
          String(average.place),
          'meanS' in average ? average.meanS : average.meanM,
        ]),
      ),
    ),
    fields: fields.map(({ field, group }, f) => ({
      field,
      ageGroup: groupJson(group),
      places: (averages[f] ?? []).map((average) => ({ ...average })),
    })),
  };
}
