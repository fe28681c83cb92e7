import { parse, stringify } from 'yaml';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

/** A plan that nobody would say a word about: a day's run, eaten and drunk well, nothing left undone. */
const CALM = `
race:
  name: A calm day
  start: 2025-06-14 07:00
  timezone: Europe/Zurich
  location: 47.0, 8.0
  cutoff: 10 h
units: metric
course:
  distance: 50 km
  stations:
    - { name: Mill, at: 10 km }
    - { name: Bridge, at: 20 km }
    - { name: School, at: 30 km }
    - { name: Chapel, at: 40 km }
athlete:
  weight: 70 kg
  past: [{ race: Valley 60, date: 2025-03-01, distance: 60 km, gain: 0 m, time: "7:30" }]
goals: [{ goal: under 7h, priority: A }]
pacing: { target: "6:00" }
weather: { low: 8 °C, high: 16 °C }
stops: { default: 2 min }
nutrition:
  per_hour: { calories: 250 kcal, carbs: 45 g, protein: 6 g, fluid: 600 ml, sodium: 400 mg }
  carry: { fluid: 1500 ml }
`;

/** The calm plan with a fragment in place of what it says; a list replaces a list. */
export function planWith(fragment: string, beside: Readonly<Record<string, string>> = {}): string {
  return planFile(stringify(merged(parse(CALM), parse(fragment) ?? {})), beside);
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (base: Tree, over: Tree): Tree => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(over).map(([key, value]) => {
      const under = base[key];
      return [key, isTree(value) && isTree(under) ? merged(under, value) : value];
    }),
  ),
});

/** What a command prints as JSON. */
export async function jsonOf(...argv: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await raceplan(...argv, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
