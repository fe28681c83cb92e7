import { describe, expect, it } from 'vitest';
import { matchStations } from '../../src/input/places/match.js';
import { nameLikeness, stationKey } from '../../src/kernel/station-name.js';

const named = (...names: string[]) => names.map((name) => ({ name, atM: null }));
const places = [
  ['Mill Green', 0],
  ['Chapel Rd', 9],
  ['Mill Green', 18],
  ['Chapel Road', 27],
  ["Ford's Bar (Cal-3)", 40],
  ['Überlingen Straße', 52],
  ['Ridge 4', 60],
  ['Town Hall', 70],
].map(([name, km]) => ({ name: String(name), atM: Number(km) * 1000 }));
const match = (...names: string[]) => matchStations(named(...names), places);
const placesOf = (...names: string[]) => match(...names).map((m) => m?.place ?? null);

describe('station names', () => {
  it.each([
    ['Fords Bar (CAL 3)', "Ford's Bar (Cal-3)"],
    ['Quarry Rd', 'Quarry Road'],
    ['Wollankstrasse', 'Wollankstraße'],
    ['Michigan Bluff Aid Station', 'michigan_bluff'],
    ['36((VP5 - Königsweg))', 'Konigsweg'],
  ])('%s is %s', (a, b) => {
    expect(nameLikeness(a, b)).toBe(1);
  });
  it('keep the words that JavaScript knows', () => {
    expect(stationKey('Constructor Hill')).toBe('constructor hill');
  });

  it('differ by their numbers', () => {
    expect(nameLikeness('Checkpoint Ridge 10', 'Checkpoint Ridge 11')).toBe(0);
  });
});

describe('stations of a file', () => {
  it('find each visit of a place passed twice', () => {
    expect(placesOf('Chapel Road', 'Mill Green', 'chapel rd', 'Fords Bar (CAL 3)')).toEqual([
      1, 2, 3, 4,
    ]);
  });
  it('say when another visit fits as well', () => {
    expect(match('Chapel Road', 'Ridge 4')[0]).toEqual({
      place: 1,
      alternatives: [3],
      named: true,
      certain: false,
    });
    const [byDistance] = matchStations([{ name: 'Chapel Road', atM: 26_500 }], places);
    expect(byDistance).toEqual({ place: 3, alternatives: [], named: true, certain: true });
  });
  it('know start and finish in any language', () => {
    expect(placesOf('Start', 'Ziel(Sportpark)')).toEqual([0, 7]);
    expect(placesOf('Arrivée')).toEqual([7]);
  });
  it('are placed by order between two that are sure, and that is no certainty', () => {
    const [, unnamed] = match("Ford's Bar", '38', 'Ridge 4');
    expect(unnamed).toEqual({ place: 5, alternatives: [], named: false, certain: false });
  });
  it('are placed by distance alone, for sure when it is the same', () => {
    const at = (atM: number) => matchStations([{ name: null, atM }], places)[0];
    expect(at(51_900)).toMatchObject({ place: 5, certain: true });
    expect(at(51_400)).toMatchObject({ place: 5, certain: false });
  });
  it('are not placed where nothing fits', () => {
    expect(placesOf("Ford's Bar", 'Elsewhere', 'Nowhere', 'Ridge 4')).toEqual([4, null, null, 6]);
  });
});
