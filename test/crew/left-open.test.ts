/** What a plan leaves open about its crew is taken in one way by all pages, and said. */
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

/** 100 km in 18 h from 06:00 on a day on which the sun sets at 21:12: dark on the way from the Dam to the finish. */
const plan = (crew: string) =>
  planFile(`race: { name: Dam, start: 2025-06-14 06:00, timezone: Europe/Vienna, location: "47, 11" }
course:
  distance: 100 km
  stations:
    - { name: Ridge, at: 50 km, crew: true, stop: 5 min }
    - { name: Hut, at: 60 km, pacer: true, stop: 5 min }
    - { name: Dam, at: 70 km, crew: true, pacer: true, stop: 5 min }
pacing: { target: 18 h }
gear: [{ item: headlamp, when: dark }]
nutrition:
  per_hour: { carbs: 40 g, fluid: 500 ml }
  carry: { fluid: 3 l }
  products: [{ name: gel, carbs: 25 g, from: [start, crew] }]
${crew}
`);

const told = async (crew: string, ...argv: string[]) => {
  const { stdout, stderr } = await raceplan('crew', plan(crew), ...argv);
  if (stdout === '') throw new Error(stderr);
  return stdout.replace(/\s+/g, ' ');
};

describe('people whom the plan sends nowhere', () => {
  const crew = 'crew: { people: [{ name: Pat }, { name: Lou, role: driver }] }';

  it('may be anywhere, so nothing is handed over by nobody', async () => {
    const text = await told(crew);
    expect(text).not.toContain('nobody');
    expect(text).toContain(
      'The plan does not say who waits where: somebody is taken to be at every place open to crew.',
    );
    expect(text).toMatch(/Dam whoever comes .*headlamp/);
  });

  it('leave every place open to crew the next after the one before', async () => {
    const { stdout } = await raceplan('crew', plan(crew), '--format', 'json');
    const { visits } = JSON.parse(stdout);
    const next = visits.map((visit: { next: { station: string } | null }) => visit.next?.station);
    expect(next).toEqual(['Dam', 'Finish', undefined]);
    const handed = visits[0].supplies.map(({ source }: { source: string }) => source);
    expect(handed).toContain('crew');
  });

  it('read that on their own pages', async () => {
    expect(await told(crew, '--for', 'Pat')).toContain('The plan names no place for you.');
  });
});

describe('a plan without people', () => {
  it('says whoever comes where something is handed over', async () => {
    const text = await told('crew: { chief: Sam }');
    expect(text).not.toContain('nobody');
    expect(text).toMatch(/Dam whoever comes .*headlamp/);
  });
});

describe('a name listed twice', () => {
  it('is taken for one person, and said to be', async () => {
    const text = await told(
      'crew: { people: [{ name: Alex, at: [Ridge] }, { name: alex, role: driver, at: [Dam] }] }',
    );
    expect(text).toContain('Alex is listed more than once, and taken to be one person.');
  });
});

describe('a pacer whose run has no end', () => {
  it('is said on the page of the chief, and ends where the next one joins', async () => {
    const text = await told(
      'crew: { people: [{ name: Ina, role: pacer, at: [Hut] }, { name: Jo, role: pacer, at: [Dam, Finish] }] }',
    );
    expect(text).toContain(
      'The plan does not say how far Ina runs along: taken to be to Dam, where Jo joins.',
    );
    expect(text).toContain('Run from here to Dam; no driving meanwhile');
    expect(text).not.toContain('how far Jo runs');
  });
});

describe('what is handed over where nobody can be', () => {
  it('is said, with the place before it', async () => {
    // 4 h from the Ridge to the Dam as planned
    const text = await told(
      'crew: { people: [{ name: Kim, at: [Ridge, Dam] }], drives: [{ from: Ridge, to: Dam, takes: 5 h }] }',
    );
    expect(text).toContain('Kim cannot be at Dam');
    expect(text).toMatch(
      /Nobody is at Dam to hand over \d+ × gel: hand them over at Ridge, or send somebody\./,
    );
  });
});

describe('the last station where anybody is', () => {
  it('says what must last to the finish, and how dark it is until then', async () => {
    const { stdout } = await raceplan(
      'crew',
      plan('crew: { people: [{ name: Jo, role: pacer, at: [Dam, Finish] }] }'),
    );
    const [, dam = ''] = /\nDam, 70.0 km\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
    expect(dam).toContain('none: what is handed over must last');
    expect(dam).toMatch(/Until then +\d+ × gel/);
    // sunset at 21:12, the finish at midnight
    expect(dam).toMatch(/Dark ahead +yes, from 21:12: 2 h 48 min/);
  });
});

describe('somebody at the start', () => {
  it('sees to all the runner starts with', async () => {
    const { stdout } = await raceplan(
      'crew',
      planFile(`race: { name: Night, start: 2025-06-14 22:00, timezone: Europe/Vienna, location: "47, 11" }
course: { distance: 50 km, stations: [{ name: Start, at: 0 km, crew: true }] }
pacing: { target: 6 h }
gear: [{ item: headlamp, when: dark, spare: true }, { item: whistle }]
crew: { people: [{ name: Uli, at: [Start] }] }
`),
    );
    expect(stdout).toMatch(/Start with +headlamp and a spare; whistle/);
  });
});

describe('a pacer who may join nowhere', () => {
  it('is told to wait as crew', async () => {
    const text = await told(
      'crew: { people: [{ name: Jo, role: pacer, at: [Ridge] }] }',
      '--for',
      'Jo',
    );
    expect(text).toContain('None of your places lets a pacer join: you wait as crew.');
  });
});

describe('drop bags that hold nothing', () => {
  it('are one bag where there is one', async () => {
    const { stdout } = await raceplan(
      'crew',
      planFile(`race: { name: Bag }
course: { distance: 50 km, stations: [{ name: Mill, at: 20 km, crew: true, drop_bag: true }] }
pacing: { target: 6 h }
`),
    );
    expect(stdout).toContain('Nothing is planned for the drop bag of Mill.');
  });
});
