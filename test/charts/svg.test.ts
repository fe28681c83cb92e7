import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { CHART_CSS } from '../../src/render/charts/chart-css.js';
import { drawSvg } from '../../src/render/charts/svg.js';
import type { Figure, Layer, Plot, Role } from '../../src/report/figure.js';
import { words } from '../../src/report/value.js';
import {
  boxesOf,
  elementsOf,
  placesOf,
  svgText,
  textsOf,
  walk,
  withClass,
  wordsOf,
} from './looked-at.js';
import { aheadBehind, paces, places, profile, SAMPLES, windows } from './sample-figures.js';

const METRIC = { units: 'metric' } as const;
const IMPERIAL = { units: 'imperial' } as const;

const plotOf = (layers: readonly Layer[], axes: Partial<Pick<Plot, 'x' | 'y'>> = {}): Figure => ({
  ...profile,
  drawing: { ...(profile.drawing as Plot), ...axes, layers },
});
const line = (...ys: (number | null)[]): Layer => ({
  kind: 'line',
  role: 'actual',
  name: null,
  points: ys.map((y, i) => ({ x: i * 1000, y })),
});
const wideOf = (figure: Figure, style: Parameters<typeof drawSvg>[1] = METRIC) =>
  drawSvg(figure, style)!.wide;

