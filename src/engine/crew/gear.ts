/** What gear the runner takes where, so that it is at hand before it is needed. */
import type { GearItem } from '../../domain/gear.js';
import { computeNeed, type GearRace, type Need } from './conditions.js';
import { type GearPlace, type GearSource, gearPlacesOf, sourceAgain } from './gear-sources.js';

/** One thing changing hands. */
export interface GearMove {
  item: GearItem;
  isSpare: boolean;
  /** Index into the places of the course; 0 is the start. */
  place: number;
  /** `take` it along from here, or `give back` what is no longer needed. */
  action: 'take' | 'give back';
  /** Where it is taken from, or left. */
  source: GearSource;
}

/** An item on the runner, from where to where. */
export interface Carry {
  take: GearStop;
  /** `null`: as far as the finish. */
  giveBack: GearStop | null;
}

export interface GearStop {
  place: number;
  source: GearSource;
}

export interface GearUse {
  item: GearItem;
  need: Need;
  /** In order; none when it is not needed. */
  carries: readonly Carry[];
}

/** Everything of the plan's gear: when it is needed, and where it is taken and given back. */
export function computeGear(race: GearRace): GearUse[] {
  const places = gearPlacesOf(race.plan, race.course, race.pace.legs);
  return race.plan.gear.map((item) => {
    const need = computeNeed(item.when, race);
    return { item, need, carries: planCarries(need, places) };
  });
}

/** The same as moves in the order of the course; a spare goes wherever its item goes. */
export const computeGearMoves = (race: GearRace): GearMove[] => movesOf(computeGear(race));

export const movesOf = (uses: readonly GearUse[]): GearMove[] =>
  uses
    .flatMap(({ item, carries }) =>
      carries.flatMap(({ take, giveBack }): GearMove[] =>
        (item.spare ? [false, true] : [false]).flatMap((isSpare): GearMove[] => [
          { item, isSpare, action: 'take', ...take },
          ...(giveBack ? [{ item, isSpare, action: 'give back' as const, ...giveBack }] : []),
        ]),
      ),
    )
    .sort((a, b) => a.place - b.place);

/**
 * An item is taken at the last place with somebody, or a bag, before the first leg on which it may be needed, and
 * given back at the first after the last such leg, unless it could not be had again before the next.
 */
function planCarries({ onLeg, atFinish }: Need, places: readonly GearPlace[]): Carry[] {
  if (atFinish) {
    const finish = places.find(({ place }) => place === onLeg.length);
    // where nobody brings it to the finish, it waits there by itself
    return finish ? [{ take: stopAt(finish), giveBack: null }] : [];
  }
  const carries: Carry[] = [];
  let neededLeg = onLeg.indexOf(true);
  if (neededLeg < 0) return [];
  let take = stopAt(places.findLast(({ place }) => place <= neededLeg)!);
  for (;;) {
    const endPlace = endOfNeed(onLeg, neededLeg);
    const nextLeg = onLeg.indexOf(true, endPlace);
    const after = places.filter(({ place }) => place >= endPlace && place < onLeg.length);
    if (nextLeg < 0) {
      const [back] = after;
      carries.push({ take, giveBack: back ? stopAt(back) : null });
      return carries;
    }
    const swap = findSwap(after.filter(({ place }) => place <= nextLeg));
    if (swap) {
      carries.push({ take, giveBack: swap.giveBack });
      take = swap.take;
    }
    neededLeg = nextLeg;
  }
}

/** The place that ends the run of legs from `leg` on which it is needed. */
function endOfNeed(onLeg: readonly boolean[], leg: number): number {
  const end = onLeg.indexOf(false, leg);
  return end < 0 ? onLeg.length : end;
}

/** Left as early as can be, and taken again as late, so that what was left is there to be taken. */
function findSwap(places: readonly GearPlace[]): { giveBack: GearStop; take: GearStop } | null {
  for (const [i, left] of places.entries()) {
    for (let j = places.length - 1; j > i; j -= 1) {
      for (const source of left.sources) {
        const again = sourceAgain(places.slice(i, j + 1), source);
        if (again === null) continue;
        return {
          giveBack: { place: left.place, source },
          take: { place: places[j]!.place, source: again },
        };
      }
    }
  }
  return null;
}

const stopAt = ({ place, sources }: GearPlace): GearStop => ({ place, source: sources[0]! });
