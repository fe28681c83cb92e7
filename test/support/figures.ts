/** Figures as a reader sees them: what is drawn, by name. */
import type { Figure, Layer, Plot } from '../../src/report/figure.js';
import type { Report } from '../../src/report/report.js';

export const figuresOf = ({ sections }: Pick<Report, 'sections'>): Figure[] =>
  sections.flatMap((section) => (section.kind === 'chart' ? [section] : []));

/** The figure of that id; fails without it. */
export function figureNamed(report: Pick<Report, 'sections'>, id: string): Figure {
  const figure = figuresOf(report).find((one) => one.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
}

export function plotOf({ drawing }: Figure): Plot {
  if (drawing.kind !== 'plot') throw new Error('no plot');
  return drawing;
}

type Of<K extends Layer['kind']> = Extract<Layer, { kind: K }>;

/** The first layer of a kind, and of a role where that is told; `null` without one. */
export const layerOf = <K extends Layer['kind']>(
  figure: Figure,
  kind: K,
  role?: Layer['role'],
): Of<K> | null =>
  plotOf(figure).layers.find(
    (layer): layer is Of<K> => layer.kind === kind && (role === undefined || layer.role === role),
  ) ?? null;

/** Every number in what is drawn and said, however deep; what is not known is left out. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(numbersIn);
  return [];
}
