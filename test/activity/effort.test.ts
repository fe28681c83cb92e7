import { describe, expect, it } from 'vitest';
import { meanEffort, meanOfEfforts } from '../../src/engine/activity/effort.js';

const beat = (atS: number, heartRateBpm: number | null, powerW: number | null = null) => ({
  atS,
  heartRateBpm,
  powerW,
});

describe('the mean heart rate of a leg', () => {
  it('is weighted by time: a watch writes more often when something changes', () => {
    const efforts = [beat(0, 100), beat(30, 130), beat(31, 130), beat(32, 130), beat(40, 130)];
    // 30 s of 100, 30 s of 130
    expect(meanEffort(efforts, 0, 60).meanHeartRateBpm).toBeCloseTo(115, 6);
  });

  it('begins and ends with the leg', () => {
    const efforts = [beat(0, 90), beat(50, 120), beat(100, 180), beat(150, 0)];
    expect(meanEffort(efforts, 75, 125).meanHeartRateBpm).toBeCloseTo(150, 6);
  });

  it('is unknown where less than half of the leg was recorded, and power where none was', () => {
    const efforts = [beat(0, 100), beat(1_000, 100)];
    expect(meanEffort(efforts, 0, 1_000)).toEqual({ meanHeartRateBpm: null, meanPowerW: null });
    expect(meanEffort([], 0, 100)).toEqual({ meanHeartRateBpm: null, meanPowerW: null });
  });

  it('of several legs is weighted by their time', () => {
    const efforts = [
      { meanHeartRateBpm: 120, meanPowerW: 200 },
      { meanHeartRateBpm: 150, meanPowerW: null },
    ];
    const mean = meanOfEfforts(efforts, [200, 100]);
    expect(mean.meanHeartRateBpm).toBeCloseTo(130, 9);
    expect(mean.meanPowerW).toBe(200);
  });
});
