import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.js';
import { anyRace } from '../support/any-race.js';
import { buildOf } from '../support/any-report.js';
import { PLAIN } from '../support/plain-style.js';
import { markdownTable } from '../support/printed.js';

it('one arrival is the same to the second in every table that tells it', {
  timeout: 120_000,
}, () => {
  let compared = 0;
  for (const { plan, ...race } of fc.sample(anyRace, { seed: 13, numRuns: 150 })) {
    // of times of day seconds are not told
    const untimed = { ...plan, race: { ...plan.race, startAt: null } };
    const text = renderMarkdown(buildOf({ ...race, plan: untimed, sun: null }), PLAIN).replaceAll(
      '*',
      '',
    );
    const [chart, windows] = ['Pace chart', 'When to expect the runner'].map((title) =>
      markdownTable(text, title),
    );
    if (!chart || !windows) continue;
    const [arrivals, expected] = [chart.column('Arrive')!, windows.column('Plan')!];
    // the finish of a target has no window
    expect(expected).toEqual(arrivals.slice(0, expected.length));
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(200);
});
