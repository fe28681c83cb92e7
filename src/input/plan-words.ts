/** The plan's vocabulary word by word, as its JSON Schema has it. */
import type { PlanWord } from '../domain/plan-word.js';
import { planJsonSchema } from './plan-schema.js';

/** As much of JSON Schema as the plan's uses. */
interface Schema {
  type?: string | readonly string[];
  description?: string;
  examples?: readonly (string | number)[];
  enum?: readonly (string | boolean)[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
}

/** Every word once, those of a part below it, in the order of the vocabulary. */
export function planWords(): PlanWord[] {
  const found = new Map<string, PlanWord>();
  const walk = (schema: Schema, part: string, path: string) => {
    for (const { properties = {}, required = [] } of groupsOf(schema)) {
      for (const [key, word] of Object.entries(properties)) {
        const [top, below] = part === '' ? [key, ''] : [part, path ? `${path}.${key}` : key];
        const id = `${top}.${below}`;
        if (found.has(id)) continue;
        found.set(id, {
          part: top,
          path: below,
          written: writtenLike(word),
          alone: groupsOf(word).length === 0 ? null : (plainOf(word)[0]?.description ?? null),
          isList: isList(word),
          isRequired: required.includes(key),
          says: word.description ?? '',
        });
        walk(word, top, below);
      }
    }
  };
  walk(planJsonSchema() as Schema, '', '');
  return [...found.values()];
}

/** What a value may be, a list's items among them. */
const optionsOf = (schema: Schema): readonly Schema[] =>
  schema.anyOf
    ? schema.anyOf.flatMap(optionsOf)
    : schema.items
      ? optionsOf(schema.items)
      : [schema];

const groupsOf = (schema: Schema): readonly Schema[] =>
  optionsOf(schema).filter(({ properties }) => properties !== undefined);

const isList = ({ type, anyOf = [] }: Schema): boolean =>
  type === 'array' || (anyOf.length > 0 && anyOf.every(isList));

const plainOf = (schema: Schema): readonly Schema[] =>
  optionsOf(schema).filter(({ properties }) => properties === undefined);

function writtenLike(schema: Schema): string[] {
  const written = plainOf(schema).flatMap(({ enum: choices, examples = [] }) =>
    (choices ?? examples).map(String),
  );
  return written.includes('true') ? ['yes', 'no'] : [...new Set(written)];
}
