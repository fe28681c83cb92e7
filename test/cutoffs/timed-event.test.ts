import { beforeAll, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

/** Four laps over a hill, the place between them closing twice on the way. */
const PLAN = `race:
  name: Hill for 12 Hours
  start: 2026-06-06 10:00
  timezone: Europe/Berlin
  duration: 12 h
units: metric
course:
  loop: 20 km
  stations:
    - { name: Camp, at: 0 km, elevation: 500 m, cutoffs: ["14:00", "18:00", none] }
    - { name: Top, at: 10 km, elevation: 900 m }
goals: [at least 75 km]
`;

let page = '';
beforeAll(async () => {
  const { 'race.yaml': plan } = raceFolder({ 'race.yaml': PLAN });
  page = (await raceplan('build', plan, '--format', 'html')).stdout;
});

it('the end of a race over a time is no cutoff on its profile, those on the way are', () => {
  const profile = /<svg[^>]*aria-labelledby="chart-profile-wide.*?<\/svg>/s.exec(page)?.[0] ?? '';
  expect(profile).toContain('cutoff 14:00');
  expect(profile).toContain('22:00');
  expect(profile).not.toContain('cutoff 22:00');
});

it('nor does it close on the band for the wrist', () => {
  const strip = /<table class="strip">.*?<\/table>/s.exec(page)?.[0] ?? '';
  const cutoffs = [...strip.matchAll(/<td class="cutoff">(.*?)<\/td>/g)].map(([, cell]) => cell);
  expect(cutoffs).toEqual(['', '14:00', '', '18:00', '', '', '', '']);
});
