/** Warnings in plain words. */
import type { Plan } from '../domain/plan.js';
import type { Warning } from '../engine/advice/warnings.js';
import type { TargetSky } from '../engine/fuel/skies.js';
import { missedText } from './crew/words.js';
import { lampText } from './gear/lamp.js';
import { dayValue } from './moment.js';
import { NUTRIENT_LABELS, nutrientValue } from './nutrient.js';
import type { Finding, Json } from './report.js';
import {
  distance,
  duration,
  grams,
  joinText,
  mass,
  milligrams,
  say,
  span,
  type Text,
  volume,
  words,
} from './value.js';

const UNDER: Readonly<Record<TargetSky, string>> = {
  hot: ' while it is hot',
  night: ' in the dark',
  'hot night': ' in the dark while it is hot',
};

const under = (when: TargetSky | null): string => (when === null ? '' : UNDER[when]);

export function warningText(plan: Plan, warning: Warning): Text {
  switch (warning.kind) {
    case 'cutoff missed':
      return say`${words(warning.place.name)} closes ${span(warning.byS)} before you would ${warning.isFinish ? 'reach' : 'leave'} it.`;
    case 'cutoff tight':
      return say`Only ${span(warning.marginS)} in hand at the ${words(warning.place.name)} cutoff.`;
    case 'outside standard': {
      const { nutrient, perHour, min, max, standard } = warning;
      const [side, limit] = max != null && perHour > max ? ['above', max] : ['below', min];
      return say`${NUTRIENT_LABELS[nutrient]} at ${nutrientValue(nutrient, perHour, true)}${under(warning.when)} is ${String(side)} the ${nutrientValue(nutrient, Number(limit), true)} of ${standard}.`;
    }
    case 'beyond the stomach':
      return say`${NUTRIENT_LABELS[warning.nutrient]} at ${nutrientValue(warning.nutrient, warning.perHour, true)}${under(warning.when)} is above about ${nutrientValue(warning.nutrient, warning.limitPerHour, true)}, the most a trained stomach takes (Costa et al. 2019).`;
    case 'eaten outside standard': {
      const { carbGPerH, min, max, standard } = warning;
      const [side, limit] = max != null && carbGPerH > max ? ['above', max] : ['below', min];
      return say`What you list comes to ${grams(carbGPerH, true)} of carbs as planned, ${String(side)} the ${grams(limit, true)} of ${standard}.`;
    }
    case 'eaten dilute':
      return say`What you would drink as planned holds ${milligrams(warning.sodiumMgPerL)} of sodium a litre with food and caps counted; ${warning.standard} asks ${milligrams(warning.minMgPerL)}.`;
    case 'gaining weight':
      return say`You would drink ${mass(warning.gainKg)} more than you sweat over the race: gaining weight is the danger sign of hyponatraemia.`;
    case 'drinking beyond sweat':
      return warning.measured
        ? say`Fluid at ${volume(warning.fluidMlPerH, true)}${under(warning.when)} is more than you sweat (${volume(warning.limitMlPerH, true)}): drinking beyond sweat causes hyponatraemia.`
        : say`Fluid at ${volume(warning.fluidMlPerH, true)}${under(warning.when)} is above ${volume(warning.limitMlPerH, true)}, the most ISSN 2019 gives; measure your sweat rate first.`;
    case 'sodium dilute':
      return say`What you drink${under(warning.when)} holds ${milligrams(warning.sodiumMgPerL)} of sodium a litre with food and caps counted; ${warning.standard} asks ${milligrams(warning.minMgPerL)}.`;
    case 'caffeine high':
      return warning.why === 'weight'
        ? say`Caffeine of ${milligrams(warning.totalMg)} is more than 9 mg a kg (${milligrams(warning.limitMg)}): side effects are likely.`
        : say`Caffeine of ${milligrams(warning.totalMg)} is above ${milligrams(warning.limitMg)} a day (EFSA 2015).`;
    case 'caffeine at once':
      return say`Caffeine of ${milligrams(warning.mg)} at once, ${span(warning.elapsedS)} into the race, is above ${milligrams(warning.limitMg)} (EFSA 2015).`;
    case 'carry short': {
      const [worst, ...others] = [...warning.places].sort((x, y) => y.shortMl - x.shortMl);
      const alsoOn =
        others.length === 0
          ? ''
          : `, and less on ${others.length} other ${others.length === 1 ? 'leg' : 'legs'}`;
      const where = worst && !worst.isOnce ? say` at ${distance(worst.to.atM)}` : [];
      return say`More fluid needed than you carry: ${volume(worst?.shortMl ?? null)} short on the way to ${words(worst?.to.name ?? null)}${where}${alsoOn}.`;
    }
    case 'longer than raced':
      return warning.longestM > 0
        ? say`This is ${distance(warning.distanceM)}; the longest race you have finished is ${distance(warning.longestM)}.`
        : say`This is ${distance(warning.distanceM)}; your past races show no finish.`;
    case 'faster than anyone':
      return say`The target is ${duration(warning.targetS)}; the fastest known over this distance, on a flat road, is about ${duration(warning.fastestS)}.`;
    case 'faster than raced':
      return say`Your past races point to about ${duration(warning.forecast.medianS, 60)} here; the target is ${duration(warning.targetS)}.`;
    case 'dark without lamp':
    case 'no spare lamp':
    case 'lamp too late':
    case 'lamp dies':
    case 'dark if late':
      return lampText(plan, warning);
    case 'crew cannot be there':
      return missedText(plan, warning.missed);
    case 'not done':
      return say`Not done yet: ${joinText(
        warning.milestones.map((m) => {
          const who = m.owner == null ? [] : say`, ${words(m.owner)}`;
          const when = m.by == null ? [] : say`, by ${dayValue(m.by)}`;
          return say`${words(m.do)}${who}${when}`;
        }),
        '; ',
      )}.`;
    case 'overdue': {
      const { milestone, dueBy, dueFor, isPast } = warning;
      const who = milestone.owner == null ? [] : say`, ${words(milestone.owner)}`;
      const why = dueFor === null ? [] : say`, for ${words(dueFor.do)}`;
      return say`${isPast ? 'Not done by the start' : 'Overdue'}: ${words(milestone.do)}${who}, by ${dayValue(dueBy)}${why}.`;
    }
    case 'target beyond goal':
      return say`The plan's ${duration(warning.targetS)} does not meet your A goal of under ${duration(warning.goalS)}.`;
  }
}

/** Warnings as findings: all but advice are objections. */
export const findingsOf = (plan: Plan, warnings: readonly Warning[]): Finding[] =>
  warnings.map((warning) => ({
    name: nameOf(warning),
    isObjection: warning.severity !== 'advice',
    text: warningText(plan, warning),
  }));

/** The kind, with what tells it from others of its kind. */
function nameOf(warning: Warning): string {
  const { kind } = warning;
  if ('place' in warning) return `${kind}: ${warning.place.name}`;
  if ('nutrient' in warning) return `${kind}: ${NUTRIENT_LABELS[warning.nutrient].toLowerCase()}`;
  return 'milestone' in warning ? `${kind}: ${warning.milestone.do}` : kind;
}

export const warningsJson = (plan: Plan, warnings: readonly Warning[]): Json =>
  warnings.map((warning) => ({
    kind: warning.kind,
    severity: warning.severity,
    text: { say: warningText(plan, warning) },
  }));
