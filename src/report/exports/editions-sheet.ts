/** Past editions as a spreadsheet: a row each. */
import type { EditionReview, FieldReview } from '../../engine/field/field.js';
import { markOfPlace } from '../../engine/field/marks.js';
import type { SheetCell, Spreadsheet } from '../exports.js';
import { count, distance, duration, ratio } from '../value.js';
import { column, type FilledColumn, fillSheet, wordsCell, yesCell } from './sheet.js';

/** A column for each place that is asked about follows these. */
export const EDITIONS_SHEET: readonly FilledColumn<EditionReview>[] = [
  column('Edition', 'words', ({ edition: { name } }) => wordsCell(name)),
  column('Year', 'count', ({ edition: { year } }) => count(year)),
  column('Counts in averages', 'words', ({ comparability }) => yesCell(comparability.counts)),
  column('Starters', 'count', ({ starters }) => count(starters)),
  column('Finishers', 'count', ({ finishers }) => count(finishers)),
  column('Finish rate', 'ratio', ({ finishRatio }) => ratio(finishRatio)),
  column('Median time', 'duration', ({ medianS }) => duration(medianS)),
  column('Median distance', 'distance', ({ medianM }) => distance(medianM)),
];

/** What begins the head of a place's column. */
export const PLACE_HEAD = 'Place ';

/** Times and distances are not of one column: those of what the editions that count are placed by. */
export const editionsSheet = ({ editions, places, measure }: FieldReview): Spreadsheet =>
  fillSheet(
    [
      ...EDITIONS_SHEET,
      ...places.map((place) =>
        column<EditionReview>(
          `${PLACE_HEAD}${place}`,
          measure === 'time' ? 'duration' : 'distance',
          (edition): SheetCell => {
            const marks = edition.measure === measure ? edition.fields[0] : undefined;
            const mark = marks ? markOfPlace(place, marks) : null;
            return measure === 'time' ? duration(mark) : distance(mark);
          },
        ),
      ),
    ],
    editions,
  );
