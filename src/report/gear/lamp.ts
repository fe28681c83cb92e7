/** Warnings about lamps in plain words. */
import type { Plan } from '../../domain/plan.js';
import type { LampWarning } from '../../engine/advice/warnings/lamp.js';
import { moment } from '../moment.js';
import { listText, say, span, type Text, words } from '../value.js';

export function lampText(plan: Plan, warning: LampWarning): Text {
  switch (warning.kind) {
    case 'dark without lamp':
      return say`${runInDark(plan, warning)}, and no lamp is in your gear${unless(warning.unsure)}.`;
    case 'no spare lamp':
      return say`${runInDark(plan, warning)}, on one lamp: carry a spare.`;
    case 'lamp too late':
      return say`No lamp is with you in ${span(warning.darkS)} of twilight or darkness, from ${moment(plan, warning.fromS)}: your gear has one, for later.`;
    case 'lamp dies': {
      const { items, atS, darkS, ifLate } = warning;
      const names = listText(items.map((item) => [words(item)]));
      const empty = say`The battery of ${names} is empty at ${moment(plan, atS)}`;
      return ifLate
        ? say`${empty}; 1 in 10 come so late that they run ${span(darkS, 60)} of darkness after that, or more.`
        : say`${empty}, with ${span(darkS, 60)} of darkness left.`;
    }
    case 'dark if late': {
      const { finishS, fromS, lateS } = warning;
      return say`The plan finishes ${span(fromS - finishS, 60)} before sunset at ${moment(plan, fromS)}; 1 in 10 come so late that they run ${span(lateS - fromS, 60)} after it, or more, and no lamp is in your gear.`;
    }
  }
}

const unless = (unsure: readonly string[]): Text =>
  unsure.length === 0
    ? []
    : say`, unless ${listText(unsure.map((item) => [words(item)]))} is one: then say how long it lasts`;

type DarkRun = Extract<LampWarning, { kind: 'dark without lamp' | 'no spare lamp' }>;

/** How long, and whether it starts so. */
function runInDark(plan: Plan, { darkS, fromS, sunriseS }: DarkRun): Text {
  const run = say`run ${span(darkS)} in twilight or darkness`;
  if (fromS > 0) return say`You ${run}, from ${moment(plan, fromS)}`;
  const sunrise = sunriseS === null ? [] : say`, sunrise is at ${moment(plan, sunriseS)}`;
  return say`The race starts in the dark: it is ${moment(plan, 0)}${sunrise}. You ${run} in all`;
}
