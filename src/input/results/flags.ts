/** Columns that say yes or no of how the race ended: `DNF` with an x, `Finished` with TRUE and FALSE. */
import type { FinishStatus } from '../../domain/record.js';
import { plainName } from '../../kernel/text.js';
import type { Column } from '../table/columns.js';
import type { TableRow } from '../table/row.js';
import { parseTimeCell } from '../times/cell.js';
import { finishStatusOf } from '../times/status.js';

export interface FlagColumn {
  index: number;
  /** What a yes says. */
  status: FinishStatus;
}

const YES = /^(?:x|y|yes|true|1|t|j|ja|o|oui|s|si|sim|✓|✔|☑)$/;
const NO = /^(?:n|no|false|0|f|nein|non|nao|nee|nei|nej)$/;

/** A tick is no letter. */
const wordOf = (written: string): string => plainName(written) || written.trim();

/** @param taken indexes of columns that are something else */
export function findFlags(
  header: readonly string[],
  taken: ReadonlySet<number>,
  sample: readonly TableRow[],
): FlagColumn[] {
  return header.flatMap((name, index): FlagColumn[] => {
    const status = taken.has(index) ? null : finishStatusOf(name);
    const said = sample
      .map(({ cells }) => wordOf(cells[index] ?? ''))
      .filter((cell) => cell !== '');
    const isFlag = said.length > 0 && said.every((cell) => YES.test(cell) || NO.test(cell));
    return status && isFlag ? [{ index, status }] : [];
  });
}

/** What the flags of a row say; a finish denied is a DNF, where no other flag says more. */
export function flagSaid(row: TableRow, flags: readonly FlagColumn[]): FinishStatus | null {
  const cellOf = ({ index }: FlagColumn) => wordOf(row.cells[index] ?? '');
  const yes = flags.find((flag) => YES.test(cellOf(flag)));
  const denied = flags.find((flag) => flag.status === 'finished' && NO.test(cellOf(flag)));
  return yes?.status ?? (denied ? 'dnf' : null);
}

/** Whether most of the rows with a finish time have a place: a time without one is then none of a finish. */
export function areMostPlaced(
  place: Column | undefined,
  finishIndex: number,
  sample: readonly TableRow[],
): boolean {
  const isTimed = ({ cells }: TableRow) => parseTimeCell(cells[finishIndex] ?? '').kind === 'time';
  const timed = sample.filter(isTimed);
  const placed = timed.filter(({ cells }) => /^[1-9]/.test(cells[place?.index ?? -1] ?? ''));
  return placed.length > timed.length / 2;
}
