/** What is taken in an hour, leg by leg, against the plan and the published range. */
import { type Intake, mapIntake, type Nutrient } from '../../domain/nutrition.js';
import type { FuelPlan } from '../../engine/fuel/needs.js';
import { type Standard, sideOfStandard } from '../../engine/fuel/standards.js';
import { perHour } from '../../engine/review/intake.js';
import type { RaceReview } from '../../engine/review/review.js';
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import type { Chart } from '../chart.js';
import type { Figure, Layer, Quantity } from '../figure.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import { count, say, type Text } from '../value.js';
import { type Named, nameAmong } from './names.js';
import { mostOf } from './pieces.js';
import { drawnLayers } from './placing.js';

const QUANTITIES = {
  carbG: 'gramsPerH',
  fluidMl: 'millilitresPerH',
  sodiumMg: 'milligramsPerH',
} as const satisfies Partial<Record<Nutrient, Quantity['kind']>>;

type Shown = keyof typeof QUANTITIES;
const SHOWN = Object.keys(QUANTITIES) as Shown[];

/** What was taken in an hour on the way to a place. */
interface Rate extends Named {
  from: number;
  to: number;
  rate: Intake;
}

/** As it went, a figure each of what was logged. */
export function takenFigures(
  all: readonly StretchRow[],
  { intake, fuel }: RaceReview,
): (Figure | null)[] {
  const rates = all
    .filter(({ stretch }) => stretch.distanceM > 0)
    .map(
      ({ stretch: { start, end, startS, endS, mealS }, intake: taken }): Rate => ({
        name: end.name,
        atM: end.atM,
        from: start.atM,
        to: end.atM,
        rate: perHour(taken, endS - startS - mealS),
      }),
    );
  return SHOWN.map((nutrient) => {
    const known = rates.filter(({ rate }) => rate[nutrient] !== null);
    if (known.length === 0) return null;
    const planned = fuel.perHour[nutrient];
    return figureOf(
      nutrient,
      'intake',
      rates,
      'actual',
      fuel.standard,
      [
        ...(planned === null
          ? []
          : [{ kind: 'level', role: 'plan', name: 'planned', y: planned } as const]),
      ],
      say`${NUTRIENT_LABELS[nutrient]}: ${nutrientValue(nutrient, intake.perHour[nutrient], true)} over the race${planned === null ? '' : say`, ${nutrientValue(nutrient, planned, true)} planned`}.${sidesText(nutrient, fuel.standard, known, rates.length)}${leastText(nutrient, known)}`,
    );
  });
}

/** Less than this between two legs is no change, as a share. */
const CHANGE_RATIO = 0.01;

/**
 * As planned; a figure each of what is not the same in every hour.
 * @param needs of each row of the chart
 */
export function plannedIntakeFigures(
  { legs }: Pick<Chart, 'legs'>,
  needs: readonly { racedS: number; intake: Intake }[],
  { standard, perHour: mean }: FuelPlan,
): (Figure | null)[] {
  const rates = legs.flatMap(({ leg }, i): Rate[] => {
    const need = needs[i];
    return need
      ? [
          {
            name: leg.to.name,
            atM: leg.to.atM,
            from: leg.from.atM,
            to: leg.to.atM,
            rate: need.racedS > 0 ? perHour(need.intake, need.racedS) : mapIntake(() => null),
          },
        ]
      : [];
  });
  return SHOWN.map((nutrient) => {
    const known = rates.filter(({ rate }) => rate[nutrient] !== null);
    const most = mostOf(known, ({ rate }) => rate[nutrient]!);
    const least = mostOf(known, ({ rate }) => -rate[nutrient]!);
    if (!most || !least) return null;
    const [high, low] = [most.rate[nutrient]!, least.rate[nutrient]!];
    if (high - low <= CHANGE_RATIO * high) return null;
    const value = (amount: number | null) => nutrientValue(nutrient, amount, true);
    return figureOf(
      nutrient,
      'fuel',
      rates,
      'plan',
      standard,
      [],
      say`${NUTRIENT_LABELS[nutrient]}: ${value(mean[nutrient])} over the race, from ${value(low)} on the way to ${nameAmong(known, least)} up to ${value(high)} on the way to ${nameAmong(known, most)}, as the plan asks of heat and night.`,
    );
  });
}

function figureOf(
  nutrient: Shown,
  table: string,
  rates: readonly Rate[],
  role: 'plan' | 'actual',
  standard: Standard,
  layers: readonly Layer[],
  point: Text,
): Figure {
  const label = NUTRIENT_LABELS[nutrient];
  return {
    kind: 'chart',
    id: `${nutrient === 'carbG' ? 'carbs' : nutrient === 'fluidMl' ? 'fluid' : 'sodium'}-an-hour`,
    title: `${label} an hour${role === 'plan' ? ', planned' : ''}`,
    point,
    table,
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0 },
      y: { label, quantity: { kind: QUANTITIES[nutrient] }, from: 0 },
      layers: drawnLayers([
        ...rangeLayers(nutrient, standard, rates.at(-1)?.to ?? 0),
        ...layers,
        {
          kind: 'steps',
          role,
          name: role === 'plan' ? 'planned' : 'taken',
          steps: rates.map(({ from, to, rate }) => ({ from, to, y: rate[nutrient] })),
        },
      ]),
    },
  };
}

/** The published range; of sodium it is told by the litre, and not drawn. */
function rangeLayers(nutrient: Shown, { perHour: ranges, name }: Standard, endM: number): Layer[] {
  const range = ranges[nutrient];
  if (!range) return [];
  const { min, max } = range;
  if (min !== null && max !== null) {
    const points = [0, endM].map((x) => ({ x, low: min, high: max }));
    return [{ kind: 'band', role: 'range', name: `range of ${name}`, points }];
  }
  return [min, max].flatMap((y): Layer[] =>
    y === null ? [] : [{ kind: 'level', role: 'range', name: `${name}`, y }],
  );
}

/** On how many legs it lay outside. */
function sidesText(
  nutrient: Nutrient,
  standard: Standard,
  known: readonly Rate[],
  legs: number,
): Text {
  const isSodium = nutrient === 'sodiumMg';
  if (!isSodium && !standard.perHour[nutrient]) return [];
  // of sodium alone nothing tells how much is in a litre
  const judged = isSodium ? known.filter(({ rate }) => rate.fluidMl) : known;
  if (judged.length === 0) return [];
  const legsOn = (side: 'low' | 'high') =>
    judged.filter(({ rate }) => sideOfStandard(standard, nutrient, rate) === side).length;
  const [low, high] = [legsOn('low'), legsOn('high')];
  const isAll = judged.length === legs;
  const of = isAll ? say`${count(legs)}` : say`${count(judged.length)} known of ${count(legs)}`;
  const range = say`the range of ${standard.name}${isSodium ? ' by the litre drunk' : ''}`;
  if (low + high === 0)
    return isAll
      ? say` No leg lies outside ${range}.`
      : say` Of ${of} legs none lies outside ${range}.`;
  const [side, legsThere] = low > 0 ? (['Below', low] as const) : (['Above', high] as const);
  const also = low > 0 && high > 0 ? say`, above it on ${count(high)}` : [];
  return say` ${side} ${range} on ${count(legsThere)} of ${of} legs${also}.`;
}

function leastText(nutrient: Nutrient, known: readonly Rate[]): Text {
  const least = mostOf(known, ({ rate }) => -rate[nutrient]!);
  return !least || known.length < 2
    ? []
    : say` Least on the way to ${nameAmong(known, least)}, ${nutrientValue(nutrient, least.rate[nutrient], true)}.`;
}
