/** The training log of a plan, and the day that readiness is judged on. */
import type { Plan } from '../domain/plan.js';
import type { CalendarDay } from '../domain/preparation.js';
import { error, type Problem } from '../domain/problems/problem.js';
import type { TrainingDay } from '../domain/training.js';
import { isoDayOf, isRealDate, localTimeOf, noonOf } from '../kernel/clock.js';
import { type Notes, namedIn, readNotedTable } from './loaded.js';
import { type Options, textOf } from './options.js';

/** `null` of a plan that names no log, and of a log that cannot be read, which is noted. */
export async function loadTraining(
  plan: Plan,
  notes: Notes,
): Promise<readonly TrainingDay[] | null> {
  const { trainingFile, units } = plan;
  if (trainingFile == null) return null;
  const source = await readNotedTable(trainingFile, 'table', notes, namedIn(plan, trainingFile));
  if (!source) return null;
  // only plans with such a file pay for its reader
  const { parseTraining } = await import('../input/training/training.js');
  const { namingTable } = await import('../input/table-kinds.js');
  const { value, diagnostics } = parseTraining(source, units);
  notes.problems.push(...namingTable('training', diagnostics));
  return value;
}

/**
 * The day asked for with `--today`, else today at the race, or here when the plan tells no zone; `null` when what was
 * asked is no day, which is noted.
 */
export function readToday(
  { written }: Options,
  { race: { zone, zoneGiven } }: Plan,
  problems: Problem[],
): CalendarDay | null {
  const asked = textOf(written, 'today');
  if (asked === null) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return isoDayOf(noonOf(localTimeOf(Date.now(), zoneGiven ? zone : here)));
  }
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(asked) ?? []).map(Number);
  if (year !== undefined && isRealDate(year, month!, day!)) return asked;
  const expected = 'a day, such as 2018-08-30';
  problems.push(
    error('BAD_ARGUMENT', { argument: '--today', value: asked, expected, suggestion: null }),
  );
  return null;
}
