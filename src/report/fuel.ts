/** Fuelling: what to take on each leg, and the hourly targets against their standard. */
import type { Bounds } from '../domain/bounds.js';
import type { Intake, Nutrient } from '../domain/nutrition.js';
import type { FuelPlan } from '../engine/fuel/needs.js';
import { left, right } from './columns.js';
import type { Section } from './report.js';
import {
  energy,
  grams,
  milligrams,
  minutes,
  say,
  type Text,
  type Value,
  volume,
  words,
} from './value.js';

export const NUTRIENT_LABELS: Readonly<Record<Nutrient, string>> = {
  energyKcal: 'Calories',
  carbG: 'Carbs',
  proteinG: 'Protein',
  fluidMl: 'Fluid',
  sodiumMg: 'Sodium',
  caffeineMg: 'Caffeine',
};

export function nutrientValue(nutrient: Nutrient, amount: number | null, perHour = false): Value {
  switch (nutrient) {
    case 'energyKcal':
      return energy(amount, perHour);
    case 'carbG':
    case 'proteinG':
      return grams(amount, perHour);
    case 'fluidMl':
      return volume(amount, perHour);
    case 'sodiumMg':
    case 'caffeineMg':
      return milligrams(amount, perHour);
  }
}

/** The nutrients worth a column: those with a target, protein and caffeine only when the athlete set one. */
const shownNutrients = ({ perHour, own }: FuelPlan): Nutrient[] =>
  (Object.keys(NUTRIENT_LABELS) as Nutrient[]).filter(
    (n) => perHour[n] != null && (own.has(n) || !['proteinG', 'caffeineMg'].includes(n)),
  );

export function fuelTable(fuel: FuelPlan): Section {
  const nutrients = shownNutrients(fuel);
  const amounts = (intake: Intake) => nutrients.map((n): Text => [nutrientValue(n, intake[n])]);
  return {
    kind: 'table',
    id: 'fuel',
    title: 'Fuel for each leg',
    columns: [
      left('station', 'Leg to'),
      right('time', 'Time'),
      ...nutrients.map((n) => right(n, NUTRIENT_LABELS[n])),
    ],
    rows: [
      ...fuel.legs.map(({ planned, elapsedS, intake }) => ({
        cells: [[words(planned.leg.to.name)], [minutes(elapsedS)], ...amounts(intake)],
      })),
      {
        emphasis: 'total' as const,
        cells: [
          ['Total'],
          [minutes(fuel.legs.reduce((s, leg) => s + leg.elapsedS, 0))],
          ...amounts(fuel.total),
        ],
      },
    ],
    notes: [['Time counts the stop before the leg.']],
  };
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

export function hourlyTable(fuel: FuelPlan): Section {
  const { standard, perHour, own } = fuel;
  return {
    kind: 'table',
    id: 'hourly',
    title: 'Every hour',
    columns: [
      left('nutrient', ''),
      right('target', 'Target'),
      left('source', 'From'),
      left('range', standard.name),
    ],
    rows: shownNutrients(fuel).map((n) => ({
      cells: [
        [NUTRIENT_LABELS[n]],
        [nutrientValue(n, perHour[n])],
        [own.has(n) ? 'your plan' : standard.name],
        n === 'sodiumMg'
          ? say`${milligrams(standard.sodiumMgPerL.min)} a litre or more`
          : rangeText(n, standard.perHour[n]),
      ],
    })),
    notes: [
      [
        'Planning arithmetic, not medical advice. Drink to thirst; gaining weight is a danger sign.',
      ],
    ],
  };
}
