/** Several targets side by side: the chart runners tape to their bottle, and what is said of each alone. */
import { paceOf } from '../kernel/pace.js';
import { type BuildInput, buildReport, chartOf } from './build.js';
import type { Chart } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { inHand } from './pace-chart.js';
import { pastNotes } from './past.js';
import { raceJson, raceSubtitle } from './race.js';
import { insideText } from './race-facts.js';
import type { Report, Section, Verdict } from './report.js';
import { distance, duration, joinText, minutes, pace, say, type Text, words } from './value.js';
import { warningText } from './warnings.js';

/** One of several targets, with the report it has alone. */
interface Target extends BuildInput {
  /** `A`, `B` … */
  label: string;
  report: Report;
  /** Its rows: the same places for every target. */
  rows: Chart;
}

/** @param builds two or more, in the order asked for, all of the same plan and course */
export function targetsReport(builds: readonly BuildInput[]): Report {
  const targets = builds.map(
    (build, i): Target => ({
      ...build,
      label: String.fromCharCode(65 + i),
      report: buildReport(build),
      rows: chartOf(build),
    }),
  );
  const { plan, course } = builds[0]!;
  const sections: Section[] = [
    {
      kind: 'facts',
      title: null,
      facts: targets.map(({ label, pace: { targetS, stoppedS } }) => ({
        label,
        text: say`${duration(targetS)}${insideText(plan.goals, targetS)}: ${pace(paceOf(targetS, course.distanceM))} overall, ${minutes(stoppedS)} of it in stops`,
      })),
    },
    ...targets.map(
      ({ label, report }, i): Section => ({
        kind: 'verdicts',
        title: `Goals, ${label}`,
        verdicts: report.verdicts,
        // the same for all: said once, below the last
        notes: i === targets.length - 1 ? pastNotes(builds[0]!) : [],
      }),
    ),
    { kind: 'list', title: 'Warnings', tone: 'warning', items: warningsOf(targets) },
    placeTable(targets, 'targets', 'Arrive', ({ rows: { legs } }, i) => [
      moment(plan, legs[i]?.arriveS ?? null),
    ]),
    ...cutoffTable(targets),
  ];
  return {
    command: 'build',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections,
    verdicts: targets.flatMap(namedVerdicts),
    findings: targets.flatMap(({ label, report }) =>
      (report.findings ?? []).map((finding) => ({ ...finding, name: `${label}: ${finding.name}` })),
    ),
    data: {
      race: raceJson(plan, course),
      targets: targets.map(({ label, pace: { targetS, movingS, stoppedS }, report }) => {
        const { race: _, ...said } = report.data;
        const verdicts = report.verdicts.map(({ text, ...verdict }) => ({
          ...verdict,
          text: { say: text },
        }));
        return { label, finishS: targetS, movingS, stoppedS, verdicts, ...said };
      }),
    },
  };
}

/** For exit status and JUnit, which know goals by their words: `A: under 12h`. */
const namedVerdicts = ({ label, report }: Target): Verdict[] =>
  report.verdicts.map((verdict) => ({ ...verdict, goal: `${label}: ${verdict.goal}` }));

/** A column a target. */
function placeTable(
  targets: readonly Target[],
  id: string,
  title: string,
  cell: (target: Target, leg: number) => Text,
  isShown: (leg: number) => boolean = () => true,
): Extract<Section, { kind: 'table' }> {
  const { legs, notes } = targets[0]!.rows;
  return {
    kind: 'table',
    id,
    title,
    columns: [
      left('station', 'Station'),
      right('at', 'At'),
      ...targets.map(({ label }, i) => right(`target${i}`, label)),
    ],
    rows: legs.flatMap(({ leg: { to } }, i) =>
      isShown(i)
        ? [
            {
              cells: [
                [words(to.name)],
                [distance(to.atM)],
                ...targets.map((target) => cell(target, i)),
              ],
            },
          ]
        : [],
    ),
    notes,
  };
}

/** What each target leaves in hand where places close. */
function cutoffTable(targets: readonly Target[]): Section[] {
  const marginOf = ({ rows: { legs } }: Target, leg: number) => legs[leg]?.cutoffMarginS ?? null;
  const isShown = (leg: number) => targets.some((target) => marginOf(target, leg) != null);
  const cell = (target: Target, leg: number): Text => {
    const marginS = marginOf(target, leg);
    return marginS == null ? [''] : inHand(marginS);
  };
  const table = placeTable(targets, 'cutoffs', 'In hand at the cutoffs', cell, isShown);
  const notes: Text[] = [['From leaving (at the finish: arriving) to the cutoff.']];
  return table.rows.length === 0 ? [] : [{ ...table, notes }];
}

/** Each warning once, with the targets it is of: `A, B: …`. */
function warningsOf(targets: readonly Target[]): Text[] {
  const byText = new Map<string, { labels: string[]; text: Text }>();
  for (const { label, plan, warnings } of targets) {
    for (const warning of warnings) {
      const text = warningText(plan, warning);
      const key = JSON.stringify(text);
      const known = byText.get(key);
      if (known) known.labels.push(label);
      else byText.set(key, { labels: [label], text });
    }
  }
  return [...byText.values()].map(({ labels, text }) =>
    labels.length === targets.length
      ? text
      : say`${joinText(
          labels.map((label) => [label]),
          ', ',
        )}: ${text}`,
  );
}
