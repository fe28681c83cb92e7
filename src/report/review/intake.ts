/** What was taken in an hour on each leg, beside the plan and the ranges of its standard. */
import type { Intake, Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { type Standard, sideOfStandard } from '../../engine/fuel/standards.js';
import { perHour } from '../../engine/review/intake.js';
import type { RaceReview } from '../../engine/review/review.js';
import type { StretchRows } from '../../engine/review/stretch-rows.js';
import { lapNotes } from '../chart.js';
import { left, right } from '../columns.js';
import { mealNotes } from '../fuel/needs.js';
import { INTAKE_SHOWN, NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import type { Section } from '../report.js';
import { say, type Text, words } from '../value.js';

/** Intake an hour on each stretch; the plan's rate is the last row. */
export function intakeTable(
  plan: Plan,
  { rows, lapsPerRow }: StretchRows,
  { stretches, intake, fuel }: RaceReview,
): Section | null {
  const shown = INTAKE_SHOWN.filter((n) => intake.stretches.some((i) => i[n] != null));
  if (shown.length === 0) return null;
  const rates = rows.map(({ stretch, intake: taken }) =>
    perHour(taken, stretch.endS - stretch.startS - stretch.mealS),
  );
  const sides = (rate: Intake): Text => sidesText(fuel.standard, shown, rate);
  const isOutside = [...rates, intake.perHour, fuel.perHour].some((rate) => sides(rate).length > 0);
  const cells = (rate: Intake): Text[] => [
    ...shown.map((n): Text => [nutrientValue(n, rate[n], true)]),
    ...(isOutside ? [sides(rate)] : []),
  ];
  return {
    kind: 'table',
    id: 'intake',
    title: 'Intake an hour',
    columns: [
      left('station', 'Leg to'),
      ...shown.map((n) => right(n, NUTRIENT_LABELS[n])),
      ...(isOutside ? [left('range', fuel.standard.name)] : []),
    ],
    rows: [
      ...rows.map(({ stretch }, i) => ({
        cells: [[words(stretch.end.name)], ...cells(rates[i]!)],
      })),
      { emphasis: 'total', cells: [['Race'], ...cells(intake.perHour)] },
      { emphasis: 'total', cells: [['Plan'], ...cells(fuel.perHour)] },
    ],
    notes: [
      isOutside
        ? say`${fuel.standard.name}: low or high against its range; sodium by what a litre drunk holds.`
        : say`Nothing lies outside the ranges of ${fuel.standard.name}.`,
      ...mealNotes(
        stretches.flatMap(({ start, mealS }) =>
          mealS > 0 ? [{ place: start, stopS: mealS }] : [],
        ),
      ),
      ...lapNotes(plan, lapsPerRow),
    ],
  };
}

/** `low: carbs, fluid; high: sodium`; empty where all lies in its range. */
function sidesText(standard: Standard, shown: readonly Nutrient[], rate: Intake): Text {
  const on = (side: 'low' | 'high') =>
    shown
      .filter((n) => sideOfStandard(standard, n, rate) === side)
      .map((n) => NUTRIENT_LABELS[n].toLowerCase());
  const said = (['low', 'high'] as const).flatMap((side) =>
    on(side).length === 0 ? [] : [`${side}: ${on(side).join(', ')}`],
  );
  return said.length === 0 ? [] : [said.join('; ')];
}
