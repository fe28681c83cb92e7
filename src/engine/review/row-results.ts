/** The rows of a file of many, as results in which each runner finds their own. */
import type { FaultyRow, RaceResult, RaceResults } from '../../domain/record.js';

/** A row of the file. */
export interface LabelledRow {
  /** The bib; of one that several have the line as well, of none the line. */
  label: string;
  result: RaceResult;
}

/** The rows of a file, each under a label that no other has. */
export function labelRows(results: RaceResults): LabelledRow[] {
  const rows = [...results];
  const counts = new Map<string | null, number>();
  for (const { bib } of rows) counts.set(bib, (counts.get(bib) ?? 0) + 1);
  return rows.map((result) => {
    const { bib, line } = result;
    const isAlone = bib !== null && counts.get(bib) === 1;
    return {
      label: isAlone ? bib : bib === null ? `line ${line}` : `${bib} (line ${line})`,
      result,
    };
  });
}

/** What the rows of a file say as results. */
export interface RowResults {
  results: readonly RaceResult[];
  /** No finish is lost. */
  areAllTold: boolean;
}

/** Of these faults a runner may have finished all the same. */
const isFinishLost = (row: FaultyRow | undefined): boolean =>
  row?.fault === 'finish unreadable' || row?.fault === 'finish impossible';

/**
 * The rows as results, in which each finds their own by its label. Who finished by a row that cannot be read is ahead of
 * those behind the place it gives; without one the places behind are in doubt.
 */
export function resultsOfRows(
  labelled: readonly LabelledRow[],
  faults: ReadonlyMap<number, FaultyRow>,
): RowResults {
  const told = labelled
    .map(({ result }) => result)
    .filter(({ place, timeS, distanceM }) => place !== null && (timeS ?? distanceM) !== null)
    .sort((a, b) => (a.timeS ?? 0) - (b.timeS ?? 0) || (b.distanceM ?? 0) - (a.distanceM ?? 0));
  // lists by sex count each sex from 1
  const isOverall = told.every(({ place }, i) => i === 0 || place! > told[i - 1]!.place!);
  const lost = labelled.filter(({ result }) => isFinishLost(faults.get(result.line)));
  const markAt = (place: number | null | undefined) => {
    if (place == null || !isOverall) return { timeS: null, distanceM: null };
    const before = told.findLast((other) => other.place! < place);
    const [first] = told;
    const { timeS, distanceM } = before ?? {
      timeS: first?.timeS == null ? null : first.timeS - 1,
      distanceM: first?.distanceM == null ? null : first.distanceM + 1,
    };
    return { timeS, distanceM };
  };
  return {
    results: labelled.map((row): RaceResult => {
      const { label: bib, result } = row;
      if (!lost.includes(row)) return { ...result, bib };
      const mark = markAt(faults.get(result.line)?.place);
      return { ...result, bib, status: 'finished', ...mark };
    }),
    areAllTold: lost.length === 0,
  };
}
