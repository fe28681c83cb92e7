import { describe, expect, it } from 'vitest';
import { lampWarnings } from '../../src/engine/advice/warnings/lamp.js';
import { isLamp, isLampItem } from '../../src/engine/crew/lamps.js';
import { gear, H, headlamp, hundred, sunOf } from './support.js';

describe('a lamp', () => {
  it.each([
    'headlamp',
    'Head torch',
    'headlamp Petzl Actik',
    'headlamp with spare batteries',
    'batteries and a small torch',
    'headlamp, fresh batteries',
    'spare headlamp for Bill',
    'emergency light',
    'red headlamp',
    'flashlight',
    'hand torches',
    'bike light',
    'lights',
    'Stirnlampe',
    'lampe frontale',
    'frontale',
    'linterna frontal',
    'lámpara',
    'lampada frontale',
    'hoofdlamp',
    'pannlampa',
  ])('is a %s', (name) => expect(isLamp(name)).toBe(true));

  it.each([
    'lightweight jacket',
    'light jacket',
    'light rain jacket',
    'reflective vest',
    'spare batteries for the headlamp',
    'headlamp batteries',
    'charger for lamps',
    'red rear light',
    'rear lamp',
    'gloves, light weight',
    'jacket light',
    'something light',
    'clamp',
    'daylight saving',
    'delight bar',
    'lamb',
  ])('is no %s', (name) => expect(isLamp(name)).toBe(false));
});

describe('gear with a battery for the dark', () => {
  it('is a lamp, whatever its make is called', () => {
    expect(isLampItem(gear('Petzl NAO', { kind: 'dark' }, { lastsS: 5 * H }))).toBe(true);
  });

  it('is none where it only shows the runner, or is for another time', () => {
    const lastsS = 20 * H;
    expect(isLampItem(gear('red rear light', { kind: 'dark' }, { lastsS }))).toBe(false);
    expect(isLampItem(gear('reflective LED vest', { kind: 'dark' }, { lastsS }))).toBe(false);
    expect(isLampItem(gear('watch', { kind: 'always' }, { lastsS }))).toBe(false);
    expect(isLampItem(gear('Petzl NAO', { kind: 'dark' }))).toBe(false);
  });
});

const NIGHT = sunOf([8, 18]);
const warned = (...race: Parameters<typeof hundred>) => lampWarnings(hundred(...race));

