/** When it is hot, and when it is dark: what is needed, and what may be eaten, changes then. */
import { S_PER_MIN } from '../../kernel/units.js';
import { isHotOn, type RaceDay } from '../course/race-day.js';

/** A stretch of the race under one sky, elapsed seconds. */
export interface Spell {
  fromS: number;
  toS: number;
  /** From `HOT_C` on; never where the weather is unknown. */
  isHot: boolean;
  /** Twilight counts; never where the sun is unknown. */
  isNight: boolean;
}

/** What lasts less is not seen. */
const STEP_S = 5 * S_PER_MIN;
const EXACT_S = 0.5;

/**
 * The race's spells, one after another from the start to `untilS`. Where they change does not depend on `untilS`: a
 * race looked at in parts has the same.
 */
export function computeSpells(day: RaceDay, untilS: number): Spell[] {
  const skyAt = (elapsedS: number) => ({
    isHot: isHotOn(day, elapsedS),
    isNight: (day.lightAt?.(elapsedS) ?? 'day') !== 'day',
  });
  type Sky = ReturnType<typeof skyAt>;
  const isSame = (a: Sky, b: Sky) => a.isHot === b.isHot && a.isNight === b.isNight;
  const spells: Spell[] = [];
  let [fromS, sky] = [0, skyAt(0)];
  for (let atS = STEP_S; atS - STEP_S < untilS; atS += STEP_S) {
    for (let there = skyAt(atS); !isSame(sky, there); there = skyAt(atS)) {
      let [before, after] = [Math.max(fromS, atS - STEP_S), atS];
      while (after - before > EXACT_S) {
        const middle = (before + after) / 2;
        if (isSame(skyAt(middle), sky)) before = middle;
        else after = middle;
      }
      if (after >= untilS) break;
      spells.push({ fromS, toS: after, ...sky });
      [fromS, sky] = [after, skyAt(after)];
    }
  }
  if (fromS < untilS) spells.push({ fromS, toS: untilS, ...sky });
  return spells;
}
