import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/render/characters.js';
import { renderIcs } from '../../src/render/ics.js';
import type { ReportStyle } from '../../src/render/style.js';
import type { Report } from '../../src/report/report.js';
import { say, words } from '../../src/report/value.js';
import { appointmentsOf } from '../support/calendar.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const RACES = join(import.meta.dirname, '../../fixtures/races');
const PINE_CREEK = join(RACES, 'pine-creek-100k/race.yaml');
const MIN = 60_000;
const ALARM_MIN = 30;

async function ics(...argv: string[]): Promise<string> {
  const { stdout, stderr } = await raceplan(...argv, '--format', 'ics');
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

const calendarOf = async (...argv: string[]) => appointmentsOf(await ics(...argv));

/** To the second, as calendars tell it. */
const instantAfter = (startAt: string, elapsedS: number): number =>
  Math.round((Date.parse(startAt) + elapsedS * 1000) / 1000) * 1000;

interface LegJson {
  to: string;
  plan: { arriveS: number; earlyS: number | null; lateS: number | null; departS: number };
}

describe('the calendar of a plan', () => {
  it('has the start and every arrival, from the earliest to the latest, at the instants of the plan', async () => {
    const { race, legs } = await askJson('build', PINE_CREEK);
    const [start, ...arrivals] = await calendarOf('build', PINE_CREEK);
    expect(start!.startAt).toBe(Date.parse(race.startAt));
    expect(arrivals.map(({ startAt, endAt }) => [startAt, endAt])).toEqual(
      legs.map(({ plan }: LegJson) =>
        [plan.earlyS ?? plan.arriveS, plan.lateS ?? plan.departS].map((s) =>
          instantAfter(race.startAt, s),
        ),
      ),
    );
    expect(new Set(arrivals.map(({ zone }) => zone))).toEqual(new Set(['America/New_York']));
    expect(arrivals[3]!.summary).toBe('Runner: Asaph (2nd), 21.6 mi');
    expect(arrivals[3]!.location).toBe('Asaph');
    expect(arrivals[3]!.description).toMatch(/^Expected 10:49 AM, from 10:31 AM to 11:01 AM\n/);
  });

  it('tells half an hour before the earliest arrival where somebody may be waiting, and nowhere else', async () => {
    const arrivals = await calendarOf('build', PINE_CREEK);
    const told = arrivals.filter(({ alarmsAt }) => alarmsAt.length > 0);
    expect(told.map(({ startAt, alarmsAt }) => (startAt - alarmsAt[0]!) / MIN)).toEqual(
      told.map(() => ALARM_MIN),
    );
    expect(
      arrivals.filter(({ alarmsAt }) => alarmsAt.length === 0).map(({ location }) => location),
    ).toEqual(['Pine Creek Challenge 100K', 'Tiadaghton', 'Tiadaghton']);
  });

  it('names the same appointments the same, whatever their times, and every one apart', async () => {
    const [plain, faster] = await Promise.all([
      calendarOf('build', PINE_CREEK),
      calendarOf('build', PINE_CREEK, '--target', '10:30'),
    ]);
    const uids = plain.map(({ uid }) => uid);
    expect(faster.map(({ uid }) => uid)).toEqual(uids);
    expect(faster.at(-1)!.startAt).toBeLessThan(plain.at(-1)!.startAt);
    expect(new Set(uids).size).toBe(uids.length);
    const crew = (await calendarOf('crew', PINE_CREEK)).map(({ uid }) => uid);
    expect(crew.filter((uid) => uids.includes(uid))).toEqual([]);
  });

  it('is the same text every time, with lines no longer than 75 octets', async () => {
    const text = await ics('build', PINE_CREEK);
    expect(await ics('build', PINE_CREEK)).toBe(text);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75);
    const stamps = new Set(text.match(/^DTSTAMP:.*(?=\r)/gm));
    expect([...stamps]).toEqual(['DTSTAMP:20180908T110000Z']);
  });

  it('shows of a hundred laps those that the chart shows', async () => {
    const loops = join(RACES, 'loop-24h/race.yaml');
    const shown = await calendarOf('build', loops);
    expect(shown.length).toBeLessThan(30);
    expect((await calendarOf('build', loops, '--all-laps')).length).toBeGreaterThan(80);
    expect((await ics('build', loops)).replaceAll('\r\n ', '')).toMatch(
      /X-WR-CALDESC:.*Every 5th lap of \d+/,
    );
  });
});

