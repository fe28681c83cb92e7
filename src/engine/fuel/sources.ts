/** Where each product can be had. */
import type { Course, Place } from '../../domain/course.js';
import { placesOf } from '../../domain/course.js';
import { isAnyoneSent } from '../../domain/crew.js';
import {
  NUTRIENTS,
  type Product,
  SUPPLY_SOURCES,
  type SupplySource,
} from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { visitsTo } from '../../domain/visits.js';
import { isServedAs } from './fare.js';

/** By place: where a product comes from there; `null` where it cannot be had. */
export type SourcesByPlace = readonly (SupplySource | null)[];

/** Nothing but water: taken as water, of which there is any amount. */
export const isWater = ({ servingMl, perServing }: Product): boolean =>
  servingMl != null && NUTRIENTS.every((n) => n === 'fluidMl' || !perServing[n]);

/** Places where somebody of the crew waits; with nobody sent anywhere, every place open to crews. */
function crewPlaces({ crew }: Plan, places: readonly Place[]): ReadonlySet<number> {
  const names = places.map(({ name }) => name);
  const all = places.map((_, i) => i);
  const waited = isAnyoneSent(crew)
    ? crew.people.flatMap(({ at }) => at.flatMap((written) => visitsTo(written, names)))
    : all;
  return new Set(waited.filter((i) => places[i]!.crew));
}

/**
 * Where each product of a plan can be had. As its `from` says; without one from the tables that serve it, and where
 * none does it is the runner's own: from the start, the crew and the drop bags. `from: [aid station]` of what no table
 * names means the tables of which nothing is told. Where there are several, from the crew before the drop bag before
 * the table. Nothing is taken at the finish.
 */
export function computeSources(plan: Plan, course: Course): Map<Product, SourcesByPlace> {
  const places = placesOf(course);
  const crewed = crewPlaces(plan, places);
  const onTables = (product: Product) =>
    places.map(({ fare }) => fare.some((served) => isServedAs(product.name, served)));
  return new Map(
    plan.nutrition.products.map((product): [Product, SourcesByPlace] => {
      const named = onTables(product);
      const isNamed = named.some(Boolean);
      const from: readonly SupplySource[] =
        product.from ?? (isNamed ? ['aid station'] : SUPPLY_SOURCES.slice(0, 3));
      const isThere: Record<SupplySource, (i: number) => boolean> = {
        start: (i) => i === 0,
        crew: (i) => crewed.has(i),
        'drop bag': (i) => places[i]!.dropBag,
        'aid station': (i) => (isNamed ? named[i]! : i > 0 && places[i]!.fare.length === 0),
      };
      return [
        product,
        places.map((_, i) =>
          i === places.length - 1
            ? null
            : (SUPPLY_SOURCES.find((s) => from.includes(s) && isThere[s](i)) ?? null),
        ),
      ];
    }),
  );
}
