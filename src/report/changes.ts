/** What to change from here, in words to be read aloud. */
import type { Plan } from '../domain/plan.js';
import type { Change } from '../engine/advice/changes.js';
import type { Resolution } from '../kernel/clock.js';
import { expectedText } from './cutoffs.js';
import { NUTRIENT_LABELS, nutrientValue } from './nutrient.js';
import { count, joinText, pace, say, span, type Text, volume, words } from './value.js';

/** @param resolutionS of the log that the change follows from */
export function changeText(plan: Plan, change: Change, resolutionS: Resolution): Text {
  switch (change.kind) {
    case 'cutoff':
      return say`At this pace ${expectedText(plan, change.closing, resolutionS)}. ${change.closing.marginS >= 0 ? 'Keep moving.' : 'Speed up or skip the stops.'}`;
    case 'stops over': {
      const { overS, leftS, stations } = change;
      return stations === 0
        ? say`Stops ran ${span(overS, resolutionS)} over plan. No stops are left: run it in.`
        : leftS === 0
          ? say`Stops ran ${span(overS, resolutionS)} over plan, which has none ahead.`
          : say`Stops ran ${span(overS, resolutionS)} over plan. Keep the ${count(stations)} ahead to ${span(leftS, resolutionS)} in all.`;
    }
    case 'gone': {
      const { goals, next } = change;
      const names = joinText(
        goals.map(({ text }) => [words(text)]),
        ', ',
      );
      return next
        ? say`Gone: ${names}. Still worth running for: ${words(next.text)}.`
        : say`Gone: ${names}. No goal of a time or a place is left.`;
    }
    case 'pace': {
      const { goal, needSPerKm, forecastSPerKm, slackS } = change;
      return slackS >= 0
        ? say`For ${words(goal.text)}: ${pace(needSPerKm)} moving is enough; ${pace(forecastSPerKm)} is forecast.`
        : say`For ${words(goal.text)}: ${pace(needSPerKm)} moving, against ${pace(forecastSPerKm)} forecast.`;
    }
    case 'eat more':
      return say`${NUTRIENT_LABELS[change.nutrient]}: ${nutrientValue(change.nutrient, change.takenPerHour, true)} so far; ${nutrientValue(change.nutrient, change.needPerHour, true)} from here makes up for it.`;
    case 'too far behind':
      return say`${NUTRIENT_LABELS[change.nutrient]}: ${nutrientValue(change.nutrient, change.takenPerHour, true)} so far. Do not try to make up for it: ${nutrientValue(change.nutrient, change.maxPerHour, true)} at most.`;
    case 'drink less':
      return say`Drinking ${volume(change.takenMlPerH, true)}, above ${volume(change.limitMlPerH, true)}: drink to thirst only.`;
  }
}
