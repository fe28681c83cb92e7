import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import type { Edition, RaceResult } from '../../src/domain/record.js';
import { reviewField } from '../../src/engine/field/field.js';
import { sum } from '../../src/kernel/stats.js';
import { renderText } from '../../src/render/values.js';
import { finishTimesFigure } from '../../src/report/figures/finish-times.js';
import { layerOf } from '../support/figures.js';
import { planWithCourse } from '../support/plan.js';
import { NO_PACING, resultOf } from '../support/race.js';

const METRIC = { units: 'metric' as const };
const H = 3600;

const edition = (year: number, results: readonly RaceResult[]): Edition => ({
  name: `Race ${year}`,
  year,
  file: `results-${year}.csv`,
  results,
  splits: null,
  distanceM: null,
  highC: null,
  comparable: null,
});

/** Forty finishers from ten hours on, a quarter of an hour apart, and two who dropped. */
const forty = (year: number) =>
  edition(year, [
    ...Array.from({ length: 40 }, (_, i) => resultOf(10 * H + i * 900)),
    resultOf(null),
    resultOf(null),
  ]);

const blank = planWithCourse({});
const plan: Plan = {
  ...blank,
  goals: [
    { text: 'under 12h', priority: 'A', target: { kind: 'time', targetS: 12 * H } },
    { text: 'top 10', priority: 'B', target: { kind: 'place', field: 'overall', top: 10 } },
    { text: 'women top 3', priority: 'C', target: { kind: 'place', field: 'women', top: 3 } },
  ],
  pacing: { ...NO_PACING, target: { kind: 'time', targetS: 11.5 * H } },
};
const of = (editions: readonly Edition[], asked: Plan = plan) =>
  finishTimesFigure({ plan: asked, review: reviewField(editions, asked), table: 'editions' });

describe('the finish times of the field', () => {
  it('count every finisher of the editions that count, once', () => {
    // twice as slow: another course, left out of averages
    const other = edition(
      2019,
      Array.from({ length: 30 }, (_, i) => resultOf(25 * H + i * 900)),
    );
    const figure = of([forty(2016), forty(2017), forty(2018), other])!;
    const { columns } = layerOf(figure, 'columns', 'field')!;
    expect(sum(columns.map(({ y }) => y))).toBe(120);
    expect(columns[0]).toEqual({ from: 10 * H, to: 10.5 * H, y: 6 });
    expect(columns.slice(1).map(({ from }) => from)).toEqual(
      columns.slice(0, -1).map(({ to }) => to),
    );
    expect(renderText(figure.point, METRIC)).toBe(
      '120 finishers of 3 editions, the middle one 14:52:30. 15% were faster than 11:30:00 and 20% than 12:00:00.',
    );
  });

  it('have the target and the goals that are of all runners', () => {
    const { marks } = layerOf(of([forty(2016), forty(2017), forty(2018)])!, 'marks', 'goal')!;
    expect(marks.map(({ x, label }) => [renderText(label, METRIC), x])).toEqual([
      ['target', 11.5 * H],
      ['under 12h', 12 * H],
      ['top 10', 12.25 * H],
    ]);
  });

  it('name a target that is a goal but once', () => {
    const asked: Plan = {
      ...plan,
      pacing: { ...NO_PACING, target: { kind: 'time', targetS: 12 * H } },
    };
    const { marks } = layerOf(of([forty(2016)], asked)!, 'marks')!;
    expect(marks.filter(({ x }) => x === 12 * H)).toHaveLength(1);
  });

  it('show what the past of the runner says', () => {
    const figure = finishTimesFigure({
      plan,
      review: reviewField([forty(2016)], plan),
      forecast: { earlyS: 11 * H, lateS: 13 * H },
      table: null,
    })!;
    expect(layerOf(figure, 'shade', 'forecast')!.spans).toEqual([{ from: 11 * H, to: 13 * H }]);
    expect(renderText(figure.point, METRIC)).toContain(
      'Your past races say 11:00 h to 13:00 h, 8 times in 10.',
    );
  });

  it('are no figure of a few', () => {
    expect(of([edition(2016, [resultOf(10 * H), resultOf(11 * H)])])).toBeNull();
    expect(of([])).toBeNull();
  });
});

describe('the distances of a timed event', () => {
  const day = edition(
    2016,
    Array.from({ length: 24 }, (_, i) => ({
      ...resultOf(null),
      status: 'finished' as const,
      distanceM: 230_000 - 5_000 * i,
    })),
  );
  const asked: Plan = {
    ...blank,
    race: { ...blank.race, durationS: 24 * H },
    goals: [
      { text: 'at least 180 km', priority: 'A', target: { kind: 'distance', targetM: 180_000 } },
    ],
  };

  it('go along the way', () => {
    const figure = of([day], asked)!;
    const { columns } = layerOf(figure, 'columns')!;
    expect(sum(columns.map(({ y }) => y))).toBe(24);
    expect(columns[0]).toEqual({ from: 100_000, to: 120_000, y: 1 });
    expect(layerOf(figure, 'marks')!.marks.map(({ x }) => x)).toEqual([180_000]);
    expect(renderText(figure.point, METRIC)).toContain('42% came farther than 180.0 km');
  });
});
