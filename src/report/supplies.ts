/** What to take at each place, when to eat and drink it, and what to bring. */
import { type Course, placesOf } from '../domain/course.js';
import type { Product, SupplySource } from '../domain/nutrition.js';
import type { Plan } from '../domain/plan.js';
import type {
  Balance,
  Cue,
  FilledBottle,
  PlannedRefill,
  Portion,
  ShoppingItem,
  Supplies,
  Supply,
} from '../engine/fuel/supplies.js';
import { SWALLOW_ML } from '../engine/fuel/supply-plan.js';
import { TABLE_MOST, TABLE_MOST_EACH } from '../engine/fuel/ways.js';
import { sum } from '../kernel/stats.js';
import type { Chart } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { NUTRIENT_LABELS, nutrientValue } from './nutrient.js';
import type { Json, Row, Section } from './report.js';
import { sumsAcross } from './sums.js';
import { count, duration, joinText, say, span, type Text, volume, words } from './value.js';

interface Supplied {
  plan: Plan;
  course: Course;
  supplies: Supplies;
}

/** `2 × gel`. */
export const portionText = ({ product, units }: Portion): Text =>
  say`${count(units)} × ${words(product.name)}`;

const portionsText = (portions: readonly Portion[]): Text =>
  joinText(portions.map(portionText), ', ');

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
  if (filled.length > 0) return joinText(alike(filled).map(bottleText), ', ');
  if (bottles.length > 0) return ['–'];
  const drinks = eaten.filter(({ product }) => isPoured(product, taken));
  const waterMl = waterDrunkMl - waterStandingMl + waterLeftMl;
  return joinText(
    [
      ...drinks.map(
        ({ product, units }) => say`${words(product.name)} ${volume(units * product.servingMl!)}`,
      ),
      say`water ${volume(waterMl)}`,
    ],
    ', ',
  );
}

const isPoured = (product: Product, taken: readonly Supply[]): boolean =>
  product.servingMl != null &&
  !taken.some((s) => s.product === product && s.source === 'aid station');

/** Bottles that hold the same, with how many there are. */
function alike(bottles: readonly FilledBottle[]): (FilledBottle & { bottles: number })[] {
  const isAlike = (a: FilledBottle, b: FilledBottle) =>
    a.bottle.kind === b.bottle.kind &&
    a.product === b.product &&
    Math.abs(a.filledMl - b.filledMl) < SWALLOW_ML / 2;
  return bottles.flatMap((filled, i) =>
    bottles.findIndex((other) => isAlike(other, filled)) < i
      ? []
      : [{ ...filled, bottles: bottles.filter((other) => isAlike(other, filled)).length }],
  );
}

