/** What earlier races of the runner told: what the plan took over, each with where it comes from, and the lessons. */
import type { Plan } from '../../domain/plan.js';
import type { Carried, Earlier, FadeUntold } from '../../engine/lessons/earlier.js';
import { editionName } from '../../engine/lessons/race-run.js';
import type { Json, Section } from '../report.js';
import {
  count,
  distance,
  duration,
  height,
  mass,
  say,
  slowerText as slower,
  span,
  type Text,
  volume,
  words,
} from '../value.js';
import { notWritten } from './held.js';
import { lessonsJson } from './proposed.js';
import { lessonText, stopSpan } from './words.js';

const LABELS: Readonly<Record<Carried['kind'], string>> = {
  stops: 'Stops',
  'stops untold': 'Stops',
  fade: 'Fade',
  'fade untold': 'Fade',
  sweat: 'Sweat rate',
  'sweat untold': 'Sweat rate',
  bells: 'Past races',
  past: 'Past races',
};

/** Nothing where the plan names no earlier race. Lessons that it has written down itself are not told again. */
export function earlierSections({ lessons: written }: Plan, earlier: Earlier): Section[] {
  const { runs, lessons, carried } = earlier;
  const told = notWritten(written, lessons);
  const facts: Section = {
    kind: 'facts',
    title: 'From earlier races',
    facts: carried.map((one) => ({ label: LABELS[one.kind], text: carriedText(one) })),
  };
  const lists = runs.map(({ plan }): Section => {
    const name = editionName(plan);
    return {
      kind: 'list',
      title: `Lessons of ${name}`,
      tone: 'plain',
      items: told.flatMap(({ from, finding }) => (from === name ? [lessonText(finding)] : [])),
    };
  });
  return [facts, ...lists];
}

/** What was taken over says so first; what the plan says itself stays, and both numbers are told. */
function carriedText(carried: Carried): Text {
  switch (carried.kind) {
    case 'stops': {
      const { from, taken, planS } = carried;
      const there = say`${stopSpan(taken.medianS)}, the median of ${count(taken.stops)} stops`;
      if (planS === undefined) {
        return say`${stopSpan(taken.medianS)} where the plan names none: your ${words(from)}, the median of ${count(taken.stops)} stops${spacingText(carried)}`;
      }
      const yours = planS === null ? say`one at each station` : say`${stopSpan(planS)}`;
      return say`your plan says ${yours}; in ${words(from)} it was ${there}`;
    }
    case 'fade': {
      const { from, ratio: own, actualRatio, planRatio } = carried;
      const there = say`${slower(own)} by tiring (${slower(actualRatio)} in all, less heat and darkness as that plan has them)`;
      return planRatio === undefined
        ? say`second half ${there}: your ${words(from)}`
        : say`your plan says ${slower(planRatio)}; in ${words(from)} it was ${there}`;
    }
    case 'fade untold':
      return say`none from ${words(carried.from)}: ${FADE_UNTOLD[carried.why]}`;
    case 'sweat': {
      const { from, sweat, planMlPerH } = carried;
      const { mlPerH, fromKg, toKg, fluidMl, seconds } = sweat;
      const how = say`${mass(fromKg)}, ${span(seconds, 60)} later ${mass(toKg)}, ${volume(fluidMl)} drunk in between; food, breath and urine left out`;
      return planMlPerH === undefined
        ? say`${volume(mlPerH, true)}: your ${words(from)} (${how})`
        : say`your plan says ${volume(planMlPerH, true)}; in ${words(from)} it was ${volume(mlPerH, true)} (${how})`;
    }
    case 'stops untold': {
      const { from, everyM } = carried;
      return say`none from ${words(from)}: stops came every ${distance(everyM.there)} there, every ${distance(everyM.here)} here`;
    }
    case 'bells':
      return say`no time or stop is taken over from ${words(carried.from)}: at bells they are those of the bells`;
    case 'sweat untold':
      return [
        'not told: no log has a column `weight` with two weights, and what was drunk between; `athlete: { sweat_rate: … }` says it',
      ];
    case 'past': {
      const { from, race, isListed, givesGain } = carried;
      if (givesGain) {
        return say`${words(from)} is among yours already: as the plan has it, and its climb, ${height(race.gainM)}, from there`;
      }
      if (isListed) return say`${words(from)} is among yours already: as the plan has it`;
      const ended =
        race.outcome.kind === 'finished'
          ? say`finished in ${duration(race.timeS)}`
          : say`${race.outcome.atM === race.distanceM ? 'past a cutoff' : 'DNF'} at ${distance(race.outcome.atM)} after ${duration(race.timeS)}: it tells no finish time`;
      return say`${words(from)} added: ${distance(race.distanceM)}, ${ended}`;
    }
  }
}

const FADE_UNTOLD: Readonly<Record<FadeUntold, string>> = {
  'ended early': 'a race that ended early has no second half',
  'other distance': 'it ended at another distance than planned, so its halves are not told',
  'finish not logged': 'its finish is not logged',
  'too little logged': 'stops, or places near its half, are not logged',
};

/** Stations this much nearer, or farther, make stops of another length likely. */
const OTHER_SPACING = 1.5;

function spacingText({ everyM: { there, here } }: Extract<Carried, { kind: 'stops' }>): Text {
  const times = Math.max(there / here, here / there);
  return times < OTHER_SPACING
    ? []
    : say`. Stops came every ${distance(there)} there, every ${distance(here)} here: \`stops: { default: … }\` says better`;
}

export const earlierJson = ({ runs, lessons, carried }: Earlier): Json =>
  runs.length === 0
    ? null
    : {
        applied: carried.map(appliedJson),
        lessons: lessonsJson(lessons),
      };

function appliedJson(carried: Carried): Json {
  const text = { say: carriedText(carried) };
  switch (carried.kind) {
    case 'stops': {
      const { kind, from, taken, planS } = carried;
      return { kind, from, isApplied: planS === undefined, valueS: taken.medianS, text };
    }
    case 'fade': {
      const { kind, from, ratio: valueRatio, planRatio } = carried;
      return { kind, from, isApplied: planRatio === undefined, valueRatio, text };
    }
    case 'sweat': {
      const { kind, from, sweat, planMlPerH } = carried;
      return { kind, from, isApplied: planMlPerH === undefined, valueMlPerH: sweat.mlPerH, text };
    }
    case 'past': {
      const { kind, from, isListed, givesGain } = carried;
      return { kind, from, isApplied: !isListed || givesGain, text };
    }
    default:
      return { kind: carried.kind, isApplied: false, text };
  }
}
