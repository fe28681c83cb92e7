import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { RACES } from '../support/race-files.js';
import { faultsOf } from '../support/xml-schema.js';

describe('JUnit', () => {
  const PINE_CREEK = join(RACES, 'pine-creek-100k');
  const BACKYARD = join(RACES, 'backyard');

  it.each([
    ['build', PINE_CREEK],
    ['build', PINE_CREEK, '--strict'],
    ['check', PINE_CREEK],
    ['analyze', join(PINE_CREEK, 'splits.csv')],
    ['analyze', join(BACKYARD, 'splits.csv')],
    ['compare', PINE_CREEK, BACKYARD],
  ])('of %s %s is taken by the schema of CI systems', async (...argv) => {
    const { stdout } = await raceplan(...argv, '--format', 'junit');
    expect(stdout).toContain('<testcase ');
    expect(await faultsOf(stdout, 'junit.xsd')).toEqual([]);
  });

  it('is held against a schema that refuses what is none', async () => {
    const { stdout } = await raceplan('check', PINE_CREEK, '--format', 'junit');
    expect(
      await faultsOf(stdout.replace('<testsuites ', '<testsuites skipped="1" '), 'junit.xsd'),
    ).not.toEqual([]);
  });
});
