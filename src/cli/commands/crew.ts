/** `raceplan crew`: who is where, when, with what. */
import type { Plan } from '../../domain/plan.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { computeDecisions, decisionsAhead } from '../../engine/advice/decisions.js';
import { type CrewSheet, computeCrewSheet } from '../../engine/crew/crew-sheet.js';
import { computeGearMoves } from '../../engine/crew/gear.js';
import type { PersonPlan } from '../../engine/crew/people.js';
import type { PacePlan } from '../../engine/pacing/pace-plan.js';
import { weaknessesOn } from '../../engine/readiness/weaknesses.js';
import type { Replan } from '../../engine/review/replan.js';
import { retimePlan } from '../../engine/review/retime.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { closest, plainName } from '../../kernel/text.js';
import { crewReport } from '../../report/crew/crew.js';
import { carriedNotes } from '../carried.js';
import type { Context, Outcome } from '../command.js';
import { exportCrew } from '../exports.js';
import { fuelRace } from '../fuelled.js';
import { loadRace } from '../learned.js';
import { type Loaded, unusable } from '../loaded.js';
import { textOf } from '../options.js';
import { type LoadedRace, solveRace } from '../race.js';
import { loadReplan } from '../replanned.js';

/** The race as its crew is to expect it. */
interface Expected {
  race: LoadedRace;
  pace: PacePlan;
  /** `null`: as planned. */
  replan: Replan | null;
  /** The last place passed; -1 before the race. */
  after: number;
}

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadExpected(context);
  if (!loaded.value) return unusable(loaded);
  const { race, pace, replan, after } = loaded.value;
  const { plan, course, sun, forecaster } = race;
  const planned = replan?.review.pace ?? pace;
  const gear = computeGearMoves({ plan, course, pace, sun });
  const gearPlanned = computeGearMoves({ plan, course, pace: planned, sun });
  const { legs } = pace;
  // bags are packed and bottles mixed as planned, whatever the race then becomes
  const refills = fuelRace(race, planned).supplies?.refills ?? [];
  const sheet = computeCrewSheet({ plan, course, legs, sun, refills, gear, gearPlanned, after });
  const decisions = decisionsAhead(
    computeDecisions({ plan, course, pace: planned, forecaster }),
    after,
  );
  const felt = weaknessesOn(plan, legs, sun);
  const only = findPerson(textOf(context.options.written, 'for'), plan, sheet, loaded.problems);
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const allLaps = context.options.written.allLaps === true;
  const input = { plan, course, sheet, decisions, felt, replan, only, allLaps, legs, sun };
  const output = await exportCrew(crewReport(input), input, context.options, loaded.problems);
  return { ...unusable(loaded), output };
}

async function loadExpected(context: Context): Promise<Loaded<Expected>> {
  const { files, options } = context;
  const log = textOf(options.written, 'log');
  if (log === null) {
    const loaded = await loadRace(context, null, true);
    const race = loaded.value;
    const pace = race && solveRace(race, race.plan.pacing.target, loaded.problems);
    if (!race || !pace || hasErrors(loaded.problems)) return { ...loaded, value: null };
    loaded.problems.push(...carriedNotes(race.earlier, race.plan.file));
    return { ...loaded, value: { race, pace, replan: null, after: -1 } };
  }
  const ofLog = {
    ...context,
    files: [log],
    options: { ...options, plan: options.plan ?? files[0] ?? null },
  };
  const loaded = await loadReplan(ofLog);
  if (!loaded.value) return { ...loaded, value: null };
  const { race, log: logged, replan } = loaded.value;
  const { ending, pace } = replan.review;
  const value =
    ending.kind === 'open'
      ? { race, pace: retimePlan(replan, logged, race.sun), replan, after: ending.place || -1 }
      : { race, pace, replan, after: race.course.legs.length };
  return { ...loaded, value };
}

/** Whose page is asked for; `null` when everyone's is, or nobody is called so. A chief may wait nowhere. */
function findPerson(
  name: string | null,
  { crew: { chief } }: Plan,
  { people }: CrewSheet,
  problems: Problem[],
): PersonPlan | 'chief' | null {
  if (name === null) return null;
  const found = people.find(({ person }) => plainName(person.name) === plainName(name));
  if (found) return found;
  if (chief !== null && plainName(chief) === plainName(name)) return 'chief';
  const names = [
    ...new Set([...people.map(({ person }) => person.name), ...(chief ? [chief] : [])]),
  ];
  problems.push(error('UNKNOWN_PERSON', { name, names, suggestion: closest(name, names) }));
  return null;
}
