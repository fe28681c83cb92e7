/** A night in which clocks change: nobody may come an hour early, or late. */
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

/** 100 km on the flat in 15 h without stops: 9 min a km, 90 min every 10 km. */
const plan = (start: string, zone: string, units = 'metric') =>
  planFile(`race: { name: Clocks, start: ${start}, timezone: ${zone} }
units: ${units}
course: { distance: 100 km, stations: [{ name: Mill, at: 90 km, crew: true, stop: 0 s }] }
pacing: { target: 15 h, fade: 0% }
crew: { people: [{ name: Kim, at: [Mill, Finish] }] }
`);
const told = async (command: string, ...of: Parameters<typeof plan>) =>
  (await raceplan(command, plan(...of))).stdout.replace(/\s+/g, ' ');

describe('clocks that go back', () => {
  it('show an hour twice, so that hour says which of the two it is', async () => {
    const crew = await told('crew', '2025-10-25 12:00', 'Europe/Berlin');
    // 13 h 30 min after noon is 01:30 in summer; 15 h after noon is an hour less than 03:00
    expect(crew).toContain('plan Sun 01:30');
    expect(crew).toMatch(/Finish, 100.0 km Be there Sun 02:4\d CEST Arrive Sun 02:4\d CEST to/);
    expect(crew).toContain('plan Sun 02:00 CET');
    expect(crew).toContain('Clocks go back 1 h, to Sun 02:00 CET');
  });

  it('say so before the race', async () => {
    expect(await told('build', '2025-10-25 12:00', 'Europe/Berlin')).toContain(
      'Clocks go back 1 h, to Sun 02:00 CET',
    );
    expect(await told('build', '2025-10-18 12:00', 'Europe/Berlin')).not.toContain('Clocks go');
  });

  it('have their own names overseas', async () => {
    const crew = await told('crew', '2025-11-01 11:00', 'America/New_York', 'imperial');
    expect(crew).toContain('Clocks go back 1 h, to Sun 1:00 AM EST');
    expect(crew).toContain('plan Sun 1:00 AM EST');
  });
});

describe('clocks that go forward', () => {
  it('skip an hour, and that is said', async () => {
    const crew = await told('crew', '2025-03-29 12:00', 'Europe/Berlin');
    expect(crew).toContain('plan Sun 01:30');
    expect(crew).toContain('Clocks go forward 1 h, to Sun 03:00');
    expect(crew).toMatch(/Finish, 100.0 km Be there Sun 03:4\d Arrive .* plan Sun 04:00/);
  });
});
