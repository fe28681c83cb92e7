/** A starter plan as YAML that reads back as it was meant, with its examples commented out. */
import { Document, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { M_PER_KM, M_PER_MI, type UnitSystem } from '../../kernel/units.js';
import { STARTER_HEAD } from '../../report/starter/blocks.js';
import type { PlanBlock, PlanMap, PlanValue } from '../../report/starter/plan-block.js';
import { renderText, type ValueStyle } from '../values.js';

/** Neither folded, nor `null` where nothing is. */
const AS_WRITTEN = { lineWidth: 0, nullStr: '' } as const;

/** @param units of the plan */
export function writeStarterPlan(blocks: readonly PlanBlock[], units: UnitSystem): string {
  const style = { units };
  const held = blocks.filter(({ holds }) => holds !== null);
  const file = documentOf(Object.fromEntries(held.map(({ key, holds }) => [key, holds])), style);
  const pairs = (file.contents as YAMLMap<Node, Node>).items;
  let waiting: string[] = [];
  for (const { key, comment, holds, examples, more = {} } of blocks) {
    const pair = holds === null ? undefined : pairs[held.findIndex((block) => block.key === key)];
    if (!pair) {
      waiting.push([...comment, ...linesOf({ [key]: examples }, style)].map(spaced).join('\n'));
      continue;
    }
    const above = [...waiting, comment.map(spaced).join('\n')].join('\n\n');
    waiting = [];
    pair.key.commentBefore = above;
    pair.key.spaceBefore = pair !== pairs[0];
    for (const [name, items] of Object.entries(more)) {
      const list = file.getIn([key, name], true) as Node;
      list.comment = linesOf(items, style).map(spaced).join('\n');
    }
    if (examples !== null) pair.value!.comment = linesOf(examples, style).map(spaced).join('\n');
  }
  file.commentBefore = STARTER_HEAD.map(spaced).join('\n');
  file.comment = waiting.join('\n\n');
  return file.toString(AS_WRITTEN);
}

/** As it stands behind the sign of a comment. */
const spaced = (line: string): string => ` ${line}`;

const linesOf = (value: PlanValue, style: ValueStyle): string[] =>
  documentOf(value, style).toString(AS_WRITTEN).trimEnd().split('\n');

/** Whatever lies deeper than two keys, or in a list, stands on one line. */
function documentOf(value: PlanValue, style: ValueStyle): Document {
  const file = new Document(plain(value, style));
  if (isSeq<Node>(file.contents)) file.contents.items.forEach(flow);
  if (isMap<Node, Node>(file.contents)) {
    for (const { value: of } of file.contents.items) {
      if (isSeq<Node>(of)) of.items.forEach(flow);
      if (isMap<Node, Node>(of)) {
        for (const { value: inner } of of.items) {
          if (isSeq<Node>(inner)) inner.items.forEach(flow);
          else flow(inner);
        }
      }
    }
  }
  return file;
}

function flow(node: Node | null): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}

/** `50.0 km` is `50 km`, `1,000 m` is `1000 m`. */
const briefly = (text: string): string =>
  text.replace(/\.0(?=\s)/g, '').replace(/(?<=\d),(?=\d{3})/g, '');

/** To the metre: `10.04 km`. */
const placed = (metres: number, { units }: ValueStyle): string =>
  units === 'metric'
    ? `${Number((metres / M_PER_KM).toFixed(3))} km`
    : `${Number((metres / M_PER_MI).toFixed(3))} mi`;

/** Values written down. */
function plain(value: PlanValue, style: ValueStyle): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, style));
  if ('metres' in value && typeof value.metres === 'number') return placed(value.metres, style);
  const map = value as PlanMap | { text: Parameters<typeof renderText>[0] };
  if ('text' in map && Array.isArray(map.text)) return briefly(renderText(map.text, style));
  return Object.fromEntries(
    Object.entries(map as PlanMap).map(([key, item]) => [key, plain(item, style)]),
  );
}
