import { describe, expect, it } from 'vitest';
import type { GearItem } from '../../src/domain/gear.js';
import { computeCrewSheet } from '../../src/engine/crew/crew-sheet.js';
import type { GearMove } from '../../src/engine/crew/gear.js';
import type { Refill, Supply } from '../../src/engine/fuel/supplies.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { crewReport } from '../../src/report/crew/crew.js';
import { PLAIN } from '../support/plain-style.js';
import { NO_CREW, product, station } from '../support/plan.js';
import { flatFifty } from '../support/race.js';

const STYLE = PLAIN;

const gel = product('gel', {});
const mix = product('drink mix', {}, { servingMl: 500 });
const supply = (source: Supply['source'], of: Supply['product'], units: number): Supply => ({
  source,
  product: of,
  units,
});
const refill = (place: number, rest: Partial<Refill>): Refill => ({
  place,
  until: place + 1,
  carried: [],
  taken: [],
  bottles: [],
  waterMl: 0,
  eaten: [],
  ...rest,
});

const headlamp: GearItem = {
  item: 'headlamp',
  when: { kind: 'dark' },
  whenText: 'dark',
  spare: true,
  lastsS: null,
};
const move = (place: number, rest: Partial<GearMove>): GearMove => ({
  item: headlamp,
  isSpare: false,
  place,
  action: 'take',
  source: 'crew',
  ...rest,
});

const race = flatFifty();
const course = {
  ...race.course,
  legs: race.course.legs.map((leg, i) => ({
    ...leg,
    to: { ...leg.to, crew: i !== 1, dropBag: i === 1 },
  })),
};
const plan = {
  ...race.plan,
  crew: { ...NO_CREW, people: [{ name: 'Alex', role: 'crew', at: ['Km 10', 'Km 30'] }] },
};
const sheet = computeCrewSheet({
  plan,
  course,
  legs: race.pace.legs,
  sun: null,
  refills: [
    refill(1, {
      taken: [supply('crew', gel, 4), supply('aid station', mix, 1)],
      bottles: [{ bottle: { kind: 'bottle', capacityMl: 500 }, product: mix, filledMl: 500 }],
      waterMl: 300,
      eaten: [
        { product: gel, units: 2 },
        { product: mix, units: 1 },
      ],
    }),
    refill(2, { taken: [supply('drop bag', gel, 3)], eaten: [{ product: gel, units: 3 }] }),
    refill(3, { eaten: [{ product: gel, units: 1 }] }),
  ],
  gear: [
    move(1, {}),
    move(1, { isSpare: true }),
    move(2, { source: 'drop bag' }),
    move(3, { action: 'give back' }),
  ],
});

/** What a stranger reads of one block. */
const printed = renderTerminal(
  crewReport({ plan, course, sheet, replan: null, only: null }),
  STYLE,
);
const blockOf = (title: string) =>
  printed
    .split(/^─{80}$/m)
    .find((page) => page.trim().startsWith(title.startsWith('Runner') ? 'Drop bags' : 'Stations'))!
    .split('\n\n')
    .find((block) => block.startsWith(title))!;

describe('what changes hands', () => {
  it('is told at the station, by where it comes from', () => {
    const block = blockOf('Km 10');
    expect(block).toMatch(/Hand over +4 × gel/);
    expect(block).toMatch(/Table +1 × drink mix \(500 ml\); 300 ml of water/);
    expect(block).toMatch(/Bottles +bottle with 500 ml of drink mix/);
    expect(block).toMatch(/Hand over +.*headlamp and a spare/);
    expect(block).toMatch(/Leaves with +.*headlamp and a spare/);
    expect(blockOf('Km 30')).toMatch(/Take back +headlamp/);
    expect(blockOf('Km 30')).toMatch(/Leaves with +headlamp \(spare\)/);
  });

  it('must last until the next point where somebody is: what is eaten on the way past the others counts', () => {
    // two gels to Km 20, three more from the drop bag there to Km 30
    expect(blockOf('Km 10')).toMatch(/Until then +5 × gel; 1 × drink mix/);
    expect(sheet.visits[0]).toMatchObject({ next: { place: 3 } });
  });

  it('goes into the drop bag, which has the name of runner, race and place on it', () => {
    const bag = blockOf('Runner');
    expect(bag).toContain('Runner: Km 20, 20.0 km');
    expect(bag).toMatch(/Race +A race/);
    expect(bag).toMatch(/In it +3 × gel\n +headlamp/);
  });

  it('is brought by whoever is there', () => {
    expect(printed).toMatch(/Km 10 +Alex +4 × gel; headlamp and a spare/);
  });
});

it('gear that by the times of now belongs on the runner already is told, and nothing else', () => {
  const overdueOf = (gear: readonly GearMove[], gearPlanned: readonly GearMove[]) =>
    computeCrewSheet({ plan, course, legs: race.pace.legs, sun: null, gear, gearPlanned, after: 2 })
      .overdue;
  expect(overdueOf([move(1, {})], [move(3, {})])).toEqual([move(1, {})]);
  expect(overdueOf([move(1, {})], [])).toEqual([move(1, {})]);
  expect(overdueOf([move(1, {})], [move(2, {})])).toEqual([]);
  expect(overdueOf([move(3, {})], [move(3, {})])).toEqual([]);
  const back = move(2, { action: 'give back' });
  expect(overdueOf([move(1, {}), back], [])).toEqual([]);
  expect(overdueOf([move(1, {})], [move(1, {}), back])).toEqual([move(1, {})]);
});

it('what is decided by the clock stands at its place', () => {
  const decisions = [
    {
      // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
      contingency: { if: '10 min behind', then: 'walk the climbs', trigger: null },
      moments: [{ place: 1, what: 'leave' as const, afterS: 5000, plannedS: 4400 }],
      stops: [],
    },
  ];
  const text = renderTerminal(
    crewReport({ plan, course, sheet, decisions, replan: null, only: null }),
    STYLE,
  );
  expect(text).toMatch(/Decide +leaves after 1:23:20: walk the climbs/);
});

it('a place of which the plan does not say that crew may come says so to who is sent there', () => {
  const silent = flatFifty();
  const crew = { ...NO_CREW, people: [{ name: 'Alex', role: 'crew', at: ['Km 20'] }] };
  const told = computeCrewSheet({
    plan: { ...silent.plan, crew },
    course: silent.course,
    legs: silent.pace.legs,
    sun: null,
  });
  expect(told.visits.map(({ point }) => point.at.name)).toEqual(['Km 20', 'Finish']);
  expect(
    renderTerminal(
      crewReport({
        plan: { ...silent.plan, crew },
        course: silent.course,
        sheet: told,
        replan: null,
        only: null,
      }),
      STYLE,
    ),
  ).toContain('the plan does not say that crew may come here');
});

it('a map is linked with a mark where cars stand', () => {
  const at = station('Km 10', 10_000, {
    crew: true,
    access: { walkS: 600, parking: 'by the barn', place: { lat: 41.77, lon: -77.42 } },
  });
  const first = { ...course.legs[0]!, to: { ...at, atM: 10_000 } };
  const marked = { ...course, legs: [first, ...course.legs.slice(1)] };
  const page = renderTerminal(
    crewReport({
      plan,
      course: marked,
      sheet: computeCrewSheet({ plan, course: marked, legs: race.pace.legs, sun: null }),
      replan: null,
      only: null,
    }),
    STYLE,
  );
  expect(page).toContain('https://www.openstreetmap.org/?mlat=41.7700&mlon=-77.4200');
  expect(page).toMatch(/where cars stand, then 10 min on foot/);
});
