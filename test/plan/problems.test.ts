import { describe, expect, it } from 'vitest';
import type { PlanProblemArgs } from '../../src/domain/problems/plan.js';
import { parsePlan } from '../../src/input/plan.js';
import { readMarked } from '../support/marked.js';

const ENOUGH = `
goals: [under 12h]
course:
  distance: 100 km
`;
const NAMED = `race:\n  name: Loop\n${ENOUGH}`;

/** Found only when the pace is solved. */
type Later = 'STOPS_TOO_LONG' | 'TARGET_PROPOSED' | 'LEG_TOO_FAST';

/** Every problem a plan can have, where it is told. A code without an example does not compile. */
const EXAMPLES: Record<Exclude<keyof PlanProblemArgs, Later>, readonly string[]> = {
  YAML_SYNTAX: [
    'race:\n  name: «"Loop»\n  start: 2018-09-08 07:00\n',
    'race:\n  name: Loop\n«\t»start: 2018-09-08 07:00\n',
    'race:\n  name: «*loop»\n',
    'race: &race\n  name: [«*race»]\n',
    'race:\n  notes: «f»irst: second\n',
  ],
  DUPLICATE_KEY: [`${NAMED}  gain: 5 m\n  «distance»: 62 mi\n`],
  UNKNOWN_KEY: [
    `${NAMED}  «statoins»: []\n`,
    `${NAMED}  stations:\n    - { name: Mill, at: 5 km, «crw»: true }\n`,
    `${NAMED}«shoes»:\n`,
    `${NAMED}history: [{ file: a.csv, «yaer»: 2017 }]\n`,
  ],
  MISSING_KEY: [
    `«race»:\n  start: 2018-09-08 07:00Z\n${ENOUGH}`,
    `race:\n  «name»:\n${ENOUGH}`,
    `${NAMED}  stations:\n    - «at: 5 km»\n`,
    `${NAMED}contingencies:\n  - { «if»: , then: walk }\n`,
  ],
  WRONG_TYPE: [
    '«62 miles in a day»',
    `${NAMED}  stations: «Mill»\n`,
    `${NAMED}athlete:\n  «- young»\n  - fast\n`,
    `${NAMED}results: «[a.csv, b.csv]»\n`,
    `${NAMED}history: [«[a.csv]»]\n`,
  ],
  BAD_QUANTITY: [
    `${NAMED}athlete: { weight: «160 lbz» }\n`,
    `${NAMED}athlete: { age: «57.5» }\n`,
    `${NAMED}pacing: { run_walk: «12 min» }\n`,
    `${NAMED}  stations:\n    - { name: Mill, at: 5 km, cutoff: «soon» }\n`,
    `${NAMED}athlete:\n  past: [{ race: Loop, distance: 50 km, result: «tired» }]\n`,
    `race:\n  name: Loop\n  location: «Wellsboro»\n${ENOUGH}`,
    `race:\n  name: Loop\n  cutoff: «29»\n${ENOUGH}`,
  ],
  BAD_CHOICE: [
    `${NAMED}units: «imperal»\n`,
    `${NAMED}  terrain: «swamp»\n`,
    `${NAMED}  stations:\n    - { name: Mill, at: 5 km, crew: «maybe» }\n`,
    `${NAMED}pacing: { grade_model: «minetti» }\n`,
  ],
  OUT_OF_RANGE: [
    `${NAMED}athlete: { age: «570» }\n`,
    `${NAMED}weather: { high: «240 °F» }\n`,
    `${NAMED}nutrition:\n  per_hour: { carbs: «-45 g» }\n`,
    `${NAMED}pacing: { fade: «15» }\n`,
    `${NAMED}gear: [{ item: lamp, when: dark, lasts: «0 h» }]\n`,
  ],
  BAD_DATE: [
    `race:\n  name: Loop\n  start: «2018-02-30 07:00»\n${ENOUGH}`,
    `race:\n  name: Loop\n  start: «2018-09-08 25:00»\n${ENOUGH}`,
    `race:\n  name: Loop\n  start: «next Saturday»\n${ENOUGH}`,
    `race:\n  name: Loop\n  start: «2018-09-08»\n${ENOUGH}`,
    `${NAMED}prep: [{ do: rest, by: «2018-09-30 07:00» }]\n`,
    `${NAMED}prep: [{ do: rest, by: «2018-09-31» }]\n`,
    `${NAMED}athlete:\n  past: [{ race: Loop, distance: 50 km, date: «7/15/2017» }]\n`,
  ],
  DURATION_UNCLEAR: [
    `${NAMED}  stations:\n    - { name: Mill, at: 5 km, stop: «5:00» }\n`,
    `${NAMED}stops: { default: «2:30» }\n`,
    `${NAMED}pacing: { target: «11» }\n`,
    `${NAMED}athlete:\n  past: [{ race: Loop, distance: 50 km, time: «90» }]\n`,
  ],
  START_SKIPPED: [
    `race:\n  name: Loop\n  timezone: Europe/Paris\n  start: «2018-03-25 02:30»\n${ENOUGH}`,
  ],
  START_TWICE: [
    `race:\n  name: Loop\n  timezone: Europe/Paris\n  start: «2018-10-28 02:30»\n${ENOUGH}`,
  ],
  UNKNOWN_ZONE: [
    `race:\n  name: Loop\n  timezone: «America/New York»\n${ENOUGH}`,
    ...['"-400"', 'x-12', 'foo+99:99', 'constructor', '"+25:00"', '"-00:30"', 'GMT-25'].map(
      (zone) => `race:\n  name: Loop\n  timezone: «${zone}»\n${ENOUGH}`,
    ),
    `race:\n  name: Loop\n  start: «2018-09-08 07:00+25:00»\n${ENOUGH}`,
  ],
  BAD_GOAL: [
    NAMED.replace('under 12h', 'under 12h, «udner 11h»'),
    NAMED.replace('under 12h', 'under 12h, { goal: «carbz >= 40 g/h», priority: B }'),
    NAMED.replace('under 12h', '«under a day»'),
  ],
  NO_DISTANCE: [
    'race:\n  name: Loop\ngoals: [under 12h]\n«course»:\n  gain: 100 m\n',
    '«r»ace:\n  name: Loop\ngoals: [under 12h]\n',
  ],
  NO_TARGET: ['race:\n  name: Loop\n«goals»: [top 10]\ncourse: { distance: 50 km }\n'],
  TARGETS_CONFLICT: [`${NAMED}pacing:\n  target: 11h\n  pace: «6:30 /km»\n`],
  STATION_OUT_OF_ORDER: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }, { name: Ford, at: «15 km» }]\n`,
    `${NAMED}  stations: [{ name: Mill, at: 20 km }, { name: Ford, at: «20 km» }]\n`,
  ],
  STATION_BEYOND_FINISH: [`${NAMED}  stations: [{ name: Mill, at: «63 mi» }]\n`],
  STATION_NOT_PLACED: [`${NAMED}  stations: [{ name: «Mill» }]\n`],
  CUTOFF_BACKWARDS: [
    `${NAMED}  stations:
    - { name: Mill, at: 20 km, cutoff: 4 h }
    - { name: Ford, at: 30 km, cutoff: «3 h» }\n`,
  ],
  CUTOFF_BEYOND_RACE: [
    `race:\n  name: Loop\n  cutoff: 15 h\n${ENOUGH}  stations: [{ name: Mill, at: 90 km, cutoff: «16 h» }]\n`,
  ],
  CUTOFF_WITHOUT_START: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km, cutoff: «10:00» }]\n`,
    `race:\n  name: Loop\n  cutoff: «20:00»\n${ENOUGH}`,
  ],
  CUTOFF_NO_UNIT: [
    `race:\n  name: Loop\n  cutoff: «"30:00"»\n${ENOUGH}`,
    `${NAMED}  stations: [{ name: Mill, at: 20 km, cutoff: «30:00» }]\n`,
  ],
  CUTOFF_SKIPPED: [
    `race:\n  name: Loop\n  start: 2018-03-10 20:00\n  timezone: America/New_York\n${ENOUGH}  stations: [{ name: Mill, at: 30 km, cutoff: «02:30» }]\n`,
  ],
  CUTOFF_TWICE: [
    `race:\n  name: Loop\n  start: 2018-11-03 20:00\n  timezone: America/New_York\n  cutoff: «Sun 1:30»\n${ENOUGH}`,
  ],
  CUTOFF_OUT_OF_REACH: [
    `race:\n  name: Loop\n  start: 2018-03-10 20:00\n  timezone: America/New_York\n  cutoff: «Sat 19:00»\n${ENOUGH}`,
    `${NAMED}  stations: [{ name: Mill, at: 60 km, cutoff: «2 h» }]\n`,
    `${NAMED}  laps: 2\n  stations: [{ name: Mill, at: 20 km, cutoffs: [3 h, «3 h»] }]\n`,
  ],
  UNKNOWN_STATION: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
