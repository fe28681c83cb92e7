import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

/** Twelve finishers of a flat 50 km, each minute of the half one runner later. */
const splitsOf = (fade: number) =>
  [
    'place,bib,time,Mill',
    ...Array.from({ length: 12 }, (_, i) => {
      const halfMin = 140 + i;
      const finishMin = Math.round(halfMin * (2 + fade));
      const time = (min: number) =>
        `${Math.floor(min / 60)}:${String(min % 60).padStart(2, '0')}:00`;
      return `${i + 1},${i + 1},${time(finishMin)},${time(halfMin)}`;
    }),
  ].join('\n');

describe('a race among whose history stands its own edition', () => {
  it.each([
    [['2023', '2024'], 2],
    [['2023', '2025'], 1],
    [['2025'], 0],
    [['2024', '2026'], 1],
  ])('counts of %s the %s before it', async (years, counted) => {
    const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
    for (const year of years) writeFileSync(join(folder, `splits-${year}.csv`), splitsOf(0.1));
    writeFileSync(join(folder, 'splits.csv'), 'station,arrive\nMill,8:25\nFinish,11:00\n');
    writeFileSync(
      join(folder, 'race.yaml'),
      `race: { name: Flat 50, start: 2025-05-10 06:00, timezone: Europe/Rome }
units: metric
course: { distance: 50 km, stations: [{ name: Mill, at: 25 km }] }
goals: [under 6h]
history: [${years.map((year) => `splits-${year}.csv`).join(', ')}]
`,
    );
    const { stdout } = await raceplan('analyze', join(folder, 'splits.csv'), '--format', 'json');
    expect(JSON.parse(stdout).besideField?.editions ?? 0).toBe(counted);
  });
});
