/** Lists of one file, one below the other, each under a title: of the men and the women, or of several races. */
import type { Sex } from '../../domain/athlete.js';
import { note, type Problem } from '../../domain/problems/problem.js';
import { plainName } from '../../kernel/text.js';
import type { TableRow } from '../table/row.js';
import { distanceInName, distanceOfName } from './distance-names.js';
import { isDistance } from './distances.js';
import type { RunnerRow } from './row.js';
import { sexInWords } from './sexes.js';
import type { ResultsShape } from './shape.js';

/** Longer than titles are. */
const LONGEST_TITLE = 60;

interface Title {
  written: string;
  sex: Sex | null;
  /** The title where it holds a distance, else `null`. */
  race: string | null;
}

/** The one cell of a row that holds anything, where it may be a title. */
function titleIn(row: TableRow | null, finishIndex: number): Title | null {
  const filled = row?.cells.filter((cell) => cell !== '') ?? [];
  const [written = ''] = filled;
  // how far somebody got stands there
  if (row?.cells[finishIndex] === written && isDistance(written)) return null;
  if (filled.length !== 1 || written.length > LONGEST_TITLE || /\d:\d/.test(written)) return null;
  const isRace = distanceInName(written) !== null || distanceOfName(written) !== null;
  const sex = sexInWords(plainName(written));
  return { written, sex: sex === 'X' ? null : sex, race: isRace ? written : null };
}

/** The rows that stand under a title are of its sex and its race, where no column tells these. */
export interface Sections {
  /** Whether a row is a title that tells something; what follows is under it. */
  begin: (row: TableRow) => boolean;
  /** The runner of a row, with what the title above tells. */
  under: (runner: RunnerRow) => RunnerRow;
  /** What the list above the first title of another race is to be called; `null` where there is but one race. */
  firstRace: () => string | null;
  /** What titles told. */
  said: (file: string) => Problem[];
}

/** @param above the row above the header */
export function readSections(
  above: TableRow | null,
  { columns, finish }: Pick<ResultsShape, 'columns' | 'finish'>,
): Sections {
  const first = titleIn(above, finish.index);
  let now = first;
  let race: string | null = null;
  let isOfRaces = false;
  const used = new Set<string>();
  return {
    begin: (row) => {
      const title = titleIn(row, finish.index);
      if (!title) return false;
      now = title;
      const isOther = !columns.race && title.race !== null && title.race !== first?.race;
      if (title.race !== null) race = isOther ? title.race : null;
      return isOther || (!columns.sex && title.sex !== null);
    },
    under: (runner) => {
      const { result } = runner;
      const isTold = !columns.sex && result.sexSaid === '' && now?.sex;
      if (race !== null) isOfRaces = true;
      if (now && (isTold || (race !== null && now.race === race))) used.add(now.written);
      return isTold
        ? { ...runner, race: runner.race ?? race, result: { ...result, sexSaid: isTold } }
        : { ...runner, race: runner.race ?? race };
    },
    firstRace: () => (isOfRaces ? (first?.race ?? first?.written ?? 'the first list') : null),
    said: (file) => (used.size > 0 ? [note('TITLES_TAKEN', { titles: [...used] }, { file })] : []),
  };
}