crew:
  people: [{ name: Alex, at: [finish, mill!, «Ford»] }]\n`,
  ],
  NO_CREW_ACCESS: [
    `${NAMED}  stations: [{ name: Gorge, at: 20 km, crew: false }]
crew: { people: [{ name: Alex, at: [«Gorge»] }] }\n`,
    `${NAMED}  stations:
    - { name: Ford, at: 20 km, crew: true }
    - { name: Ford, at: 40 km, crew: false }
crew: { people: [{ name: Alex, at: [«Ford», Ford 1st visit] }] }\n`,
    `${NAMED}  stations: [{ name: Gorge, at: 20 km, crew: false, pacer: true }]
crew: { people: [{ name: Robin, role: pacer, at: [Gorge] }, { name: Alex, at: [«Gorge»] }] }\n`,
  ],
  NO_PACER_ACCESS: [
    `${NAMED}  stations: [{ name: Ford, at: 20 km, crew: true }, { name: Mill, at: 40 km, pacer: true }]
crew: { people: [{ name: Robin, role: pacer, at: «[Ford]» }, { name: Kim, role: pacer, at: [Mill] }] }\n`,
  ],
  UNKNOWN_DRIVE: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
crew: { drives: [{ from: Start, to: «Mil», takes: 5 min }] }\n`,
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
crew: { drives: [{ from: «the hotel», to: Mill, takes: 5 min }] }\n`,
  ],
  DRIVE_TO_ITSELF: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
crew: { drives: [{ from: Mill, to: «mill», takes: 5 min }] }\n`,
  ],
  DRIVES_DIFFER: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
