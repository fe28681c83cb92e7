/** How a plan writes the runner, the goals and the pace. */
import { z } from 'zod';
import { SEXES } from '../../../domain/athlete.js';
import { PRIORITIES } from '../../../domain/goal.js';
import { GRADE_MODEL_NAMES } from '../../../domain/plan.js';
import type { UnitSystem } from '../../../kernel/units.js';
import { item, keys, list } from '../group.js';
import { choice, text, whole, year } from '../leaf.js';
import { quantitiesIn } from '../quantities.js';
import { goal, outcome, runWalk } from '../race-leaf.js';
import { pastDay } from '../time-leaf.js';

/** @param units of bare numbers */
export function athleteKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  const pastRace = item(
    {
      race: text().describe('Which race'),
      distance: some.raceDistance().describe('Its distance'),
    },
    {
      gain: some.height().describe('Its climb'),
      result: outcome(units).describe('`finished` (when left out), `DNF` or `DNF at 68 mi`'),
      time: some.raceTime().describe('Finish time, or the time at which it ended'),
      date: pastDay().describe('Its day: what is recent tells more'),
      year: year().describe('Where the day is not known; else taken from the name of the race'),
    },
  );

  return keys({
    name: text().describe('Name or nickname; results are searched by bib'),
    bib: text().describe('Start number'),
    age: whole({ from: '5', to: '110', example: '57' }).describe('Age on race day, in years'),
    sex: choice(SEXES, { w: 'F', male: 'M', female: 'F' }).describe('For places'),
    weight: some.bodyWeight().describe('Body weight'),
    sweat_rate: some.sweatRate().describe('Drinking more than this an hour is a danger'),
    past: z
      .union([text().describe('CSV of results, beside the plan'), list(pastRace)])
      .describe('Earlier races: evidence for what is realistic'),
  }).describe('The runner');
}

/** @param units of bare numbers */
export function goalWords(units: UnitSystem) {
  const plainGoal = goal(units).describe('A goal in plain words, of priority A');
  const ranked = item(
    { goal: goal(units).describe('A goal in plain words') },
    { priority: choice(PRIORITIES).describe('A when left out') },
  );
  return z.union([plainGoal, ranked]);
}

/** @param units of bare numbers */
export function pacingKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  return keys({
    target: some.raceTime().describe('Planned finish time; when left out, the first time goal'),
    pace: some.pace().describe('Planned average pace, instead of a target'),
    effort: some.pace().describe('Pace on flat, cool, paved ground at sea level, instead'),
    fade: some.fade().describe('How much slower at the end; when left out, from the model'),
    run_walk: runWalk().describe('Running and walking in turn'),
    grade_model: choice(GRADE_MODEL_NAMES).describe('What climbs and descents cost'),
  }).describe('How fast');
}
