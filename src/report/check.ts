/** `raceplan check`: what the plan holds, once nothing in it is wrong. */
import { PRIORITIES } from '../domain/goal.js';
import type { Plan } from '../domain/plan.js';
import type { Report, Section } from './report.js';
import {
  clock,
  count,
  date,
  distance,
  duration,
  joinText,
  pace,
  say,
  type Text,
  words,
} from './value.js';

/** A valid plan: what was understood, so that a reader sees what is missing. */
export function checkReport(plan: Plan): Report {
  const facts = [
    { label: 'Race', text: raceText(plan) },
    { label: 'Course', text: courseText(plan) },
    { label: 'Target', text: targetText(plan) },
    { label: 'Goals', text: goalsText(plan) },
  ];
  const sections: Section[] = [{ kind: 'facts', title: null, facts }];
  return { ...REPORT, title: `${plan.file}: OK`, sections, data: { valid: true } };
}

/** For programs: the diagnostics beside it say what is wrong. */
export const invalidPlanReport = (): Report => ({ ...REPORT, data: { valid: false } });

const REPORT: Report = {
  command: 'check',
  title: '',
  subtitle: null,
  sections: [],
  verdicts: [],
  data: {},
};

function raceText({ race }: Plan): Text {
  const { name, startAt, zone, zoneGiven } = race;
  if (startAt == null) return say`${words(name)}; no start given: elapsed times only`;
  const start = say`${words(name)}, ${date(startAt, zone)}, ${clock(startAt, zone)}`;
  return zoneGiven ? say`${start}, ${words(zone)}` : start;
}

function courseText({ course }: Plan): Text {
  const { distanceM, trackFile, stations } = course;
  const parts: Text[] = [
    ...(distanceM == null ? [] : [[distance(distanceM)]]),
    ...(trackFile == null ? [] : [[words(trackFile)]]),
    say`${count(stations.length)} ${stations.length === 1 ? 'station' : 'stations'}`,
  ];
  return joinText(parts, ', ');
}

function targetText({ pacing }: Plan): Text {
  const { target, targetSource } = pacing;
  if (target === null) return say`none: nothing to pace`;
  const from = targetSource === 'goal' ? ', the first time goal' : '';
  switch (target.kind) {
    case 'time':
      return say`${duration(target.targetS)}${from}`;
    case 'pace':
      return say`${pace(target.paceSPerKm)} on average`;
    case 'effort':
      return say`${pace(target.effortSPerKm)} of effort`;
  }
}

function goalsText({ goals }: Plan): Text {
  if (goals.length === 0) return say`none`;
  const texts = PRIORITIES.flatMap((priority) => {
    const named = goals.filter((goal) => goal.priority === priority);
    if (named.length === 0) return [];
    return [
      say`${priority}: ${joinText(
        named.map((goal) => [words(goal.text)]),
        ', ',
      )}`,
    ];
  });
  return joinText(texts, '; ');
}