crew:
  drives:
    - { from: Start, to: Mill, takes: 5 min }
    - { from: Mill, to: Start, takes: 6 min }
    - { from: start, to: Mill, takes: «7 min» }
`,
  ],
  ACCESS_WITHOUT_CREW: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km, crew: false, access: «{ walk: 5 min }» }]\n`,
  ],
  UNKNOWN_PLACE: [
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
gear: [{ item: poles, when: at mill }, { item: cap, when: { at: «Mil» } }, { item: lamp, when: dark }]\n`,
    `${NAMED}gear: [{ item: poles, when: «at Mill» }, { item: shoes, when: at the finish }]\n`,
    `${NAMED}  stations: [{ name: Mill, at: 20 km }, { name: Mill, at: 40 km }]
contingencies:
  - { if: 20 min behind at Mill 2nd visit, then: walk }
  - { if: 20 min behind, then: walk }
  - { if: «before Mill 3rd visit after 8 PM», then: stop }\n`,
    `${NAMED}  stations: [{ name: Mill, at: 20 km }]
swot: { weaknesses: [{ lower back: at Mill }, { knees: «after Ford» }] }\n`,
    `${NAMED}  laps: 3
  stations: [{ name: Mill, at: 20 km }]
gear: [{ item: poles, when: at Mill 3rd visit }, { item: cap, when: at lap 2 }, { item: vest, when: «at Mill 4th visit» }]\n`,
  ],
  UNKNOWN_MILESTONE: [
    `${NAMED}prep: [{ do: pack, needs: [«by gels»] }, { do: buy gels }]\n`,
    `${NAMED}prep: [{ do: pack, needs: [«buy»] }, { do: buy gels }, { do: buy salt }]\n`,
  ],
  MILESTONE_CYCLE: [
    `${NAMED}prep: [{ do: pack, needs: [«Buy gels!»] }, { do: buy gels, needs: [pack] }]\n`,
    `${NAMED}prep: [{ do: pack, needs: [«pack»] }]\n`,
  ],
  PRODUCT_TWICE: [
    `${NAMED}nutrition: { products: [{ name: gel, carbs: 25 g }, { name: «Gels», carbs: 40 g }] }\n`,
  ],
  CARRY_DIFFERS: [
    `${NAMED}nutrition: { carry: { fluid: «2 l», bottles: [500 ml, 500 ml] } }\n`,
    `${NAMED}nutrition: { carry: { fluid: «1.12 l», bottles: [20 oz, 20 oz] } }\n`,
  ],
  WEATHER_BACKWARDS: [`${NAMED}weather: { low: «30 °C», high: 12 °C }\n`],
  NO_ZONE: [`race:\n  name: Loop\n  start: «2018-09-08 07:00»\n${ENOUGH}`],
};

describe.each(Object.entries(EXAMPLES))('%s', (code, examples) => {
  it.each(examples)('is told once, and nothing else is: %j', (marked) => {
    const { text, span } = readMarked(marked);
    const told = parsePlan({ file: 'race.yaml', text }).diagnostics;
    expect(told.map((d) => ({ code: d.code, span: d.span }))).toEqual([{ code, span }]);
  });
});
