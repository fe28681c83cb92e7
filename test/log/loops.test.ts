import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const DAY = `race: { name: Six, duration: 6 h, start: 2026-06-06 10:00, timezone: UTC }
course: { loop: 2 km }
goals: [at least 40 km]
`;
const YARD = `race: { name: Yard, start: 2026-06-06 10:00, timezone: UTC }
backyard: { loop: 6 km, lap: 50 min }
goals: [at least 6 loops]
`;

const logged = (plan: string, splits: string) =>
  raceFolder({ 'race.yaml': plan, 'splits.csv': splits })['splits.csv'];
const ask = (plan: string, splits: string) => askJson('analyze', logged(plan, splits));

/** Laps of a quarter of an hour, and a little more each. */
const LAPS = Array.from({ length: 20 }, (_, i) => 900 + 10 * i);
const ends = LAPS.map((_, i) => LAPS.slice(0, i + 1).reduce((a, b) => a + b));
const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
const hms = (s: number) => `${two(s / 3600)}:${two((s % 3600) / 60)}:${two(s % 60)}`;
const ms = (s: number) => `${Math.floor(s / 60)}:${two(s % 60)}`;
const rows = (header: string, cell: (i: number) => string) =>
  [header, ...LAPS.map((_, i) => `${i + 1},${cell(i)}`)].join('\n');

describe('laps of a race over a time', () => {
  it.each([
    ['from the start', rows('lap,elapsed', (i) => hms(ends[i]!))],
    ['by the clock', rows('lap,time', (i) => hms(ends[i]! + 36_000))],
    ['each by itself', rows('lap,lap time', (i) => ms(LAPS[i]!))],
    ['each by itself, in a column of times', rows('lap,time', (i) => ms(LAPS[i]!))],
    ['in German', rows('Runde;Zeit', (i) => hms(ends[i]!)).replaceAll(',', ';')],
  ])('are the same %s', async (_, splits) => {
    const { laps } = await ask(DAY, splits);
    expect(laps.laps).toBe(20);
    expect(laps.each.map(({ tookS }: { tookS: number }) => tookS)).toEqual(LAPS);
    expect(laps.slowest).toMatchObject({ lap: 20, tookS: 1090 });
  });

  it('counted by the hour tell how many, and not how long each was', async () => {
    const counts = ['hour,laps', '1,3', '2,7', '3,7', '4,13', '5,16', '6,20'].join('\n');
    const { laps, hours, diagnostics } = await ask(DAY, counts);
    expect(laps).toMatchObject({ laps: 20, slowest: null });
    expect(hours.at(-1)).toMatchObject({ lapsSoFar: 20, atM: 40_000 });
    const note = diagnostics.find(({ code }: { code: string }) => code === 'LOOPS_COUNTED');
    expect(note.text).toBe(
      'loops are counted in "laps", each 2.0 km; 1 row without a new one left out',
    );
  });

  it('beyond those planned are laps as well', async () => {
    const few = DAY.replace('40 km', '30 km');
    const { laps, verdicts } = await ask(
      few,
      rows('lap,elapsed', (i) => hms(ends[i]!)),
    );
    expect(laps.laps).toBe(20);
    expect(laps.each).toHaveLength(20);
    expect(verdicts[0]).toMatchObject({ status: 'met', text: '40.0 km, 10.0 km to spare' });
  });

  it('that end after the time is up do not count', async () => {
    const late = `${rows('lap,elapsed', (i) => hms(ends[i]!))}\n21,6:05:00`;
    expect((await ask(DAY, late)).laps.laps).toBe(20);
  });
});

describe('loops of a backyard', () => {
  const took = [48, 49, 50, 51, 52, 53];
  const clock = took.map((min, i) => `${i + 1},${10 + i}:${min}`).join('\n');

  it.each([
    ['by the clock', `loop,in\n${clock}`],
    ['each from its bell', `loop,loop time\n${took.map((m, i) => `${i + 1},${m}:00`).join('\n')}`],
    [
      'each from its bell, hours first',
      `yard,time\n${took.map((m, i) => `${i + 1},0:${m}`).join('\n')}`,
    ],
    ['by the hour', `hour,loop time\n${took.map((m, i) => `${i + 1},${m}:00`).join('\n')}`],
  ])('are the same %s', async (_, splits) => {
    const { laps } = await ask(YARD, splits);
    expect(laps.each.map(({ tookS }: { tookS: number }) => tookS)).toEqual(
      took.map((min) => min * 60),
    );
  });

  it('back after the bell do not count, and end it', async () => {
    const { laps, verdicts, diagnostics } = await ask(
      YARD,
      `loop,in\n${clock.replace('15:53', '16:00:01')}`,
    );
    expect(laps.laps).toBe(5);
    expect(verdicts[0]).toMatchObject({ status: 'missed', text: '5 loops, 30.0 km, 1 loop short' });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'LOOP_TIMED_OUT', line: 7, severity: 'note' }),
    );
  });

  it('on the bell are in time', async () => {
    expect((await ask(YARD, `loop,in\n${clock.replace('15:53', '16:00:00')}`)).laps.laps).toBe(6);
  });

  it('end with who stops', async () => {
    const { laps, verdicts } = await ask(
      YARD,
      `loop,in\n${clock.split('\n').slice(0, 4).join('\n')}\n5,DNF`,
    );
    expect(laps.laps).toBe(4);
    expect(verdicts[0].status).toBe('missed');
  });

  it('before their own bell are refused', async () => {
    const { status, stderr } = await raceplan(
      'analyze',
      logged(YARD, `loop,in\n${clock.replace('12:50', '12:25').replace('13:51', '12:59')}`),
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/splits\.csv:5.*error LOOP_BEFORE_BELL/);
  });
});

describe('a runner who is further than was planned, while the race goes on', () => {
  it('is told what the goals beyond take, and nothing of the plan', async () => {
    const plan = DAY.replace(
      'at least 40 km',
      'at least 20 km, { goal: at least 40 km, priority: B }',
    );
    const splits = logged(
      plan,
      rows('lap,elapsed', (i) => hms(ends[i]!))
        .split('\n')
        .slice(0, 13)
        .join('\n'),
    );
    const { now, goals, verdicts } = await askJson('replan', splits);
    expect(now).toMatchObject({ status: 'open', atM: 24_000 });
    expect(goals[0]).toMatchObject({ status: 'met' });
    expect(verdicts[1]).toMatchObject({ status: 'unknown' });
    expect(verdicts[1].text).toMatch(/^needs 5\.\d km an hour, 2\.\d laps from here$/);
    const { stdout } = await raceplan('replan', splits);
    expect(stdout).toContain('the plan ends here');
    expect(stdout).not.toContain('Against plan');
  });
});
