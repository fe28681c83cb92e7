/**
 * The Western States course, when its data is at hand (see `shared.ts`): it is not ours
 * to ship. Official figures: 100.2 miles, 18,090 ft of climb, 22,970 ft of descent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { parseTrack } from '../../src/input/track/track.js';
import { M_PER_FT, M_PER_MI } from '../../src/kernel/units.js';
import { planWithCourse, station } from '../support/plan.js';
import { DATA } from './shared.js';

const FOLDER = join(DATA, 'western-states');

const DISTANCE_M = 100.2 * M_PER_MI;
const GAIN_M = 18_090 * M_PER_FT;
const LOSS_M = 22_970 * M_PER_FT;
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

function buildWesternStates() {
  const rows = read('stations.csv').trim().split('\n').slice(1);
  const stations = rows.map((row) => {
    const [name, miles] = row.split(',');
    return station(name!, Number(miles) * M_PER_MI);
  });
  const track = parseTrack({ file: 'course.gpx', text: read('course.gpx') }).value!;
  const plan = planWithCourse({ distanceM: DISTANCE_M, gainM: GAIN_M, stations });
  const { value, diagnostics } = buildCourse(plan, track);
  expect(diagnostics).toEqual([]);
  return { course: value!, stations };
}

describe.skipIf(!existsSync(FOLDER))('Western States', () => {
  it('has every station at its official mile', () => {
    const { course, stations } = buildWesternStates();
    expect([0, ...course.legs.map((leg) => leg.to.atM)]).toEqual(stations.map((s) => s.atM));
    expect(course.distanceM).toBe(DISTANCE_M);
  });

  it('climbs and descends within 10 % of what the organiser says', () => {
    const { course } = buildWesternStates();
    expect(Math.abs(course.gainM! / GAIN_M - 1)).toBeLessThan(0.1);
    expect(Math.abs(course.lossM! / LOSS_M - 1)).toBeLessThan(0.1);
  });
});
