/** `raceplan help`: what plans, goals, logs and problems are made of. Of commands commander tells. */
import type { ProblemCode } from '../../domain/problems/problem.js';
import { error } from '../../domain/problems/problem.js';
import { planWords } from '../../input/plan-words.js';
import { tableWords } from '../../input/table-words.js';
import { closest } from '../../kernel/text.js';
import { FORMATS, type Format } from '../../render/formats.js';
import { errorsHelp, KIND_NAMES, PROBLEM_CODES, problemHelp } from '../../report/help/errors.js';
import { exitHelp } from '../../report/help/exit.js';
import { formatsHelp } from '../../report/help/formats.js';
import { goalsHelp } from '../../report/help/goals.js';
import { logsHelp } from '../../report/help/logs.js';
import { planHelp } from '../../report/help/plan.js';
import type { ProblemKind } from '../../report/problems/index.js';
import type { Report } from '../../report/report.js';
import type { CommandRow, Context, Outcome } from '../command.js';
import { TOPIC_NAMES, type Topic } from '../topics.js';

/** What a topic tells, or the words that may follow it instead of the one that does. */
type Told = Report | readonly string[];

type Tell = (asked: string | null, commands: readonly CommandRow[]) => Told;

const isCode = (word: string): word is ProblemCode =>
  (PROBLEM_CODES as readonly string[]).includes(word);

const TOPICS: Readonly<Record<Topic, Tell>> = {
  plan: (asked) => {
    const vocabulary = planWords();
    const parts = vocabulary.filter(({ path }) => path === '').map(({ part }) => part);
    return asked === null || parts.includes(asked) ? planHelp(vocabulary, asked) : parts;
  },
  goals: (asked) => (asked === null ? goalsHelp() : []),
  logs: (asked) => (asked === null ? logsHelp(tableWords()) : []),
  errors: (asked) => {
    if (asked === null) return errorsHelp(null);
    const code = asked.toUpperCase();
    if (isCode(code)) return problemHelp(code);
    const kind = KIND_NAMES.find((name) => name === asked);
    return kind === undefined ? [...KIND_NAMES, ...PROBLEM_CODES] : errorsHelp(kind as ProblemKind);
  },
  formats: (asked, commands) => (asked === null ? formatsHelp(formatsOf(commands)) : []),
  exit: (asked) => (asked === null ? exitHelp() : []),
};

const formatsOf = (commands: readonly CommandRow[]) =>
  (Object.keys(FORMATS) as Format[]).map((name) => ({
    name,
    extensions: FORMATS[name].extensions,
    says: FORMATS[name].summary,
    commands: commands.filter(({ formats }) => formats.includes(name)).map((row) => row.name),
  }));

export async function run(
  { files: words }: Context,
  commands: readonly CommandRow[],
): Promise<Outcome> {
  const [first = '', asked = null, ...rest] = words;
  const topic = TOPIC_NAMES.find((name) => name === first.toLowerCase());
  if (rest.length > 0) return unknown(words.join(' '), []);
  if (topic !== undefined) {
    const told = TOPICS[topic](asked?.toLowerCase() ?? null, commands);
    return isReport(told) ? found(told) : unknown(told.length > 0 ? asked! : words.join(' '), told);
  }
  // without options the parser has printed it, and it is printed on the screen alone
  const isParsers = first === '' || commands.some(({ name }) => name === first);
  if (isParsers && asked === null)
    return apart(first === '' ? 'help on no topic' : `help ${first}`);
  const code = first.toUpperCase();
  if (isCode(code) && asked === null) return found(problemHelp(code));
  const known = [...TOPIC_NAMES, ...commands.map(({ name }) => name), ...PROBLEM_CODES];
  return unknown(words.join(' '), known, first);
}

const isReport = (told: Told): told is Report => 'sections' in told;

const found = (output: Report): Outcome => ({
  output,
  problems: [],
  sources: new Map(),
  units: null,
});

function apart(help: string): Outcome {
  const problems = [error('ASKED_TOGETHER', { asked: [help, 'options'] })];
  return { output: null, problems, sources: new Map(), units: null };
}

/**
 * @param known what it may have been
 * @param word the one of those written that is held against them
 */
function unknown(written: string, known: readonly string[], word = written): Outcome {
  const suggestion = closest(word, known) ?? closest(word.toUpperCase(), known);
  const args = { written, topics: TOPIC_NAMES, suggestion };
  const problems = [error('UNKNOWN_TOPIC', args)];
  return { output: null, problems, sources: new Map(), units: null };
}
