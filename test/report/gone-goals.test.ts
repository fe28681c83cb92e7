import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const LOG = 'station,arrive,depart\nHut,2:20,2:22\nMill,4:50,4:52\nCamp,7:30,7:32\n';
const planWith = (goals: readonly string[]) =>
  planFile(
    `race: { name: A race }
course:
  distance: 100 km
  stations: [{ name: Hut, at: 20 km }, { name: Mill, at: 40 km }, { name: Camp, at: 60 km }, { name: Pass, at: 80 km }]
goals: [${goals.join(', ')}]
pacing: { target: "11:30" }
`,
    { 'splits.csv': LOG },
  );

const replan = async (goals: readonly string[], ...argv: string[]) => {
  const log = planWith(goals).replace('race.yaml', 'splits.csv');
  return (await raceplan('replan', log, ...argv)).stdout;
};

it('nobody is told to run for a goal with less than one chance in twenty', async () => {
  const goals = Array.from({ length: 24 }, (_, i) => {
    const minutes = 11 * 60 + 10 * i;
    return `under ${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;
  });
  const said = JSON.parse(await replan(goals, '--format', 'json')).goals as {
    goal: string;
    alive: boolean;
    probability: number;
  }[];
  expect(said.some(({ probability }) => probability > 0.02 && probability < 0.05)).toBe(true);
  for (const { goal, alive, probability } of said) {
    expect(alive, goal).toBe(probability >= 0.05);
    const alone = await replan([goal, 'finish']);
    const change = alone.split('What to change')[1]!;
    if (alive) expect(change).toContain(`For ${goal}:`);
    else {
      expect(change).toContain(`Gone: ${goal}. Still worth running for: finish.`);
      expect(change).not.toContain('/km');
      expect(alone).toMatch(new RegExp(`${goal} +out of reach from here`));
    }
  }
}, 60_000);

it('the next goal that is alive is named, in brief as well', async () => {
  const goals = ['under 11h', 'under 11h30', 'under 14h'];
  const told = 'Gone: under 11h, under 11h30. Still worth running for: under 14h.';
  expect((await replan(goals)).replace(/\s+/g, ' ')).toContain(told);
  expect((await replan(goals, '--brief')).replace(/\s+/g, ' ')).toContain(told);
  expect(await replan(['under 11h'])).toContain('No goal of a time or a place is left.');
});
