import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/input/plan.js';

const H = 3600;

const parse = (race: string, stations = '') =>
  parsePlan({
    file: 'race.yaml',
    text: `race:
  name: Loop
${race}
goals: [under 24h]
course:
  distance: 100 mi
  stations:
${stations}`,
  });

const startOf = (start: string, zone = '') =>
  parse(`  start: ${start}\n${zone && `  timezone: ${zone}`}`).value?.race.startAt;

describe('the start', () => {
  it.each([
    ['2018-09-08 07:00', '2018-09-08T11:00Z'],
    ['2018-09-08 07:00:30', '2018-09-08T11:00:30Z'],
    ['2018-09-08T07:00', '2018-09-08T11:00Z'],
    ['2018-09-08 7:00 AM', '2018-09-08T11:00Z'],
    ['2018-09-08 7 a.m.', '2018-09-08T11:00Z'],
    ['8 September 2018 07:00', '2018-09-08T11:00Z'],
    ['Sep 8, 2018 7 am', '2018-09-08T11:00Z'],
    ['Sa 8.9.2018 07:00', '2018-09-08T11:00Z'],
    ['2018-09-08 12:30 am', '2018-09-08T04:30Z'],
    ['2018-12-08 07:00', '2018-12-08T12:00Z'],
    ['2018-09-08T07:00:00-06:00', '2018-09-08T13:00Z'],
    ['"2018-09-08 07:00"', '2018-09-08T11:00Z'],
  ])('%s in New York is %s', (written, instant) => {
    expect(startOf(written, 'America/New_York')).toBe(Date.parse(instant));
  });

  it('needs no zone when it has an offset', () => {
    const { value, diagnostics } = parse('  start: 2018-09-08T07:00:00-04:00');
    expect(diagnostics).toEqual([]);
    expect(value?.race).toMatchObject({ zone: '-04:00', zoneGiven: true });
  });

  it('is a bare wall clock when neither is given, and that is said', () => {
    const { value, diagnostics } = parse('  start: 2018-09-08 07:00');
    expect(value?.race).toMatchObject({
      startAt: Date.parse('2018-09-08T07:00Z'),
      zone: 'UTC',
      zoneGiven: false,
    });
    expect(diagnostics).toMatchObject([{ code: 'NO_ZONE', severity: 'warning' }]);
  });
});

describe('a start in the night when clocks change', () => {
  const told = (start: string) => {
    const { value, diagnostics } = parse(`  start: ${start}\n  timezone: America/New_York`);
    return [value?.race.startAt, diagnostics.map(({ code, severity }) => `${severity} ${code}`)];
  };

  it('is refused where no clock ever shows it, and the two times beside it are offered', () => {
    const { diagnostics } = parse('  start: 2018-03-11 02:30\n  timezone: America/New_York');
    expect(diagnostics).toMatchObject([
      {
        code: 'START_SKIPPED',
        severity: 'error',
        args: {
          beforeAt: Date.parse('2018-03-11T01:30-05:00'),
          afterAt: Date.parse('2018-03-11T03:30-04:00'),
        },
      },
    ]);
  });

  it('is the first of two where clocks show it twice, and that is said', () => {
    const at = Date.parse('2018-11-04T01:30-04:00');
    expect(told('2018-11-04 01:30')).toEqual([at, ['warning START_TWICE']]);
  });

  it.each([
    ['2018-11-04T01:30:00-05:00', '2018-11-04T01:30-05:00'],
    ['2018-11-04 02:00', '2018-11-04T02:00-05:00'],
    ['2018-03-11 03:00', '2018-03-11T03:00-04:00'],
    ['2018-03-12 02:30', '2018-03-12T02:30-04:00'],
  ])('needs no word when it is plain: %s', (written, at) => {
    expect(told(written)).toEqual([Date.parse(at), []]);
  });
});

