/** `--weather`: how warm it was on the day. */
import type { Plan } from '../domain/plan.js';
import { error, type Problem } from '../domain/problems/problem.js';
import type { RaceLog } from '../domain/record.js';
import { parseWeather, type Weather, weatherInNotes } from '../domain/weather.js';
import type { Explained } from '../report/review/explained-notes.js';
import { type Options, textOf } from './options.js';

/** As `--weather` tells it, else the notes of the log; what neither tells is as the plan expected it. */
export function weatherAsItWas(
  { weather, units }: Plan,
  log: RaceLog | null,
  asked: Weather | null,
): Explained['weather'] {
  const noted =
    asked ??
    weatherInNotes(
      (log?.visits ?? []).map(({ notes }) => notes),
      units,
    );
  if (!noted) return { ...weather, from: 'plan' };
  const { lowC, highC } = noted;
  return {
    lowC: lowC ?? lowBelow(weather.lowC, highC),
    highC: highC ?? weather.highC,
    from: asked ? 'option' : 'notes',
  };
}

/** What the plan expected of the night, unless the day was colder than that. */
const lowBelow = (lowC: number | null, highC: number | null): number | null =>
  lowC === null || highC === null ? lowC : Math.min(lowC, highC);

/** `--weather`, read; what makes no sense is a problem. */
export function readWeather(
  { written }: Options,
  { units }: Plan,
  problems: Problem[],
): Weather | null {
  const value = textOf(written, 'weather');
  if (value === null) return null;
  const weather = parseWeather(value, units);
  const expected = 'temperatures such as low 58 °F, high 84 °F';
  if (!weather)
    problems.push(
      error('BAD_ARGUMENT', { argument: '--weather', value, expected, suggestion: null }),
    );
  return weather;
}
