/** The JSON contract of supplies: SI, names ending in units. */
import { type Course, placesOf } from '../../domain/course.js';
import type { Balance, Portion, Supplies } from '../../engine/fuel/supplies.js';
import type { Json } from '../report.js';

const portionJson = ({ product, units }: Portion) => ({ product: product.name, units });
const balancesJson = (balances: readonly Balance[]): Json => balances.map((b) => ({ ...b }));

/** Under `nutrition`: in the units of the JSON contract. */
export function suppliesJson(course: Course, supplies: Supplies | null): { [key: string]: Json } {
  if (!supplies) return {};
  const places = placesOf(course);
  const at = (place: number) => ({ station: places[place]!.name, atM: places[place]!.atM });
  return {
    refills: supplies.refills.map((refill) => ({
      ...at(refill.place),
      until: places[refill.until]!.name,
      fromS: refill.fromS,
      departS: refill.departS,
      toS: refill.toS,
      carried: refill.carried.map(portionJson),
      taken: refill.taken.map((supply) => ({ ...portionJson(supply), source: supply.source })),
      eaten: refill.eaten.map(portionJson),
      bottles: refill.bottles.map(({ bottle, product, filledMl }) => ({
        kind: bottle.kind,
        capacityMl: bottle.capacityMl,
        product: product?.name ?? null,
        filledMl,
      })),
      waterCarriedMl: refill.waterCarriedMl,
      waterTakenMl: refill.waterMl,
      waterDrunkMl: refill.waterDrunkMl,
      waterMixedMl: refill.waterMixedMl,
      waterLeftMl: refill.waterLeftMl,
      waterPouredMl: refill.waterPouredMl,
      balances: balancesJson(refill.balances),
    })),
    cueEveryS: supplies.cueEveryS,
    cues: supplies.cues.map(({ elapsedS, place, when, portions, drinkMl }) => ({
      elapsedS,
      ...at(place),
      when,
      portions: portions.map(portionJson),
      drinkMl,
    })),
    shopping: supplies.shopping.map((item) => ({
      product: item.product.name,
      start: item.by.start,
      crew: item.by.crew,
      dropBag: item.by['drop bag'],
      spare: item.spare,
    })),
    shortfalls: supplies.shortfalls.map(({ place, until, ...balance }) => ({
      from: places[place]!.name,
      to: places[until]!.name,
      ...balance,
    })),
    planned: balancesJson(supplies.balances),
    unusedProducts: supplies.unused.map(({ name }) => name),
  };
}
