/** One run of the command line: arguments → command → what is printed, and the exit status. */
import { PRIORITIES } from '../domain/goal.js';
import type { Problem } from '../domain/problems/problem.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { FORMATS } from '../render/formats.js';
import type { ReportStyle } from '../render/style.js';
import type { CommandRow, Outcome } from './command.js';
import { COMMANDS } from './commands.js';
import { type Io, mayColour, type Screen, widthOf } from './io.js';
import { type Options, readOptions } from './options.js';
import { type Invocation, packageVersion, parseArguments } from './program.js';
import { EXIT, exitStatusOf } from './status.js';

/** @returns the exit status */
export async function runCli(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandRow[] = COMMANDS,
): Promise<number> {
  try {
    const invocation = parseArguments(commands, argv, io);
    return typeof invocation === 'number' ? invocation : await runCommand(invocation, io);
  } catch (cause) {
    io.stderr.write(renderBug(cause, io));
    return EXIT.bug;
  }
}

async function runCommand({ row, files, written }: Invocation, io: Io): Promise<number> {
  const { value: options, diagnostics } = readOptions(row, written);
  if (!options) {
    await tellProblems({ ...NOTHING, problems: diagnostics }, null, io);
    return EXIT.unusable;
  }
  const { run } = await row.load();
  const { progress, clear } = prepareProgress(io, options);
  const outcome = await run({ files, options, progress });
  clear();
  const text = await renderOutput(outcome, options, io);
  const problems = [...outcome.problems, ...(await save(text, outcome, options))];
  const printed = options.output === null ? text : null;
  const told = await tellProblems({ ...outcome, problems }, options, io);
  if (told && printed && io.stderr.isTTY) io.stderr.write('\n');
  if (printed) io.stdout.write(printed);
  return exitStatusOf({ ...outcome, problems }, options);
}

/** Work shorter than this needs no progress, ms. */
const SHORT_MS = 1000;
const CLEAR_LINE = '\r\u001b[K';

/** One line of progress, on a terminal only, that gives way to the next. */
function prepareProgress({ stderr }: Io, { quiet }: Options) {
  const startedAt = Date.now();
  let shown: string | null = null;
  return {
    progress: (text: string) => {
      if (!stderr.isTTY || quiet || text === shown || Date.now() - startedAt < SHORT_MS) return;
      stderr.write(`${CLEAR_LINE}${text}`);
      shown = text;
    },
    clear: () => {
      if (shown !== null) stderr.write(CLEAR_LINE);
    },
  };
}

const NOTHING: Outcome = {
  output: null,
  problems: [],
  sources: new Map(),
  units: null,
};

/** Writes the file asked for, if anything was computed. */
async function save(
  text: string | null,
  { problems }: Outcome,
  { output }: Options,
): Promise<Problem[]> {
  if (text === null || output === null || hasErrors(problems)) return [];
  const { writeAtomically } = await import('../input/files.js');
  const problem = writeAtomically(output, text);
  return problem ? [problem] : [];
}

async function renderOutput(outcome: Outcome, options: Options, io: Io): Promise<string | null> {
  const { output, problems } = outcome;
  if (output === null || typeof output === 'string' || options.format === null) {
    return typeof output === 'string' ? output : null;
  }
  const render = await FORMATS[options.format].load();
  return render(output, styleOf(outcome, options, io.stdout, io), problems);
}

/** @returns whether there was anything to tell */
async function tellProblems(outcome: Outcome, options: Options | null, io: Io): Promise<boolean> {
  const told = options?.quiet
    ? outcome.problems.filter(({ severity }) => severity === 'error')
    : outcome.problems;
  if (told.length === 0) return false;
  const { renderProblems } = await import('../render/problems/frame.js');
  io.stderr.write(renderProblems(told, outcome.sources, styleOf(outcome, options, io.stderr, io)));
  return true;
}

/** A file is written plain, as wide as asked. */
function styleOf(outcome: Outcome, options: Options | null, screen: Screen, io: Io): ReportStyle {
  const toFile = screen === io.stdout && options?.output != null;
  return {
    units: options?.units ?? outcome.units ?? 'metric',
    width: widthOf(toFile ? { ...screen, columns: null } : screen, options?.width ?? null),
    colour: !toFile && (options?.colour ?? true) && mayColour(screen, io),
    quiet: options?.quiet ?? false,
    brief: options?.written.brief === true,
    judging: { strict: options?.strict ?? false, judged: options?.judged ?? PRIORITIES },
  };
}

function renderBug(cause: unknown, { env }: Io): string {
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  return [
    `This is a bug in raceplan ${packageVersion()}, not in your files: ${message}`,
    'Please report it, with the command and the files you used: npm bugs raceplan',
    env.DEBUG ? stack : 'DEBUG=1 before the command shows where it happened.',
    '',
  ].join('\n');
}
