/** Which needs the products as planned do not meet. */
import { placesOf } from '../../domain/course.js';
import { type Balance, isNotable } from '../../engine/fuel/supplies.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import { placeName } from '../place-name.js';
import type { Section } from '../report.js';
import { count, joinText, say, type Text } from '../value.js';
import type { Supplied } from './supplied.js';

/** Needs that are missed: in all, and on the worst of the stretches where it is by more than one unit. */
export function shortfallList({ plan, course, supplies }: Supplied): Section {
  const { balances, shortfalls } = supplies;
  const items = balances.flatMap((balance): Text[] => {
    const { nutrient, needed } = balance;
    const isHeld = plan.nutrition.products.some(({ perServing }) => perServing[nutrient]);
    if (!isHeld && nutrient !== 'fluidMl') {
      return [
        say`${NUTRIENT_LABELS[nutrient]}: no product holds any; ${nutrientValue(nutrient, needed)} needed.`,
      ];
    }
    const inAll = isNotable(balance) ? [say`${offText(balance)} in all`] : [];
    // a race of one stretch is all there is
    const missed =
      supplies.refills.length === 1 && inAll.length > 0
        ? []
        : shortfalls.filter((shortfall) => shortfall.nutrient === nutrient);
    const worst = [true, false].flatMap((isShort) =>
      missed
        .filter((shortfall) => offBy(shortfall) < 0 === isShort)
        .toSorted((a, b) => Math.abs(offBy(b)) - Math.abs(offBy(a)))
        .slice(0, 1),
    );
    const places = placesOf(course);
    const parts = [
      ...inAll,
      ...worst.map(
        (one) =>
          say`${offText(one)} from ${placeName(places, one.place)} to ${placeName(places, one.until)}`,
      ),
    ];
    const more = missed.length - worst.length;
    const also =
      more > 0 ? say`, less on ${count(more)} other ${more === 1 ? 'stretch' : 'stretches'}` : [];
    return parts.length === 0
      ? []
      : [say`${NUTRIENT_LABELS[nutrient]}: ${joinText(parts, '; ')}${also}.`];
  });
  return { kind: 'list', title: 'What this mix does not meet', tone: 'plain', items };
}

const offBy = ({ needed, planned }: Balance): number => planned - needed;

/** `43 oz short of 83 oz`. */
const offText = (balance: Balance): Text => {
  const off = offBy(balance);
  const { nutrient, needed } = balance;
  return say`${nutrientValue(nutrient, Math.abs(off))} ${off < 0 ? 'short of' : 'more than'} ${nutrientValue(nutrient, needed)}`;
};
