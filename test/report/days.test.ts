import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSun } from '../../src/engine/course/daylight.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import { NOTHING_EARLIER } from '../../src/engine/lessons/earlier.js';
import { computeReadiness } from '../../src/engine/readiness/countdown.js';
import { replanRace } from '../../src/engine/review/replan.js';
import type { RaceReview } from '../../src/engine/review/review.js';
import type { StretchRows } from '../../src/engine/review/stretch-rows.js';
import { localTimeOf } from '../../src/kernel/clock.js';
import { writeBrief, writeColumns } from '../../src/render/sections.js';
import { renderText } from '../../src/render/values.js';
import type { BuildInput } from '../../src/report/build.js';
import { legTable } from '../../src/report/legs.js';
import { paceChart, windowTable } from '../../src/report/pace-chart.js';
import { raceFacts } from '../../src/report/race-facts.js';
import { replanReport } from '../../src/report/replan.js';
import type { Section } from '../../src/report/report.js';
import { targetsReport } from '../../src/report/targets.js';
import { joinText, type Text, type Value } from '../../src/report/value.js';
import { NOTHING_KNOWN } from '../support/outlook.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const H = 3600;
const ZONE = 'America/Denver';
const FRIDAY_18H = Date.parse('2026-07-10T18:00-06:00');

type Clock = Extract<Value, { kind: 'clock' }>;

const clocksIn = (texts: readonly Text[]): Clock[] =>
  texts.flat().filter((part): part is Clock => typeof part === 'object' && part.kind === 'clock');

const STYLE = { units: 'metric' } as const;

/** Times that are read together, and how they are printed. */
interface Group {
  clocks: readonly Clock[];
  printed: readonly string[];
}

const TIME = /(?:[A-Z][a-z]{2} )?\b\d\d:\d\d(?!:)\b/g;
const timesIn = (texts: readonly string[]) => texts.flatMap((text) => text.match(TIME) ?? []);

/** A sentence. */
const groupOf = (text: Text): Group => ({
  clocks: clocksIn([text]),
  printed: timesIn([
    renderText(
      joinText(
        text.map((part) => [part]),
        ' ',
      ),
      STYLE,
    ),
  ]),
});

/** Tables and sentences. */
function groupsOf(section: Section | null): Group[] {
  switch (section?.kind) {
    case 'table': {
      const rows = section.rows.map(({ cells }) => ({
        cells: cells.map((cell) => (clocksIn([cell]).length > 0 ? cell : [])),
      }));
      const columns = writeColumns({ ...section, rows, sums: [] }, STYLE);
      const clocks = clocksIn(rows.flatMap(({ cells }) => cells));
      return [{ clocks, printed: timesIn(columns.flatMap(({ cells }) => cells)) }];
    }
    case 'facts':
      return section.facts.map(({ text }) => groupOf(clocksIn([text])));
    case 'verdicts':
      return section.verdicts.map(({ text }) => groupOf(clocksIn([text])));
    default:
      return [];
  }
}

const stretchRowsOf = ({ stretches, intake, efforts }: RaceReview): StretchRows['rows'] =>
  stretches.map((stretch, i) => ({
    stretch,
    intake: intake.stretches[i]!,
    effort: efforts[i]!,
    indices: [i],
  }));

/** All that is printed of a race of `targetS` with a log of its first two stations, by what is read together. */
function readTogether(startAt: number, targetS: number): Group[] {
  const { plan: bare, course, pace } = flatFifty({ targetS, stopS: 600 });
  const plan = {
    ...bare,
    race: { ...bare.race, startAt, zone: ZONE, zoneGiven: true, cutoffS: 2 * targetS },
    goals: [
      {
        text: 'a time',
        priority: 'A' as const,
        target: { kind: 'time' as const, targetS: 1.1 * targetS },
      },
    ],
  };
  const sun = computeSun({ lat: 39.2, lon: -106.3 }, startAt, ZONE, 2 * targetS);
  const log = logOf([visit(1, 0.2 * targetS, 0.21 * targetS), visit(2, 0.4 * targetS)]);
  const forecastAhead = pace.legs.slice(2).map(({ arriveS }) => ({
    medianS: arriveS,
    earlyS: 0.9 * arriveS,
    lateS: 1.1 * arriveS,
  }));
  const input = { plan, course, pace, log, field: null, results: null, forecastAhead };
  const replan = replanRace(input);
  const report = replanReport({ plan, course, replan, changes: [] });
  const build: BuildInput = {
    ...{ plan, course, pace, sun, fuel: computeFuelPlan(plan, pace, describeRaceDay(plan, null)) },
    ...{ supplies: null, requirements: [], chances: [], field: null, warnings: [], explain: false },
    outlook: NOTHING_KNOWN,
    ...{ gear: [], decisions: [] },
    ...{ readiness: computeReadiness([], null, null), training: null, earlier: NOTHING_EARLIER },
  };
  const sections = [
    raceFacts(plan, course, pace, sun),
    paceChart(plan, pace),
    windowTable(plan, pace),
    ...targetsReport([build, build]).sections,
    ...report.sections,
    legTable(plan, { rows: stretchRowsOf(replan.review), lapsPerRow: 1 }, 1),
  ];
  const brief = (report.brief ?? []).map((line) =>
    joinText(
      clocksIn([line]).map((part) => [part]),
      ' ',
    ),
  );
  return [
    ...sections.flatMap(groupsOf),
    { clocks: clocksIn(brief), printed: timesIn(writeBrief(brief, STYLE)) },
  ];
}

const dateOf = (at: number) => {
  const { year, month, day } = localTimeOf(at, ZONE);
  return `${year}-${month}-${day}`;
};

const namesDay = (time: string) => /^[A-Z]/.test(time);

describe('times read together', () => {
  it('all name the day when midnight passes between the start and one of them, else none does', () => {
    const times = fc.record({
      startMin: fc.integer({ min: 0, max: 40 * 24 * 60 }),
      targetMin: fc.integer({ min: 3 * 60, max: 60 * 60 }),
    });
    fc.assert(
      fc.property(times, ({ startMin, targetMin }) => {
        const startAt = FRIDAY_18H + startMin * 60_000;
        for (const { clocks, printed } of readTogether(startAt, targetMin * 60)) {
          const isOtherDay = clocks.some(({ at }) => at != null && dateOf(at) !== dateOf(startAt));
          expect(printed).toHaveLength(clocks.length);
          expect(printed.map(namesDay)).toEqual(printed.map(() => isOtherDay));
        }
      }),
      { seed: 8, numRuns: 100 },
    );
  }, 60_000);

  it('are the days of a night race, in every table', () => {
    const groups = readTogether(FRIDAY_18H, 14 * H).filter(({ clocks }) => clocks.length > 2);
    expect(groups.length).toBeGreaterThan(6);
    for (const { printed } of groups) expect(printed.every(namesDay)).toBe(true);
  });
});
