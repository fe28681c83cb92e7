import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

it('a page read during the race says what to change before where the runner is', async () => {
  const { stdout } = await raceplan(
    'replan',
    'fixtures/races/loop-24h/splits-night.csv',
    '--format',
    'html',
  );
  const places = ['<h2>Goals', '<h2>What to change', '<dt>Here'].map((text) =>
    stdout.indexOf(text),
  );
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