/** Half a day in hourly stations: 10 km an hour, on the flat. */
const nightPlan = (start: string, timezone: string | null) => `race:
  name: Night
  start: ${start}
${timezone === null ? '' : `  timezone: "${timezone}"\n`}course:
  distance: 120 km
  terrain: road
  stations: [${Array.from({ length: 23 }, (_, i) => `{ name: Post ${i + 1}, at: ${(i + 1) * 5} km, crew: true }`).join(', ')}]
pacing: { target: "12:00" }
`;

describe('clocks that change during the race', () => {
  it.each([
    ['go back an hour', '2024-10-26 20:00', 'Europe/Berlin'],
    ['go forward an hour', '2024-03-30 20:00', 'Europe/Berlin'],
    ['go back in America', '2024-11-02 20:00', 'America/New_York'],
    ['go back half an hour', '2024-04-06 20:00', 'Australia/Lord_Howe'],
    ['go back for Ramadan', '2024-03-09 20:00', 'Africa/Casablanca'],
    ['do not change', '2024-10-26 20:00', 'Asia/Kolkata'],
    ['are an offset of whole hours', '2024-10-26 20:00', '-04:00'],
    ['are an offset with half an hour', '2024-10-26 20:00', '+05:30'],
    ['are in UTC', '2024-10-26 20:00', 'UTC'],
  ])('%s: %s %s', async (_, start, zone) => {
    const { 'race.yaml': plan } = raceFolder({ 'race.yaml': nightPlan(start, zone) });
    const { race, legs } = await askJson('build', plan);
    const [, ...arrivals] = await calendarOf('build', plan);
    expect(arrivals.map(({ startAt }) => startAt)).toEqual(
      legs.map(({ plan: { earlyS, arriveS } }: LegJson) =>
        instantAfter(race.startAt, earlyS ?? arriveS),
      ),
    );
    // whatever is not told in the zone itself is told in UTC
    expect(new Set(arrivals.map((a) => a.zone)).has('floating')).toBe(false);
  });

  it('brings along a zone that says the same as its name does, a year around', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': nightPlan('2024-10-26 20:00', 'Europe/Berlin'),
    });
    const calendar = new ICAL.Component(ICAL.parse(await ics('build', plan)));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    for (let day = -360; day < 360; day += 1) {
      const at = new Date(Date.UTC(2024, 9, 26, 12) + day * 24 * 60 * MIN);
      const local = ICAL.Time.fromJSDate(at, true).convertToZone(zone);
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: 'numeric' });
      expect(local.hour, at.toISOString()).toBe(Number(hour.format(at)));
    }
  });
});

interface StayJson {
  station: string;
  visit: number;
  as: string;
  beThereS: number;
  trip: { driveS: number | null; latestLeaveS: number; walkInS: number } | null;
}

