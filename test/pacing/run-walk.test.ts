import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeRunWalk } from '../../src/engine/pacing/run-walk.js';

describe('running and walking in turn', () => {
  it('comes out at the moving pace', () => {
    const pace = fc.double({ min: 180, max: 599, noNaN: true });
    const minutes = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(pace, minutes, minutes, (movingPace, runMin, walkMin) => {
        const turn = { runS: runMin * 60, walkS: walkMin * 60 };
        const paces = computeRunWalk(movingPace, turn)!;
        const km = turn.runS / paces.runPaceSPerKm + turn.walkS / paces.walkPaceSPerKm;
        expect((turn.runS + turn.walkS) / km).toBeCloseTo(movingPace, 6);
        expect(paces.runPaceSPerKm).toBeLessThan(movingPace);
      }),
    );
  });

  it('of 12 and 3 minutes at 7:00 /km means running at 6:31', () => {
    // 15 min cover 2,143 m, of which 300 m are walked at 6 km/h: 1,843 m are left for 12 min
    const paces = computeRunWalk(420, { runS: 720, walkS: 180 })!;
    expect(paces.runPaceSPerKm).toBeCloseTo(390.7, 1);
    expect(paces.walkPaceSPerKm).toBe(600);
  });

  it('takes no running at a walking pace', () => {
    expect(computeRunWalk(600, { runS: 720, walkS: 180 })).toBeNull();
  });
});
