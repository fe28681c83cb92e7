/** The plan in a few lines, before its tables. */
import type { Course } from '../domain/course.js';
import type { Goal } from '../domain/goal.js';
import type { Plan } from '../domain/plan.js';
import { formatOf } from '../domain/race-format.js';
import { computeLampSpans, type Sun } from '../engine/course/daylight.js';
import { isElevationGiven } from '../engine/course/elevation.js';
import { SMOOTHING_M } from '../engine/course/profile.js';
import type { GearUse } from '../engine/crew/gear.js';
import { appliedFrom, type Earlier, NOTHING_EARLIER } from '../engine/lessons/earlier.js';
import { goalJustMet } from '../engine/pacing/aim.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { computeRunWalk } from '../engine/pacing/run-walk.js';
import { paceOf } from '../kernel/pace.js';
import { sum } from '../kernel/stats.js';
import { lampStops } from './gear/gear.js';
import { atMoment, clockOf, clocksFact, moment } from './moment.js';
import { lessonFacts } from './readiness/preparation.js';
import type { FactsSection } from './report.js';
import { afterTarget } from './target.js';
import {
  count,
  duration,
  height,
  joinText,
  pace,
  say,
  slowerText,
  span,
  type Text,
  words,
} from './value.js';

/** Thin air slows the plan, and the plan gives no elevation. */
const isAltitudeAssumed = (plan: Plan, { legs }: PacePlan): boolean =>
  !isElevationGiven(plan.course) && legs.some(({ factorS }) => factorS.altitude >= 1);

const isAnyStopOfModel = (plan: Plan, { legs }: PacePlan): boolean =>
  plan.defaultStopS == null && legs.slice(0, -1).some(({ leg }) => leg.to.stopS == null);

/** Where stops come from that the plan does not give. */
function whoseStops(plan: Plan, pacePlan: PacePlan, earlier: Earlier): Text {
  const from = appliedFrom(earlier, 'stops');
  if (from !== null) return say` (where the plan gives none: your ${words(from)})`;
  return isAnyStopOfModel(plan, pacePlan)
    ? [' (where the plan gives none: what runners of this duration take)']
    : [];
}

/** `, a minute inside under 12h`; empty where the target meets no goal so closely. */
export function insideText(goals: readonly Goal[], targetS: number): Text {
  const goal = goalJustMet(goals, targetS);
  return goal ? say`, a minute inside ${words(goal.text)}` : [];
}

