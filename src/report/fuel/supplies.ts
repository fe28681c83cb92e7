/** What to take at each place, and in which bottle. */
import { placesOf } from '../../domain/course.js';
import type { Product, SupplySource } from '../../domain/nutrition.js';
import { isCarriable } from '../../engine/fuel/bottles.js';
import { isServedAs } from '../../engine/fuel/fare.js';
import { isWater } from '../../engine/fuel/sources.js';
import type { Balance, PlannedRefill, Supply } from '../../engine/fuel/supplies.js';
import { SWALLOW_ML } from '../../engine/fuel/supply-plan.js';
import { CUP_ML, TABLE_MOST, TABLE_MOST_EACH } from '../../engine/fuel/ways.js';
import { sum } from '../../kernel/stats.js';
import type { Chart } from '../chart.js';
import { left, right } from '../columns.js';
import { moment } from '../moment.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import { placeName } from '../place-name.js';
import type { Row, Section } from '../report.js';
import { count, energy, joinText, say, span, type Text, volume, words } from '../value.js';
import { type AlikeBottles, alikeBottles } from './bottles.js';
import { cueTable } from './cues.js';
import { portionsText } from './portion.js';
import { shoppingTable } from './shopping.js';
import { shortfallList } from './shortfalls.js';
import type { Supplied } from './supplied.js';

const SOURCE_ORDER: readonly SupplySource[] = ['start', 'crew', 'drop bag', 'aid station'];

/** `crew: 2 × gel; table: 1 × pretzels`. */
function takenText(taken: readonly Supply[], lastsTo: Text): Text {
  const groups = SOURCE_ORDER.flatMap((source) => {
    const from = taken.filter((supply) => supply.source === source);
    if (from.length === 0) return [];
    const of = source === 'aid station' ? say`table` : say`${source}${lastsTo}`;
    return [say`${of}: ${portionsText(from)}`];
  });
  return groups.length === 0 ? ['–'] : joinText(groups, '; ');
}

/** `drink mix 16 oz, water 20 oz`. */
function bottlesText({
  bottles,
  waterDrunkMl,
  waterStandingMl,
  waterLeftMl,
  eaten,
  taken,
}: PlannedRefill): Text {
  const filled = bottles.filter(({ filledMl }) => filledMl > 0);
  if (filled.length > 0) return joinText(alikeBottles(filled).map(bottleText), ', ');
  if (bottles.length > 0) return ['–'];
  const drinks = eaten.filter(({ product }) => isPoured(product, taken));
  const waterMl = waterDrunkMl - waterStandingMl + waterLeftMl;
  return joinText(
    [
      ...drinks.map(
        ({ product, units }) => say`${words(product.name)} ${volume(units * product.servingMl!)}`,
      ),
      ...(drinks.length > 0 && waterMl < SWALLOW_ML / 2 ? [] : [say`water ${volume(waterMl)}`]),
    ],
    ', ',
  );
}

/** Whether it goes into a bottle. */
const isPoured = (product: Product, taken: readonly Supply[]): boolean =>
  product.servingMl != null &&
  (product.servingMl > CUP_ML ||
    !taken.some((s) => s.product === product && s.source === 'aid station'));

const bottleText = ({ bottle, product, filledMl, bottles }: AlikeBottles): Text => {
  const drink = say`${product ? words(product.name) : 'water'} ${volume(filledMl)}`;
  const each = bottle.kind === 'bottle' ? drink : say`${drink} (${words(bottle.kind)})`;
  return bottles === 1 ? each : say`${count(bottles)} × ${each}`;
};

/** A row a place, or a row of the chart where that sums laps. */
function takeTable({ plan, course, supplies }: Supplied, chart: Chart): Section {
  const { refills } = supplies;
  const places = placesOf(course);
  const isSummed = chart.notes.length > 0;
  const isOwn = ({ taken }: PlannedRefill) => taken.some(({ source }) => source !== 'aid station');
  const rows = isSummed
    ? chart.legs.map(({ leg: { from, to } }): Row => {
        const inside = refills.filter(({ place }) => {
          const { atM } = places[place]!;
          return atM >= from.atM && atM < to.atM;
        });
        return { cells: [[words(to.name)], takenText(addUp(inside, plan.nutrition.products), [])] };
      })
    : refills.map((refill, k): Row => {
        const next = refills.find((later, j) => j > k && isOwn(later))?.place ?? places.length - 1;
        const lastsTo = next === refill.until ? [] : say`, until ${placeName(places, next)}`;
        return {
          cells: [
            [words(places[refill.place]!.name)],
            [moment(plan, refill.fromS)],
            takenText(refill.taken, lastsTo),
            bottlesText(refill),
          ],
        };
      });
  return {
    kind: 'table',
    id: 'supplies',
    title: 'What to take',
    columns: isSummed
      ? [left('station', 'Leg to'), left('take', 'Take')]
      : [
          left('station', 'At'),
          right('time', 'Time'),
          left('take', 'Take'),
          left('bottles', 'Leave with'),
        ],
    rows,
    notes: [...takeNotes({ plan, course, supplies }), ...chart.notes],
  };
}

