/** `raceplan analyze`: after the race. */
import { error, type Problem } from '../../domain/problems/problem.js';
import type { Proposal } from '../../engine/lessons/proposals.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import type { UnitSystem } from '../../kernel/units.js';
import { analyzeReport } from '../../report/analyze.js';
import type { RunStage } from '../../report/stages.js';
import { analyzeLog } from '../analyzed.js';
import type { Context, Outcome } from '../command.js';
import { exportReview, refuseSeveral } from '../exports.js';
import { nothingLoaded, unusable } from '../loaded.js';
import { textOf } from '../options.js';
import { loadStages, ofStage, planNamed, type Staged } from '../stages.js';
import { addLessons } from '../write-lessons.js';

export async function run(context: Context): Promise<Outcome> {
  const refused = checkTogether(context);
  if (refused.length > 0) return { ...unusable(nothingLoaded()), problems: refused };
  // only who asks for many pays for them
  if (context.options.written.all === true) {
    const { analyzeAll } = await import('../many-runners.js');
    return analyzeAll(context);
  }
  const named = planNamed(context);
  const staged = await loadStages(
    context,
    named,
    named === null ? (context.files[0] ?? null) : null,
  );
  if (staged) return analyzeStages(staged, context);
  if (context.files.length > 1) {
    const several = refuseSeveral(context.options, 'logs');
    if (several.length > 0) return { ...unusable(nothingLoaded()), problems: several };
    const { analyzeAthletes } = await import('../athletes.js');
    return analyzeAthletes(context);
  }
  return analyzeOne(context);
}

async function analyzeOne(context: Context): Promise<Outcome> {
  const loaded = await analyzeLog(context);
  if (!loaded.value) return unusable(loaded);
  const { plan, proposals } = loaded.value;
  const files = lessonsAsked(context, plan.units, proposals, loaded.problems);
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const allLaps = context.options.written.allLaps === true;
  const report = analyzeReport(loaded.value, allLaps);
  const output = await exportReview(report, loaded.value, allLaps, context.options);
  return { ...unusable(loaded), output, files };
}

/** What `--write-lessons` adds where it was asked for. */
function lessonsAsked(
  { options: { written, units } }: Context,
  planUnits: UnitSystem,
  proposals: readonly Proposal[],
  problems: Problem[],
) {
  const path = textOf(written, 'writeLessons');
  return path === null ? [] : addLessons(path, proposals, { units: units ?? planUnits }, problems);
}

/** A stage race: each stage run, and all of them together. */
async function analyzeStages(staged: Staged, context: Context): Promise<Outcome> {
  const several = refuseSeveral(context.options, 'stages');
  if (several[0]) return staged.refuse(several[0]);
  const { stagesRunReport } = await import('../../report/stages.js');
  const stages: RunStage[] = [];
  const proposals: Proposal[] = [];
  for (const { plan: file, log } of staged.logs(context)) {
    if (log === null) {
      stages.push({ file, run: null });
      continue;
    }
    const loaded = await analyzeLog(ofStage(context, file, [log]));
    staged.add(unusable(loaded));
    if (!loaded.value || hasErrors(loaded.problems)) continue;
    const report = analyzeReport(loaded.value, context.options.written.allLaps === true);
    proposals.push(...loaded.value.proposals);
    stages.push({ file, run: { ...loaded.value, report } });
  }
  const problems: Problem[] = [];
  const files = lessonsAsked(context, staged.plan.units, proposals, problems);
  staged.add({ ...unusable(nothingLoaded()), problems });
  const outcome = staged.outcome(() => stagesRunReport(staged.plan, stages));
  return outcome.output === null ? outcome : { ...outcome, files };
}

/** Whose race is asked for, each of which excludes the others. */
const WHOSE = ['bib', 'runner', 'all'] as const;
/** Of one runner alone. */
const OF_ONE = ['activity', 'intake', 'writeLessons'] as const;

/** What was asked for together, and makes no sense so. */
function checkTogether({ files, options: { written } }: Context): Problem[] {
  const given = (names: readonly (keyof typeof FLAGS)[]) =>
    names.filter((name) => written[name] !== undefined).map((name) => FLAGS[name]);
  const whose = given(WHOSE);
  const several = files.length > 1 ? ['several logs'] : [];
  const together = [
    ...(whose.length > 1 ? [whose] : []),
    ...(written.all === true ? given([...OF_ONE, 'allLaps']).map((one) => ['--all', one]) : []),
    ...several.flatMap((logs) => [...whose, ...given(OF_ONE)].map((one) => [one, logs])),
  ];
  return together.map((asked) => error('ASKED_TOGETHER', { asked }));
}

const FLAGS = {
  bib: '--bib',
  runner: '--runner',
  all: '--all',
  activity: '--activity',
  intake: '--intake',
  allLaps: '--all-laps',
  writeLessons: '--write-lessons',
};
