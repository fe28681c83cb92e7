/** `raceplan init`: a plan and a log to begin with. */
import { basename, join, relative, resolve, sep } from 'node:path';
import { placesOf } from '../../domain/course.js';
import { error } from '../../domain/problems/problem.js';
import { computePlaceholderTime } from '../../engine/goals/placeholder.js';
import { findPlan, statOf } from '../../input/files.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { formatOfExtension } from '../../render/formats.js';
import { writeStarterLog } from '../../render/starter/log.js';
import { renderText } from '../../render/values.js';
import { initReport, quoted } from '../../report/starter/init.js';
import type { Starter } from '../../report/starter/starter.js';
import { span } from '../../report/value.js';
import type { Context, Outcome } from '../command.js';
import { LOG_NAME } from '../learned.js';
import { type Loaded, nothingLoaded, unusable } from '../loaded.js';
import { textOf } from '../options.js';
import { checkInputsKept, type OutputText } from '../outputs.js';
import { tryStarter } from '../starter.js';
import { hear, readStart, readTarget, readZone, Unanswered } from '../starter-answers.js';
import { hearCourse } from '../starter-course.js';
import type { StarterSource } from '../starter-source.js';

const PLAN_NAME = 'race.yaml';
/** Where splits of past editions have the name of a log. */
const OTHER_LOG_NAME = 'my-splits.csv';

export async function run(context: Context): Promise<Outcome> {
  const notes = nothingLoaded<never>();
  try {
    return await begin(context, notes);
  } catch (cause) {
    if (!(cause instanceof Unanswered)) throw cause;
    notes.problems.push(error('NOT_ANSWERED', {}));
    return unusable(notes);
  }
}

async function begin(context: Context, notes: Loaded<never>): Promise<Outcome> {
  const { files, options } = context;
  const { problems } = notes;
  const folder = files[0] ?? '.';
  const from = textOf(options.written, 'from');
  // nobody is to answer questions for nothing
  checkFree(context, from, notes);
  if (hasErrors(problems)) return unusable(notes);

  const name = await hear(
    context,
    {
      option: 'name',
      question: 'Name of the race',
      byDefault: nameOf(folder),
      read: (written) => ({ value: written.replace(/\s+/g, ' ').trim(), diagnostics: [] }),
    },
    problems,
  );
  const course = await hearCourse(context, notes);
  if (!course || hasErrors(problems)) return unusable(notes);
  const { source, path, units } = course;
  const start = await hear(
    context,
    {
      option: 'start',
      question: 'Date and time of the start, such as 2030-06-29 06:00',
      byDefault: 'left open',
      read: readStart,
    },
    problems,
  );
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isZoneOpen = start !== null && start.value.offset === null && source.zone === null;
  const zone = await hear(
    isZoneOpen ? context : { ...context, ask: null },
    { option: 'timezone', question: 'Time zone', byDefault: here, read: readZone },
    problems,
  );
  if (hasErrors(problems)) return unusable(notes);

  const starter: Starter = {
    name: name?.value || nameOf(folder),
    units,
    start: start?.written ?? null,
    zone: zone?.value ?? source.zone ?? (isZoneOpen ? here : null),
    distanceM: course.distanceM,
    distanceWritten: course.distanceWritten,
    laps: source.laps,
    trackFile: source.track && path !== null ? fromFolder(folder, path) : null,
    hasClimb: true,
    historyFile: source.isHistory && path !== null ? fromFolder(folder, path) : null,
    stations: source.stations,
    totals: source.totals,
    unplaced: source.unplaced,
    ...targetOf(source, course.distanceM, null),
    targetWritten: null,
  };
  const planFile = join(folder, PLAN_NAME);
  const measured = tryStarter(starter, source.track, planFile, notes);
  if (!measured || hasErrors(problems)) return unusable(notes);
  const proposed = targetOf(source, course.distanceM, measured.course.gainM);
  const target = await hear(
    context,
    {
      option: 'target',
      question: 'Finish time',
      byDefault: renderText([span(proposed.targetS)], { units }),
      read: readTarget(course.distanceM),
    },
    problems,
  );
  if (hasErrors(problems)) return unusable(notes);
  const begun = { ...starter, hasClimb: measured.course.elevationSource === 'track' };
  const told: Starter = target
    ? { ...begun, targetS: target.value, targetWritten: target.written, targetFrom: 'user' }
    : { ...begun, ...proposed };
  const plan = tryStarter(told, source.track, planFile, notes);
  checkFree(context, path, notes);
  if (!plan || hasErrors(problems)) return unusable(notes);

  const logFile = join(folder, logNameIn(folder, path));
  const places = placesOf(plan.course);
  const report = options.output === null ? null : resolve(options.output);
  const same = [planFile, logFile].find((path) => resolve(path) === report);
  if (same) problems.push(error('OUTPUTS_SAME', { path: same, options: ['-o', 'init'] }));
  const written: OutputText[] = [
    { path: planFile, text: plan.text },
    { path: logFile, text: writeStarterLog(places) },
  ];
  problems.push(...checkInputsKept(written.map((file) => ({ ...file, option: '[dir]' }))));
  if (hasErrors(problems)) return unusable(notes);
  const output = initReport({
    starter: told,
    planFile,
    logFile,
    rows: places.length,
    folder: files[0] === undefined ? null : quoted(folder),
    crewFile: formatOfExtension('html') === null ? 'crew.md' : 'crew.html',
    isExample: course.isExample,
    isZoneTaken: isZoneOpen && zone === null,
  });
  return { ...unusable(notes), units, output, files: written, folder };
}

/** The time to begin with where none is told. */
function targetOf(
  { medianS, totals: { cutoffS } }: StarterSource,
  distanceM: number,
  gainM: number | null,
): Pick<Starter, 'targetS' | 'targetFrom'> {
  if (medianS !== null) {
    return { targetS: Math.ceil(medianS / S_PER_MIN) * S_PER_MIN, targetFrom: 'past editions' };
  }
  const openS = computePlaceholderTime(distanceM, gainM);
  return { targetS: Math.min(openS, cutoffS ?? openS), targetFrom: 'nobody' };
}

/** What would be written must not be there yet. */
function checkFree({ files, options }: Context, from: string | null, { problems }: Loaded<never>) {
  if (options.force) return;
  const folder = files[0] ?? '.';
  const plan = statOf(folder)?.isDirectory() ? findPlan(folder, null).value : null;
  const log = join(folder, logNameIn(folder, from));
  const paths = [...(plan === null ? [] : [plan]), ...(statOf(log) === null ? [] : [log])];
  if (paths.length > 0) problems.push(error('FILES_THERE', { paths }));
}

/** A log is called so that it is found beside its plan, unless that is what the plan begins with. */
function logNameIn(folder: string, from: string | null): string {
  const [there, source] = [statOf(join(folder, LOG_NAME)), from === null ? null : statOf(from)];
  const isSource = there !== null && there.dev === source?.dev && there.ino === source.ino;
  return isSource ? OTHER_LOG_NAME : LOG_NAME;
}

/** A path as a file in the folder names it. */
const fromFolder = (folder: string, path: string): string =>
  relative(resolve(folder), resolve(path)).split(sep).join('/');

/** `western-states` is `Western states`. */
function nameOf(folder: string): string {
  const name = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return /\p{L}/u.test(name) ? name[0]!.toUpperCase() + name.slice(1) : 'My race';
}
