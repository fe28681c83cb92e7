/** `raceplan analyze`: after the race. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { error, note, type Problem } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { computeTimeRun } from '../../engine/goals/target.js';
import { type RaceReview, reviewRace } from '../../engine/review/review.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import { type RunStage, stagesRunReport } from '../../report/stages.js';
import type { Context, Outcome } from '../command.js';
import { loadResults } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { type LoadedRace, loadRace, solveRace } from '../race.js';
import { isReport, loadStages, ofStage, planNamed, type Staged } from '../stages.js';

export async function run(context: Context): Promise<Outcome> {
  const named = planNamed(context);
  const firstFile = named === null ? (context.files[0] ?? null) : null;
  const staged = await loadStages(context, named, firstFile);
  if (staged) return analyzeStages(staged, context);
  const { outcome } = await analyzeRace(context);
  const logs = context.files.length;
  if (logs < 2) return outcome;
  const problem = error('LOGS_NOT_STAGES', { logs, stages: 0 });
  return { ...outcome, output: null, problems: [...outcome.problems, problem] };
}

/** A stage race: each stage run, and all of them together. */
async function analyzeStages(staged: Staged, context: Context): Promise<Outcome> {
  const stages: RunStage[] = [];
  for (const { plan: file, log } of staged.logs(context)) {
    if (log === null) {
      stages.push({ file, run: null });
      continue;
    }
    const { outcome, judged } = await analyzeRace(ofStage(context, file, [log]));
    staged.add(outcome);
    if (judged && isReport(outcome.output)) {
      stages.push({ file, run: { ...judged, report: outcome.output } });
    }
  }
  return staged.outcome(() => stagesRunReport(staged.plan, stages));
}

interface Judged {
  plan: Plan;
  course: Course;
  review: RaceReview;
}

/** `judged` is `null` where nothing could be computed. */
async function analyzeRace(context: Context): Promise<{ outcome: Outcome; judged: Judged | null }> {
  const nothing = (outcome: Outcome) => ({ outcome, judged: null });
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  if (!race) return nothing(unusable(loaded));
  const { course } = race;
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, loaded.problems);
  const logged = await loadLog(context, race, planned, loaded);
  const results = await loadResults(race, context.options, loaded);
  if (!logged || hasErrors(loaded.problems)) return nothing(unusable(loaded));
  const plan = target ? race.plan : asRun(race, logged.log, loaded.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, loaded.problems);
  if (!pace || hasErrors(loaded.problems)) return nothing(unusable(loaded));

  const { log, efforts } = logged;
  const review = reviewRace(plan, course, pace, log, results, efforts, race.sun);
  const output = analyzeReport(plan, course, log, review, context.options.written.allLaps === true);
  return { outcome: { ...unusable(loaded), output }, judged: { plan, course, review } };
}

/** A plan that says nothing of how fast to run is held against the time that was run, which is said. */
function asRun({ plan, course }: LoadedRace, log: RaceLog, problems: Problem[]): Plan {
  const targetS = computeTimeRun(course, log);
  if (targetS === null) return plan;
  problems.push(note('TARGET_PROPOSED', { targetS, from: 'run', races: 0 }, { file: plan.file }));
  return {
    ...plan,
    pacing: { ...plan.pacing, target: { kind: 'time', targetS }, targetSource: 'run' },
  };
}
