/** Lessons in words: what to do, and in brackets the number it rests on. */
import { metricById } from '../../domain/metric.js';
import type { Finding } from '../../engine/lessons/finding.js';
import type { NoteAt } from '../../engine/lessons/notes.js';
import { metricValue } from '../kpis.js';
import {
  count,
  distance,
  duration,
  ratio,
  say,
  slowerText,
  span,
  type Text,
  words,
} from '../value.js';

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** Of a stop half a minute counts. */
export const stopSpan = (seconds: number) => span(seconds, 1);

/** Without colons, so that YAML needs no quotes; what was noted is quoted as it is. */
export function lessonText(finding: Finding): Text {
  switch (finding.kind) {
    case 'ended':
      return endedText(finding);
    case 'stops':
      return stopsText(finding);
    case 'fade':
      return say`plan the second half ${slowerText(finding.actualRatio)} (that was its pace for equal effort; ${slowerText(finding.plannedRatio)} planned)`;
    case 'slowed':
      return say`plan to slow more (the last leg took ${ratio(finding.actualRatio)} more than the first for equal effort, ${ratio(finding.plannedRatio)} planned)`;
    case 'opening': {
      const { offRatio } = finding;
      const off = say`the first quarter of the effort took ${ratio(Math.abs(offRatio), 1)}`;
      return offRatio > 0
        ? say`plan a slower start (${off} more than planned)`
        : say`start as planned, or plan it faster (${off} less than planned)`;
    }
    case 'intake':
      return intakeText(finding);
    case 'dark':
      return finding.lamp === null
        ? say`carry a lamp (${span(finding.darkS)} in twilight or darkness without one)`
        : say`carry a spare ${words(finding.lamp)} (${span(finding.darkS)} in twilight or darkness on one)`;
    case 'gear': {
      const { item, darkS, at } = finding;
      const dark = darkS === null ? [] : say`; ${span(darkS)} in twilight or darkness on one`;
      return say`${item.spare ? 'check the' : 'carry a spare'} ${words(item.item)} (${quoted(at)}${dark})`;
    }
    case 'weakness':
      return say`decide what to do about ${words(finding.text)} (feared in the plan, and noted ${quoted(finding.at)})`;
    case 'undone':
      return say`${words(finding.milestone)}, in time (not marked done in the plan)`;
  }
}

/** Without a cause: what a runner can do is to know beforehand what counts as one. */
function endedText({ at, elapsedS, marginS }: Of<'ended'>): Text {
  const there = say`DNF at ${words(at.name)}, ${distance(at.atM)}, after ${duration(elapsedS)}`;
  if (marginS !== null && marginS < 0) {
    return say`plan more time in hand at the cutoffs (${there}, ${span(-marginS)} late)`;
  }
  const inHand = marginS === null ? [] : say`, ${span(marginS)} in hand`;
  return say`decide before the race what ends it, and what does not (${there}${inHand})`;
}

function stopsText(taken: Of<'stops'>): Text {
  const { stops, medianS, plannedMedianS, totalS, plannedTotalS, longOnes, longestS } = taken;
  const over = span(totalS - plannedTotalS);
  if (taken.isUsual) {
    return say`plan ${stopSpan(medianS)} a stop, or stand less (the median of ${count(stops)} stops, ${stopSpan(plannedMedianS)} planned; ${over} over in all)`;
  }
  const { name, atM } = taken.longestAt;
  const where = say`${stopSpan(longestS)} at ${words(name)}, ${distance(atM)}`;
  return longOnes === 1
    ? say`plan the long stop, or cut it short (${where}, one of ${count(stops)}; ${over} over in all)`
    : say`plan the long stops, or cut them short (${count(longOnes)} of ${count(stops)} made it ${over} over in all; the longest ${where})`;
}

/** To the end where less was taken on the last leg than on the first. */
function intakeText({ metric, actual, planned, first, last }: Of<'intake'>): Text {
  const value = (amount: number) => metricValue(metric, amount);
  const name = metricById(metric).words[0]!;
  if (first === null || last === null) {
    return say`take more ${name} (${value(actual)}; ${value(planned)} planned)`;
  }
  const legs = say`${value(actual)}, ${value(first)} on the first leg, ${value(last)} on the last; ${value(planned)} planned`;
  return last < first
    ? say`keep up ${name} to the end (${legs})`
    : say`take more ${name} from the start (${legs})`;
}

const quoted = ({ note, place }: NoteAt): Text =>
  say`“${words(note)}”, ${words(place.name)}, ${distance(place.atM)}`;

/** What a plan can say so that it is done; `null` where no key says it. */
export function keyText(finding: Finding): Text | null {
  switch (finding.kind) {
    case 'stops':
      return finding.isUsual ? say`stops: { default: ${stopSpan(finding.medianS)} }` : null;
    case 'gear':
    case 'dark': {
      const item = finding.kind === 'gear' ? finding.item.item : (finding.lamp ?? 'headlamp');
      return finding.kind === 'gear' && finding.item.spare
        ? null
        : say`gear: [{ item: ${words(item)}, spare: true }]`;
    }
    case 'undone':
      return say`prep: [{ do: ${words(finding.milestone)} }]`;
    default:
      return null;
  }
}
