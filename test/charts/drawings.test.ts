import { describe, expect, it } from 'vitest';
import type { UnitSystem } from '../../src/kernel/units.js';
import { plotBlocks } from '../../src/render/charts/blocks.js';
import { drawSvg } from '../../src/render/charts/svg.js';
import { svgText } from './looked-at.js';
import { SAMPLES } from './sample-figures.js';

const GOLDENS: readonly (readonly [file: string, sample: keyof typeof SAMPLES, UnitSystem])[] = [
  ['profile', 'profile', 'imperial'],
  ['few-stations', 'shortProfile', 'metric'],
  ['ahead-behind', 'aheadBehind', 'metric'],
  ['factors', 'factorBars', 'metric'],
  ['finish-times', 'finishTimes', 'metric'],
  ['windows', 'windows', 'imperial'],
  ['paces', 'paces', 'metric'],
  ['outlook', 'outlook', 'imperial'],
  ['comparison', 'comparison', 'metric'],
];

describe('a figure', () => {
  it.each(GOLDENS)('%s is drawn as it was looked at', async (file, sample, units) => {
    const drawn = drawSvg(SAMPLES[sample], { units })!;
    await expect(svgText(drawn.wide)).toMatchFileSnapshot(`golden/${file}-wide.svg`);
    await expect(svgText(drawn.narrow)).toMatchFileSnapshot(`golden/${file}-narrow.svg`);
    const lines = plotBlocks(SAMPLES[sample], { units }, 98);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${file}.txt`);
  });

  it('drawn twice from thousands of points is small', () => {
    const drawn = drawSvg(SAMPLES.profile, { units: 'metric' })!;
    expect(svgText(drawn.wide).length + svgText(drawn.narrow).length).toBeLessThan(25_000);
  });
});
