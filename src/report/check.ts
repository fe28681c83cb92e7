/** `raceplan check`: whether the plan and its runner are ready, and what the plan holds. */
import { PRIORITIES } from '../domain/goal.js';
import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problems/problem.js';
import type { Warning } from '../engine/advice/warnings.js';
import type { Earlier } from '../engine/lessons/earlier.js';
import { aimInside } from '../engine/pacing/aim.js';
import type { Readiness } from '../engine/readiness/countdown.js';
import type { TrainingReview } from '../engine/readiness/training.js';
import { unreadTriggers } from './decisions/decisions.js';
import { next } from './figures/placing.js';
import { unreadGear } from './gear/gear.js';
import { earlierJson, earlierSections } from './lessons/earlier.js';
import { moment } from './moment.js';
import { insideText } from './race-facts.js';
import {
  countdownTable,
  lessonFacts,
  prepJson,
  swotFacts,
  swotJson,
} from './readiness/preparation.js';
import { trainingFacts } from './readiness/training.js';
import { trainingJson, trainingWeeks } from './readiness/weeks.js';
import type { Finding, Report, Section } from './report.js';
import { afterTarget } from './target.js';
import {
  clock,
  count,
  date,
  distance,
  duration,
  joinText,
  pace,
  say,
  span,
  type Text,
  words,
} from './value.js';
import { findingsOf, warningsJson, warningText } from './warnings.js';

export interface CheckInput {
  plan: Plan;
  /** Of the plan as built; without a target to build for only of what is overdue. */
  warnings: readonly Warning[];
  /** Found in reading the plan and its files; no errors among them. */
  problems: readonly Problem[];
  readiness: Readiness;
  /** What the plan took over from earlier races. */
  earlier: Earlier;
  /** `null`: the plan names no training log. */
  training: TrainingReview | null;
}

/** A valid plan: what a careful friend would say, what is left to do, what was understood, what was left to defaults. */
export function checkReport({
  plan,
  warnings,
  problems,
  readiness,
  training,
  earlier,
}: CheckInput): Report {
  const facts = [
    { label: 'Race', text: raceText(plan) },
    { label: 'Course', text: courseText(plan) },
    ...closingFacts(plan),
    { label: 'Target', text: targetText(plan) },
    { label: 'Goals', text: goalsText(plan) },
  ];
  const sections: (Section | null)[] = [
    {
      kind: 'list',
      title: 'Warnings',
      tone: 'warning',
      items: warnings.map((w) => warningText(plan, w)),
    },
    { kind: 'facts', title: null, facts: lessonFacts(plan) },
    ...earlierSections(plan, earlier),
    next(countdownTable(readiness)),
    training && trainingFacts(training),
    training && trainingWeeks(training),
    { kind: 'facts', title: 'The plan', facts },
    swotFacts(plan),
    { kind: 'list', title: 'Left to defaults', tone: 'plain', items: defaultsOf(plan) },
    {
      kind: 'list',
      title: 'Not understood, and kept as written',
      tone: 'plain',
      items: [...unreadGear(plan.gear), ...unreadTriggers(plan.contingencies)],
    },
  ];
  return {
    ...REPORT,
    title: `${plan.file}: OK`,
    sections: sections.filter((section) => section !== null),
    findings: [...findingsOf(plan, warnings), ...problems.flatMap(findingOfProblem)],
    data: {
      valid: true,
      warnings: warningsJson(plan, warnings),
      earlier: earlierJson(earlier),
      prep: prepJson(readiness),
      training: training && trainingJson(training),
      swot: swotJson(plan),
    },
  };
}

/** What was read with a doubt is objected to; what was assumed is not. */
const findingOfProblem = ({ severity, code, file, span: at }: Problem): Finding[] =>
  severity === 'warning'
    ? [
        {
          name: code,
          isObjection: true,
          text: at ? say`${words(file)}, line ${count(at.line)}` : [words(file)],
        },
      ]
    : [];

/** What the plan does not say, and what is done about it. */
function defaultsOf({
  race,
  course,
  weather,
  pacing,
  defaultStopS,
  nutrition,
  athlete,
  backyard,
}: Plan): Text[] {
  const unsaid: readonly (readonly [boolean, string])[] = [
    [race.startAt == null, 'No start: elapsed times only, no sun, no clock cutoffs.'],
    [
      race.startAt != null && race.location == null && course.trackFile == null,
      'No location and no track: the sun is unknown, so no leg is marked dark.',
    ],
    [
      course.stations.length === 0,
      'No stations: one leg, charted every 5 km or 5 mi (`build --every` sets another distance).',
    ],
    [weather.highC == null, 'No weather: heat is left out.'],
    [pacing.fadeRatio == null, 'No fade: what runners of that duration do.'],
    [
      // at bells what is not run is rest
      backyard === null &&
        defaultStopS == null &&
        course.stations.some(({ stopS }) => stopS == null),
      'No stops: what runners of that duration do.',
    ],
    [
      nutrition.perHour.fluidMl == null || nutrition.perHour.carbG == null,
      `No hourly targets for fluid or carbs: the middle of ${nutrition.standard}.`,
    ],
    [
      nutrition.products.length === 0,
      'No products: nothing says how many of what to take, and from where.',
    ],
    [
      nutrition.products.length > 0 && nutrition.carryFluidMl == null,
      'No bottles: as much water is carried as is drunk.',
    ],
    [
      nutrition.products.length > 0 && nutrition.cueEveryS == null,
      'No `every`: something to eat or drink every 30 min.',
    ],
    [athlete.sweatRateMlPerH == null, 'No sweat rate: the drinking limit is the standard one.'],
    [athlete.past.length === 0, 'No past races: how likely a goal is stays unknown.'],
  ];
  return unsaid.flatMap(([isUnsaid, text]) => (isUnsaid ? [[text]] : []));
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

/** When the race and its stations close, as it was understood. */
function closingFacts(plan: Plan): { label: string; text: Text }[] {
  const { race, course } = plan;
  const closes = (closesS: number): Text =>
    race.startAt == null
      ? say`${span(closesS)} after the start`
      : say`${moment(plan, closesS)}, ${span(closesS)} after the start`;
  const stations = course.stations.flatMap(({ name, cutoffS, lapCutoffsS }) => {
    const each = [cutoffS, ...(lapCutoffsS ?? [])].flatMap((s) => (s == null ? [] : [closes(s)]));
    return each.length === 0 ? [] : [say`${words(name)} closes ${joinText(each, '; ')}`];
  });
  return [
    ...(race.cutoffS == null
      ? []
      : [
          race.durationS === null
            ? { label: 'Limit', text: say`closes ${closes(race.cutoffS)}` }
            : { label: 'Time', text: say`up ${closes(race.cutoffS)}` },
        ]),
    ...(stations.length === 0 ? [] : [{ label: 'Cutoffs', text: joinText(stations, '; ') }]),
  ];
}

function targetText(plan: Plan): Text {
  const { goals, pacing } = plan;
  const { target, targetSource } = pacing;
  if (target === null) return say`none: nothing to pace`;
  const from = targetSource === 'goal' ? ', the first time goal' : '';
  switch (target.kind) {
    case 'time': {
      const aimS = aimInside(goals, target.targetS);
      return say`${duration(aimS)}${insideText(goals, aimS)}${from}${afterTarget(plan, target.targetS)}`;
    }
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
