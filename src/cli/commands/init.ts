/** `raceplan init`: a plan and a log to begin with. */
import { join, resolve } from 'node:path';
import { placesOf } from '../../domain/course.js';
import { error } from '../../domain/problems/problem.js';
import { computePlaceholderTime } from '../../engine/goals/placeholder.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { formatOfExtension } from '../../render/formats.js';
import { writeStarterLog } from '../../render/starter/log.js';
import { renderText } from '../../render/values.js';
import { initReport, quoted } from '../../report/starter/init.js';
import type { Starter } from '../../report/starter/starter.js';
import { span } from '../../report/value.js';
import type { Context, Outcome } from '../command.js';
import { type Loaded, nothingLoaded, unusable } from '../loaded.js';
import { textOf } from '../options.js';
import type { OutputText } from '../output-writing.js';
import { checkInputsKept } from '../outputs.js';
import { buildStarter, paceStarter } from '../starter.js';
import {
  hear,
  type Question,
  readStart,
  readTarget,
  readZone,
  Unanswered,
} from '../starter-answers.js';
import { hearCourse } from '../starter-course.js';
import { fromFolder, logNameIn, nameOf, problemsThere } from '../starter-files.js';
import type { StarterSource } from '../starter-source.js';

const PLAN_NAME = 'race.yaml';
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

async function begin(asked: Context, notes: Loaded<never>): Promise<Outcome> {
  const { files, options } = asked;
  const { problems } = notes;
  const folder = files[0] ?? '.';
  problems.push(...problemsThere(asked, textOf(options.written, 'from')));
  // nobody is to answer questions for nothing
  const context = askingUnless(hasErrors(problems), asked);

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
  const start = await hear(
    askingUnless(hasErrors(problems), context),
    {
      option: 'start',
      question: 'Date and time of the start, such as 2030-06-29 06:00',
      byDefault: 'left open',
      read: readStart,
    },
    problems,
  );
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isZoneOpen = start?.value.offset === null && course?.source.zone == null;
  const zone = await hear(
    askingUnless(hasErrors(problems) || !isZoneOpen, context),
    { option: 'timezone', question: 'Time zone', byDefault: here, read: readZone },
    problems,
  );
  if (!course || hasErrors(problems)) {
    // of all that is wrong nothing is left for the next time
    await hear(askingUnless(true, context), targetQuestion(0, ''), problems);
    return unusable(notes);
  }
  const { source, path, units } = course;

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
  const measured = buildStarter(starter, source.track, planFile, notes);
  if (!measured || hasErrors(problems)) return unusable(notes);
  const proposed = targetOf(source, course.distanceM, measured.course.gainM);
  const target = await hear(
    context,
    targetQuestion(course.distanceM, renderText([span(proposed.targetS)], { units })),
    problems,
  );
  if (hasErrors(problems)) return unusable(notes);
  const begun = { ...starter, hasClimb: measured.course.elevationSource === 'track' };
  const told: Starter = target
    ? { ...begun, targetS: target.value, targetWritten: target.written, targetFrom: 'user' }
    : { ...begun, ...proposed };
  const plan = buildStarter(told, source.track, planFile, notes);
  if (plan) paceStarter(plan, notes);
  problems.push(...problemsThere(context, path));
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

const askingUnless = (isNot: boolean, context: Context): Context =>
  isNot ? { ...context, ask: null } : context;

/** @param distanceM 0 where it is not known */
const targetQuestion = (distanceM: number, byDefault: string): Question<number> => ({
  option: 'target',
  question: 'Finish time',
  byDefault,
  read: readTarget(distanceM),
});

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
