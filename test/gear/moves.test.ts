import { describe, expect, it } from 'vitest';
import type { CrewPlan } from '../../src/domain/crew.js';
import { computeGear, computeGearMoves } from '../../src/engine/crew/gear.js';
import { NO_CREW } from '../support/plan.js';
import { gear, headlamp, hundred, sunOf } from './support.js';

const CREW = { crew: true };
const BAG = { dropBag: true };
const waitingAt = (...at: readonly string[]): CrewPlan => ({
  ...NO_CREW,
  people: [{ name: 'Sam', role: 'crew', at }],
});

/** Two hours a leg: where the headlamp is taken and given back. */
const movesOf = (...race: Parameters<typeof hundred>) =>
  computeGearMoves(hundred(race[0], { gear: [headlamp()], ...race[1] })).map(
    ({ action, place, source }) => `${action} ${place} ${source}`,
  );

describe('a headlamp for the dark from 8 to 13 h', () => {
  const sun = sunOf([8, 13]);

  it('is taken where a late runner still has light, not where the plan has', () => {
    // the fourth station is planned at 8 h, the third, at 6 h, is reached in the light by all
    expect(movesOf({ 2: CREW, 3: CREW, 4: CREW }, { sun })[0]).toBe('take 3 crew');
  });

  it('is taken at the start when nobody is on the way', () => {
    expect(movesOf({ 6: CREW }, { sun })[0]).toBe('take 0 start');
  });

  it('is given back where an early runner has light too', () => {
    // the seventh is planned at 14 h, in the light; who is early comes in the dark
    const longer = sunOf([8, 13.7]);
    const { window } = hundred({}, { sun: longer }).pace.legs[6]!;
    expect(window!.earlyS).toBeLessThan(13.7 * 3600);
    const around = { 7: CREW, 8: CREW };
    expect(movesOf(around, { sun })).toEqual(['take 0 start', 'give back 7 crew']);
    expect(movesOf(around, { sun: longer })).toEqual(['take 0 start', 'give back 8 crew']);
  });

  it('is handed over by the crew rather than out of a bag', () => {
    expect(movesOf({ 3: { ...CREW, ...BAG } }, { sun })[0]).toBe('take 3 crew');
    expect(movesOf({ 3: BAG }, { sun })[0]).toBe('take 3 drop bag');
  });

  it('is not handed over where the crew may come and nobody does', () => {
    const crew = waitingAt('Km 20');
    expect(movesOf({ 2: CREW, 3: CREW }, { sun, crew })[0]).toBe('take 2 crew');
    expect(movesOf({ 3: CREW }, { sun, crew: waitingAt('Km 30') })[0]).toBe('take 3 crew');
  });

  it('is handed over where somebody is sent, though the plan does not say that crew may come', () => {
    expect(movesOf({ 3: {} }, { sun, crew: waitingAt('Km 30') })[0]).toBe('take 3 crew');
  });

  it('is not handed over by a pacer who comes running', () => {
    const pacer = { name: 'Robin', role: 'pacer', at: ['Km 10', 'Km 30'] };
    const paced = { crew: true, pacer: true };
    const crew = { ...NO_CREW, people: [pacer] };
    expect(movesOf({ 1: paced, 3: paced }, { sun, crew })[0]).toBe('take 1 crew');
  });

  it('goes with its spare', () => {
    const race = hundred({ 3: CREW, 9: CREW }, { sun, gear: [headlamp({ spare: true })] });
    const told = computeGearMoves(race).map((m) => [m.action, m.place, m.isSpare]);
    expect(told).toEqual([
      ['take', 3, false],
      ['take', 3, true],
      ['give back', 9, false],
      ['give back', 9, true],
    ]);
  });
});

describe('a headlamp for two nights', () => {
  const sun = sunOf([0, 3], [15, 20]);

  it('is with the crew by day', () => {
    expect(movesOf({ 3: CREW, 6: CREW }, { sun })).toEqual([
      'take 0 start',
      'give back 3 crew',
      'take 6 crew',
    ]);
  });

  it('stays with the runner when the crew comes but once', () => {
    expect(movesOf({ 4: CREW }, { sun })).toEqual(['take 0 start']);
  });

  it('is not left in a bag that the runner does not pass again', () => {
    expect(movesOf({ 3: BAG, 6: BAG }, { sun })).toEqual(['take 0 start']);
    expect(movesOf({ 3: BAG, 6: CREW }, { sun })).toEqual(['take 0 start']);
  });

  it('comes back from whoever has it by then, and from nobody else', () => {
    const people = (...at: readonly (readonly string[])[]) => ({
      ...NO_CREW,
      people: at.map((places, i) => ({ name: `Person ${i}`, role: 'crew', at: places })),
    });
    const has = { 3: CREW, 5: CREW, 6: CREW };
    const strangers = people(['Km 30'], ['Km 60']);
    expect(movesOf(has, { sun, crew: strangers })).toEqual(['take 0 start']);
    const meeting = people(['Km 30', 'Km 50'], ['Km 50', 'Km 60']);
    expect(movesOf(has, { sun, crew: meeting })).toEqual([
      'take 0 start',
      'give back 3 crew',
      'take 6 crew',
    ]);
  });

  it('waits in the bag of a place passed twice', () => {
    const camp = { ...BAG, name: 'Camp' };
    expect(movesOf({ 3: camp, 6: camp }, { sun })).toEqual([
      'take 0 start',
      'give back 3 drop bag',
      'take 6 drop bag',
    ]);
  });
});

describe('other gear', () => {
  it('that is always needed goes from the start to the finish', () => {
    const race = hundred({ 3: CREW }, { gear: [gear('vest'), gear('jacket', { kind: 'rain' })] });
    expect(computeGear(race).map(({ carries }) => carries)).toEqual([
      [{ take: { place: 0, source: 'start' }, giveBack: null }],
      [{ take: { place: 0, source: 'start' }, giveBack: null }],
    ]);
  });

  it('for the finish is carried by nobody: the crew has it there, or it waits by itself', () => {
    const sandals = gear('sandals', { kind: 'at', place: 'finish' });
    const listed = { name: 'Goal', atM: 100_000, span: { line: 1, column: 1, length: 4 } };
    const at = (crew: boolean) =>
      computeGearMoves(
        hundred({ 9: { ...listed, crew } }, { gear: [sandals], crew: waitingAt('Km 30') }),
      ).map(({ place, source }) => `${place} ${source}`);
    expect(at(true)).toEqual(['9 crew']);
    expect(at(false)).toEqual([]);
  });

  it('of which nobody knows when it is needed is taken from the start', () => {
    expect(movesOf({ 3: CREW })).toEqual(['take 0 start']);
  });
});
