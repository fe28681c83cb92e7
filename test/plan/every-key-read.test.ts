import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSource } from '../../src/input/files.js';
import { planJsonSchema } from '../../src/input/plan-schema.js';
import { raceplan } from '../support/cli.js';

/** A plan that uses every key, with all its files beside it: what changes in it must change what is said somewhere. */
const FOLDER = 'fixtures/plan/whole-vocabulary';
const LOG = 'station,arrive,depart,gel\nWellsboro Junction,7:52,7:55,1\nAsaph,8:50,8:59,2\n';

type Tree = Record<string, unknown>;
type Path = readonly (string | number)[];

interface Schema {
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** Every key, as `course.stations[].name`. */
const keysOf = (schema: Schema, path = ''): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, s]): string[] => [
    `${path}${key}`,
    ...keysOf(s, `${path}${key}.`),
  ]),
  ...(schema.items ? keysOf(schema.items, `${path.slice(0, -1)}[].`) : []),
  ...(schema.anyOf ?? []).flatMap((s) => keysOf(s, path)),
];

/** Another value, of what cannot be left out and of what is the same as nothing. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'race.duration': '30 h',
  'course.loop': '2 mi',
  'backyard.loop': '4 mi',
  'course.laps': '2',
  'nutrition.standard': 'high-carb',
  'nutrition.carry.fluid': '60 oz',
  'race.name': 'Another race',
  'course.stations[].name': 'Elsewhere',
  'athlete.past[].race': 'Another race',
  'athlete.past[].distance': '30 mi',
  'goals[].goal': 'carbs >= 60 g/h',
  'nutrition.products[].name': 'bar',
  'crew.people[].name': 'Pat',
  'crew.drives[].from': 'Wellsboro Junction',
  'crew.drives[].to': 'Wellsboro Junction',
  'crew.drives[].takes': '90 min',
  'gear[].item': 'poles',
  'contingencies[].if': 'it snows',
  'contingencies[].then': 'walk',
  'prep[].do': 'sleep',
  'lessons[].lesson': 'start slowly',
  'history[].file': 'results-2013.csv',
};

/** Keys that another one hides: what has to go, or to be so, for them to be seen. */
const SCENES: readonly ((plan: Tree) => void)[] = [
  () => {},
  // climb and height of a track come before what the plan says
  (plan) => remove(plan, ['course', 'gpx']),
  // a hot day and a night
  (plan) => {
    put(plan, ['weather', 'high'], '90 °F');
    put(plan, ['pacing', 'target'], '16:00');
  },
  // two laps of a short table
  (plan) => {
    remove(plan, ['course', 'gpx']);
    put(plan, ['course', 'stations'], [{ name: 'Mill', at: '10 mi' }]);
    remove(plan, ['crew']);
    remove(plan, ['gear']);
    remove(plan, ['contingencies']);
  },
  // caffeine that is too much for some
  (plan) => put(plan, ['nutrition', 'per_hour', 'caffeine'], '60 mg'),
  (plan) => remove(plan, ['history', 1, 'comparable']),
  // one earlier race, not a list of them
  (plan) => put(plan, ['from'], { plan: 'old/spring.yaml', log: 'spring-splits.csv' }),
];

/** Plans of other kinds of race, for the words that the first cannot have beside its own. */
const OTHER_KINDS = ['timed.yaml', 'backyard.yaml', 'stages.yaml'];

function remove(tree: Tree, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((t, step) => (t as Tree)[step], tree);
  delete (parent as Tree)[path.at(-1)!];
}

function put(tree: Tree, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((t, step) => (t as Tree)[step], tree);
  (parent as Tree)[path.at(-1)!] = value;
}

/** Where a key stands in a plan: in each item of a list that has it. */
function placesOf(value: unknown, [step, ...rest]: readonly string[], path: Path = []): Path[] {
  if (step === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  const isList = step.endsWith('[]');
  const key = isList ? step.slice(0, -2) : step;
  const inner = (value as Tree)[key];
  if (inner === undefined) return [];
  if (!isList) return placesOf(inner, rest, [...path, key]);
  if (!Array.isArray(inner)) return [];
  return inner.flatMap((item, i) => placesOf(item, rest, [...path, key, i]));
}

const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
cpSync(FOLDER, folder, { recursive: true });
writeFileSync(join(folder, 'splits.csv'), LOG);
const file = join(folder, 'race.yaml');

const COMMANDS: readonly (readonly string[])[] = [
  ['build', file, '--explain'],
  ['check', file, '--today', '2018-08-30'],
  ['crew', file],
  ['replan', join(folder, 'splits.csv')],
  ['build', file, '--format', 'json'],
  ['analyze', join(folder, 'splits.csv')],
  ['field', file],
];

async function answerTo(plan: Tree, argv: readonly string[]): Promise<string> {
  writeFileSync(file, stringify(plan));
  const { stdout, stderr } = await raceplan(...argv);
  return stdout + stderr;
}

const fresh = (name = 'race.yaml'): Tree =>
  parse(readSource(`${FOLDER}/${name}`, 'plan').value!.text);

/** Every plan that keys are looked for in. */
const PLANS: readonly (() => Tree)[] = [
  ...SCENES.map((scene) => () => {
    const plan = fresh();
    scene(plan);
    return plan;
  }),
  ...OTHER_KINDS.map((name) => () => fresh(name)),
];

/** What each command says of each plan, once it has been asked. */
const unchanged: Promise<string>[][] = PLANS.map(() => []);

/** Whether leaving a key out, or writing another value, changes anything that is said. */
async function isRead(key: string): Promise<boolean> {
  for (const [s, planOf] of PLANS.entries()) {
    const plan = planOf();
    for (const path of placesOf(plan, key.split('.'))) {
      const changed = structuredClone(plan);
      if (key in OTHERWISE) put(changed, path, OTHERWISE[key]);
      else remove(changed, path);
      for (const [c, argv] of COMMANDS.entries()) {
        unchanged[s]![c] ??= answerTo(plan, argv);
        const before = await unchanged[s]![c];
        if ((await answerTo(changed, argv)) !== before) return true;
      }
    }
  }
  return false;
}

const KEYS = keysOf(planJsonSchema() as Schema);
/** Keys that the plan cannot have beside those it has. */
const BESIDE = ['course.stations[].cutoffs', 'pacing.pace', 'pacing.effort'];

describe('every key of a plan', () => {
  it.each(KEYS.filter((key) => !BESIDE.includes(key)))(
    '%s changes what some command says',
    async (key) => {
      expect(await isRead(key)).toBe(true);
    },
  );
});
