/** One row of a results file, read under the file's shape. */
import type { AgeGroup } from '../../domain/record.js';
import { plainName, yearIn } from '../../kernel/text.js';
import type { TableRow } from '../table/whole.js';
import { orderOf } from '../times/date-column.js';
import { ageAtRace, parseAge } from './ages.js';
import type { ReadResult } from './compact-results.js';
import type { ResultsContext } from './context.js';
import { type EditionDay, editionDays, isDayOfRace } from './editions-by-day.js';
import { finishOrder } from './finish-order.js';
import { isRelay, parseAgeGroup, schemeOfGroups } from './people.js';
import { placeIn, placeOf, type RaceOfRow, readRace, readTimedRace } from './race-of-row.js';
import type { SexReader } from './sexes.js';
import type { ResultsShape } from './shape.js';
import type { ResultRole } from './vocabulary.js';
import { readWave, type WaveCell } from './waves.js';

export interface RunnerRow extends Omit<RaceOfRow, 'status' | 'timeS' | 'distanceM' | 'isToldOf'> {
  result: ReadResult;
  /** The edition's column, as written: a year, or a number of the service's own. */
  edition: string | null;
  /** By the column of dates. */
  day: EditionDay | null;
  /** The race's or distance's column, as written. */
  race: string | null;
  wave: WaveCell;
  /** The finish at the station came later than all others. */
  isAfterLimit?: boolean;
}

/** Why a row is no runner's. */
export type NoRunner = 'relay' | 'nobody';

/** Reads the rows of a file under its shape. Age groups written alike are one object. */
export function rowReader(
  shape: ResultsShape,
  context: ResultsContext,
  sexes: SexReader,
  sample: readonly TableRow[],
): (row: TableRow) => RunnerRow | NoRunner {
  const { ageGroup } = shape.columns;
  const scheme = schemeOfGroups(
    ageGroup ? sample.map(({ cells }) => cells[ageGroup.index] ?? '') : [],
  );
  const groups = new Map<string, AgeGroup | null>();
  const groupOf = (written: string): AgeGroup | null => {
    const known = groups.get(written);
    if (known !== undefined) return known;
    const group = parseAgeGroup(written, scheme);
    groups.set(written, group);
    return group;
  };
  const { date } = shape.columns;
  const dates = date ? sample.map(({ cells }) => cells[date.index] ?? '') : [];
  const dayOf = date && isDayOfRace(date.index, sample) ? editionDays(orderOf(dates)) : null;
  const inOrder = finishOrder(shape);
  return (row) => {
    const cell = (role: ResultRole): string => row.cells[shape.columns[role]?.index ?? -1] ?? '';
    if (isRelay(cell('ageGroup')) || isRelay(cell('race'))) return 'relay';
    const wave = waveOf(row, shape, context);
    const race =
      shape.finish.kind === 'distance'
        ? readTimedRace(row, shape, shape.finish)
        : readRace(row, shape, context, wave.waveS ?? 0, inOrder);
    const category = cell('ageGroup');
    const day = dayOf?.(cell('race') || null, cell('date')) ?? null;
    const year = yearIn(cell('edition')) ?? day?.year ?? context.year;
    const { status, timeS, distanceM, isToldOf, ...checked } = race;
    if (isTotal(row, cell) || (!isToldOf && isNobody(row, cell))) return 'nobody';
    return {
      result: {
        place: (timeS ?? distanceM) == null ? null : placeOf(row, shape),
        timeS,
        distanceM,
        sexSaid: sexes.say(cell('sex'), category),
        ageYears:
          parseAge(cell('age')) ??
          (scheme.isFirstYears ? null : parseAge(category)) ??
          ageAtRace(cell('birth'), year, context.start),
        ageGroup: groupOf(category) ?? groupOf(cell('age')),
        status,
        bib: cell('bib') || codeIn(cell('name')),
        line: row.line,
      },
      wave,
      edition: cell('edition') || null,
      day,
      race: cell('race') || null,
      ...checked,
    };
  };
}

const TOTAL =
  /^(?:(?:overall )?(?:average|mean|median|total|sum|fastest|slowest)s?(?: (?:time|pace))?|durchschnitt|mittelwert|summe|moyenne|mediane|media|promedio|gemiddelde?|snitt|gjennomsnitt|medel|keskiarvo|cut ?off(?: time)?|time limit|zielschluss|barriere horaire|course record|sweepers?|sweep|serre file|besenlaufer)$/;

/** What somebody counted below the results: the row of no place and no bib that says so. */
const isTotal = ({ cells }: TableRow, cell: (role: ResultRole) => string): boolean =>
  placeIn(cell('place')) == null &&
  !/\d/.test(cell('bib')) &&
  cells.some((written) => /^\D{3,30}$/.test(written) && TOTAL.test(plainName(written)));

/** A title between the rows, or a line below them: neither place nor bib, and nothing of a person, or that alone. */
function isNobody({ cells }: TableRow, cell: (role: ResultRole) => string): boolean {
  const [alone = '', ...others] = cells.filter((written) => written !== '');
  if (others.length === 0 && SENTENCE.test(alone)) return true;
  if (placeIn(cell('place')) != null || /\d/.test(cell('bib'))) return false;
  const isPerson = OF_PERSON.some((role) => cell(role) !== '');
  return !isPerson || others.length === 0;
}
/** `9 finishers, 3 DNF` is no place. */
const SENTENCE = /\p{L}{2,}.*\s\S*\p{L}{2,}/u;
const OF_PERSON = ['name', 'bib', 'sex', 'age', 'ageGroup', 'birth'] as const;

/** Without such a column all start together; where it only names the waves, nobody knows when they did. */
function waveOf(row: TableRow, { wave }: ResultsShape, { start }: ResultsContext): WaveCell {
  if (wave === null) return { waveS: 0, unreadable: null };
  if (wave.reading === null) return { waveS: null, unreadable: null };
  return readWave(row.cells[wave.index] ?? '', wave.reading, start);
}

/** A runner anonymised as a code, such as `22-001`, is a number like any bib; a name is not kept. */
const codeIn = (name: string): string | null => (/^\d[\d-]*$/.test(name) ? name : null);
