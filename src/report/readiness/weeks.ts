/** Training by week, and all of it as data. */
import type { TrainingReview } from '../../engine/readiness/training.js';
import type { PlanMeasure, TrainingWeek } from '../../engine/readiness/weeks.js';
import { left, right } from '../columns.js';
import { dayValue } from '../moment.js';
import type { Json, Section } from '../report.js';
import { count, ratio, say, type Text } from '../value.js';
import { amountOf } from './training.js';

/** So many weeks are listed. */
const WEEKS_LISTED = 12;

/** The last weeks, what was done of what was planned. */
export function trainingWeeks({ weeks }: TrainingReview): Section | null {
  const shown = weeks.slice(-WEEKS_LISTED);
  const measures = (['distance', 'time', 'sessions'] as const).filter((each) =>
    weeks.some(({ completion }) => (completion[each]?.planned ?? 0) > 0),
  );
  if (measures.length === 0) return null;
  const cellsOf = ({ completion }: TrainingWeek, each: PlanMeasure): Text[] => {
    const { planned = 0, done = 0 } = completion[each] ?? {};
    if (each === 'sessions')
      return [planned === 0 ? [''] : say`${count(done)} of ${count(planned)}`];
    return [
      [amountOf(each, planned)],
      [amountOf(each, done)],
      planned === 0 ? [''] : [ratio(done / planned)],
    ];
  };
  return {
    kind: 'table',
    id: 'training',
    title: 'Training by week',
    columns: [
      left('week', 'From Monday'),
      ...measures.flatMap((each) =>
        each === 'sessions'
          ? [right(each, 'Other')]
          : [
              right(`${each}Planned`, 'Planned'),
              right(`${each}Done`, 'Done'),
              right(`${each}Ratio`, ''),
            ],
      ),
    ],
    rows: shown.map((week) => ({
      cells: [[dayValue(week.mondayOn)], ...measures.flatMap((each) => cellsOf(week, each))],
    })),
    notes: [
      ...(measures.includes('sessions')
        ? [['Other: sessions planned in words, or that are no runs, such as strength.']]
        : []),
      ...(weeks.length > shown.length
        ? [say`The last ${count(shown.length)} of ${count(weeks.length)} weeks.`]
        : []),
      ...(shown.some(({ isOver }) => !isOver) ? [['The last week is not over.']] : []),
    ],
  };
}

const named = (
  measure: PlanMeasure,
  name: string,
  value: number,
): Readonly<Record<string, number>> =>
  measure === 'sessions'
    ? { [`${name}Sessions`]: value }
    : { [`${name}${measure === 'distance' ? 'M' : 'S'}`]: value };

export function trainingJson(review: TrainingReview): Json {
  const { asOf, sessions, untold, incomparable, ahead, measure, longest, volume } = review;
  const completions = (['distance', 'time', 'sessions'] as const).flatMap((each) => {
    const found = review.completed[each];
    return found
      ? [
          [
            each,
            {
              ...named(each, 'planned', found.planned),
              ...named(each, 'done', found.done),
              ratio: found.ratio,
            },
          ] as const,
        ]
      : [];
  });
  const { grounds, fuelling, climb } = review;
  return {
    asOf,
    sessions,
    notCounted: { untold, incomparable, ahead, unmeasured: review.unmeasured },
    completed: Object.fromEntries(completions),
    longest: longest && {
      day: longest.day,
      ...named(measure, 'ran', longest.amount),
      weeksBefore: longest.weeksBefore,
      ofRaceRatio: longest.ofRaceRatio,
    },
    volume: volume && {
      ...named(measure, 'mean', volume.mean),
      ...named(measure, 'peak', volume.peak),
      peakFrom: volume.peakOn,
      weeks: volume.weeks,
      raceInPeaks: volume.raceInPeaks,
    },
    taper: review.taper.map((week) => ({ ...week })),
    climb: climb && { ...climb },
    grounds: {
      ofCourse: grounds.ofCourse,
      ...named(measure, 'like', grounds.like),
      ...named(measure, 'other', grounds.other),
      ...named(measure, 'untold', grounds.untold),
      unknown: grounds.unknown,
    },
    fuelling: { ...fuelling },
    weeks: review.weeks.map(({ mondayOn, weeksBefore, isOver, completion, volume: ran }) => ({
      from: mondayOn,
      weeksBefore,
      isOver,
      ...named(measure, 'ran', ran),
      completion: Object.fromEntries(
        Object.entries(completion).map(([each, { planned, done }]) => [
          each,
          {
            ...named(each as PlanMeasure, 'planned', planned),
            ...named(each as PlanMeasure, 'done', done),
          },
        ]),
      ),
    })),
  };
}
