import { describe, expect, it } from 'vitest';
import { parseWeather, weatherInNotes } from '../../src/domain/weather.js';
import { raceplan } from '../support/cli.js';

describe('the weather in words', () => {
  it.each([
    ['low 58 °F, high 84 °F', 'metric', [14.4, 28.9]],
    ['low 58, high 84 °F', 'metric', [14.4, 28.9]],
    ['high 29 °C', 'imperial', [null, 29]],
    ['12 to 30 °C', 'imperial', [12, 30]],
    ['12-30', 'metric', [12, 30]],
    ['-3 to 4 °C', 'metric', [-3, 4]],
    ['Low of 50F, High of 70F', 'metric', [10, 21.1]],
  ] as const)('%s', (text, units, [lowC, highC]) => {
    const weather = parseWeather(text, units)!;
    if (lowC === null) expect(weather.lowC).toBeNull();
    else expect(weather.lowC).toBeCloseTo(lowC, 1);
    expect(weather.highC).toBeCloseTo(highC, 1);
  });

  it.each(['', 'hot', 'low 30 °C, high 20 °C', 'high 200 °F', 'high spirits', '84 °F'])(
    'none in “%s”',
    (text) => {
      expect(parseWeather(text, 'imperial')).toBeNull();
    },
  );

  it('of several notes is the coldest and the hottest that they tell', () => {
    const notes = ['low 50 °F at the start', null, 'high 84 °F, no wind', 'high 3 places up'];
    const weather = weatherInNotes(notes, 'imperial')!;
    expect(weather.lowC).toBeCloseTo(10, 6);
    expect(weather.highC).toBeCloseTo(28.9, 1);
    expect(weatherInNotes(['felt low at mile 40', 'high 12'], 'imperial')).toBeNull();
  });
});

const askJson = async (...argv: string[]) =>
  JSON.parse((await raceplan(...argv, '--format', 'json')).stdout);

const SPLITS = 'fixtures/races/vermont-100/splits.csv';

describe('analyze --weather', () => {
  const lossOf = (report: { losses: { cause: string; seconds: number }[] }, cause: string) =>
    report.losses.find((loss) => loss.cause === cause)!.seconds;

  it('puts a hotter day down to heat, and the losses still sum to the same', async () => {
    const plain = await askJson('analyze', SPLITS);
    const hot = await askJson('analyze', SPLITS, '--weather', 'low 70 °F, high 95 °F');
    expect(lossOf(plain, 'heat')).toBeLessThan(10);
    expect(lossOf(hot, 'heat')).toBeGreaterThan(300);
    const total = ({ losses }: { losses: { seconds: number }[] }) =>
      losses.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(total(hot)).toBeCloseTo(total(plain), 6);
  });

  it('refuses what is no weather', async () => {
    const { status, stderr } = await raceplan('analyze', SPLITS, '--weather', 'muggy');
    expect(status).toBe(2);
    expect(stderr).toContain('--weather');
  });
});
