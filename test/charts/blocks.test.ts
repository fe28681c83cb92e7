import { describe, expect, it } from 'vitest';
import { plotBlocks } from '../../src/render/charts/blocks.js';
import type { Figure, Layer, Plot } from '../../src/report/figure.js';
import { aheadBehind, comparison, factorBars, profile, SAMPLES } from './sample-figures.js';

const METRIC = { units: 'metric' } as const;
const at100 = (figure: Figure) => plotBlocks(figure, METRIC, 100);

describe('a plot of characters', () => {
  it('is as high as some lines of a screen', () => {
    for (const figure of Object.values(SAMPLES))
      expect(at100(figure).length).toBeLessThanOrEqual(20);
  });

  it('rises where the course does', () => {
    const rows = at100(profile).slice(1, 11);
    const heightOf = (column: number) => rows.filter((row) => (row[column] ?? ' ') !== ' ').length;
    // the first summit is near 34 km, the valley after it near 55 km
    const columnAt = (km: number) => 7 + Math.floor((km / 160) * 93);
    expect(heightOf(columnAt(34))).toBeGreaterThan(heightOf(columnAt(55)) + 3);
  });

  it('has the night below, from where to where it is dark', () => {
    const night = at100(profile).find((row) => /^ +░+$/.test(row))!;
    const share = (column: number) => (column - 7) / 93;
    expect(share(night.indexOf('░'))).toBeCloseTo(88 / 160, 1);
    expect(share(night.lastIndexOf('░'))).toBeCloseTo(137.5 / 160, 1);
    expect(at100(profile).at(-1)).toContain('░ dark');
  });

  it('names the weightiest stations', () => {
    const text = at100(profile).join('\n');
    for (const name of ['Silver Ford', 'Hope Chapel', 'Last Water', 'Finish'])
      expect(text).toContain(name);
  });

  it('tells ahead from behind, and marks a cutoff', () => {
    const rows = at100(aheadBehind);
    const ahead = rows.findIndex((row) => row.startsWith('ahead'));
    const zero = rows.findIndex((row) => /^ +0 ┤/.test(row));
    const behind = rows.findIndex((row) => row.startsWith('behind'));
    expect(ahead).toBeLessThan(zero);
    expect(zero).toBeLessThan(behind);
    expect(rows.slice(zero, behind).join('')).toContain('x');
    expect(rows.at(-1)).toBe('░ expected range   ─ plan   ⠒⠒⠒ actual   x cutoff');
  });

  it('shows no two lines alike', () => {
    const samples = at100(comparison)
      .at(-1)!
      .match(/[⠒⠂][⠒⠂ ]+(?= )/g)!;
    expect(samples).toHaveLength(3);
    expect(new Set(samples).size).toBe(3);
  });

  it('has the longest bar for what costs the most, and gains at the left', () => {
    const rows = at100(factorBars);
    const lengths = rows.map((row) => row.split('█').length);
    expect(lengths[0]).toBe(Math.max(...lengths));
    expect(rows[0]).toMatch(/^climbs and descents +│█+.? \+1:36:30$/);
    expect(rows.at(-1)).toMatch(/-8:30 █+│$/);
  });

  it('is not made of what cannot be seen, or where there is no room', () => {
    const empty: Layer = { kind: 'line', role: 'actual', name: 'a', points: [{ x: 1, y: null }] };
    const drawing: Plot = { ...(profile.drawing as Plot), layers: [empty] };
    expect(at100({ ...profile, drawing })).toEqual([]);
    expect(plotBlocks(profile, METRIC, 20)).toEqual([]);
  });
});
