/** Races side by side: how the pace went with the effort. */
import type { Comparison } from '../../engine/lessons/compare.js';
import type { Figure } from '../figure.js';
import { joinText, say, signedRatio, type Text, words } from '../value.js';

/** `null` where no race tells. The latest of them stands out. */
export function sharesFigure({ races, shares }: Comparison): Figure | null {
  const told = races.flatMap(({ name, shape }) => (shape ? [{ name, shape }] : []));
  if (told.length === 0) return null;
  const part = shares === 8 ? 'eighth' : 'quarter';
  const texts = told.map(
    ({ name, shape }): Text => say`${words(name)} ${signedRatio(shape.slowedRatio)}`,
  );
  return {
    kind: 'chart',
    id: 'pace-by-share',
    title: 'Pace by share of effort, side by side',
    point: say`Last ${part} against the first, for equal effort; more is slower: ${joinText(texts, ', ')}.`,
    table: 'shape',
    drawing: {
      kind: 'plot',
      x: { label: 'Share of the effort', quantity: { kind: 'ratio' }, from: 0, to: 1 },
      y: { label: 'Slower than its mean', quantity: { kind: 'ratio' }, isReversed: true },
      layers: [
        { kind: 'level', role: 'range', name: 'mean of the race', y: 0 },
        ...told.map(
          ({ name, shape }, i) =>
            ({
              kind: 'steps',
              role: i === told.length - 1 ? 'actual' : 'field',
              name,
              steps: shape.shares.map((y, s) => ({ from: s / shares, to: (s + 1) / shares, y })),
            }) as const,
        ),
      ],
    },
  };
}
