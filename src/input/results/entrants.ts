/** Lists of entrants: what runners registered, hoped or were expected to run is no result. */
import { plainName } from '../../kernel/text.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';

/** Where the finish times of a file were found: a column called so, or the last of the stations. */
interface FinishFound {
  kind: 'own' | 'split' | 'distance' | 'none';
  index: number;
  named?: boolean;
}

/** When somebody entered: `Registration Date`, `Registered`, `Anmeldedatum`, `Date d'inscription`. */
const ENTERED =
  /^(?:(?:registration|registered|entry|entered|signup|sign up|order|payment|paid)(?: (?:date|at|on|time|day|timestamp))?|(?:date|time|day|timestamp) (?:of )?(?:registration|entry|payment|order)|anmeldung|anmeldedatum|meldedatum|bezahlt|date (?:d ?)?inscription|fecha (?:de )?inscripcion|data (?:di )?iscrizione|data (?:de )?inscricao|inschrijfdatum|anmalningsdatum|pamelding|ilmoittautunut)$/;
/** What somebody may run: `Target`, `Predicted time`, `Seed`, `Estimated finish`, `Wunschzeit`, `PB`. */
const EXPECTED =
  /^(?:(?:target|predicted|prediction|estimated|estimate|expected|projected|anticipated|planned|seed|seeding|qualifying|qualifier|self seed)(?: (?:finish|finishing|race|marathon|run))?(?: time)?|(?:finish|time) (?:prediction|estimate)|wunschzeit|richtzeit|erwartete zeit|temps (?:estime|vise|prevu|espere)|tiempo (?:estimado|previsto|objetivo)|tempo (?:previsto|stimato)|streeftijd|pb|pr|personal best|personal record|best time|bestzeit)$/;
/** How far an entry has got, where a column of results would say who finished. */
const ENTRY_STATUS =
  /^(?:confirmed|registered|entered|paid|unpaid|pending|accepted|invited|wait ?list(?:ed)?|on wait ?list|angemeldet|gemeldet|bezahlt|warteliste|inscrit|inscrite|paye|valide|inscrito|inscrita|confirmado|confirmada|iscritto|iscritta|bekraftad|pameldt)$/;

const isTelling = (written: string): boolean => {
  const plain = plainName(written.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return ENTERED.test(plain) || EXPECTED.test(plain);
};

/** The columns of a header that tell of entrants, and hold neither a finish nor a time at a station. */
export const entrantColumns = (header: readonly string[]): number[] =>
  header.flatMap((written, index) => (isTelling(written) ? [index] : []));

/**
 * The columns that make a table a list of entrants; `null` when it has results, or nothing tells.
 * @param finish `null` where no column of finish times was found
 */
export function findEntrants(
  header: readonly string[],
  sample: readonly TableRow[],
  finish: FinishFound | null,
): number[] | null {
  const cellsOf = (index: number) => sample.map(({ cells }) => cells[index] ?? '');
  const telling = entrantColumns(header);
  const status = header.findIndex((written) => /^(?:entry )?status$/.test(plainName(written)));
  const statuses = cellsOf(status).filter((cell) => cell !== '');
  const isOfEntries = statuses.every((cell) => ENTRY_STATUS.test(plainName(cell)));
  if (statuses.length > 0 && isOfEntries) telling.push(status);
  return telling.length === 0 || hasResults(finish, cellsOf) ? null : telling;
}

/** A column that is called the finish, and holds a time or how the race of somebody ended. */
function hasResults(
  finish: FinishFound | null,
  cellsOf: (index: number) => readonly string[],
): boolean {
  if (finish?.kind === 'none') return true;
  if (!finish || (finish.kind === 'split' && !finish.named)) return false;
  const kinds = cellsOf(finish.index).map((cell) => parseTimeCell(cell).kind);
  return kinds.some((kind) => kind !== 'missing' && kind !== 'unreadable');
}
