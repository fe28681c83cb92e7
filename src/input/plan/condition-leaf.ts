/** When gear is needed, as a plan writes it; words that are not understood are kept. */
import { COLD_C, type Condition, HOT_C } from '../../domain/gear.js';
import { parseDuration, parseQuantity } from '../../kernel/quantity.js';
import type { UnitSystem } from '../../kernel/units.js';
import { leaf } from './leaf.js';

export interface WrittenCondition {
  text: string;
  condition: Condition;
}

const WORDS: readonly (readonly [RegExp, Condition])[] = [
  [/^always$/, { kind: 'always' }],
  [/^(?:(?:in |after |at )?(?:the )?(?:dark|night)|darkness)$/, { kind: 'dark' }],
  [/^(?:it is )?(?:hot|heat|in the heat|sunny)$/, { kind: 'hot', fromC: HOT_C }],
  [/^(?:it is )?(?:cold|in the cold)$/, { kind: 'cold', untilC: COLD_C }],
  [/^(?:it )?(?:rains?|rainy|wet|in the rain)$/, { kind: 'rain' }],
];

/** The grammar: a word above, `altitude > 2500 m`, `above 80 °F`, `below 40 °F`, `after 8 h`, `at Asaph`. */
export function parseCondition(written: string, units: UnitSystem): Condition {
  const words = written.toLowerCase().replace(/\s+/g, ' ').trim();
  const known = WORDS.find(([pattern]) => pattern.test(words));
  if (known) return known[1];
  const [, over] = /^(?:altitude|elevation|height) ?(?:>|above|over) ?(.+)$/.exec(words) ?? [];
  const [, above] = /^(?:>|above|over) ?(.+)$/.exec(words) ?? [];
  const [, below] = /^(?:<|below|under) ?(.+)$/.exec(words) ?? [];
  const [, after] = /^after (.+)$/.exec(words) ?? [];
  const [, place] = /^(?:at|from):? (.+)$/i.exec(written.trim()) ?? [];
  const aboveM = quantityIn(over ?? above, 'height', units, over !== undefined);
  if (aboveM !== null) return { kind: 'altitude', aboveM };
  const fromC = quantityIn(above, 'temperature', units);
  if (fromC !== null) return { kind: 'hot', fromC };
  const untilC = quantityIn(below, 'temperature', units);
  if (untilC !== null) return { kind: 'cold', untilC };
  const elapsedS = after !== undefined && /[a-z]/.test(after) ? parseDuration(after) : null;
  if (elapsedS !== null) return { kind: 'after', elapsedS };
  return place === undefined ? { kind: 'unread' } : { kind: 'at', place };
}

/** A bare number could be of any kind, unless the words before it say which. */
const quantityIn = (
  written: string | undefined,
  dimension: 'height' | 'temperature',
  units: UnitSystem,
  isTold = false,
): number | null =>
  written === undefined || !(isTold || /[a-z°]/.test(written))
    ? null
    : parseQuantity(written, dimension, units);

export const condition = (units: UnitSystem) =>
  leaf(
    { examples: ['dark', 'cold', 'hot', 'rain', 'altitude > 2500 m', 'after 8 h', 'at Asaph'] },
    (written): WrittenCondition => ({ text: written, condition: parseCondition(written, units) }),
  );