it.each([
  ['Z', 'UTC'],
  ['utc', 'UTC'],
  ['-0400', '-04:00'],
  ['+14:00', '+14:00'],
  ['Asia/Kathmandu', 'Asia/Kathmandu'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
])('the zone %s exists', (written, zone) => {
  const { value, diagnostics } = parse(`  timezone: "${written}"`);
  expect([value?.race.zone, diagnostics]).toEqual([zone, []]);
});

/** A race that starts on a Saturday at 05:00. */
const cutoffsOf = (lines: readonly string[], raceCutoff = '30 h') => {
  const stations = lines.map((line) => `    - { name: S, ${line} }\n`).join('');
  const race = `  start: 2018-06-23 05:00\n  timezone: America/Los_Angeles\n  cutoff: ${raceCutoff}`;
  const { value, diagnostics } = parse(race, stations);
  return {
    hours: value?.course.stations.map((s) => (s.cutoffS == null ? null : s.cutoffS / H)),
    codes: diagnostics.map((d) => d.code),
  };
};

describe('a station’s cutoff', () => {
  it.each([
    ['10:00', 5],
    ['5:30 PM', 12.5],
    ['17:30:00', 12.5],
    ['Sun 10:00', 29],
    ['Sunday 10:00', 29],
    ['24-10:00', 29],
    ['"24-6:30 AM"', 25.5],
    ['3 h', 3],
    ['3h30', 3.5],
    ['90 min', 1.5],
    ['29:30 h', 29.5],
    ['3:30 h', 3.5],
    ['4:00', 23],
    ['5pm', 12],
    ['5 p.m.', 12],
    ['5:30 p.m.', 12.5],
    ['So 10:00', 29],
    ['dim. 10:00', 29],
    ['24 June 2018 10:00', 29],
    ['Sun 9 AM', 28],
    ['2018-06-24 10:00', 29],
    ['2018-06-24T10:00-06:00', 28],
  ])('%s is %d hours after the start', (written, hours) => {
    expect(cutoffsOf([`at: 20 km, cutoff: ${written}`])).toEqual({ hours: [hours], codes: [] });
  });

  it('goes over midnight when the one before it was in the evening', () => {
    expect(
      cutoffsOf([
        'at: 60 km, cutoff: 17:00',
        'at: 90 km, cutoff: 23:30',
        'at: 110 km',
        'at: 120 km, cutoff: 04:45',
        'at: 150 km, cutoff: 09:45',
      ]),
    ).toEqual({ hours: [12, 18.5, null, 23.75, 28.75], codes: [] });
  });

  it('is tomorrow’s when nobody can be there today', () => {
    expect(cutoffsOf(['at: 120 km, cutoff: 9:00']).hours).toEqual([28]);
  });

  it('is told to go back rather than put a day late', () => {
    const told = cutoffsOf(['at: 60 km, cutoff: 17:00', 'at: 70 km, cutoff: 16:00'], '48 h');
    expect(told).toEqual({ hours: [12, 11], codes: ['CUTOFF_BACKWARDS'] });
  });

  it('is told to go back rather than put past the end of the race', () => {
    const told = cutoffsOf(['at: 20 km, cutoff: 17:00', 'at: 150 km, cutoff: 16:30']);
    expect(told).toEqual({ hours: [12, 11.5], codes: ['CUTOFF_BACKWARDS'] });
  });
});

it.each(['0-10:00', '32-10:00'])('%s is no cutoff: no month has such a day', (written) => {
  expect(cutoffsOf([`at: 20 km, cutoff: ${written}`]).codes).toEqual(['BAD_QUANTITY']);
});

describe('the race’s cutoff', () => {
  const read = (written: string) => {
    const race = `  start: 2018-06-23 05:00\n  timezone: America/Los_Angeles\n  cutoff: ${written}`;
    const { value, diagnostics } = parse(race);
    return [(value?.race.cutoffS ?? 0) / H, diagnostics];
  };

  it.each([
    ['30 h', 30],
    ['29:30 h', 29.5],
    ['1 day 6 h', 30],
    ['11:00', 30],
    ['20:00', 15],
    ['8pm', 15],
    ['Sun 11:00', 30],
    ['24-11:00', 30],
    ['2018-06-24 11:00', 30],
  ])('%s is %d hours after the start', (written, hours) => {
    expect(read(written)).toEqual([hours, []]);
  });

  it.each(['20:00', '10:00', '5:30 PM', '12 h', '3:30 h', 'Sun 1:00'])(
    'means by %s what a station does',
    (written) => {
      const near = `    - { name: S, at: 5 km, cutoff: ${written} }\n`;
      const race = (cutoff: string) =>
        `  start: 2018-06-23 05:00\n  timezone: America/Los_Angeles\n${cutoff}`;
      const ofStation = parse(race(''), near).value?.course.stations[0]?.cutoffS;
      const ofRace = parsePlan({
        file: 'race.yaml',
        text: `race:\n  name: Loop\n${race(`  cutoff: ${written}`)}\ncourse: { distance: 5 km }\ngoals: [under 24h]`,
      }).value?.race.cutoffS;
      expect(ofStation).toBeGreaterThan(0);
      expect(ofRace).toBe(ofStation);
    },
  );

  it.each([
    ['30:00', '30 h'],
    ['29:30', '29:30 h'],
    ['24:00', '24 h'],
  ])('%s has no unit: an error that offers %s, for a station too', (written, span) => {
    const told = [{ code: 'CUTOFF_NO_UNIT', severity: 'error', args: { written, span } }];
    expect(read(written)[1]).toMatchObject(told);
    expect(
      parse('', `    - { name: S, at: 20 km, cutoff: ${written} }\n`).diagnostics,
    ).toMatchObject(told);
  });
});

describe('a cutoff nobody can be held to', () => {
  const told = (start: string, at: string, cutoff: string) =>
    parse(
      `  start: ${start}\n  timezone: Europe/Paris`,
      `    - { name: S, at: ${at}, cutoff: ${cutoff} }\n`,
    ).diagnostics.map(({ code, args }) => [code, 'why' in args ? args.why : null]);

  it.each([
    ['2024-06-15 12:00', '30 km', 'Sat 11:00', 'before start'],
    ['2024-06-15 12:00', '30 km', '15-11:00', 'before start'],
    ['2024-06-15 12:00', '30 km', '2024-06-15 11:00', 'before start'],
    ['2024-06-15 12:00', '30 km', 'Sat 13:00', 'too soon'],
    ['2024-06-15 12:00', '60 km', '2:30 h', 'too soon'],
    ['2024-06-15 12:00', '30 km', '2025-06-15 17:00', 'too late'],
  ])('start %s, %s, %s is an error: %s', (start, at, cutoff, why) => {
    expect(told(start, at, cutoff)).toEqual([['CUTOFF_OUT_OF_REACH', why]]);
  });

  it('but the Friday after a start on a Saturday is six days later', () => {
    expect(told('2024-06-15 12:00', '30 km', 'Fri 11:00')).toEqual([]);
  });
});

describe('a cutoff in the night when clocks change', () => {
  /** The start is the evening before. */
  const read = (start: string, ...cutoffs: string[]) => {
    const stations = cutoffs.map(
      (written, i) => `    - { name: S, at: ${30 + i} km, cutoff: ${written} }\n`,
    );
    const { value, diagnostics } = parse(
      `  start: ${start}\n  timezone: America/New_York`,
      stations.join(''),
    );
    return {
      hours: value?.course.stations.map(({ cutoffS }) => (cutoffS ?? 0) / H),
      told: diagnostics.map(({ severity, code }) => `${severity} ${code}`),
      diagnostics,
    };
  };

  it.each([
    ['2018-11-03 20:00', '03:00', 8],
    ['2018-11-03 20:00', 'Sun 03:00', 8],
    ['2018-03-10 20:00', '04:00', 7],
    ['2018-03-10 20:00', '11-04:00', 7],
    ['2018-11-03 20:00', '8 h', 8],
  ])('start %s: %s is %d hours later', (start, written, hours) => {
    expect(read(start, written)).toMatchObject({ hours: [hours], told: [] });
  });

  it('is the first of two, and that is said', () => {
    expect(read('2018-11-03 20:00', '01:30')).toMatchObject({
      hours: [5.5],
      told: ['warning CUTOFF_TWICE'],
    });
  });

  it('is the second of two when the station before it closes after the first', () => {
    expect(read('2018-11-03 20:00', '5:45 h', '01:30')).toMatchObject({
      hours: [5.75, 6.5],
      told: ['warning CUTOFF_TWICE'],
    });
  });

  it('is plain with its offset', () => {
    expect(read('2018-11-03 20:00', '2018-11-04T01:30-05:00')).toMatchObject({
      hours: [6.5],
      told: [],
    });
  });

  it('is an error where clocks skip it, which offers the two beside it', () => {
    expect(read('2018-03-10 20:00', '02:30').diagnostics).toMatchObject([
      {
        code: 'CUTOFF_SKIPPED',
        severity: 'error',
        args: {
          beforeAt: Date.parse('2018-03-11T01:30-05:00'),
          afterAt: Date.parse('2018-03-11T03:30-04:00'),
        },
      },
    ]);
  });
});

it.each([
  ['America/New York', 'America/New_York'],
  ['america/los_angelos', 'America/Los_Angeles'],
  ['New York', 'America/New_York'],
  ['Berlin', 'Europe/Berlin'],
])('a zone called %s was meant to be %s', (zone, suggestion) => {
  const { diagnostics } = parse(`  timezone: ${zone}`);
  expect(diagnostics).toMatchObject([{ code: 'UNKNOWN_ZONE', args: { suggestion } }]);
});
