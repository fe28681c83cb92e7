import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/domain/gear.js';
import { COLD_C, HOT_C } from '../../src/domain/gear.js';
import { computeNeed } from '../../src/engine/crew/conditions.js';
import { parseCondition } from '../../src/input/plan/condition-leaf.js';
import { H, hundred, sunOf } from './support.js';

describe('when gear is needed, as written', () => {
  const UNREAD = { kind: 'unread' };
  it.each<[string, unknown]>([
    ['dark', { kind: 'dark' }],
    ['Dark', { kind: 'dark' }],
    ['at night', { kind: 'dark' }],
    ['after dark', { kind: 'dark' }],
    ['in the dark', { kind: 'dark' }],
    ['always', { kind: 'always' }],
    ['hot', { kind: 'hot', fromC: HOT_C }],
    ['cold', { kind: 'cold', untilC: COLD_C }],
    ['rain', { kind: 'rain' }],
    ['it rains', { kind: 'rain' }],
    ['altitude > 2500 m', { kind: 'altitude', aboveM: 2500 }],
    ['above 2500 m', { kind: 'altitude', aboveM: 2500 }],
    ['altitude above 8000 ft', { kind: 'altitude', aboveM: expect.closeTo(2438.4, 6) }],
    // the plan is imperial, and says that it is a height
    ['altitude > 1000', { kind: 'altitude', aboveM: expect.closeTo(304.8, 6) }],
    ['above 86 °F', { kind: 'hot', fromC: expect.closeTo(30, 6) }],
    ['> 25 °C', { kind: 'hot', fromC: 25 }],
    ['below 41 °F', { kind: 'cold', untilC: expect.closeTo(5, 6) }],
    ['below -5 °C', { kind: 'cold', untilC: -5 }],
    ['after 8 h', { kind: 'after', elapsedS: 8 * H }],
    ['after 1:30 h', { kind: 'after', elapsedS: 1.5 * H }],
    ['at Asaph', { kind: 'at', place: 'Asaph' }],
    ['from Camp Ten Bear 2nd visit', { kind: 'at', place: 'Camp Ten Bear 2nd visit' }],
    ['above 80', UNREAD],
    ['after 8', UNREAD],
    ['after 8:00', UNREAD],
    ['below 2000 m', UNREAD],
    ['cold or rain', UNREAD],
    ['darkish', UNREAD],
    ['on the ridge', UNREAD],
    ['at', UNREAD],
  ])('%s', (written, meant) => {
    expect(parseCondition(written, 'imperial')).toEqual(meant);
  });
});

const need = (when: Condition, rest: Parameters<typeof hundred>[1] = {}) =>
  computeNeed(when, hundred({}, rest));

describe('over a race of 20 hours', () => {
  it('the dark is as the sun says, twilight with it', () => {
    const { spans, unknown } = need({ kind: 'dark' }, { sun: sunOf([8, 17]) });
    expect(spans).toEqual([{ fromS: 8 * H, toS: 17 * H }]);
    expect(unknown).toBeNull();
  });

  it('a hot hour is one of the afternoon: half a cosine from the low at 5:00 to the high at 15:00', () => {
    // started at noon; 0.75 of the range is reached where the cosine is −1/2: at 2/3 of ten hours, 11:40, before the start
    const { spans } = need({ kind: 'hot', fromC: 25 }, { weather: { lowC: 10, highC: 30 } });
    // and left after 1/3 of the fourteen hours back: 15:00 + 4:40
    expect(spans).toHaveLength(1);
    expect(spans[0]!.fromS).toBe(0);
    expect(spans[0]!.toS).toBeCloseTo(7 * H + 40 * 60, -1.5);
  });

  it('after some hours is until the finish', () => {
    expect(need({ kind: 'after', elapsedS: 8 * H }).spans).toEqual([{ fromS: 8 * H, toS: 20 * H }]);
  });

  it('a place is from its first visit on', () => {
    const { spans, onLeg } = need({ kind: 'at', place: 'km 30' });
    expect(onLeg).toEqual([false, false, false, ...Array(7).fill(true)]);
    expect(spans[0]!.fromS).toBeCloseTo(6 * H, 6);
  });

  it('what lies high is where the course does', () => {
    const { plan, course, pace, sun } = hundred(
      { 4: { elevationM: 2600 }, 5: { elevationM: 2000 }, 3: { elevationM: 2000 } },
      {},
    );
    const high = { ...plan, course: { ...plan.course, elevationM: 2000 } };
    const when: Condition = { kind: 'altitude', aboveM: 2500 };
    const { onLeg, unknown } = computeNeed(when, { plan: high, course, pace, sun });
    expect(unknown).toBeNull();
    expect(onLeg.slice(2, 6)).toEqual([false, true, true, false]);
  });

  it.each<[string, Condition, string]>([
    ['dark without a sun', { kind: 'dark' }, 'sun'],
    ['heat without weather', { kind: 'hot', fromC: HOT_C }, 'weather'],
    ['altitude without elevations', { kind: 'altitude', aboveM: 2500 }, 'elevations'],
    ['words nobody understands', { kind: 'unread' }, 'words'],
  ])('%s is needed all the way, and it is said why', (_, when, why) => {
    const { onLeg, spans, unknown } = need(when);
    expect(unknown).toBe(why);
    expect(onLeg).not.toContain(false);
    expect(spans).toEqual([{ fromS: 0, toS: 20 * H }]);
  });

  it('cold is not guessed from the high alone', () => {
    const weather = { lowC: null, highC: 20 };
    expect(need({ kind: 'cold', untilC: COLD_C }, { weather }).unknown).toBe('low');
    expect(need({ kind: 'hot', fromC: HOT_C }, { weather }).unknown).toBeNull();
  });

  it('rain may come anywhere, and is no unknown', () => {
    const { onLeg, unknown } = need({ kind: 'rain' });
    expect(onLeg).not.toContain(false);
    expect(unknown).toBeNull();
  });

  it('what is not needed says from when it would be', () => {
    const { onLeg, laterFromS } = need({ kind: 'dark' }, { sun: sunOf([30, 40]) });
    expect(onLeg).not.toContain(true);
    expect(laterFromS).toBe(30 * H);
    expect(need({ kind: 'dark' }, { sun: sunOf() }).laterFromS).toBeNull();
  });
});
