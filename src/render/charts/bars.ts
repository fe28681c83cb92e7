/** Bars as SVG, at one size: each with its name and its amount written. */
import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import type { Bars } from '../../report/figure.js';
import { renderText, type ValueStyle } from '../values.js';
import { drawPath, drawText } from './elements.js';
import type { Fills } from './fills.js';
import { filled } from './layers.js';
import type { Drawing } from './plot.js';
import { EDGE_PX, type Size, tenth } from './size.js';
import { LINE_EM, MIDDLE_EM, shorten, textWidth } from './text-size.js';

const GAP_PX = 6;
const BAR_PX = 13;
/** Names take at most so much of the width beside their bars. */
const NAMES_RATIO = 0.38;

/** `null`: nothing to see. */
export function drawBars(
  { bars }: Bars,
  size: Size,
  style: ValueStyle,
  fills: Fills,
): Drawing | null {
  const { widthPx, fontPx } = size;
  const given = bars.map(({ value }) => (Number.isFinite(value) ? value : 0));
  const greatest = Math.max(...given.map(Math.abs));
  // what is too small to be seen has no side
  const values = given.map((value) => (Math.abs(value) < greatest / widthPx ? 0 : value));
  if (values.every((value) => value === 0)) return null;
  const isBeside = size.name === 'wide';
  const mostPx = isBeside ? widthPx * NAMES_RATIO : widthPx - 2 * EDGE_PX;
  const names = bars.map(({ label }) => shorten(renderText(label, style), mostPx, fontPx));
  const amounts = bars.map(({ written }) =>
    shorten(renderText([written], style), widthPx / 3, fontPx),
  );
  const widthOf = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => textWidth(text, fontPx)));
  const amountPx = (isSide: (value: number) => boolean) => {
    const side = amounts.filter((_, i) => isSide(values[i]!));
    return side.length === 0 ? 0 : widthOf(side) + GAP_PX;
  };

  const namesPx = isBeside ? widthOf(names) + GAP_PX : 0;
  const from = EDGE_PX + namesPx + amountPx((value) => value < 0);
  const to = widthPx - EDGE_PX - amountPx((value) => value >= 0);
  const x = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [from, to]);
  const linePx = LINE_EM * fontPx;
  const rowPx = isBeside ? Math.max(linePx, BAR_PX) + 6 : linePx + BAR_PX + 9;
  const heightPx = Math.ceil(rowPx * bars.length + 2 * EDGE_PX);

  const rows = bars.flatMap(({ role }, i): Element[] => {
    const value = values[i]!;
    const top = EDGE_PX + i * rowPx;
    const middle = isBeside ? top + rowPx / 2 : top + linePx + 2 + BAR_PX / 2;
    const [left, right] = [tenth(x(Math.min(0, value))), tenth(x(Math.max(0, value)))];
    const box = `M${left},${tenth(middle - BAR_PX / 2)}H${right}v${BAR_PX}H${left}Z`;
    const letters = middle + MIDDLE_EM * fontPx;
    return [
      drawText(
        names[i]!,
        isBeside
          ? { x: EDGE_PX + namesPx - GAP_PX, y: letters, anchor: 'end' }
          : { x: EDGE_PX, y: top + linePx * 0.8 },
      ),
      ...(value === 0 ? [] : [filled('columns', role, box, fills)]),
      drawText(amounts[i]!, {
        x: value < 0 ? left - GAP_PX : right + GAP_PX,
        y: letters,
        ...(value < 0 && { anchor: 'end' }),
      }),
    ];
  });
  const zero = bars.map((_, i) => {
    const top = EDGE_PX + i * rowPx + (isBeside ? 0 : linePx + 1);
    return `M${tenth(x(0))},${tenth(top)}v${isBeside ? tenth(rowPx) : BAR_PX + 2}`;
  });
  return { heightPx, elements: [...rows, drawPath(zero.join(''), ['zero'])] };
}