describe('the calendar of the crew', () => {
  it('has every duty of everyone, from when to be there, and what to hand over', async () => {
    const { race, people } = await askJson('crew', PINE_CREEK);
    const duties = await calendarOf('crew', PINE_CREEK);
    const stays: StayJson[] = people.flatMap(({ stays }: { stays: StayJson[] }) => stays);
    expect(duties).toHaveLength(stays.length);
    expect(duties[0]).toMatchObject({
      summary: 'Alex: Asaph (1st), 10.8 mi',
      location: 'Asaph, at the trailhead',
      startAt: instantAfter(race.startAt, stays[0]!.beThereS),
    });
    expect(duties[0]!.description).toContain('\nHand over: 1 × gel; 2 × drink mix (16 oz)\n');
    expect(duties[0]!.description).toContain('Be there: 8:37 AM where cars stand');
  });

  it('tells half an hour before being there, or before setting out where that is sooner', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': `${nightPlan('2024-05-04 06:00', 'Europe/Berlin')}crew:
  people:
    - { name: Kim, role: crew, at: [Post 2, Post 12] }
    - { name: Robin, role: crew, at: [Post 2] }
  drives: [{ from: Post 2, to: Post 12, takes: 70 min }]
`,
    });
    const duties = await calendarOf('crew', plan);
    const alarms = duties.map(({ summary, startAt, alarmsAt }) => [
      summary.split(',')[0],
      ...alarmsAt.map((at) => Math.round((startAt - at) / MIN)),
    ]);
    expect(alarms).toContainEqual(['Kim: Post 2', 30]);
    expect(alarms).toContainEqual(['Robin: Post 2', 30]);
    expect(alarms).toContainEqual(['Kim: Post 12', 100]);
    const own = await calendarOf('crew', plan, '--for', 'Robin');
    expect(own.map(({ summary }) => summary)).toEqual(
      duties.flatMap(({ summary }) => (summary.startsWith('Robin') ? [summary] : [])),
    );
    expect(own.map(({ uid }) => uid)).toEqual(
      duties.flatMap(({ summary, uid }) => (summary.startsWith('Robin') ? [uid] : [])),
    );
  });

  it('has a meeting wherever crew may come, where nobody is sent anywhere', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': nightPlan('2024-05-04 06:00', 'Europe/Berlin'),
    });
    const { visits } = await askJson('crew', plan);
    expect(await calendarOf('crew', plan)).toHaveLength(visits.length);
  });

  it('carries what holds at every stop, and says what it cannot place', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': `${nightPlan('2024-05-04 06:00', 'Europe/Berlin')}crew:
  people: [{ name: Kim, role: crew, at: [Post 2, The inn] }]
  stop_if: [chest pain]
  emergency: "112, then the race office"
`,
    });
    const text = await ics('crew', plan);
    for (const { description, summary } of appointmentsOf(text)) {
      if (!summary.startsWith('Kim: ')) continue;
      expect(description).toContain('\nStop if: chest pain\nEmergency: 112, then the race office');
    }
    expect(text.replaceAll('\r\n ', '')).toMatch(/X-WR-CALDESC:.*Not here: Kim at The inn/);
  });

  it('says who cannot be where they are sent', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': `${nightPlan('2024-05-04 06:00', 'Europe/Berlin')}crew:
  people: [{ name: Kim, role: crew, at: [Post 2, Post 3] }]
  drives: [{ from: Post 2, to: Post 3, takes: 3 h }]
`,
    });
    const missed = (await calendarOf('crew', plan)).find(({ summary }) => /cannot/.test(summary));
    expect(missed).toMatchObject({ summary: 'Kim cannot be at Post 3, 15.0 km', alarmsAt: [] });
    expect(missed!.description).toContain('3 h by car');
  });

  it('during the race holds what lies ahead, as the newer of the same appointments', async () => {
    const log = 'station,arrive,depart\nPost 1,6:40,6:41\nPost 2,7:20,7:25\n';
    const { 'race.yaml': plan, 'splits.csv': splits } = raceFolder({
      'race.yaml': nightPlan('2024-05-04 06:00', 'Europe/Berlin'),
      'splits.csv': log,
    });
    const planned = await calendarOf('crew', plan);
    const ahead = await calendarOf('crew', plan, '--log', splits);
    expect(ahead).toHaveLength(planned.filter(({ summary }) => !/Post [12],/.test(summary)).length);
    for (const { uid, sequence, startAt } of ahead) {
      const before = planned.find((duty) => duty.uid === uid)!;
      expect(sequence).toBeGreaterThan(before.sequence);
      expect(startAt).toBeGreaterThan(before.startAt);
    }
    const runner = await calendarOf('replan', splits);
    const arrivals = await calendarOf('build', plan);
    expect(runner.map(({ uid }) => uid)).toEqual(arrivals.slice(3).map(({ uid }) => uid));
  });

  it('in a backyard has the next loop begin with the bell, however late the one before ends', async () => {
    const arrivals = await calendarOf('replan', join(RACES, 'backyard/splits-night.csv'));
    const leaves = arrivals.flatMap(
      ({ description }) => /until (?:[A-Z][a-z]+ )?(\S+)/.exec(description)?.[1] ?? [],
    );
    expect(leaves).toHaveLength(arrivals.length - 1);
    expect(leaves.filter((time) => !/^\d+:00$/.test(time))).toEqual([]);
  });
});

it('gives back every text as it is printed elsewhere, whatever is in it', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(text, text, text, (title, location, line) => {
      const at = Date.UTC(2024, 4, 4, 6);
      const report: Report = {
        ...{ command: 'build', title, subtitle: null, sections: [], verdicts: [], data: {} },
        calendar: {
          name: [words(title)],
          zone: 'Europe/Berlin',
          notes: [[words(line)]],
          asOfAt: at,
          revision: 0,
          events: [
            {
              ...{ id: [title], startAt: at, endAt: at + MIN, position: null, alarmAt: at - MIN },
              title: say`Runner: ${words(title)}`,
              location: say`At ${words(location)}`,
              details: [say`First: ${words(line)}`, say`Then: ${words(line)}`],
            },
          ],
        },
      };
      const written = renderIcs(report, { units: 'metric' } as ReportStyle);
      expect(written.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
      expect(appointmentsOf(written)).toMatchObject([
        {
          summary: oneLine(`Runner: ${title}`),
          location: oneLine(`At ${location}`),
          description: `${oneLine(`First: ${line}`)}\n${oneLine(`Then: ${line}`)}`,
          alarmsAt: [at - MIN],
        },
      ]);
    }),
  );
});

describe('where there is nothing to put into a calendar, it says so', () => {
  const refused = async (plan: string, ...argv: string[]) => {
    const { 'race.yaml': file } = raceFolder({ 'race.yaml': plan });
    return raceplan(argv[0] ?? 'build', file, ...argv.slice(1), '--format', 'ics');
  };
  const still = nightPlan('2024-05-04 06:00', 'Europe/Berlin');

  it.each([
    [
      'no start',
      nightPlan('2024-05-04 06:00', null).replace(/^ {2}start.*\n/m, ''),
      'the day and the time',
    ],
    ['no zone', nightPlan('2024-05-04 06:00', null), 'the time zone'],
  ])('%s', async (_, plan, said) => {
    for (const command of ['build', 'crew']) {
      const ran = await refused(plan, command);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('error CALENDAR_WITHOUT_TIME');
      expect(ran.stderr.replace(/\s+/g, ' ')).toContain(said);
    }
  });

  it('nobody to be anywhere', async () => {
    const plan = `${still}crew: { people: [{ name: Kim, role: crew, at: [Post 2] }, { name: Alex, role: crew }] }\n`;
    const ran = await refused(plan, 'crew', '--for', 'Alex');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('error CALENDAR_EMPTY');
  });

  it('nothing ahead any more, for the runner, the crew and one of them', async () => {
    const log = join(RACES, 'pine-creek-100k/splits.csv');
    for (const argv of [
      ['replan', log],
      ['crew', PINE_CREEK, '--log', log],
      ['crew', PINE_CREEK, '--log', log, '--for', 'Alex'],
    ]) {
      const ran = await raceplan(...argv, '--format', 'ics');
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('error CALENDAR_EMPTY');
      expect(ran.stderr.replace(/\s+/g, ' ')).toMatch(/nothing lies ahead (?:for Alex )?any more/);
    }
  });

  it('several targets', async () => {
    for (const format of ['ics', 'csv', 'gpx']) {
      const { 'race.yaml': file } = raceFolder({ 'race.yaml': still });
      const ran = await raceplan('build', file, '--target', '11:30,12:00', '--format', format);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('error EXPORT_OF_SEVERAL');
    }
  });

  it('several stages, several logs', async () => {
    const stages = await raceplan('build', join(RACES, 'three-stages'), '--format', 'ics');
    expect(stages.stderr).toContain('error EXPORT_OF_SEVERAL');
    const log = join(RACES, 'pine-creek-100k/splits.csv');
    const logs = await raceplan('analyze', log, log, '--format', 'csv');
    expect(logs.stderr).toContain('error EXPORT_OF_SEVERAL');
    expect([stages.status, logs.status, stages.stdout, logs.stdout]).toEqual([2, 2, '', '']);
  });
});
