import { describe, expect, it } from 'vitest';
import { renderText, writeCell } from '../../src/render/values.js';
import {
  clock,
  count,
  date,
  distance,
  duration,
  energy,
  grams,
  height,
  milligrams,
  minutes,
  ordinal,
  pace,
  ratio,
  say,
  shift,
  signedMinutes,
  span,
  temperature,
  type Value,
  volume,
  words,
} from '../../src/report/value.js';

const IMPERIAL = { units: 'imperial' } as const;
const METRIC = { units: 'metric' } as const;
const NEW_YORK = 'America/New_York';
const at = (iso: string) => Date.parse(iso);

describe('values', () => {
  it.each<[Value | string, string, string]>([
    [duration(40740), '11:19:00', '11:19:00'],
    [duration(95.6), '0:01:36', '0:01:36'],
    [duration(396309), '110:05:09', '110:05:09'],
    [minutes(150), '2:30', '2:30'],
    [minutes(3599.6), '1:00:00', '1:00:00'],
    [minutes(-30), '-0:30', '-0:30'],
    [signedMinutes(2460), '+41:00', '+41:00'],
    [signedMinutes(-0.2), '0:00', '0:00'],
    [duration(40799, 60), '11:19 h', '11:19 h'],
    [minutes(480, 60), '0:08 h', '0:08 h'],
    [signedMinutes(863, 60), '+0:14 h', '+0:14 h'],
    [signedMinutes(-29, 60), '0:00 h', '0:00 h'],
    [signedMinutes(11704, 60), '+3:15 h', '+3:15 h'],
    [span(512), '8 min 32 s', '8 min 32 s'],
    [span(512, 60), '9 min', '9 min'],
    [span(2483, 1), '41 min 23 s', '41 min 23 s'],
    [shift(-311, 'on plan', 'behind', 'ahead'), '5 min ahead', '5 min ahead'],
    [shift(29, 'on plan', 'behind', 'ahead'), 'on plan', 'on plan'],
    [pace(419.43), '11:15 /mi', '6:59 /km'],
    [{ kind: 'pace', secondsPerKm: -10, signed: true }, '-0:16 /mi', '-0:10 /km'],
    [distance(99779.328), '62.0 mi', '99.8 km'],
    [distance(1_000_000_000), '621,371.2 mi', '1,000,000.0 km'],
    [height(377.952), '1,240 ft', '378 m'],
    [{ kind: 'height', metres: -274.3, signed: true }, '-900 ft', '-274 m'],
    [temperature(23.9), '75 °F', '24 °C'],
    [temperature(-0.1), '32 °F', '0 °C'],
    [ratio(0.1549), '15%', '15%'],
    [ratio(0.1549, 1), '15.5%', '15.5%'],
    [{ kind: 'ratio', ratio: 0.08, signed: true }, '+8%', '+8%'],
    [volume(591.47, true), '20 oz/h', '591 ml/h'],
    [grams(45.2, true), '45 g/h', '45 g/h'],
    [milligrams(1240), '1,240 mg', '1,240 mg'],
    [energy(240, true), '240 kcal/h', '240 kcal/h'],
    [count(12345), '12,345', '12,345'],
    [ordinal(1), '1st', '1st'],
    [ordinal(12), '12th', '12th'],
    [ordinal(103), '103rd', '103rd'],
    [clock(at('2018-09-08T07:52:59-04:00'), NEW_YORK), '7:52 AM', '07:52'],
    [clock(at('2018-09-08T00:05:00-04:00'), NEW_YORK), '12:05 AM', '00:05'],
    [clock(at('2018-09-08T12:00:00-04:00'), NEW_YORK), '12:00 PM', '12:00'],
    [clock(at('2018-09-09T02:10:00-04:00'), NEW_YORK, true), 'Sun 2:10 AM', 'Sun 02:10'],
    [date(at('2018-09-08T23:00:00-04:00'), NEW_YORK), 'Sat 8 Sep 2018', 'Sat 8 Sep 2018'],
    [words('Michigan Bluff'), 'Michigan Bluff', 'Michigan Bluff'],
    [words(null), '–', '–'],
  ])('writes %j as %s, or %s', (value, imperial, metric) => {
    expect(renderText([value], IMPERIAL)).toBe(imperial);
    expect(renderText([value], METRIC)).toBe(metric);
  });

  it('shows a clock that floating point left a millisecond early at its minute', () => {
    const almost = at('2018-09-08T07:52:00-04:00') - 0.4;
    expect(renderText([clock(almost, NEW_YORK)], IMPERIAL)).toBe('7:52 AM');
  });

  it('never makes a number of what is not known', () => {
    const unknown = [
      ...[duration, minutes, signedMinutes, pace, distance, height, temperature].map((of) =>
        of(null),
      ),
      ...[ratio, volume, grams, milligrams, energy, count, ordinal].map((of) => of(null)),
      clock(null, NEW_YORK),
      date(null, NEW_YORK),
    ];
    for (const value of unknown) {
      expect(renderText([value], IMPERIAL)).toBe('–');
      expect(renderText(say`it was ${value}`, IMPERIAL)).toBe('it was unknown');
    }
  });

  it('keeps what files say from moving the cursor, colouring, or reversing the line', () => {
    const hostile = words('a\u001b[31mb\u0007c\u202ed\ud800e\u0085');
    expect(renderText([hostile], METRIC)).toBe('a\\x1b[31mb\\x07c\\u202ed\\ud800e\\x85');
    expect(renderText([words('two\n  lines\tand a tab')], METRIC)).toBe('two lines and a tab');
    expect(renderText([words('🏃🏽‍♀️ Zürich 丹佛山')], METRIC)).toBe('🏃🏽‍♀️ Zürich 丹佛山');
  });

  it('gives a cell its unit apart, so that a table says it once', () => {
    expect(writeCell([distance(8690)], IMPERIAL)).toEqual({ text: '5.4', unit: 'mi' });
    expect(writeCell([volume(500, true)], METRIC)).toEqual({ text: '500', unit: 'ml/h' });
    expect(writeCell([signedMinutes(300, 60)], METRIC)).toEqual({
      text: '+0:05',
      unit: 'h',
      form: 'h:mm',
    });
    expect(writeCell([ratio(0.1)], METRIC)).toEqual({ text: '10%', unit: '' });
    expect(writeCell([distance(null)], METRIC)).toEqual({ text: '–', unit: null });
    expect(writeCell(say`${distance(1000)} away`, METRIC)).toEqual({
      text: '1.0 km away',
      unit: null,
    });
  });
});
