import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.js';
import type { ReportStyle } from '../../src/render/style.js';
import type { Figure, Plot } from '../../src/report/figure.js';
import type { Report } from '../../src/report/report.js';
import { profile } from './sample-figures.js';

const STYLE: ReportStyle = {
  units: 'metric',
  width: 80,
  colour: false,
  quiet: false,
  brief: false,
  charts: true,
  judging: { strict: false, judged: ['A'] },
};
const reportOf = (figure: Figure): Report => ({
  command: 'build',
  title: 'A race',
  subtitle: null,
  sections: [figure],
  verdicts: [],
  data: {},
});

describe('Markdown', () => {
  it('holds a plot as it stands, and what there is to see in it', () => {
    const text = renderMarkdown(reportOf(profile), STYLE);
    expect(text).toMatch(/```text\nHeight \(m\)[^`]+░ dark[^`]+\n```\n\nDark from 88\.0 km/);
  });

  it('has no empty plot where nothing can be drawn', () => {
    const layers: Plot['layers'] = [
      { kind: 'line', role: 'actual', name: null, points: [{ x: 1, y: null }] },
    ];
    const figure = { ...profile, drawing: { ...(profile.drawing as Plot), layers } };
    expect(renderMarkdown(reportOf(figure), STYLE)).not.toContain('```');
  });
});
