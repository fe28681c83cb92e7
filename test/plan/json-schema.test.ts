import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../src/input/files.js';
import { planJsonSchema } from '../../src/input/plan-schema.js';

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  title?: string;
}

const typeOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number')
    return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  return [typeof value];
};

/** As much of JSON Schema as the plan's uses: where `value` does not fit. */
function misfits(schema: Schema, value: unknown, path = 'plan'): string[] {
  if (schema.anyOf) {
    const tries = schema.anyOf.map((option) => misfits(option, value, path));
    return tries.some((found) => found.length === 0) ? [] : tries.flat();
  }
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !typeOf(value).some((t) => types.includes(t))) return [path];
  if (schema.enum && !schema.enum.includes(value)) return [path];
  if (Array.isArray(value)) {
    return value.flatMap((v, i) => misfits(schema.items ?? {}, v, `${path}[${i}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter((key) => !(key in value));
  return [
    ...missing.map((key) => `${path}.${key} missing`),
    ...Object.entries(value).flatMap(([key, v]) => {
      const { additionalProperties: any } = schema;
      const known = schema.properties?.[key] ?? (typeof any === 'object' ? any : undefined);
      return known ? misfits(known, v, `${path}.${key}`) : [`${path}.${key} unknown`];
    }),
  ];
}

/** Every key of the schema, with what editors show beside it. */
const keysOf = (schema: Schema, path = 'plan'): [string, Schema][] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, s]): [string, Schema][] => [
    [`${path}.${key}`, s],
    ...keysOf(s, `${path}.${key}`),
  ]),
  ...(schema.items ? keysOf(schema.items, `${path}[]`) : []),
  ...(schema.anyOf ?? []).flatMap((s) => keysOf(s, path)),
];

const schema = planJsonSchema() as Schema;
const readYaml = (file: string): unknown => parse(readSource(file, 'plan').value!.text);

describe('the JSON Schema of a plan', () => {
  it.each(['plan/whole-vocabulary', 'races/pine-creek-100k', 'races/vermont-100'])(
    'accepts %s as an editor reads it',
    (folder) => {
      expect(misfits(schema, readYaml(`fixtures/${folder}/race.yaml`))).toEqual([]);
    },
  );

  it('knows no key that the whole vocabulary does not use', () => {
    const used = new Set<string>();
    const collect = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const v of value) collect(v, `${path}[]`);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, v] of Object.entries(value)) {
          used.add(`${path}.${key}`);
          collect(v, `${path}.${key}`);
        }
      }
    };
    for (const plan of ['race', 'timed', 'backyard', 'stages']) {
      collect(readYaml(`fixtures/plan/whole-vocabulary/${plan}.yaml`), 'plan');
    }
    const alternatives = [
      'plan.course.stations[].cutoffs',
      'plan.pacing.pace',
      'plan.pacing.effort',
      'plan.from.plan',
      'plan.from.log',
    ];
    const unused = keysOf(schema)
      .map(([path]) => path)
      .filter((path) => !used.has(path));
    expect(unused).toEqual(alternatives);
  });

  it('describes every key', () => {
    expect(keysOf(schema).filter(([, s]) => !s.description)).toEqual([]);
  });

  it('underlines what is unknown, missing, or of the wrong kind', () => {
    const plan = { race: { nmae: 'Loop' }, course: { stations: 'Mill' }, units: 'furlongs' };
    expect(misfits(schema, plan)).toEqual([
      'plan.race.name missing',
      'plan.race.nmae unknown',
      'plan.course.stations',
      'plan.units',
    ]);
  });
});
