import { describe, expect, it } from 'vitest';
import { paceChart } from '../../src/report/pace-chart.js';
import type { Section } from '../../src/report/report.js';
import { flatFifty } from '../support/race.js';

const H = 3600;
const FRIDAY_18H = Date.parse('2026-07-10T18:00Z');

/** Which arrivals of a pace chart name their day. */
function daysNamed(section: Section): (boolean | undefined)[] {
  if (section.kind !== 'table') throw new Error('no table');
  const arrive = section.columns.findIndex(({ id }) => id === 'arrive');
  return section.rows.map((row) => {
    const [part] = ('cells' in row && row.cells[arrive]) || [];
    return typeof part === 'object' && part.kind === 'clock' ? part.day : undefined;
  });
}

function chartOf(targetS: number, cutoffS: number) {
  const { plan, pace } = flatFifty({ targetS, stopS: 0 });
  const race = { ...plan.race, startAt: FRIDAY_18H, zone: 'UTC', cutoffS };
  return daysNamed(paceChart({ ...plan, race }, pace));
}

describe('a time of day', () => {
  it('names its day once a race may take several', () => {
    expect(chartOf(60 * H, 72 * H)).toEqual([true, true, true, true, true]);
  });

  it('needs none on the day of the start, nor in a race of a night', () => {
    expect(chartOf(10 * H, 72 * H)[0]).toBe(false);
    expect(chartOf(29 * H, 30 * H)).toEqual([false, false, false, false, false]);
  });
});
