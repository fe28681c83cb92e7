/** Lamps: which gear is one, and whether their light lasts through the dark. */
import type { GearItem } from '../../domain/gear.js';
import { plainName } from '../../kernel/text.js';
import type { ElapsedSpan } from '../course/daylight.js';
import type { GearUse } from './gear.js';
import type { Reached } from './gear-times.js';

const LAMP =
  /\b(?:(?:head|hand|stirn|taschen|hoofd|pann)?(?:lamp(?:e|en|s|a)?|torch(?:es)?)|(?:flash|head)lights?|lampada|lampara|linterna|frontale?)\b/;
/** `light` alone says how heavy a thing is, unless it is the thing itself. */
const LIGHT =
  /^(?:(?:a|the|my|one|two|three|small|big|bright|spare|second|backup|emergency|main|head|hand|bike|front|chest|waist|running|trail|night|led|phone) )*lights?$/;
/** Lit to be seen by. */
const SEEN = /\b(?:rear|tail|back|red|blinking|safety) (?:led )?lights?\b|\bvests?\b/;
/** What belongs to a lamp and is none, and what is there to be seen by. */
const NO_LAMP =
  /\b(?:batter(?:y|ies)|cells?|chargers?|cables?|straps?|mounts?|holders?|cases?|bags?|reflect\w*|(?:rear|tail) lamps?)\b/;

/** Whether gear of this name lights the way. */
export const isLamp = (name: string): boolean =>
  thingsIn(name).some((thing) => (LAMP.test(thing) || LIGHT.test(thing)) && !NO_LAMP.test(thing));

const thingsIn = (name: string): string[] =>
  name
    .split(/[,;/&+()]|\b(?:and|with|plus)\b/i)
    .map((thing) => plainName(thing).replace(/ (?:for|in|on|from) .*$/, ''));

/** Whether gear lights the way: called so, or with a battery and there for the dark. */
export const isLampItem = (gear: Pick<GearItem, 'item' | 'when' | 'lastsS'>): boolean =>
  isLamp(gear.item) || (gear.lastsS !== null && mayBeLamp(gear));

/** There for the dark, under a name that is no other thing's. */
export const mayBeLamp = ({ item, when }: Pick<GearItem, 'item' | 'when'>): boolean =>
  when.kind === 'dark' && !thingsIn(item).some((thing) => NO_LAMP.test(thing) || SEEN.test(thing));

/** A lamp and its spare, while they are with the runner. */
interface HeldLamp {
  use: GearUse;
  fromS: number;
  toS: number;
  /** Their batteries are full again: put in before the start, or by the crew. */
  isFresh: boolean;
}

export interface LightKept {
  /** Dark, twilight included, and no lamp there: how long, and from when; `null`: never. */
  without: { darkS: number; fromS: number } | null;
  /** Dark, and one lamp without a second. */
  isAlone: boolean;
  /** When every battery there is empty, and how long it is dark after that without another; `null`: they last. */
  dies: { lamps: readonly GearUse[]; atS: number; darkS: number } | null;
}

/**
 * Follows the lamps through the dark as planned. Batteries are used one after the other, lamp and spare; one that
 * was with the crew comes back full; of a lamp whose battery is not told nothing is known against it.
 * @param lamps gear that is one, see `isLampItem`
 * @param dark when a lamp is needed, up to `finishS`
 */
export function followLamps(
  lamps: readonly GearUse[],
  reached: readonly Reached[],
  dark: readonly ElapsedSpan[],
  finishS: number,
): LightKept {
  const held = lamps.flatMap((use) =>
    use.carries.map(
      ({ take, giveBack }, i): HeldLamp => ({
        use,
        fromS: reached[take.place]!.arriveS,
        toS: giveBack ? reached[giveBack.place]!.departS : finishS,
        isFresh: i === 0 || take.source === 'crew',
      }),
    ),
  );
  const edgesS = [...held, ...dark].flatMap(({ fromS, toS }) => [fromS, toS]);
  const timesS = [...new Set(edgesS)].sort((a, b) => a - b);
  const leftS = new Map<GearUse, number>();
  const kept: { -readonly [K in keyof LightKept]: LightKept[K] } = {
    without: null,
    isAlone: false,
    dies: null,
  };
  timesS.slice(1).forEach((toS, i) => {
    const fromS = timesS[i]!;
    const here = held.filter((lamp) => lamp.fromS <= fromS && toS <= lamp.toS);
    for (const { use, isFresh, fromS: sinceS } of here) {
      if (isFresh && sinceS === fromS) leftS.set(use, capacityS(use));
    }
    if (!dark.some((span) => span.fromS <= fromS && toS <= span.toS)) return;
    if (here.length === 0) {
      kept.without = add(kept.without, fromS, toS);
      return;
    }
    kept.isAlone ||= here.length === 1 && !here[0]!.use.item.spare;
    let needS = toS - fromS;
    for (const { use } of here) {
      const usedS = Math.min(needS, leftS.get(use) ?? 0);
      leftS.set(use, (leftS.get(use) ?? 0) - usedS);
      needS -= usedS;
    }
    if (needS > 0) {
      const { lamps: first = here.map(({ use }) => use), atS = toS - needS } = kept.dies ?? {};
      kept.dies = { lamps: first, atS, darkS: (kept.dies?.darkS ?? 0) + needS };
    }
  });
  return kept;
}

/** Of a lamp with its spare; without end where nothing is told. */
const capacityS = ({ item: { lastsS, spare } }: GearUse): number =>
  lastsS === null ? Number.POSITIVE_INFINITY : lastsS * (spare ? 2 : 1);

const add = (without: LightKept['without'], fromS: number, toS: number): LightKept['without'] => ({
  darkS: (without?.darkS ?? 0) + toS - fromS,
  fromS: without?.fromS ?? fromS,
});
