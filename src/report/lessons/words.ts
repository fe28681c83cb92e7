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

/** Of a stop half a minute counts. */
export const stopSpan = (seconds: number) => span(seconds, 1);

/** Without colons, so that YAML needs no quotes; what was noted is quoted as it is. */
export function lessonText(finding: Finding): Text {
  switch (finding.kind) {
    case 'ended': {
      const { at, elapsedS, marginS } = finding;
      const inHand = marginS !== null && marginS >= 0 ? say`, ${span(marginS)} in hand` : [];
      return say`get to the finish (DNF at ${words(at.name)}, ${distance(at.atM)}, after ${duration(elapsedS)}${inHand})`;
    }
    case 'stops': {
      const { stops, medianS, plannedMedianS, totalS, plannedTotalS } = finding;
      return say`plan ${stopSpan(medianS)} a stop, or stand less (the median of ${count(stops)} stops, ${stopSpan(plannedMedianS)} planned; ${span(totalS - plannedTotalS)} over in all)`;
    }
    case 'fade':
      return say`plan the second half ${slowerText(finding.actualRatio)} (that was its pace for equal effort; ${slowerText(finding.plannedRatio)} planned)`;
    case 'slowed':
      return say`expect to slow (the last leg took ${ratio(finding.actualRatio)} more than the first for equal effort, ${ratio(finding.plannedRatio)} planned)`;
    case 'opening': {
      const { offRatio } = finding;
      const off = say`the first quarter of the effort took ${ratio(Math.abs(offRatio), 1)}`;
      return offRatio > 0
        ? say`plan a slower start (${off} more than planned)`
        : say`start as planned, or plan it faster (${off} less than planned)`;
    }
    case 'intake': {
      const { metric, actual, planned, first, last } = finding;
      const value = (amount: number) => metricValue(metric, amount);
      const legs =
        first === null || last === null
          ? []
          : say`, ${value(first)} on the first leg, ${value(last)} on the last`;
      return say`keep up ${metricById(metric).words[0]!} to the end (${value(actual)}${legs}; ${value(planned)} planned)`;
    }
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
      return say`${words(finding.text)}, as the plan feared (${quoted(finding.at)})`;
    case 'undone':
      return say`${words(finding.milestone)}, in time (not done, as the plan has it)`;
  }
}

const quoted = ({ note, place }: NoteAt): Text =>
  say`“${words(note)}”, ${words(place.name)}, ${distance(place.atM)}`;

/** What a plan can say so that it is done; `null` where no key says it. */
export function keyText(finding: Finding): Text | null {
  switch (finding.kind) {
    case 'stops':
      return say`stops: { default: ${stopSpan(finding.medianS)} }`;
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
