/** `analyze` of several logs: each athlete judged by the plan beside their log, or all by the one named. */
import { basename, dirname, resolve } from 'node:path';
import type { Problem } from '../domain/problems/problem.js';
import { STDIN } from '../input/files.js';
import { analyzeReport } from '../report/analyze.js';
import { type AthleteReview, athletesReport } from '../report/many/athletes.js';
import { analyzeLog } from './analyzed.js';
import type { Context, Outcome } from './command.js';

/** What is wrong with one athlete's files costs that athlete only. */
export async function analyzeAthletes(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  const athletes: (AthleteReview & { file: string })[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const units: Outcome['units'][] = [];
  for (const [i, file] of files.entries()) {
    progress(`athlete ${i + 1} of ${files.length}`);
    const reviewed = await analyzeLog({ ...context, files: [file] });
    const own = reviewed.problems.map((problem) => (problem.file ? problem : { ...problem, file }));
    const { value } = reviewed;
    problems.push(...own);
    for (const [name, text] of reviewed.sources) sources.set(name, text);
    units.push(reviewed.units);
    athletes.push({
      file,
      label: value?.plan.athlete.name ?? folderOf(file),
      judged: value && {
        report: analyzeReport(value, options.written.allLaps === true),
        review: value.review,
        losses: value.explanation.total,
      },
      problems: own,
    });
  }
  return {
    output: athletes.some(({ judged }) => judged) ? athletesReport(labelled(athletes)) : null,
    problems,
    sources,
    units: units.find((system) => system !== null) ?? null,
    isPartial: true,
  };
}

const folderOf = (file: string): string =>
  file === STDIN ? 'standard input' : basename(dirname(resolve(file)));

/** Of those called the same each with the file as well. */
const labelled = (athletes: readonly (AthleteReview & { file: string })[]): AthleteReview[] =>
  athletes.map(({ file, ...athlete }) => {
    const isAlone = athletes.filter(({ label }) => label === athlete.label).length === 1;
    return isAlone ? athlete : { ...athlete, label: `${athlete.label} (${file})` };
  });
