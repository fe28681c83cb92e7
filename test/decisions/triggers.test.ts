import { describe, expect, it } from 'vitest';
import { parseTrigger } from '../../src/input/plan/trigger-leaf.js';

const MIN = 60;
const H = 3600;

describe('what may happen, as written', () => {
  const behind = (byS: number, place: string | null = null) => ({ kind: 'behind', byS, place });
  it.each<[string, unknown]>([
    ['20 min behind at Blackwell', behind(20 * MIN, 'Blackwell')],
    ['20 minutes behind plan at Blackwell', behind(20 * MIN, 'Blackwell')],
    ['an hour behind at Camp Ten Bear', behind(H, 'Camp Ten Bear')],
    ['half an hour late leaving Asaph', behind(30 * MIN, 'Asaph')],
    ['a quarter of an hour late', behind(15 * MIN)],
    ['more than 1:30 h behind by Asaph 2nd visit', behind(1.5 * H, 'Asaph 2nd visit')],
    ['two hours behind at Asaph', behind(2 * H, 'Asaph')],
    ['arrive at Blackwell after 3 PM', { kind: 'not there', place: 'Blackwell', tod: 15 * H }],
    ['reaching Blackwell after 15:30', { kind: 'not there', place: 'Blackwell', tod: 15.5 * H }],
    ['stops run over by 5 min', { kind: 'stops over', byS: 5 * MIN }],
    ['Stops 5 min over plan', { kind: 'stops over', byS: 5 * MIN }],
    ['stops over plan by 5 min', { kind: 'stops over', byS: 5 * MIN }],
    ['breaks run long by 10 min', { kind: 'stops over', byS: 10 * MIN }],
    ['before Camp Ten Bear after 8 PM', { kind: 'not there', place: 'Camp Ten Bear', tod: 20 * H }],
    [
      'still before Camp Ten Bear after 20:30',
      { kind: 'not there', place: 'Camp Ten Bear', tod: 20.5 * H },
    ],
    ['not at Blackwell by 3 PM', { kind: 'not there', place: 'Blackwell', tod: 15 * H }],
    ['forecast past 24 h', { kind: 'forecast past', finishS: 24 * H }],
    ['the finish forecast is later than 24:30 h', { kind: 'forecast past', finishS: 24.5 * H }],
  ])('%s', (written, meant) => {
    expect(parseTrigger(written)).toEqual(meant);
  });

  it.each([
    'stomach turns',
    'headlamp fails',
    '20 behind at Asaph',
    '1:30 behind',
    '0 min behind',
    '-5 min behind',
    '20 min behind in the second half',
    'an hour late for the crew',
    'stops run over by 5',
    'stops run over',
    'before Camp Ten Bear after 8',
    'before Camp Ten Bear after 3 h',
    'before Camp Ten Bear after Sat 20:00',
    'forecast past 24:00',
    'forecast of rain',
    'well behind',
    'several hours behind',
    'reach Blackwell after 3 h',
    'arrive after 15:00',
  ])('%s is not understood, and kept as it is', (written) => {
    expect(parseTrigger(written)).toBeNull();
  });
});
