/** What stands in a drawing: its elements, where its texts lie, and every coordinate of its paths. */
import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { ASCENT_EM, LINE_EM, textWidth } from '../../src/render/charts/text-size.js';

export interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** With a line break between elements, so that a change can be read. */
export const svgText = (svg: Element): string =>
  `${toHtml(svg, { space: 'svg', closeEmptyElements: true }).replaceAll('><', '>\n<')}\n`;

export function elementsOf(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

export const withClass = (svg: Element, ...names: string[]): Element[] =>
  elementsOf(svg).filter(({ properties }) => {
    const classes = (properties.className ?? []) as string[];
    return names.every((name) => classes.includes(name));
  });

export const wordsOf = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => wordsOf(child)).join('')
      : '';

export const textsOf = (svg: Element): string[] =>
  elementsOf(svg)
    .filter(({ tagName }) => tagName === 'text')
    .map(wordsOf);

export const sizeOf = (svg: Element): { width: number; height: number } => {
  const [, , width, height] = String(svg.properties.viewBox).split(' ').map(Number);
  return { width: width!, height: height! };
};

/** Where the texts lie, as wide as they are taken to be. */
export const boxesOf = (svg: Element): Box[] =>
  elementsOf(svg)
    .filter(({ tagName }) => tagName === 'text')
    .map((element) => boxOf(element, Number(svg.properties.fontSize)));

function boxOf(element: Element, fontPx: number): Box {
  const { x, y, textAnchor = 'start', transform } = element.properties;
  const text = wordsOf(element);
  const width = textWidth(text, fontPx);
  const before = textAnchor === 'start' ? 0 : textAnchor === 'middle' ? width / 2 : width;
  const [up, down] = [ASCENT_EM * fontPx, (LINE_EM - ASCENT_EM) * fontPx];
  const [atX, atY] = [Number(x), Number(y)];
  return transform
    ? {
        text,
        left: atX - up,
        right: atX + down,
        top: atY + before - width,
        bottom: atY + before,
      }
    : { text, left: atX - before, right: atX - before + width, top: atY - up, bottom: atY + down };
}

/** Coordinates are to a tenth of a pixel. */
const SLACK_PX = 0.25;

export const overlapsOf = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left + SLACK_PX < b.right &&
          b.left + SLACK_PX < a.right &&
          a.top + SLACK_PX < b.bottom &&
          b.top + SLACK_PX < a.bottom,
      )
      .map((b) => `${a.text} over ${b.text}`),
  );

/** Every place a path of the drawing goes to. */
export const placesOf = (svg: Element): { x: number; y: number }[] =>
  elementsOf(svg)
    .filter(({ tagName, properties }) => tagName === 'path' && !isPattern(properties.className))
    .flatMap(({ properties }) => walk(String(properties.d)));

const isPattern = (className: unknown) => (className as string[] | undefined)?.includes('hatch');

/** The end points of the commands of a path; of arcs too. */
export function walk(d: string): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const [a = 0, b = 0] = command.toLowerCase() === 'a' ? numbers.slice(-2) : numbers;
    if (command === 'M' || command === 'L') [x, y] = [a, b];
    if (command === 'H') x = a;
    if (command === 'V') y = a;
    if (command === 'h') x += a;
    if (command === 'v') y += a;
    if ('mla'.includes(command)) [x, y] = [x + a, y + b];
    places.push({ x, y });
  }
  return places;
}
