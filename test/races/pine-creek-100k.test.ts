import { describe, expect, it } from 'vitest';
import {
  plannedStopS,
  planOf,
  rowsOf,
  secondsOf,
  stoppedS,
  timesOf,
} from '../support/race-files.js';

const RACE = 'pine-creek-100k';
const START_S = secondsOf('7:00');
const plan = planOf(RACE);
const splits = rowsOf(RACE, 'splits.csv');
const resultsOf = (year: number) => rowsOf(RACE, `results-${year}.csv`);
const finishersOf = (year: number) => resultsOf(year).filter((r) => r.status === 'finished');

describe('the Pine Creek log', () => {
  it('passes every station of the plan in order and ends at the finish', () => {
    expect(splits.map((s) => s.station)).toEqual(plan.course.stations.map((s) => s.name));
  });

  it('never goes back in time', () => {
    const times = timesOf(splits);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('finishes in 11:19:00', () => {
    expect(secondsOf(splits.at(-1)!.arrive!) - START_S).toBe(secondsOf('11:19:00'));
  });

  it('follows the planned stops to halfway and overruns them after', () => {
    const half = 5;
    const plannedFirstHalfS = plannedStopS({
      ...plan,
      course: { ...plan.course, stations: plan.course.stations.slice(0, half + 1) },
    });
    expect(stoppedS(splits.slice(0, half))).toBe(plannedFirstHalfS);
    expect(stoppedS(splits) - plannedStopS(plan)).toBe(12 * 60);
  });

  it('eats and drinks only what the plan lists, in order, before the finish', () => {
    const intake = rowsOf(RACE, 'intake.csv');
    const times = intake.map((row) => secondsOf(row.time!));
    const products = plan.nutrition.products.map((p) => p.name);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(secondsOf('18:19'));
    expect(intake.filter((row) => !products.includes(row.item!))).toEqual([]);
  });
});

describe('the 2018 results', () => {
  const results = resultsOf(2018);
  const finishers = finishersOf(2018);
  const runner = results.find((r) => r.time === '11:19:00')!;

  it('hold 32 starters', () => {
    expect(results).toHaveLength(32);
    expect(new Set(results.map((r) => r.bib)).size).toBe(32);
    expect(results.every((r) => r.status === 'finished' || r.status === 'DNF')).toBe(true);
  });

  it('have the runner 4th overall', () => {
    expect(runner).toMatchObject({ place: '4', sex: 'M', age: '57', bib: '23' });
    const faster = finishers.filter((r) => secondsOf(r.time!) < secondsOf('11:19:00'));
    expect(faster).toHaveLength(3);
  });

  it('have him first of men 50-59 by 4:33:00', () => {
    const group = finishers.filter((r) => r.sex === 'M' && /^5\d$/.test(r.age!));
    expect(group[0]).toEqual(runner);
    expect(secondsOf(group[1]!.time!) - secondsOf(runner.time!)).toBe(secondsOf('4:33:00'));
  });
});

describe('every edition', () => {
  const years = [2013, 2014, 2015, 2016, 2017, 2018];

  it('is named by the plan, five as history', () => {
    expect([...plan.history!, plan.results]).toEqual(years.map((year) => `results-${year}.csv`));
  });

  it.each(years)('%i places finishers by their time, inside 29 hours, without names', (year) => {
    const finishers = finishersOf(year);
    const times = finishers.map((r) => secondsOf(r.time!));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(29 * 3600);
    expect(finishers.map((r) => Number(r.place))).toEqual(times.map((_, i) => i + 1));
    const others = resultsOf(year).filter((r) => r.status !== 'finished');
    expect(others.filter((r) => r.place || r.time)).toEqual([]);
    expect(Object.keys(finishers[0]!)).not.toContain('name');
  });
});