const bottleText = ({
  bottle,
  product,
  filledMl,
  bottles,
}: ReturnType<typeof alike>[number]): Text => {
  const drink = say`${product ? words(product.name) : 'water'} ${volume(filledMl)}`;
  const each = bottle.kind === 'bottle' ? drink : say`${words(bottle.kind)}: ${drink}`;
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
        const lastsTo = next === refill.until ? [] : say`, until ${words(places[next]!.name)}`;
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

/** What it comes to, and what was taken for granted. */
function takeNotes({ course, supplies }: Supplied): Text[] {
  const { balances, unused, refills, cueEveryS } = supplies;
  const isAnyTable = refills.some(({ taken }) => taken.some((s) => s.source === 'aid station'));
  const isAnyPassed = placesOf(course).some(
    ({ water }, i, { length }) =>
      water && i < length - 1 && refills.every(({ place }) => place !== i),
  );
  const isAnyPowder = refills.some(({ waterMixedMl }) => waterMixedMl > 0);
  const assumed: Text[] = [
    ...(isAnyTable
      ? [
          say`At a table no more than ${count(TABLE_MOST)} things are eaten, ${count(TABLE_MOST_EACH)} of a kind`,
        ]
      : []),
    ...(isAnyPowder
      ? [say`a drink of your own is powder, its bottle filled up with water as needed`]
      : []),
    say`what a product does not declare it does not hold`,
  ];
  return [
    say`In all: ${joinText(balances.map(balanceText), ', ')}.`,
    ...(unused.length === 0
      ? []
      : [
          say`Not used: ${joinText(
            unused.map(({ name }): Text => [words(name)]),
            ', ',
          )}.`,
        ]),
    ...(isAnyPassed
      ? [say`Places with nothing new within ${span(cueEveryS)} of the last are passed by.`]
      : []),
    say`Assumed: ${joinText(assumed, '; ')}.`,
  ];
}

/** More or less than this of what the race needs is worth a word; no source. */
const NOTABLE_RATIO = 0.05;

/** Needs that are missed: in all, and on the worst of the stretches where it is by more than one unit. */
function shortfallList({ plan, course, supplies }: Supplied): Section {
  const { balances, shortfalls } = supplies;
  const items = balances.flatMap((balance): Text[] => {
    const { nutrient, needed } = balance;
    const isHeld = plan.nutrition.products.some(({ perServing }) => perServing[nutrient]);
    if (!isHeld && nutrient !== 'fluidMl') {
      return [
        say`${NUTRIENT_LABELS[nutrient]}: no product holds any; ${nutrientValue(nutrient, needed)} needed.`,
      ];
    }
    const inAll =
      Math.abs(offBy(balance)) > NOTABLE_RATIO * needed ? [say`${offText(balance)} in all`] : [];
    const missed = shortfalls.filter((shortfall) => shortfall.nutrient === nutrient);
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
          say`${offText(one)} from ${words(places[one.place]!.name)} to ${words(places[one.until]!.name)}`,
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

/** `10 swallows`. */
function swallows(millilitres: number): Text {
  const n = Math.round(millilitres / SWALLOW_ML);
  return say`${count(n)} ${n === 1 ? 'swallow' : 'swallows'}`;
}

/** When to eat what, a row a stretch. */
function cueTable({ plan, course, supplies }: Supplied): Section {
  const { refills, cueEveryS } = supplies;
  const places = placesOf(course);
  return {
    kind: 'table',
    id: 'cues',
    title: 'When to eat and drink',
    columns: [
      left('station', 'On the way to'),
      right('from', 'From'),
      left('drink', say`Every ${span(cueEveryS)}`),
      left('eat', 'And eat'),
    ],
    rows: refills.map((refill): Row => {
      const here = supplies.cues.filter(({ place }) => place === refill.place);
      const onTheWayMl = sum(here.filter(({ when }) => when !== 'stop').map((c) => c.drinkMl));
      const hoursOfCues = (refill.toS - refill.departS) / cueEveryS;
      const each = onTheWayMl / Math.max(hoursOfCues, 1);
      return {
        cells: [
          [words(places[refill.until]!.name)],
          [moment(plan, refill.departS)],
          say`${volume(each)}, ${swallows(each)}`,
          eatText(supplies, refill),
        ],
      };
    }),
    notes: [
      say`A swallow is taken as ${volume(SWALLOW_ML)}. Of a drink the bottle is empty on arrival. When to eat is told in hours since the start.`,
    ],
  };
}

/** `at the table 1 × pretzels; each time salt cap; 2:30 h gel; 3:30 h to 4:30 h gel, bar`, after so many hours. */
function eatText({ cues }: Supplies, { place }: PlannedRefill): Text {
  const here = cues.filter((cue) => cue.place === place);
  const atTable = here.filter(({ when }) => when === 'stop').flatMap(({ portions }) => portions);
  const onTheWay = here.filter(({ when }) => when === 'way');
  const always =
    onTheWay.length < 2
      ? []
      : (onTheWay[0]?.portions ?? []).filter((portion) =>
          onTheWay.every(({ portions }) => portions.some((other) => isSame(portion, other))),
        );
  const runs: { from: Cue; to: Cue; food: readonly Portion[] }[] = [];
  for (const cue of onTheWay) {
    const food = cue.portions.filter((portion) => !always.some((other) => isSame(portion, other)));
    const last = runs.at(-1);
    const goesOn =
      last?.food.length === food.length &&
      food.every((portion) => last.food.some((other) => isSame(portion, other)));
    if (last && goesOn) last.to = cue;
    else runs.push({ from: cue, to: cue, food });
  }
  const foodText = (food: readonly Portion[]) => joinText(food.map(onePortion), ', ');
  const parts = [
    ...(atTable.length > 0 ? [say`at the table ${portionsText(atTable)}`] : []),
    ...(always.length > 0 ? [say`each time ${foodText(always)}`] : []),
    ...runs.flatMap(({ from, to, food }): Text[] => {
      const at = duration(from.elapsedS, 60);
      if (food.length === 0) return [];
      return [
        from === to
          ? say`${at} ${foodText(food)}`
          : say`${at} to ${duration(to.elapsedS, 60)} ${foodText(food)}`,
      ];
    }),
  ];
  return parts.length === 0 ? ['–'] : joinText(parts, '; ');
}

const onePortion = (portion: Portion): Text =>
  portion.units === 1 ? [words(portion.product.name)] : portionText(portion);

const isSame = (a: Portion, b: Portion): boolean => a.product === b.product && a.units === b.units;

/** What to bring, by who hands it out. */
function shoppingTable({ shopping }: Supplies): Section {
  const columns = [
    left('product', ''),
    right('start', 'Start'),
    right('crew', 'Crew'),
    right('bags', 'Drop bags'),
    right('spare', 'Spare'),
    right('total', 'Bring'),
  ];
  const rows = shopping.map(
    (item): Row => ({
      cells: [
        [words(item.product.name)],
        [count(item.by.start)],
        [count(item.by.crew)],
        [count(item.by['drop bag'])],
        [count(item.spare)],
        [count(broughtOf(item))],
      ],
    }),
  );
  return {
    kind: 'table',
    id: 'shopping',
    title: 'Shopping list',
    columns,
    rows,
    sums: sumsAcross(columns, rows, ['start', 'crew', 'bags', 'spare'], 'total'),
    notes: [say`One spare in ten, at least one; the tables bring their own.`],
  };
}

const broughtOf = ({ by, spare }: ShoppingItem): number =>
  by.start + by.crew + by['drop bag'] + spare;

/** @param chart whose rows sum laps where there are many */
export const supplySections = (supplied: Supplied, chart: Chart): Section[] => [
  takeTable(supplied, chart),
  shortfallList(supplied),
  ...(chart.notes.length > 0 ? [] : [cueTable(supplied)]),
  shoppingTable(supplied.supplies),
];

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
