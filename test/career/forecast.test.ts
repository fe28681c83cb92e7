import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EarlierRace } from '../../src/domain/athlete.js';
import { type Aim, forecastFinish } from '../../src/engine/career/forecast.js';

const DAY_MS = 86_400_000;
const RACE_DAY = Date.UTC(2024, 5, 29, 12);

const AIM: Aim = { distanceM: 100_000, gainM: 3000, dayAt: RACE_DAY };

const finished = (
  distanceM: number,
  gainM: number | null,
  hours: number,
  daysAgo: number | null,
): EarlierRace => ({
  distanceM,
  gainM,
  timeS: hours * 3600,
  outcome: { kind: 'finished' },
  dayAt: daysAgo == null ? null : RACE_DAY - daysAgo * DAY_MS,
});

/** Ultras as they are run: 5 to 25 km of effort an hour. */
const anyRace = fc
  .record({
    km: fc.double({ min: 40, max: 200, noNaN: true }),
    climbRatio: fc.double({ min: 0, max: 0.07, noNaN: true }),
    kmPerH: fc.double({ min: 6, max: 15, noNaN: true }),
    daysAgo: fc.integer({ min: 1, max: 2500 }),
  })
  .map(({ km, climbRatio, kmPerH, daysAgo }) =>
    finished(km * 1000, km * 1000 * climbRatio, (km * (1 + 12 * climbRatio)) / kmPerH, daysAgo),
  );
const anyPast = fc.array(anyRace, { minLength: 1, maxLength: 8 });

describe('what past races say of this one', () => {
  it('says nothing of nothing, and nothing from races that were not finished', () => {
    expect(forecastFinish([], AIM)).toBeNull();
    const dropped: EarlierRace = {
      ...finished(80_000, 1000, 9, 100),
      outcome: { kind: 'dnf', atM: null },
    };
    expect(forecastFinish([dropped], AIM)).toBeNull();
  });

  it('does not know what was run on the day or after it', () => {
    expect(forecastFinish([finished(80_000, 1000, 9, 0)], AIM)).toBeNull();
    expect(forecastFinish([finished(80_000, 1000, 9, -20)], AIM)).toBeNull();
  });

  it('expects of a race like one just run about the same time', () => {
    const forecast = forecastFinish([finished(100_000, 3000, 13, 1)], AIM)!;
    expect(forecast.medianS / 3600).toBeCloseTo(13, 0);
  });

  it('grows as the past times do', () => {
    fc.assert(
      fc.property(anyPast, fc.double({ min: 0.5, max: 2, noNaN: true }), (past, factor) => {
        const slower = past.map((race) => ({ ...race, timeS: race.timeS! * factor }));
        const [a, b] = [forecastFinish(past, AIM)!, forecastFinish(slower, AIM)!];
        expect(b.medianS / a.medianS).toBeCloseTo(factor, 6);
        expect(b.lateS / a.lateS).toBeCloseTo(factor, 6);
      }),
    );
  });

  it('names the share of each race, and they add up to 1', () => {
    fc.assert(
      fc.property(anyPast, (past) => {
        const { races, effectiveRaces } = forecastFinish(past, AIM)!;
        expect(races.reduce((total, race) => total + race.weightRatio, 0)).toBeCloseTo(1, 9);
        expect(effectiveRaces).toBeLessThanOrEqual(past.length + 1e-9);
      }),
    );
  });

  it('is the surer, the more like the race ahead the past ones are, and the more they are', () => {
    const widthOf = (...past: EarlierRace[]) => forecastFinish(past, AIM)!.spread;
    const alike = finished(100_000, 3000, 13, 365);
    const short = finished(50_000, 1000, 6, 365);
    expect(widthOf(alike)).toBeLessThan(0.1);
    expect(widthOf(short)).toBeGreaterThan(widthOf(alike) + 0.05);
    expect(widthOf(short, short, short)).toBeLessThan(widthOf(short));
  });

  it('is slower for a step up than growth alone makes of it', () => {
    const aimOf = (race: EarlierRace): Aim => ({
      ...AIM,
      distanceM: race.distanceM,
      gainM: race.gainM,
    });
    const [long, short] = [finished(150_000, 3000, 22, 365), finished(60_000, 1000, 8, 365)];
    const up = forecastFinish([short], aimOf(long))!.medianS / short.timeS!;
    const down = forecastFinish([long], aimOf(short))!.medianS / long.timeS!;
    expect(up * down).toBeGreaterThan(1.02);
    expect(up * down).toBeLessThan(1.1);
  });
});