describe('axes', () => {
  it('have whole kilometres and metres, or miles and feet', () => {
    expect(textsOf(wideOf(profile))).toEqual(
      expect.arrayContaining(['20', '160', 'Distance (km)', '2,500', 'Height (m)']),
    );
    expect(textsOf(wideOf(profile, IMPERIAL))).toEqual(
      expect.arrayContaining(['10', '90', 'Distance (mi)', '9,000', 'Height (ft)']),
    );
  });

  it('have paces by the kilometre or the mile, the fast ones on top', () => {
    const tops = new Map(boxesOf(wideOf(paces)).map(({ text, top }) => [text, top]));
    expect(tops.get('7:00')).toBeLessThan(tops.get('12:00')!);
    expect(textsOf(wideOf(paces))).toContain('Pace (min/km)');
    expect(textsOf(wideOf(paces, IMPERIAL))).toContain('Pace (min/mi)');
  });

  it('have whole hours of a time', () => {
    expect(textsOf(wideOf(windows))).toEqual(
      expect.arrayContaining(['4:00', '28:00', 'Time (h:mm)']),
    );
  });

  it('count places from the first, the best on top', () => {
    const ranks = plotOf([line(1, 3, 40)], {
      y: (places.drawing as Plot).y,
    });
    const numbers = boxesOf(wideOf(ranks)).filter(({ right }) => right < 60);
    expect(numbers.map(({ text }) => text)).toContain('1');
    expect(numbers.map(({ text }) => text)).not.toContain('0');
    expect(numbers.find(({ text }) => text === '1')!.top).toBeLessThan(
      numbers.find(({ text }) => text === '40')!.top,
    );
  });

  it('tell ahead at the top from behind at the bottom', () => {
    const boxes = boxesOf(wideOf(aheadBehind));
    const ahead = boxes.find(({ text }) => text.includes('ahead'))!;
    const behind = boxes.find(({ text }) => text.includes('behind'))!;
    expect(ahead.bottom).toBeLessThan(behind.top);
    const zero = walk(String(withClass(wideOf(aheadBehind), 'zero').at(-1)!.properties.d))[0]!;
    const actual = placesOf(withClass(wideOf(aheadBehind), 'line', 'is-actual')[1]!);
    expect(actual[2]!.y).toBeLessThan(zero.y);
    expect(actual.at(-1)!.y).toBeGreaterThan(zero.y);
  });

  it('do not make mountains of a metre', () => {
    const svg = wideOf(plotOf([line(100, 101, 100)]));
    const ys = placesOf(withClass(svg, 'line')[0]!).map(({ y }) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(10);
  });
});

describe('a line', () => {
  it('is interrupted where a value is not known', () => {
    const d = String(withClass(wideOf(plotOf([line(1, 2, null, 4, 5)])), 'line')[0]!.properties.d);
    expect(d.match(/M/g)).toHaveLength(2);
  });

  it('shows a value that stands alone as a dot', () => {
    const d = String(
      withClass(wideOf(plotOf([line(1, 2, null, 4, null)])), 'line')[0]!.properties.d,
    );
    expect(d).toMatch(/M[\d.,]+Z$/);
  });

  it('of thousands of points keeps its highest and its lowest', () => {
    const track = Array.from({ length: 20_000 }, (_, i) => ({
      x: i * 5,
      y: i === 7777 ? 4000 : i === 13_131 ? 0 : 2000 + 300 * Math.sin(i / 40),
    }));
    const svg = wideOf(plotOf([{ kind: 'line', role: 'actual', name: null, points: track }]));
    const places = placesOf(withClass(svg, 'line')[0]!);
    const grid = placesOf(withClass(svg, 'grid')[0]!).map(({ y }) => y);
    expect(places.length).toBeLessThan(1400);
    expect(Math.min(...places.map(({ y }) => y))).toBeCloseTo(Math.min(...grid), 0);
    expect(Math.max(...places.map(({ y }) => y))).toBeCloseTo(Math.max(...grid), 0);
  });
});

describe('nothing is drawn', () => {
  const marks = (profile.drawing as Plot).layers.filter(({ kind }) => kind === 'marks');
  it.each<[string, readonly Layer[]]>([
    ['of one point', [line(5)]],
    ['of values nobody knows', [line(null, null, null)]],
    ['of numbers that are none', [line(Number.NaN, Number.POSITIVE_INFINITY)]],
    ['of a level and marks alone', [...marks, { kind: 'level', role: 'goal', name: 'g', y: 3 }]],
    ['without layers', []],
  ])('%s', (_, layers) => {
    expect(drawSvg(plotOf(layers), METRIC)).toBeNull();
  });

  it('of bars that are all nothing', () => {
    const bar = { label: ['heat'], value: 0, written: words('0') as never, role: 'plan' as const };
    const drawing = { kind: 'bars' as const, quantity: { kind: 'shift' as const }, bars: [bar] };
    expect(drawSvg({ ...profile, drawing }, METRIC)).toBeNull();
  });

  it('but a value that stays the same is a level line', () => {
    const ys = placesOf(withClass(wideOf(plotOf([line(7, 7, 7)])), 'line')[0]!).map(({ y }) => y);
    expect(new Set(ys).size).toBe(1);
  });
});

describe('labels of marks', () => {
  const stations = ((profile.drawing as Plot).layers.at(-1) as Extract<Layer, { kind: 'marks' }>)
    .marks;
  const names = stations.map(({ label }) => String(label[0]));

  it('name nearly all of thirty stations on a desktop', () => {
    const texts = textsOf(wideOf(profile));
    const named = names.filter((name) =>
      texts.some(
        (text) => text === name || (text.endsWith('…') && name.startsWith(text.slice(0, -1))),
      ),
    );
    expect(named.length).toBeGreaterThanOrEqual(28);
  });

  it('stand where the stations are', () => {
    const svg = wideOf(profile);
    const places = placesOf(withClass(svg, 'upright').at(-1)!);
    expect(new Set(places.map(({ x }) => Math.round(x))).size).toBeGreaterThanOrEqual(
      names.length - 2,
    );
  });

  it('of more weight go before others where there is little room', () => {
    const crowd: Layer = {
      kind: 'marks',
      role: 'plan',
      name: null,
      marks: Array.from({ length: 40 }, (_, i) => ({
        x: 1000 + i,
        y: null,
        label: [`Station ${i}`],
        details: [],
        weight: i === 23 ? 5 : 1,
      })),
    };
    const texts = textsOf(wideOf(plotOf([line(1, 2, 3), crowd])));
    expect(texts).toContain('Station 23');
    expect(texts.filter((text) => text.startsWith('Station')).length).toBeLessThan(10);
  });

  it('that are few lie, with their details', () => {
    const texts = textsOf(wideOf(SAMPLES.finishTimes));
    expect(texts).toContain('under 24 h · priority A');
  });
});

describe('a page', () => {
  it('tells those who do not see what there is to see', () => {
    for (const svg of Object.values(drawSvg(profile, METRIC)!)) {
      const ids = String(svg.properties.ariaLabelledBy).split(/[ ,]/);
      const said = ids.map((id) => elementsOf(svg).find((one) => one.properties.id === id)!);
      expect(said.map(({ tagName }) => tagName)).toEqual(['title', 'desc']);
      expect(said.map(wordsOf)).toEqual(['Elevation', 'Dark from 88.0 km to 137.5 km.']);
      expect(svg.properties.role).toBe('img');
    }
  });

  it('has no id twice', () => {
    const ids = Object.values(SAMPLES)
      .flatMap((figure) => Object.values(drawSvg(figure, METRIC)!))
      .flatMap((svg) => elementsOf(svg).flatMap(({ properties }) => properties.id ?? []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(40);
  });

  it('takes no markup, no end of a section and no escape from a name', () => {
    const hostile = '<script>alert(1)</script>]]>&\u001b[31m\u202e"\'';
    const layers = (profile.drawing as Plot).layers.map(
      (layer): Layer =>
        layer.kind === 'marks'
          ? {
              ...layer,
              name: hostile,
              marks: layer.marks.map((mark) => ({ ...mark, label: [words(hostile)] })),
            }
          : { ...layer, name: hostile },
    );
    const figure = { ...plotOf(layers), title: hostile, point: [words(hostile)] };
    const axis = { label: hostile, quantity: { kind: 'distance' } } as const;
    const drawn = drawSvg(
      { ...figure, drawing: { ...(figure.drawing as Plot), x: axis } },
      METRIC,
    )!;
    for (const svg of [drawn.wide, drawn.narrow]) {
      const text = svgText(svg);
      expect(XMLValidator.validate(text)).toBe(true);
      expect(text).not.toContain('<script');
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\u202e');
    }
  });
});

describe('the look of roles', () => {
  const roles: Role[] = [
    'plan',
    'actual',
    'forecast',
    'field',
    'goal',
    'cutoff',
    'ground',
    'night',
    'range',
  ];
  const coloursOf = (css: string) =>
    new Map([...css.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name!, hex!]));
  const [light = '', dark = ''] = CHART_CSS.split('@media');

  it.each([
    ['by day', light, ['#ffffff', '#fbfaf7']],
    ['by night', dark, ['#000000', '#1b1d22']],
  ] as const)('is told from the paper %s', (_, css, papers) => {
    const colours = coloursOf(css);
    for (const role of [...roles, 'hair', 'second', 'third', 'fourth'])
      for (const paper of papers)
        expect(contrast(colours.get(role)!, paper), role).toBeGreaterThanOrEqual(3);
  });

  it('differs without colour where lines of two roles meet', () => {
    const looks = ['plan', 'actual', 'forecast', 'field', 'goal', 'cutoff'].map(
      (role) => CHART_CSS.match(new RegExp(`\\.stroke\\.is-${role} \\{([^}]*)`))?.[1],
    );
    expect(looks).not.toContain(undefined);
    expect(new Set(looks).size).toBe(looks.length);
  });
});

describe('a legend', () => {
  const samplesOf = (layers: readonly Layer[]) => withClass(wideOf(plotOf(layers)), 'line').length;

  it('names each of several, and not one that is alone', () => {
    const [one, other] = ['2023', '2024'].map(
      (name, i): Layer => ({ ...line(1, i, 5), name }) as Layer,
    );
    expect(samplesOf([one!])).toBe(1);
    expect(samplesOf([one!, other!])).toBe(4);
  });
});

describe('lines of one role', () => {
  it('look different where their names do, and as the legend says', () => {
    const races = ['2023', '2024', '2025'].map(
      (name, i): Layer => ({ ...line(1, i, 5), name }) as Layer,
    );
    const lines = withClass(wideOf(plotOf(races)), 'line').map(({ properties }) =>
      String(properties.className),
    );
    expect(new Set(lines.slice(0, 3)).size).toBe(3);
    expect(lines.slice(3)).toEqual(lines.slice(0, 3));
    for (const nth of [2, 3, 4]) expect(CHART_CSS).toContain(`.stroke.nth-${nth} {`);
  });
});

/** Of WCAG 2: 1..21. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
