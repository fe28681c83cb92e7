/** One run of the command line: arguments → command → what is printed, and the exit status. */
import { PRIORITIES } from '../domain/goal.js';
import { ALIKE_KEPT, limitAlike } from '../domain/problems/alike.js';
import { error, type Problem } from '../domain/problems/problem.js';
import { isFileFault, reasonOf } from '../input/file-faults.js';
import { beginReading, checkNamedFiles } from '../input/files.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { FORMATS } from '../render/formats.js';
import type { ReportStyle } from '../render/style.js';
import type { CommandRow, Outcome } from './command.js';
import { COMMANDS } from './commands.js';
import { type Io, mayColour, type Screen, widthOf } from './io.js';
import { unknownCommand } from './meant.js';
import { type Options, outputsOf, readOptions } from './options.js';
import type { OutputFile } from './outputs.js';
import { type Invocation, packageVersion, parseArguments } from './program.js';
import { prepareProgress } from './progress.js';
import { EXIT, exitStatusOf } from './status.js';

/** Longer than any path or list of times. */
const LONGEST_ARGUMENT = 10_000;

/** @returns the exit status */
export async function runCli(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandRow[] = COMMANDS,
): Promise<number> {
  try {
    const tooLong = argv.find((argument) => argument.length > LONGEST_ARGUMENT);
    if (tooLong !== undefined) {
      const args = { what: 'argument', characters: tooLong.length } as const;
      await tellProblems({ ...NOTHING, problems: [error('TOO_LONG', args)] }, null, io);
      return EXIT.unusable;
    }
    const unknown = unknownCommand(commands, argv);
    if (unknown !== null) {
      await tellProblems({ ...NOTHING, problems: [unknown] }, null, io);
      return EXIT.unusable;
    }
    const invocation = parseArguments(commands, argv, io);
    return typeof invocation === 'number' ? invocation : await runCommand(invocation, commands, io);
  } catch (cause) {
    if (isFileFault(cause) && 'syscall' in cause) {
      const { path = 'a file' } = cause;
      const problem = error('FILE_UNREADABLE', { path, reason: reasonOf(cause) });
      await tellProblems({ ...NOTHING, problems: [problem] }, null, io);
      return EXIT.unusable;
    }
    io.stderr.write(renderBug(cause, io));
    return EXIT.bug;
  }
}

async function runCommand(
  { row, files, written }: Invocation,
  commands: readonly CommandRow[],
  io: Io,
): Promise<number> {
  const { value: options, diagnostics } = readOptions(row, written);
  if (!options) {
    await tellProblems({ ...NOTHING, problems: diagnostics }, null, io);
    return EXIT.unusable;
  }
  beginReading([...files, ...Object.values(written).filter((value) => typeof value === 'string')]);
  const outputs = outputsOf(row, written);
  const named = row.writesFolder || isOfWords(row) ? [] : checkNamedFiles(files);
  const refused = [...named, ...(await refuse(outputs, options))];
  if (refused.length > 0) {
    await tellProblems({ ...NOTHING, problems: refused }, options, io);
    return EXIT.unusable;
  }
  const { run } = await row.load();
  const { progress, clear } = prepareProgress(io, options.quiet);
  const ask = options.quiet ? null : (io.ask ?? null);
  const found = await run({ files, options, progress, ask }, commands).finally(clear);
  const heard = { ...found, problems: toldOnce(found.problems) };
  const { text, ...outcome } = await saveOutputs(heard, outputs, options, io);
  const told = await tellProblems(outcome, options, io);
  if (told && text && io.stderr.isTTY) io.stderr.write('\n');
  if (text) io.stdout.write(text);
  return exitStatusOf(outcome, options);
}

/** Whether its arguments are words, and no files. */
const isOfWords = ({ arguments: listed }: CommandRow): boolean =>
  listed.some(({ choices }) => choices !== undefined);

/** A file may be read twice, as results and as history: what is wrong with it is told once. */
const toldOnce = (problems: readonly Problem[]): Problem[] => {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return limitAlike([...once.values()], ALIKE_KEPT);
};

/** Loaded when there is something to write. */
const refuse = async (outputs: readonly OutputFile[], { force }: Options): Promise<Problem[]> =>
  outputs.length === 0 ? [] : (await import('./outputs.js')).checkOutputs(outputs, force);

const NOTHING: Outcome = {
  output: null,
  problems: [],
  sources: new Map(),
  units: null,
};

/**
 * Writes the files asked for, if anything was computed.
 * @returns the outcome, without a report where one could not be written; `text` is what is left to print
 */
async function saveOutputs(
  outcome: Outcome,
  outputs: readonly OutputFile[],
  options: Options,
  io: Io,
): Promise<Outcome & { text: string | null }> {
  const text = await renderOutput(outcome, options, io);
  const { output } = options;
  if (outputs.length === 0 && !outcome.files?.length) return { ...outcome, text };
  const { checkInputsKept } = await import('./outputs.js');
  const { writeOutputs } = await import('./output-writing.js');
  const report = text === null || output === null ? [] : [{ path: output, text }];
  const refused = checkInputsKept(outputs);
  const isUsable = refused.length === 0 && (outcome.isPartial || !hasErrors(outcome.problems));
  const problems = isUsable
    ? writeOutputs([...(outcome.files ?? []), ...report], outcome.folder)
    : refused;
  if (problems.length === 0) return { ...outcome, text: output === null ? text : null };
  return { ...outcome, output: null, problems: [...outcome.problems, ...problems], text: null };
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
  io.stderr.write(
    renderProblems(
      told,
      outcome.sources,
      styleOf(outcome, options, io.stderr, io),
      outcome.isPartial === true && outcome.output !== null,
    ),
  );
  return true;
}

/** Columns of a terminal on which plots of characters can be read. */
const WIDE_ENOUGH = 100;

/** A file is written plain, as wide as asked. */
function styleOf(outcome: Outcome, options: Options | null, screen: Screen, io: Io): ReportStyle {
  const toFile = screen === io.stdout && options?.output != null;
  const width = widthOf(toFile ? { ...screen, columns: null } : screen, options?.width ?? null);
  return {
    units: options?.units ?? outcome.units ?? 'metric',
    width,
    charts: !toFile && screen.isTTY && width >= WIDE_ENOUGH,
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
