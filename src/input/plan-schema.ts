/** The plan's vocabulary: every key, what it is written in, and what editors say about it. */
import { z } from 'zod';
import { SEXES } from '../domain/athlete.js';
import { PRIORITIES } from '../domain/goal.js';
import { STANDARD_NAMES } from '../domain/nutrition.js';
import { GRADE_MODEL_NAMES } from '../domain/plan.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../kernel/units.js';
import { cutoff, lapCutoff } from './plan/cutoff-leaf.js';
import { item, keys, list } from './plan/group.js';
import { choice, flag, text, whole } from './plan/leaf.js';
import { quantitiesIn } from './plan/quantities.js';
import { goal, latLon, outcome, runWalk, terrain } from './plan/race-leaf.js';
import { day, pastDay, start, zone } from './plan/time-leaf.js';

const year = () => whole({ from: '1900', to: '2200', example: '2017' });

/**
 * The vocabulary of a plan that writes bare numbers in `units`. Values come out in SI. Only list items
 * have keys that zod requires; what a whole plan needs is checked in `plan/rules.ts`.
 */
export function planVocabulary(units: UnitSystem) {
  const some = quantitiesIn(units);

  const race = keys({
    name: text().describe('What the race is called'),
    start: start().describe('Date and local time of the start'),
    timezone: zone().describe('IANA time zone of the race'),
    location: latLon().describe('Degrees north, degrees east: for the sun, when there is no GPX'),
    cutoff: cutoff().describe(
      'Time limit: a time of day (`20:00`, `Sun 10:00`), or a span from the start (`30 h`)',
    ),
    power_phrase: text().describe('What to tell yourself when it gets hard'),
  }).meta({ description: 'Which race, when and where', required: ['name'] });

  const station = item(
    { name: text().describe('Name; a place passed twice is listed twice') },
    {
      at: some.distance().describe('Official distance from the start; else a GPX waypoint tells'),
      elevation: some.elevation().describe('Above sea level, when there is no GPX'),
      gain: some.height().describe('Climb of the leg that ends here'),
      loss: some.height().describe('Descent of the leg that ends here'),
      terrain: terrain().describe('Ground of the leg that ends here, or its penalty (`8%`)'),
      crew: flag().describe('Whether crew may come'),
      drop_bag: flag().describe('Whether drop bags are brought here'),
      pacer: flag().describe('Whether a pacer may join here'),
      cutoff: cutoff().describe(
        'When it closes: a time of day (`10:00`, `Sun 10:00`), or a span from the start (`3 h`)',
      ),
      cutoffs: list(lapCutoff()).describe(
        'Of a station passed every lap: when it closes on each, in order; `none` where it does not',
      ),
      fare: list(text()).describe('What is served'),
      stop: some.stop().describe('Planned stop'),
      notes: text().describe('Anything to know there'),
    },
  );

  const course = keys({
    distance: some.raceDistance().describe('Official distance'),
    gain: some.height().describe('Climb of the whole course, as the organiser gives it'),
    loss: some.height().describe('Descent of the whole course, as the organiser gives it'),
    elevation: some.elevation().describe('Of the start above sea level, when there is no GPX'),
    gpx: text().describe('GPX or TCX file beside the plan: gives grades, altitude, sun'),
    laps: whole({ from: '1', to: '1000', example: '4' }).describe(
      'How many laps the distance holds',
    ),
    terrain: terrain().describe('Ground of every leg that names none, or its penalty (`8%`)'),
    stations: list(station).describe('Aid stations, in course order'),
  }).describe('The course and its aid stations');

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

  const athlete = keys({
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

  const plainGoal = goal(units).describe('A goal in plain words, of priority A');
  const ranked = item(
    { goal: goal(units).describe('A goal in plain words') },
    { priority: choice(PRIORITIES).describe('A when left out') },
  );

  const pacing = keys({
    target: some.raceTime().describe('Planned finish time; when left out, the first time goal'),
    pace: some.pace().describe('Planned average pace, instead of a target'),
    effort: some.pace().describe('Pace on flat, cool, paved ground at sea level, instead'),
    fade: some.fade().describe('How much slower at the end; when left out, from the model'),
    run_walk: runWalk().describe('Running and walking in turn'),
    grade_model: choice(GRADE_MODEL_NAMES).describe('What climbs and descents cost'),
  }).describe('How fast');

  const nutrients = {
    calories: some.energy().describe('Energy'),
    carbs: some.carbs().describe('Carbohydrate'),
    protein: some.protein().describe('Protein'),
    fluid: some.fluid().describe('Fluid'),
    sodium: some.sodium().describe('Sodium'),
    caffeine: some.caffeine().describe('Caffeine'),
  };
  const product = item(
    { name: text().describe('As intake logs call it') },
    { per: some.serving().describe('Serving of a drink, which is also its fluid'), ...nutrients },
  );
  const nutrition = keys({
    standard: choice(STANDARD_NAMES).describe('What intake is held against'),
    per_hour: keys(nutrients).describe('Own targets, an hour of racing'),
    carry: keys({ fluid: some.capacity().describe('Fluid') }).describe('Hold of vest and bottles'),
    products: list(product).describe('What is eaten and drunk: of one piece, or one serving'),
  }).describe('Fuelling');

  const crewMember = item(
    { name: text().describe('Name') },
    {
      role: text().describe('crew, pacer, driver …'),
      at: list(text()).describe('The stations where they wait'),
    },
  );
  const crew = keys({
    chief: text().describe('Who decides'),
    people: list(crewMember).describe('Who is where'),
    do: list(text()).describe('What to do at every stop'),
    stop_if: list(text()).describe('When it is not safe to go on'),
  }).describe('The crew');

  const gear = item(
    { item: text().describe('What to carry') },
    { when: text().describe('`dark`, `rain` …'), spare: flag().describe('Carry a second one') },
  );
  const contingency = item(
    // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
    { if: text().describe('What may happen'), then: text().describe('What to do about it') },
    {},
  );
  const milestone = item(
    { do: text().describe('What to get done') },
    {
      owner: text().describe('Who does it'),
      by: day().describe('Until when'),
      done: flag().describe('Whether it is done'),
    },
  );
  const lesson = item(
    { lesson: text().describe('What was learned') },
    { from: text().describe('The race it was learned at') },
  );
  const swot = keys({
    strengths: list(text()).describe('What speaks for you'),
    weaknesses: list(text()).describe('What speaks against you'),
    opportunities: list(text()).describe('What the race offers'),
    threats: list(text()).describe('What may go wrong'),
  });
  const edition = item(
    { file: text().describe('CSV of results or splits, beside the plan') },
    {
      year: year().describe('Else taken from the name of the file'),
      stations: text().describe('CSV of its stations, when they are not those of the plan'),
      high: some.temperature().describe('Highest of that day: heat makes runners fade'),
      comparable: flag().describe('Forces it into averages, or out of them'),
    },
  );

  return keys({
    race,
    units: choice(UNIT_SYSTEMS).describe('Of bare numbers, and of what is printed'),
    course,
    athlete,
    goals: list(z.union([plainGoal, ranked])).describe('What you want, in plain words'),
    pacing,
    weather: keys({
      low: some.temperature().describe('Lowest of the night'),
      high: some.temperature().describe('Highest of the day'),
    }).describe('Expected temperatures'),
    stops: keys({
      default: some.stop().describe('At stations that plan none; when left out, from the model'),
    }).describe('Time at aid stations'),
    nutrition,
    gear: list(gear).describe('What to carry, and when'),
    crew,
    contingencies: list(contingency).describe('If … then …, decided beforehand'),
    prep: list(milestone).describe('Milestones with owners and dates'),
    training: keys({ log: text().describe('CSV beside the plan: date, planned, done') }).describe(
      'Training',
    ),
    swot: swot.describe('Strengths, weaknesses, opportunities, threats'),
    lessons: list(lesson).describe('Carried from earlier races'),
    history: list(
      z.union([text().describe('CSV of results or splits, beside the plan'), edition]),
    ).describe('Earlier editions'),
    results: text().describe('CSV of the results of this edition, beside the plan: for places'),
  }).meta({ title: 'Race plan', required: ['race'] });
}

/** A plan as written, every value read; `undefined` where nothing (usable) is written. */
export type WrittenPlan = z.output<ReturnType<typeof planVocabulary>>;

/** JSON Schema (draft 7, which editors speak) of a plan. */
export const planJsonSchema = () =>
  z.toJSONSchema(planVocabulary('metric'), {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      // zod leaves examples out of what is transformed; ours are of what is written
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (examples) jsonSchema.examples = examples as unknown[];
    },
  });
