/** Many problems of one kind: the first are told one by one, the rest is counted. */
import { type Problem, problemOf } from './problem.js';

/** Problems of one code in one file that are told on a screen, and that are kept as data. */
export const ALIKE_SHOWN = 20;
export const ALIKE_KEPT = 1000;

/** Passes the first problems of each kind, and counts the rest. */
export function alikeLimiter(most: number) {
  const left = new Map<string, { problem: Problem; seen: number; more: number }>();
  return {
    /** Whether a problem is to be told itself. */
    passes: (problem: Problem): boolean => {
      const isRest = problem.code === 'MORE_ALIKE';
      const code = isRest ? problem.args.code : problem.code;
      const key = `${code} ${problem.severity} ${problem.file}`;
      const kind = left.get(key) ?? { problem, seen: 0, more: 0 };
      left.set(key, kind);
      if (isRest) kind.more += problem.args.more;
      else kind.seen += 1;
      if (kind.seen > most && !isRest) kind.more += 1;
      return !isRest && kind.seen <= most;
    },
    /** How many more there are of each kind: one `MORE_ALIKE` each. */
    rest: (): Problem[] =>
      [...left.values()].flatMap(({ problem, more }) => {
        const { severity, file } = problem;
        const code = problem.code === 'MORE_ALIKE' ? problem.args.code : problem.code;
        return more > 0 ? [problemOf(severity, 'MORE_ALIKE', { code, more }, { file })] : [];
      }),
  };
}

/** The first `most` of each kind, in order, and behind them how many more there are. */
export function limitAlike(problems: readonly Problem[], most: number): Problem[] {
  const { passes, rest } = alikeLimiter(most);
  const told = problems.filter(passes);
  return [...told, ...rest()];
}

/** How many problems one stands for. */
export const countOf = (problem: Problem): number =>
  problem.code === 'MORE_ALIKE' ? problem.args.more : 1;
