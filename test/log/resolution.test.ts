import { describe, expect, it } from 'vitest';
import { pineCreek, readLog, readText } from './support.js';

const resolutionOf = (text: string) => readText(text, pineCreek).value?.resolutionS;

describe('a log knows its times', () => {
  it.each([
    ['times of day without seconds', 'clock', 60],
    ['elapsed times without seconds', 'elapsed', 60],
    ['the laps of a watch', 'garmin-laps', 1],
  ])('of %s to %s: %i s', (_, name, resolutionS) => {
    expect(readLog(name, pineCreek).value?.resolutionS).toBe(resolutionS);
  });

  it('to the second as soon as one time says seconds', () => {
    const log = (finish: string) =>
      `station,arrive,depart\nWellsboro Junction,7:54,7:56\nAsaph,8:51,8:54\nFinish,${finish},\n`;
    expect(resolutionOf(log('18:19'))).toBe(60);
    expect(resolutionOf(log('18:19:00'))).toBe(60);
    expect(resolutionOf(log('18:19:42'))).toBe(1);
  });

  it('to the second when the times of legs are minutes and seconds', () => {
    expect(resolutionOf('station,leg time\nWellsboro Junction,54:07\nAsaph,57:00\n')).toBe(1);
  });
});
