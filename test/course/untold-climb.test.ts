import { describe, expect, it } from 'vitest';
import { note } from '../../src/domain/problems/problem.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { sum } from '../../src/kernel/stats.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import { PLAIN } from '../support/plain-style.js';
import { planWithCourse, station } from '../support/plan.js';

const climb = (gainM: number, lossM: number) => ({ gainM, lossM });

/** 40 km in four legs of 10 km. */
const built = (
  climbs: readonly Parameters<typeof station>[2][],
  course: { gainM?: number; lossM?: number } = {},
) => {
  const stations = climbs.map((given, i) => station(`S${i + 1}`, (i + 1) * 10_000, given));
  const { value, diagnostics } = buildCourse(
    planWithCourse({ distanceM: 40_000, stations, ...course }),
    null,
  );
  const runM = value!.legs.map(({ cells }) => [
    Math.round(sum(cells.map((cell) => cell.gainM))),
    Math.round(sum(cells.map((cell) => cell.lossM))),
  ]);
  return { course: value!, runM, diagnostics };
};

describe('a leg of which the station table tells no climb', () => {
  it('of very many legs the first are named, the others counted', () => {
    const legs = Array.from({ length: 99 }, (_, i) => `Lap ${i + 1}`);
    const said = (stations: readonly string[]) =>
      renderProblems([note('LEG_CLIMB_ASSUMED', { stations, gainM: 750, lossM: 0 })], new Map(), {
        ...PLAIN,
        width: 200,
      });
    expect(said(legs)).toContain('on the way to Lap 1, Lap 2, Lap 3 and 96 more: 750 m up');
    expect(said(legs.slice(0, 4))).toContain('on the way to Lap 1, Lap 2, Lap 3 and Lap 4: 750 m');
  });

  it('is run with three quarters of the climb of the others, and the plan is told', () => {
    const { course, runM, diagnostics } = built([climb(400, 200), {}, climb(600, 400), {}]);
    // 50 m up and 30 m down a kilometre where it is told
    expect(runM).toEqual([
      [400, 200],
      [375, 225],
      [600, 400],
      [375, 225],
    ]);
    expect(course.legs.map((leg) => leg.gainM)).toEqual([400, null, 600, null]);
    expect(diagnostics).toMatchObject([
      {
        code: 'LEG_CLIMB_ASSUMED',
        severity: 'note',
        args: { stations: ['S2', 'S4'], gainM: 750, lossM: 450 },
      },
    ]);
  });

  it('climbs no less than its ends lie apart', () => {
    const at = (elevationM: number) => ({ elevationM });
    const { runM } = built([{ ...climb(100, 100), ...at(0) }, at(800), climb(100, 100), {}]);
    expect(runM[1]).toEqual([800, 75]);
  });

  it('has what the organiser’s total leaves, when it is the only one', () => {
    const { runM, diagnostics } = built([climb(400, 200), {}, climb(600, 400), climb(100, 100)], {
      gainM: 1400,
      lossM: 700,
    });
    expect(runM[1]).toEqual([300, 0]);
    expect(diagnostics).toEqual([]);
  });

  it('shares what the organiser’s total leaves with the others', () => {
    const { runM } = built([climb(400, 200), {}, climb(600, 400), {}], { gainM: 1200, lossM: 500 });
    expect([runM[1], runM[3]]).toEqual([
      [100, 0],
      [100, 0],
    ]);
  });

  it('is flat where no leg is told', () => {
    const { runM, diagnostics } = built([{}, {}, {}, {}]);
    expect(runM.flat().every((m) => m === 0)).toBe(true);
    expect(diagnostics).toEqual([]);
  });
});
