/** How the fuelling went, in words: gaps, when the total fell behind, and what may be worth a look. */
import type { Plan } from '../../domain/plan.js';
import {
  type FuelBalance,
  type FuelCoincidence,
  type FuelGap,
  type FuelReview,
  GAP_S,
} from '../../engine/review/fuel-review.js';
import { atMoment, moment } from '../moment.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import type { Json, Section } from '../report.js';
import {
  distance,
  grams,
  joinText,
  listText,
  say,
  signedRatio,
  span,
  type Text,
  words,
} from '../value.js';

/** So many gaps are listed, the longest; and so many coincidences. */
const MOST_GAPS = 4;
const MOST_COINCIDENCES = 2;

export function fuelSection(plan: Plan, fuel: FuelReview): Section | null {
  const items = [
    ...balanceTexts(plan, fuel.balances),
    ...gapText(plan, fuel.gaps),
    ...fuel.coincidences.slice(0, MOST_COINCIDENCES).map(coincidenceText),
  ];
  return items.length === 0
    ? null
    : { kind: 'list', title: 'Fuel on the way', tone: 'plain', items };
}

function balanceTexts(plan: Plan, balances: readonly FuelBalance[]): Text[] {
  const kept = balances.filter(({ behindSinceS }) => behindSinceS === null);
  const names = listText(kept.map(({ nutrient }, i) => [nameOf(nutrient, i === 0)]));
  return [
    ...balances.flatMap((balance) => behindText(plan, balance)),
    ...(kept.length === 0 ? [] : [say`${names} kept up with the plan to the end.`]),
  ];
}

const nameOf = (nutrient: FuelBalance['nutrient'], isFirst: boolean): string =>
  isFirst ? NUTRIENT_LABELS[nutrient] : NUTRIENT_LABELS[nutrient].toLowerCase();

function behindText(plan: Plan, balance: FuelBalance): Text[] {
  const { nutrient, behindSinceS, behindOn, shortBy, isTimed } = balance;
  if (behindSinceS === null || !behindOn) return [];
  const name = nameOf(nutrient, true);
  const short = say`${nutrientValue(nutrient, shortBy)} short at the end`;
  const leg = say`on the leg to ${words(behindOn.name)}, ${distance(behindOn.atM)}`;
  if (behindSinceS === 0) return [say`${name}: behind plan from the start, ${short}.`];
  return isTimed
    ? [
        say`${name}: behind plan for good after ${span(behindSinceS)}${atMoment(plan, behindSinceS)}, ${leg}; ${short}.`,
      ]
    : [say`${name}: behind plan for good ${leg}; ${short}.`];
}

function gapText(plan: Plan, gaps: FuelReview['gaps']): Text[] {
  if (gaps === null) return [];
  const limit = span(GAP_S);
  if (gaps.length === 0) return [say`Never more than ${limit} without anything to eat.`];
  const lengthOf = ({ fromS, toS }: FuelGap) => toS - fromS;
  const longest = gaps.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_GAPS);
  const shown = gaps
    .filter((gap) => longest.includes(gap))
    .map(
      (gap) =>
        say`${span(lengthOf(gap))} from ${moment(plan, gap.fromS)} to ${moment(plan, gap.toS)} (${whereText(gap)})`,
    );
  const more = gaps.length - shown.length;
  return [
    say`More than ${limit} without energy: ${joinText(shown, '; ')}${more > 0 ? `; and ${more} shorter ones` : ''}.`,
  ];
}

const whereText = ({ after, before }: FuelGap): Text =>
  say`${words(after.name)} to ${words(before.name)}`;

function coincidenceText(found: FuelCoincidence): Text {
  const { from, to, slowerRatio, beforeRatio, since, sinceS, carbG, plannedCarbG } = found;
  return say`A coincidence worth a look, no proof: in the ${span(sinceS)} from ${words(since.name)} to ${words(from.name)} ${grams(carbG)} of carbs were taken, ${grams(plannedCarbG)} planned; then, to ${words(to.name)}, ${distance(to.atM)}, moving time was ${signedRatio(slowerRatio)} against plan, before that ${signedRatio(beforeRatio)}.`;
}

export const fuelReviewJson = ({
  gaps,
  balances,
  coincidences,
}: FuelReview): { readonly [key: string]: Json } => ({
  gaps:
    gaps?.map(({ fromS, toS, after, before }) => ({
      fromS,
      toS,
      after: after.name,
      afterM: after.atM,
      before: before.name,
      beforeM: before.atM,
    })) ?? null,
  againstPlan: balances.map(({ nutrient, shortBy, behindSinceS, behindOn, isTimed }) => ({
    nutrient,
    shortBy,
    behindSinceS,
    behindOnLegTo: behindOn?.name ?? null,
    timed: isTimed,
  })),
  coincidences: coincidences.map(({ from, to, since, ...found }) => ({
    from: from.name,
    to: to.name,
    toM: to.atM,
    since: since.name,
    ...found,
  })),
});
