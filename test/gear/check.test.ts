import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

it('check says which words of gear and contingencies are not understood', async () => {
  const { stdout, status } = await raceplan(
    'check',
    planFile(`race: { name: Loop }
course: { distance: 50 km }
goals: [under 6h]
gear: [{ item: poles, when: steep }, { item: cap, when: hot }]
contingencies:
  - { if: stomach turns, then: walk }
  - { if: forecast past 7 h, then: run on }
`),
  );
  expect(status).toBe(0);
  expect(stdout).toContain('poles, steep: these words are not understood. So all the way.');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'No clock time could be made of "stomach turns": watch for that yourself.',
  );
  expect(stdout).not.toContain('cap, hot');
});
