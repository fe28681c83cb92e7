/** What the training log says, in facts. */
import type { LongestRun, TrainingReview, Volume } from '../../engine/readiness/training.js';
import type { PlanMeasure, RunMeasure } from '../../engine/readiness/weeks.js';
import { dayValue } from '../moment.js';
import type { Section } from '../report.js';
import {
  count,
  distance,
  joinText,
  ratio,
  say,
  span,
  type Text,
  type Value,
  words,
} from '../value.js';

export const amountOf = (measure: PlanMeasure, value: number): Value =>
  measure === 'distance' ? distance(value) : measure === 'time' ? span(value, 60) : count(value);

const plural = (n: number, one: string): Text => say`${count(n)} ${n === 1 ? one : `${one}s`}`;

export function trainingFacts(review: TrainingReview): Section {
  const { measure, longest, volume, sessions } = review;
  const facts: { label: string; text: Text }[] = [];
  const add = (label: string, text: Text | null) => {
    if (text !== null && text.length > 0) facts.push({ label, text });
  };
  add(
    'Completed',
    sessions === 0 ? say`nothing is told before ${dayValue(review.asOf)}` : completedText(review),
  );
  if (longest) add('Longest run', longestText(longest, measure));
  if (volume) add('Each week', volumeText(volume, review));
  add('Taper', taperText(review));
  add('Climb', climbText(review));
  add('Ground', groundText(review));
  add('Fuelling', fuellingText(review));
  add('Not counted', uncountedText(review));
  return { kind: 'facts', title: 'Training', facts };
}

const PLANNED_IN: Readonly<Record<PlanMeasure, string>> = {
  distance: 'of the distance planned',
  time: 'of the time planned',
  sessions: 'of other sessions',
};

/** Half a percent: less is not seen. */
const SAME_RATIO = 0.005;

function completedText({ asOf, completed, untold, incomparable }: TrainingReview): Text {
  const parts = (['distance', 'time', 'sessions'] as const).flatMap((measure) => {
    const found = completed[measure];
    if (!found) return [];
    const { planned, done } = found;
    const isCapped = done / planned - found.ratio > SAME_RATIO;
    const capped = isCapped ? '; no week counts above its plan' : '';
    const of = say`${amountOf(measure, done)} of ${amountOf(measure, planned)}${capped}`;
    return [say`${ratio(found.ratio)} ${PLANNED_IN[measure]} (${of})`];
  });
  if (parts.length === 0) {
    return [
      incomparable > 0 ? 'nothing done can be compared to the plan' : 'the log tells no plan',
    ];
  }
  const silent =
    untold === 0 ? [] : say`; ${plural(untold, 'session')} of which nothing is told: not done`;
  return say`${joinText(parts, ', ')} before ${dayValue(asOf)}${silent}`;
}

function longestText(
  { amount: ran, day, weeksBefore, ofRaceRatio }: LongestRun,
  measure: RunMeasure,
): Text {
  const when =
    weeksBefore === null
      ? say`on ${dayValue(day)}`
      : weeksBefore === 0
        ? say`on ${dayValue(day)}, in the last 7 days before the race`
        : say`on ${dayValue(day)}, ${plural(weeksBefore, 'week')} before the race`;
  const share = ofRaceRatio === null ? [] : say`: ${ratio(ofRaceRatio)} of its distance`;
  return say`${amountOf(measure, ran)} ${when}${share}`;
}

function volumeText(
  { mean, peak, peakOn, weeks, raceInPeaks }: Volume,
  { measure }: TrainingReview,
): Text {
  const race = raceInPeaks === null ? [] : say`; the race is ${ratio(raceInPeaks)} of that`;
  return say`${amountOf(measure, mean)} on average over ${plural(weeks, 'week')}, ${amountOf(measure, peak)} at most (from ${dayValue(peakOn)})${race}`;
}

const TAPER_WEEKS: readonly string[] = ['in race week', 'the week before', 'two weeks before'];

function taperText({ taper }: TrainingReview): Text | null {
  const shares = taper.map(
    ({ weeksBefore, ratio: share }) => say`${ratio(share)} ${TAPER_WEEKS[weeksBefore] ?? ''}`,
  );
  return shares.length === 0 ? null : say`of the biggest week ${joinText(shares, ', ')}`;
}

function climbText({ climb }: TrainingReview): Text | null {
  if (!climb) return null;
  const { trainedRatio, runs, courseRatio } = climb;
  const race = courseRatio === null ? 'unknown' : say`${ratio(courseRatio, 1)}`;
  return say`${ratio(trainedRatio, 1)} of the distance on the ${plural(runs, 'run')} that tell it; the race: ${race}`;
}

function groundText({ grounds, measure }: TrainingReview): Text | null {
  const { ofCourse, like, other, untold, unknown } = grounds;
  const told = like + other;
  if (told === 0 && unknown.length === 0) return null;
  const unread =
    unknown.length === 0 ? [] : say`; no ground known by that name: ${words(unknown.join(', '))}`;
  if (ofCourse.length === 0) return say`the plan names no terrain to compare with${unread}`;
  const names = words(ofCourse.join(' or '));
  const rest = untold === 0 ? [] : say`; of ${amountOf(measure, untold)} it is not known`;
  const share =
    told === 0
      ? say`on ${names}: unknown`
      : say`${ratio(like / told)} of ${amountOf(measure, told)} on ${names}, as the race`;
  return say`${share}${rest}${unread}`;
}

function fuellingText({ fuelling }: TrainingReview): Text | null {
  const { long, mentioned, timeless } = fuelling;
  const rest = timeless === 0 ? [] : say`; ${plural(timeless, 'run')} without a time`;
  if (long === 0)
    return timeless === 0
      ? ['no run of 2 h or more']
      : say`no run is known to be of 2 h or more${rest}`;
  return say`notes mention it on ${count(mentioned)} of ${plural(long, 'run')} of 2 h or more${rest}`;
}

function uncountedText({ incomparable, unmeasured, measure, ahead }: TrainingReview): Text | null {
  const parts: Text[] = [
    ...(incomparable === 0
      ? []
      : [
          say`${plural(incomparable, 'session')} planned in distance and told in time, or the other way`,
        ]),
    ...(unmeasured === 0 ? [] : [say`${plural(unmeasured, 'run')} without ${measure}`]),
    ...(ahead === 0 ? [] : [say`${plural(ahead, 'session')} done on days to come`]),
  ];
  return parts.length === 0 ? null : joinText(parts, '; ');
}
