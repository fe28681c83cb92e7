/** A backyard ultra as planned: each loop, its rest, and the bell. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import type { Sun } from '../../engine/course/daylight.js';
import { appliedFrom, type Earlier } from '../../engine/lessons/earlier.js';
import { type BellPlan, computeBellPlan } from '../../engine/pacing/bell-loops.js';
import type { PacePlan } from '../../engine/pacing/pace-plan.js';
import { mean, sum } from '../../kernel/stats.js';
import { left, right } from '../columns.js';
import { atMoment, clocksFact, moment } from '../moment.js';
import { fadeText, sunFacts } from '../race-facts.js';
import { lessonFacts } from '../readiness/preparation.js';
import type { FactsSection, Json, Row, Section } from '../report.js';
import { count, distance, minutes, ordinal, say, span, type Text, words } from '../value.js';
import { inLoops } from './loops.js';

/** `null`: no backyard. */
export function bellPlanOf(plan: Plan, pace: PacePlan): BellPlan | null {
  const format = formatOf(plan);
  return format.kind === 'backyard' ? computeBellPlan(pace, format) : null;
}

export function backyardFacts(
  plan: Plan,
  course: Course,
  pace: PacePlan,
  bells: BellPlan,
  { sun, lampAt, earlier }: { sun: Sun | null; lampAt: Text; earlier: Earlier },
): FactsSection {
  const { loops, slowest } = bells;
  const [first, last] = [loops[0]!, loops.at(-1)!];
  const everyS = plan.backyard?.everyS ?? 0;
  const averageS = mean(loops.map(({ tookS }) => tookS));
  const restS = sum(loops.map((loop) => loop.restS ?? 0));
  const each = say`, ${minutes(first.tookS)} the ${ordinal(1)}, ${minutes(last.tookS)} the ${ordinal(last.loop)}`;
  const back = atMoment(plan, pace.targetS, ', back at ');
  const facts: FactsSection['facts'] = [
    {
      label: 'Planned',
      text: say`${inLoops(course.distanceM, plan.backyard?.loopM ?? null)}, one every ${span(everyS)}${back}`,
    },
    {
      label: 'Loops',
      text: say`${minutes(averageS)} on average${loops.length > 1 ? each : []}`,
    },
    {
      label: 'Slowest',
      text: say`the ${ordinal(slowest.loop)}, ${minutes(slowest.tookS)}: ${span(everyS - slowest.tookS, 1)} before the bell`,
    },
    { label: 'Rest', text: say`${span(restS)} between loops` },
    { label: 'Fade', text: fadeText(plan, pace, appliedFrom(earlier, 'fade')) },
    { label: 'The bell', text: bellText(bells) },
    ...clocksFact(plan, pace.targetS),
    ...(sun ? sunFacts(plan, pace, sun, lampAt) : []),
    ...(plan.race.powerPhrase ? [{ label: 'Say', text: [words(plan.race.powerPhrase)] }] : []),
    ...lessonFacts(plan),
  ];
  return { kind: 'facts', title: null, facts };
}

const bellText = ({ meetsBell, loops }: BellPlan): Text =>
  meetsBell === null
    ? ['at this fade no loop comes near it']
    : say`slowing on like this, the ${ordinal(meetsBell)} loop would not be back in time (${count(meetsBell - loops.length)} after the last planned)`;

const lightMark = (dark: number, twilight: number): string =>
  dark > 0 ? 'D' : twilight > 0 ? 't' : '';

export function bellTable(plan: Plan, { loops }: BellPlan): Section {
  const marks = loops.map(({ lightS }) => lightMark(lightS.dark, lightS.twilight));
  const hasMarks = marks.some((mark) => mark !== '');
  const columns = [
    left('loop', 'Loop'),
    right('start', 'Bell'),
    right('took', 'Loop time'),
    right('back', 'Back'),
    right('rest', 'Rest'),
    right('at', 'In all', 1),
    ...(hasMarks ? [left('marks', '')] : []),
  ];
  const rows = loops.map(
    ({ loop, startS, tookS, restS, atM }, i): Row => ({
      cells: [
        [count(loop)],
        [moment(plan, startS)],
        [minutes(tookS)],
        [moment(plan, startS + tookS)],
        restS === null ? [''] : [minutes(restS)],
        [distance(atM)],
        ...(hasMarks ? [[marks[i]!]] : []),
      ],
    }),
  );
  return {
    kind: 'table',
    id: 'loops',
    title: 'Loop by loop',
    columns,
    rows,
    notes: [
      ...(marks.includes('t') || marks.includes('D')
        ? [
            [
              [
                marks.includes('t') && 't loop partly in twilight',
                marks.includes('D') && 'D loop partly or wholly in the dark',
              ]
                .filter(Boolean)
                .join(', '),
            ],
          ]
        : []),
    ],
  };
}

export const bellJson = (bells: BellPlan | null): Json =>
  bells && {
    loops: bells.loops.map(({ loop, startS, tookS, restS, atM }) => ({
      loop,
      startS,
      tookS,
      restS,
      atM,
    })),
    meetsBellLoop: bells.meetsBell,
  };
