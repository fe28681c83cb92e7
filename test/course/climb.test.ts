import { describe, expect, it } from 'vitest';
import { computeProfile } from '../../src/engine/course/profile.js';
import { straightTrack } from '../support/tracks.js';

/** Ten hills of 100 m, 2 km apart: 1,000 m up and 1,000 m down in 20 km. */
const hills = (m: number) => 500 - 50 * Math.cos((m / 2_000) * 2 * Math.PI);

const isIn = (m: number, from: number, to: number) => Math.round(m) >= from && Math.round(m) <= to;

/** Noise that is the same every time: a linear congruential generator, summed to a bell. */
function wobble(amplitudeM: number) {
  let seed = 1;
  const uniform = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  return () => (uniform() + uniform() + uniform()) * 2 * amplitudeM;
}

const climb = (elevationAt: (m: number) => number | null, everyM = 10) =>
  computeProfile(straightTrack(20_000, elevationAt, { everyM }).points)!(0, 20_000);

describe('climb', () => {
  // rounding off crests costs a little, noise adds a little: within a tenth either way
  const within10Percent = (m: number | null) => Math.abs(m! - 1_000) < 100;
  const noise = wobble(2);

  it.each<[string, (m: number) => number | null, number]>([
    ['a good track', hills, 10],
    ['a sparse track', hills, 150],
    ['elevations in whole metres', (m) => Math.round(hills(m)), 10],
    ['elevations in steps of 5 m', (m) => 5 * Math.round(hills(m) / 5), 10],
    ['a barometer that wobbles by 2 m', (m) => hills(m) + noise(), 10],
    ['a gap of 2 in 5 elevations', (m) => (Math.round(m / 10) % 5 < 2 ? null : hills(m)), 10],
    ['zeros where the device had no fix', (m) => (Math.round(m) % 700 < 60 ? 0 : hills(m)), 10],
    ['a spike of 800 m', (m) => (Math.round(m) === 5_000 ? 1_300 : hills(m)), 10],
    ['two bad altitudes in a row', (m) => (isIn(m, 5_000, 5_010) ? 8_000 : hills(m)), 10],
    ['ten that differ wildly', (m) => (isIn(m, 5_000, 5_090) ? (m * 37) % 4_000 : hills(m)), 10],
    ['a plateau of 150 m', (m) => (isIn(m, 5_000, 5_150) ? hills(m) + 200 : hills(m)), 5],
    [
      'a spike that ramps up and down',
      (m) => hills(m) + Math.max(0, 900 - 30 * Math.abs(m - 5_000)),
      3,
    ],
    ['two in a row on a sparse track', (m) => (isIn(m, 6_000, 6_200) ? 8_000 : hills(m)), 150],
    ['a bad beginning and a bad end', (m) => (m < 60 || m > 19_940 ? 1_500 : hills(m)), 10],
  ])('is measured within 10 %% on %s', (_, elevationAt, everyM) => {
    const { gainM, lossM, elevationM } = climb(elevationAt, everyM);
    expect(gainM).toSatisfy(within10Percent);
    expect(lossM).toSatisfy(within10Percent);
    expect(elevationM).toBeCloseTo(500, 0);
  });

  it('is none on the flat, whatever the noise of a metre says less than 1 m/km', () => {
    const { gainM } = climb((m) => 20 + (Math.round(m / 10) % 2) * 0.5);
    expect(gainM).toBeLessThan(20);
  });

  it('is unknown without elevations', () => {
    expect(computeProfile(straightTrack(20_000, () => null).points)).toBeNull();
    expect(computeProfile(straightTrack(20_000, () => 0).points)).toBeNull();
  });
});
