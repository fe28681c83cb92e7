/** Fuelling: what to take on each leg, and the hourly targets against their standard. */
import type { Bounds } from '../../domain/bounds.js';
import { HOT_C } from '../../domain/gear.js';
import {
  addKnown,
  type Intake,
  mapIntake,
  NUTRIENTS,
  type Nutrient,
} from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import type { Sun } from '../../engine/course/daylight.js';
import { describeRaceDay } from '../../engine/course/race-day.js';
import { computeFuelPlan, type FuelPlan } from '../../engine/fuel/needs.js';
import { computeSkies, type TargetSky } from '../../engine/fuel/skies.js';
import { targetedOf } from '../../engine/fuel/stretches.js';
import { sum } from '../../kernel/stats.js';
import type { Chart } from '../chart.js';
import { left, right } from '../columns.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import type { Row, Section } from '../report.js';
import { sumsDown } from '../sums.js';
import {
  joinText,
  milligrams,
  minutes,
  say,
  span,
  type Text,
  temperature,
  words,
} from '../value.js';

/** What a row of the fuel table asks for. */
interface RowNeeds {
  name: string;
  racedS: number;
  intake: Intake;
}

/** The needs of each row of a chart. */
export function needsOfRows(plan: Plan, chart: Chart, sun: Sun | null): RowNeeds[] {
  const { legs } = computeFuelPlan(plan, { legs: chart.parts }, describeRaceDay(plan, sun));
  return chart.legs.map(({ leg: { from, to } }) => {
    const inside = legs.filter(({ planned }) => {
      const { atM } = planned.leg.to;
      return atM > from.atM && atM <= to.atM;
    });
    return {
      name: to.name,
      racedS: sum(inside.map(({ racedS }) => racedS)),
      intake: mapIntake((n) =>
        inside.reduce<number | null>((s, { intake }) => addKnown(s, intake[n]), 0),
      ),
    };
  });
}

/** @param needs of each row; they sum to the plan's */
export function fuelTable(
  fuel: FuelPlan,
  needs: readonly RowNeeds[],
  notes: readonly Text[] = [],
): Section {
  const nutrients = targetedOf(fuel);
  const amounts = (intake: Intake) => nutrients.map((n): Text => [nutrientValue(n, intake[n])]);
  const legs = needs.map(
    ({ name, racedS, intake }): Row => ({
      cells: [[words(name)], [minutes(racedS)], ...amounts(intake)],
    }),
  );
  const total: Row = {
    emphasis: 'total',
    cells: [
      ['Total'],
      [minutes(sum(fuel.legs.map(({ racedS }) => racedS)))],
      ...amounts(fuel.total),
    ],
  };
  return {
    kind: 'table',
    id: 'fuel',
    title: 'Fuel for each leg',
    columns: [
      left('station', 'Leg to'),
      right('time', 'Time'),
      ...nutrients.map((n) => right(n, NUTRIENT_LABELS[n])),
    ],
    rows: [...legs, total],
    sums: sumsDown(legs, total),
    notes: [['Time counts the stop before the leg.'], ...mealNotes(fuel.meals), ...notes],
  };
}

/** Stops that are not fuelled. */
export function mealNotes(meals: FuelPlan['meals']): Text[] {
  const stops = meals.map(({ place, stopS }) => say`${words(place.name)} (${span(stopS)})`);
  return stops.length === 0
    ? []
    : [
        say`Stops over an hour are for meals, not race fuel, and count in no hour here: ${joinText(stops, ', ')}.`,
      ];
}

function rangeText(nutrient: Nutrient, range: Bounds | undefined): Text {
  if (!range) return ['no hourly range'];
  const { min, max } = range;
  if (min != null && max != null) {
    return say`${nutrientValue(nutrient, min)} to ${nutrientValue(nutrient, max)}`;
  }
  return min != null
    ? say`at least ${nutrientValue(nutrient, min)}`
    : say`at most ${nutrientValue(nutrient, max)}`;
}

const SKY_LABELS: Readonly<Record<TargetSky, string>> = {
  hot: 'Hot',
  night: 'Dark',
  'hot night': 'Hot, dark',
};

/** Words about heat and night that change nothing, and why. */
function unusedNotes({ nutrition }: Plan, { unused, spells }: FuelPlan): Text[] {
  const isSet = (intake: Intake) => NUTRIENTS.some((n) => intake[n] != null);
  if (unused.includes('hot'))
    return [['`when_hot` is not used: no weather, or no start, is given.'], ...nightNotes(unused)];
  const isCool = isSet(nutrition.perHourHot) && !spells.some(({ isHot }) => isHot);
  return [
    ...(isCool ? [say`\`when_hot\` is not used: it stays below ${temperature(HOT_C)}.`] : []),
    ...nightNotes(unused),
  ];
}

const nightNotes = (unused: FuelPlan['unused']): Text[] =>
  unused.includes('night')
    ? [
        [
          '`at_night` and `not_at: night` are not used: no start, or no place, is given for the sun.',
        ],
      ]
    : [];

/** Whether heat and night ask for the same nutrient, each its own amount. */
const isBothTold = ({ nutrition: { perHourHot, perHourNight } }: Plan): boolean =>
  NUTRIENTS.some((n) => perHourHot[n] != null && perHourNight[n] != null);

export function hourlyTable(plan: Plan, fuel: FuelPlan): Section {
  const { standard, basePerHour, own } = fuel;
  const skies = computeSkies(fuel);
  // of sodium it gives what a litre holds
  const isOfStandard = (n: Nutrient) => n === 'sodiumMg' || standard.perHour[n] !== undefined;
  return {
    kind: 'table',
    id: 'hourly',
    title: 'Every hour',
    columns: [
      left('nutrient', ''),
      right('target', 'Target'),
      ...skies.map(({ when }) => right(when.replace(' ', '-'), SKY_LABELS[when])),
      left('source', 'From'),
      left('range', standard.name),
    ],
    rows: targetedOf(fuel).map((n) => ({
      cells: [
        [NUTRIENT_LABELS[n]],
        [nutrientValue(n, basePerHour[n])],
        ...skies.map(({ perHour }): Text => [nutrientValue(n, perHour[n])]),
        [own.has(n) || !isOfStandard(n) ? 'your plan' : standard.name],
        n === 'sodiumMg'
          ? say`${milligrams(standard.sodiumMgPerL.min)} a litre or more`
          : rangeText(n, standard.perHour[n]),
      ],
    })),
    notes: [
      ...unusedNotes(plan, fuel),
      ...(fuel.spells.some(({ isHot, isNight }) => isHot && isNight) && isBothTold(plan)
        ? [['Where it is dark and hot, `when_hot` goes before `at_night`.']]
        : []),
      ...(plan.nutrition.products.length === 0
        ? [['No products: list what you eat, and the plan says how many, from where and when.']]
        : []),
      [
        'Planning arithmetic, not medical advice. Drink to thirst; gaining weight is a danger sign.',
      ],
    ],
  };
}