/** Of each product and source how many in all. */
function addUp(refills: readonly PlannedRefill[], products: readonly Product[]): Supply[] {
  const all: Supply[] = [];
  for (const supply of refills.flatMap(({ taken }) => taken)) {
    const i = all.findIndex((s) => s.product === supply.product && s.source === supply.source);
    if (i < 0) all.push(supply);
    else all[i] = { ...supply, units: all[i]!.units + supply.units };
  }
  return all.toSorted((a, b) => products.indexOf(a.product) - products.indexOf(b.product));
}

const balanceText = ({ nutrient, needed, planned }: Balance): Text =>
  say`${NUTRIENT_LABELS[nutrient].toLowerCase()} ${nutrientValue(nutrient, planned)} (${nutrientValue(nutrient, needed)} needed)`;

const isServedAnywhere = (product: Product, fare: readonly string[]): boolean =>
  !isWater(product) && fare.some((one) => isServedAs(product.name, one));

/** What it comes to, and what was taken for granted. */
function takeNotes({ plan, course, supplies }: Supplied): Text[] {
  const { bottles, carryFluidMl } = plan.nutrition;
  const { balances, unused, refills, cueEveryS } = supplies;
  const isAnyTable = refills.some(({ taken }) => taken.some((s) => s.source === 'aid station'));
  const isAnyPassed = placesOf(course).some(
    ({ water }, i, { length }) =>
      water && i < length - 1 && refills.every(({ place }) => place !== i),
  );
  const isEnergyAimedAt = balances.some(({ nutrient }) => nutrient === 'energyKcal');
  const energyKcal = sum(
    refills.flatMap(({ eaten }) =>
      eaten.map(({ product, units }) => units * (product.perServing.energyKcal ?? 0)),
    ),
  );
  const isAnyPowder = refills.some(({ waterMixedMl }) => waterMixedMl > 0);
  const fare = placesOf(course).flatMap((place) => place.fare);
  const served = plan.nutrition.products.filter(
    (product) => product.from === null && isServedAnywhere(product, fare),
  );
  const assumed: Text[] = [
    ...(served.length > 0
      ? [
          say`from the tables alone, which serve them: ${joinText(
            served.map(({ name }): Text => [words(name)]),
            ', ',
          )} (\`from\` would say otherwise)`,
        ]
      : []),
    ...(carryFluidMl == null ? [say`as much is carried as is drunk: no \`carry\` is told`] : []),
    ...(isAnyTable
      ? [
          say`at a table no more than ${count(TABLE_MOST)} things are eaten, ${count(TABLE_MOST_EACH)} of a kind`,
        ]
      : []),
    ...(isAnyPowder
      ? [say`a drink of your own is powder, its bottle filled up with water as needed`]
      : []),
    say`what a product does not declare it does not hold`,
  ];
  return [
    say`In all: ${joinText(balances.map(balanceText), ', ')}.`,
    ...(isEnergyAimedAt || energyKcal === 0
      ? []
      : [
          say`Calories come to ${energy(energyKcal)}; without a target of your own none is aimed at.`,
        ]),
    ...(unused.length === 0
      ? []
      : [
          say`Not used: ${joinText(
            unused.map(
              (product): Text =>
                isCarriable(product, bottles, carryFluidMl)
                  ? [words(product.name)]
                  : say`${words(product.name)} (a serving of ${volume(product.servingMl)} fits in no bottle)`,
            ),
            ', ',
          )}.`,
        ]),
    ...(isAnyPassed
      ? [say`Places with nothing new within ${span(cueEveryS)} of the last are passed by.`]
      : []),
    say`Assumed: ${joinText(assumed, '; ')}.`,
  ];
}

/** @param chart whose rows sum laps where there are many */
export const supplySections = (supplied: Supplied, chart: Chart): Section[] => [
  takeTable(supplied, chart),
  shortfallList(supplied),
  ...(chart.notes.length > 0 ? [] : [cueTable(supplied)]),
  shoppingTable(supplied.supplies),
];