describe('a night of ten hours', () => {
  it('without a lamp is unsafe, and it is said for how long and from when', () => {
    const [told, ...others] = warned({}, { sun: NIGHT });
    expect(others).toEqual([]);
    expect(told).toMatchObject({ kind: 'dark without lamp', severity: 'unsafe', fromS: 8 * H });
    expect(told).toHaveProperty('darkS', expect.closeTo(10 * H, 0));
    expect(told).toHaveProperty('sunriseS', null);
  });

  it.each(['reflective vest', 'lightweight jacket'])(
    'is not lit by a %s, though it is for the dark',
    (item) => {
      const vest = gear(item, { kind: 'dark' });
      const [told] = warned({}, { sun: NIGHT, gear: [vest] });
      expect(told).toMatchObject({ kind: 'dark without lamp', severity: 'unsafe' });
    },
  );

  it('names what is there for the dark and may be a lamp', () => {
    const nao = gear('Petzl NAO', { kind: 'dark' });
    const vest = gear('reflective vest', { kind: 'dark' });
    expect(warned({}, { sun: NIGHT, gear: [nao, vest] })).toMatchObject([
      { kind: 'dark without lamp', unsure: ['Petzl NAO'] },
    ]);
    const told = { ...nao, lastsS: 5 * H, spare: true };
    expect(warned({}, { sun: NIGHT, gear: [told] })).toEqual([]);
  });

  it('on one lamp wants a spare, and on two or with the spare none', () => {
    const [told, ...others] = warned({}, { sun: NIGHT, gear: [headlamp()] });
    expect(others).toEqual([]);
    expect(told).toMatchObject({ kind: 'no spare lamp', severity: 'advice' });
    expect(warned({}, { sun: NIGHT, gear: [headlamp({ spare: true })] })).toEqual([]);
    expect(warned({}, { sun: NIGHT, gear: [headlamp(), gear('hand torch')] })).toEqual([]);
  });

  it('outlasts a battery of four hours: it is said when, and how much dark is left', () => {
    const told = warned({}, { sun: NIGHT, gear: [headlamp({ lastsS: 4 * H })] });
    expect(told[0]).toEqual({
      kind: 'lamp dies',
      severity: 'unsafe',
      items: ['headlamp'],
      atS: 12 * H,
      darkS: 6 * H,
      ifLate: false,
    });
  });

  it('is lit by two batteries of five hours, not by two of four', () => {
    const spare = (lastsS: number) =>
      warned({}, { sun: NIGHT, gear: [headlamp({ spare: true, lastsS })] });
    expect(spare(5 * H)).toEqual([]);
    expect(spare(4 * H)).toMatchObject([{ kind: 'lamp dies', atS: 16 * H, darkS: 2 * H }]);
  });

  it('is lit when another lamp comes before the first is empty, else dark until it comes', () => {
    const torch = gear('torch', { kind: 'at', place: 'Km 70' }, { lastsS: 9 * H });
    const withTorch = (lastsS: number) =>
      hundred(
        { 7: { crew: true } },
        { sun: NIGHT, gear: [headlamp({ lastsS, spare: true }), torch] },
      );
    // the headlamp and its spare from 8 h on: until 16 h, or 12 h
    const inTime = withTorch(4 * H);
    const torchS = inTime.pace.legs[6]!.arriveS;
    expect(torchS).toBeGreaterThan(12 * H);
    expect(torchS).toBeLessThan(16 * H);
    expect(lampWarnings(inTime)).toEqual([]);
    expect(lampWarnings(withTorch(2 * H))).toMatchObject([
      { kind: 'lamp dies', atS: 12 * H, darkS: torchS - 12 * H },
    ]);
  });

  it('that goes on past the planned finish outlasts the battery of who is late', () => {
    const longer = sunOf([8, 24]);
    const spare = (lastsS: number) => headlamp({ spare: true, lastsS });
    // twelve hours to the finish at 20 h
    expect(warned({}, { sun: longer, gear: [spare(6 * H)] })).toMatchObject([
      { kind: 'lamp dies', severity: 'advice', ifLate: true, atS: 20 * H },
    ]);
    expect(warned({}, { sun: longer, gear: [spare(8 * H)] })).toEqual([]);
  });

  it('is dark until a lamp that comes too late', () => {
    const lamp = gear('headlamp', { kind: 'at', place: 'Km 60' }, { spare: true });
    const race = hundred({ 6: { crew: true } }, { sun: NIGHT, gear: [lamp] });
    expect(lampWarnings(race)).toEqual([
      {
        kind: 'lamp too late',
        severity: 'unsafe',
        fromS: 8 * H,
        darkS: race.pace.legs[5]!.arriveS - 8 * H,
      },
    ]);
  });

  it('is not judged without a sun', () => {
    expect(warned({}, { gear: [headlamp()] })).toEqual([]);
  });

  it('of a lamp whose battery nobody told is not said to be too long', () => {
    expect(warned({}, { sun: NIGHT, gear: [headlamp({ spare: true })] })).toEqual([]);
  });
});

describe('a start in the dark', () => {
  const sun = sunOf([0, 1.5], [15, 20]);

  it('is named, with the sunrise', () => {
    const [told] = warned({}, { sun, gear: [headlamp()] });
    expect(told).toMatchObject({ kind: 'no spare lamp', fromS: 0, sunriseS: 1.5 * H });
  });

  it('uses the same battery as the night, unless the crew had the lamp', () => {
    const lamp = headlamp({ spare: true, lastsS: 3 * H });
    expect(warned({}, { sun, gear: [lamp] })).toMatchObject([
      { kind: 'lamp dies', atS: 19.5 * H, darkS: 0.5 * H },
    ]);
    const crew = { crew: true };
    expect(warned({ 2: crew, 6: crew }, { sun, gear: [lamp] })).toEqual([]);
    const bag = { dropBag: true, name: 'Camp' };
    expect(warned({ 2: bag, 6: bag }, { sun, gear: [lamp] })).toMatchObject([{ atS: 19.5 * H }]);
  });
});

describe('a finish before dark', () => {
  // the windows of a race of 20 h reach further than that past the plan
  const sun = sunOf([20.25, 30]);

  it('may come in the dark for who is late: without a lamp that is said, with one not', () => {
    const [told, ...others] = warned({}, { sun });
    expect(others).toEqual([]);
    expect(told).toMatchObject({ kind: 'dark if late', severity: 'advice', finishS: 20 * H });
    expect(told).toHaveProperty('fromS', 20.25 * H);
    expect(warned({}, { sun, gear: [headlamp()] })).toEqual([]);
  });

  it('is not warned of when even the late come in the light', () => {
    expect(warned({}, { sun: sunOf([24, 30]) })).toEqual([]);
  });

  it('nor when the race closes before it is dark', () => {
    const finish = { name: 'Finish', atM: 100_000, cutoffS: 20.2 * H };
    expect(warned({ 9: finish }, { sun })).toEqual([]);
  });
});