export function raceFacts(
  plan: Plan,
  course: Course,
  pacePlan: PacePlan,
  sun: Sun | null,
  gear: readonly GearUse[] = [],
  earlier: Earlier = NOTHING_EARLIER,
): FactsSection {
  const { targetS, movingS, stoppedS, legs, evidence } = pacePlan;
  const stops = legs.filter((leg) => leg.stopS > 0).length;
  const end = formatOf(plan).kind === 'timed' ? ', the end at ' : ', finish at ';
  const finishAt = atMoment(plan, targetS, end);
  const [target, moving, stopped] = [duration(targetS), duration(movingS), span(stoppedS, 1)];
  const inStops =
    stops === 0
      ? ['no stops']
      : say`${stopped} in ${count(stops)} ${stops === 1 ? 'stop' : 'stops'}`;
  const facts: { label: string; text: Text }[] = [
    {
      label: 'Target',
      text: say`${target}${insideText(plan.goals, targetS)}${finishAt}: ${pace(paceOf(targetS, course.distanceM))} overall${afterTarget(plan, targetS)}`,
    },
    {
      label: 'Moving',
      text: say`${moving} at ${pace(paceOf(movingS, course.distanceM))}; ${inStops}${whoseStops(plan, pacePlan, earlier)}`,
    },
    {
      label: 'Fade',
      text: fadeText(plan, pacePlan, appliedFrom(earlier, 'fade')),
    },
  ];
  if (evidence) {
    const { editions, runners } = evidence;
    facts.push({
      label: 'History',
      text: say`arrivals as of ${count(runners)} past finishers, ${count(editions)} ${editions === 1 ? 'edition' : 'editions'}: if you finish`,
    });
  }
  const { runWalk } = plan.pacing;
  if (runWalk) {
    const paces = computeRunWalk(paceOf(movingS, course.distanceM), runWalk);
    facts.push({
      label: 'Run/walk',
      text: paces
        ? say`run ${span(runWalk.runS)} at ${pace(paces.runPaceSPerKm)}, walk ${span(runWalk.walkS)} at ${pace(paces.walkPaceSPerKm)}`
        : ['no running needed: the moving pace is a walk'],
    });
  }
  if (course.elevationSource === 'track') {
    const organiserM = plan.course.gainM;
    facts.push({
      label: 'Climb',
      text: say`${height(course.gainM)} up, ${height(course.lossM)} down, from the track smoothed over ${height(SMOOTHING_M)}${organiserM == null ? '' : say`; the organiser says ${height(organiserM)} up`}`,
    });
  }
  if (isAltitudeAssumed(plan, pacePlan)) {
    facts.push({
      label: 'Altitude',
      text: ['the least the climbs allow, its lowest place at the sea; `elevation:` says better'],
    });
  }
  const inHandS = legs.at(-1)?.cutoffMarginS;
  if (inHandS != null) {
    facts.push({
      label: 'Cutoff',
      text:
        inHandS >= 0
          ? say`${span(inHandS)} in hand at the finish`
          : say`missed by ${span(-inHandS)} at the finish`,
    });
  }
  facts.push(...clocksFact(plan, targetS));
  if (sun) facts.push(...sunFacts(plan, pacePlan, sun, lampStops(course, gear)));
  if (plan.race.powerPhrase) facts.push({ label: 'Say', text: [words(plan.race.powerPhrase)] });
  facts.push(...lessonFacts(plan));
  const sums = [{ total: target, parts: [moving, stopped] }];
  return { kind: 'facts', title: null, facts, sums };
}

/** A tenth of a percent, as printed. */
const SAME_FADE = 0.0005;

/**
 * The plan's fade, and what of it is tiring where heat, darkness or past finishers change it.
 * @param from the earlier race it was taken over from; `null`: it was not
 */
export function fadeText(
  plan: Plan,
  { fadeRatio, tiringRatio }: PacePlan,
  from: string | null,
): Text {
  const source: Text =
    plan.pacing.fadeRatio == null
      ? ['what runners of this duration do']
      : from === null
        ? ['your plan']
        : say`your ${words(from)}`;
  const total = fadeRatio ?? tiringRatio;
  return Math.abs(total - tiringRatio) < SAME_FADE
    ? say`second half ${slowerText(total)} for equal effort (${source})`
    : say`second half ${slowerText(total)} for equal effort; by tiring alone ${slowerText(tiringRatio)} (${source})`;
}

export function sunFacts(plan: Plan, { targetS, legs }: PacePlan, sun: Sun, lampAt: Text) {
  const { riseAt = null, setAt = null } = sun.days[0] ?? {};
  const isPolar = riseAt == null && setAt == null;
  const rise = isPolar
    ? [sun.lightAt(0) === 'day' ? 'does not go down' : 'does not come up']
    : say`up ${clockOf(plan, riseAt)}, down ${clockOf(plan, setAt)}`;
  const spans = computeLampSpans(sun, targetS);
  if (spans.length === 0) return [{ label: 'Sun', text: say`${rise}; no lamp needed` }];
  const darkS = sum(legs.map(({ lightS }) => lightS.dark));
  const twilightS = sum(legs.map(({ lightS }) => lightS.twilight));
  const when = joinText(
    spans.map(({ fromS, toS }) => say`${moment(plan, fromS)} to ${moment(plan, toS)}`),
    ' and ',
  );
  return [
    { label: 'Sun', text: rise },
    {
      label: 'Lamp',
      text: say`${when}: ${span(darkS)} of dark, ${span(twilightS)} of twilight${lampAt}`,
    },
  ];
}
