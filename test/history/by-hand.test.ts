import { describe, expect, it } from 'vitest';
import { HISTORY } from '../../src/engine/history/constants.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { raceplan } from '../support/cli.js';
import { historyOf, hundred, inventEdition, STATIONS } from './support.js';

const RACE = 'fixtures/history/ten-by-hand';

/** A bog that everyone loses time in, which no plan knows. */
const bog = (ratio: number) => (ratio > 0.35 && ratio < 0.75 ? 0.02 : 0);

/** So many of last year's runners, and of each only some stations. */
const typed = (edition: PastEdition, runners: number, isKnown: (i: number) => boolean) => ({
  ...edition,
  finishers: edition.finishers
    .filter((_, i) => i % Math.floor(100 / runners) === 5)
    .slice(0, runners)
    .map((finisher) => ({
      ...finisher,
      arriveS: finisher.arriveS.map((timeS, i) => (isKnown(i) ? timeS : null)),
    })),
});

describe('ten past runners typed by hand', () => {
  it('are read without year, places or every cell, and what is missing is counted', async () => {
    const { status, stdout } = await raceplan('build', RACE);
    expect(status).toBe(0);
    expect(stdout).toContain('arrivals as of 10 past finishers, 1 edition');
    const field = await raceplan('field', RACE);
    expect(`${field.stdout} ${field.stderr}`.replaceAll(/\s+/g, ' ')).toContain(
      'read 10 runners: 10 finished, cumulative times at 3 stations, 6 of them missing',
    );
  });

  it('tell four fifths of what a hundred tell', () => {
    const race = hundred();
    const noisy = inventEdition(race, bog, { noiseRatio: 0.02 });
    const learned = (edition: PastEdition) => historyOf(race, [edition]).deviations(50_000)[4]!;
    const ten = learned(typed(noisy, 10, () => true));
    const all = learned(noisy);
    expect(Math.abs(ten.ratio - 0.02)).toBeLessThan(0.2 * 0.02 + 0.006);
    expect(Math.abs(all.ratio - 0.02)).toBeLessThan(0.003);
  });

  it('tell with two stations and the finish alone', () => {
    const race = hundred();
    const two = typed(inventEdition(race, bog), 10, (i) => i === 3 || i === 6);
    const deviations = historyOf(race, [two]).deviations(50_000);
    expect(deviations[3]!.ratio).toBeGreaterThan(0.012);
    expect(deviations[6]!.ratio).toBeGreaterThan(0.012);
  });

  it('leave the next place of a hilly course open as a table does, and many settle it', () => {
    const hilly = hundred(STATIONS.map((stop) => ({ ...stop, gainM: 500, lossM: 500 })));
    const edition = inventEdition(hilly, bog, { noiseRatio: 0.005 });
    const widthS = (past: PastEdition) => {
      const passages = [1, 2, 3].map((place) => ({ place, arriveS: place * 5000 }));
      const { earlyS, lateS } = historyOf(hilly, [past]).inRace(passages)[0]!;
      return lateS - earlyS;
    };
    const three = { ...edition, finishers: edition.finishers.filter((_, i) => i % 40 === 10) };
    expect(three.finishers).toHaveLength(3);
    expect(widthS(three)).toBeGreaterThan(1.5 * widthS(edition));
  });

  it('never make a window certain', () => {
    const race = hundred();
    const three = typed(inventEdition(race, bog), HISTORY.fewestRuns, () => true);
    const { earlyRatio, lateRatio } = historyOf(race, [three]).deviations(50_000)[4]!;
    expect(lateRatio - earlyRatio).toBeGreaterThan(0.03);
  });
});
