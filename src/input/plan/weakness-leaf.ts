/** Where a weakness will be felt: `after 60 mi`, `after 8 h`, `at Camp Ten Bear`, `in the dark`, `on descents`. */

import type { WeaknessPlace } from '../../domain/preparation.js';
import { error } from '../../domain/problems/problem.js';
import { parseDuration, parseQuantity } from '../../kernel/quantity.js';
import type { UnitSystem } from '../../kernel/units.js';
import { leaf, type Tell } from './leaf.js';

const EXAMPLE = 'after 60 mi';

const WORDS: readonly (readonly [RegExp, WeaknessPlace])[] = [
  [/^(?:(?:in|after|at) )?(?:the )?(?:dark|night)$/, { kind: 'dark' }],
  [/^(?:(?:in|when it is) )?(?:the )?(?:heat|hot)$/, { kind: 'hot' }],
  [/^(?:(?:on|in) )?(?:the )?(?:climbs?|climbing|uphills?)$/, { kind: 'climbs' }],
  [/^(?:(?:on|in) )?(?:the )?(?:descents?|downhills?)$/, { kind: 'descents' }],
];

export function parseWeaknessPlace(written: string, units: UnitSystem): WeaknessPlace | null {
  const words = written.toLowerCase().replace(/\s+/g, ' ').trim();
  const known = WORDS.find(([pattern]) => pattern.test(words));
  if (known) return known[1];
  const [, after] = /^(?:after|from|past|beyond) (.+)$/.exec(words) ?? [];
  if (after !== undefined) {
    const elapsedS = /[a-z]/.test(after) ? parseDuration(after) : null;
    if (elapsedS !== null) return { kind: 'after time', elapsedS };
    const atM = parseQuantity(after, 'distance', units);
    if (atM !== null && atM >= 0) return { kind: 'after distance', atM };
  }
  const [, place] = /^(?:at|after|from|past|beyond) (.+)$/i.exec(written.trim()) ?? [];
  return place === undefined ? null : { kind: 'at', place };
}

export const weaknessPlace = (units: UnitSystem) =>
  leaf({ examples: [EXAMPLE, 'on descents', 'in the dark'] }, (written): WeaknessPlace | Tell => {
    const place = parseWeaknessPlace(written, units);
    if (place) return place;
    return (key, at) =>
      error('BAD_QUANTITY', { key, written, kind: 'weaknessPlace', example: EXAMPLE }, at);
  });
