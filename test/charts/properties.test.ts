import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_SYSTEMS } from '../../src/kernel/units.js';
import { displayWidth, oneLine } from '../../src/render/characters.js';
import { plotBlocks } from '../../src/render/charts/blocks.js';
import { drawSvg } from '../../src/render/charts/svg.js';
import { anyFigure } from './any-figure.js';
import { boxesOf, elementsOf, overlapsOf, placesOf, sizeOf, svgText } from './looked-at.js';
import { SAMPLES } from './sample-figures.js';

const anyStyle = fc.record({ units: fc.constantFrom(...UNIT_SYSTEMS) });
const figures = fc.oneof(anyFigure, fc.constantFrom(...Object.values(SAMPLES)));

const drawnOf = (figure: Parameters<typeof drawSvg>[0], style: Parameters<typeof drawSvg>[1]) => {
  const drawn = drawSvg(figure, style);
  return drawn ? [drawn.wide, drawn.narrow] : [];
};

describe('any figure', () => {
  it('is drawn within its edges, without a number that is none', () => {
    let count = 0;
    fc.assert(
      fc.property(figures, anyStyle, (figure, style) => {
        for (const svg of drawnOf(figure, style)) {
          count += 1;
          const { width, height } = sizeOf(svg);
          const outside = placesOf(svg).filter(
            ({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height),
          );
          expect(outside).toEqual([]);
          const numbers = elementsOf(svg).flatMap(({ properties }) =>
            ['d', 'x', 'y', 'viewBox', 'transform'].map((name) => String(properties[name] ?? '')),
          );
          expect(numbers.join(' ')).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
        }
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(100);
  });

  it('has no text over another or over an edge', () => {
    fc.assert(
      fc.property(figures, anyStyle, (figure, style) => {
        for (const svg of drawnOf(figure, style)) {
          const boxes = boxesOf(svg);
          const { width, height } = sizeOf(svg);
          expect(overlapsOf(boxes)).toEqual([]);
          expect(
            boxes.filter(
              ({ left, right, top, bottom }) =>
                left < -0.1 || right > width + 0.1 || top < -0.1 || bottom > height + 0.1,
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has only attributes that a page without inline styles and scripts takes', () => {
    fc.assert(
      fc.property(figures, anyStyle, (figure, style) => {
        for (const svg of drawnOf(figure, style)) {
          const elements = elementsOf(svg);
          const names = new Set(elements.flatMap(({ properties }) => Object.keys(properties)));
          expect([...names].filter((name) => /^(style|on|href|xLink)/.test(name))).toEqual([]);
          expect(elements.map(({ tagName }) => tagName)).not.toContain('script');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('looks the same each time', () => {
    fc.assert(
      fc.property(figures, anyStyle, (figure, style) => {
        expect(drawnOf(figure, style).map(svgText)).toEqual(drawnOf(figure, style).map(svgText));
        expect(plotBlocks(figure, style, 100)).toEqual(plotBlocks(figure, style, 100));
      }),
      { numRuns: 30 },
    );
  });

  it('is never wider than the terminal, and harmless to it', () => {
    fc.assert(
      fc.property(figures, anyStyle, fc.integer({ min: 1, max: 160 }), (figure, style, width) => {
        for (const line of plotBlocks(figure, style, width)) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(oneLine(line)).toBe(line);
        }
      }),
      { numRuns: 200 },
    );
  });
});
