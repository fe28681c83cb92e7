import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplanOn } from '../support/cli.js';

const RIDGE = resolve('fixtures/init/ridge');

/** Somebody who gives these answers, and then leaves with Ctrl-C. */
async function answering(answers: readonly string[], ...argv: string[]) {
  const folder = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'ridge');
  const asked: string[] = [];
  const left = [...answers];
  const ask = async (question: string) => {
    asked.push(question);
    return left.shift() ?? null;
  };
  const ran = await raceplanOn({ isTTY: true, ask }, 'init', folder, ...argv);
  const plan = existsSync(folder) ? readFileSync(join(folder, 'race.yaml'), 'utf8') : null;
  return { ...ran, asked, plan, folder };
}

describe('on a terminal init asks', () => {
  it('five questions, each with what Enter takes', async () => {
    const { asked, plan, status } = await answering([
      ...['Ridge: "50" #1', '50 mi', '2030-06-29 06:00', 'Europe/Vienna', '11:30'],
    ]);
    expect(status).toBe(0);
    expect(asked).toHaveLength(5);
    for (const question of asked) expect(question).toMatch(/^.* \[.+\]: $/);
    expect(plan).toContain(`name: 'Ridge: "50" #1'\n`);
    expect(plan).toContain('distance: 50 mi\n');
    expect(plan).toContain('units: imperial\n');
    expect(plan).toContain('start: 2030-06-29 06:00\n');
    expect(plan).toContain('timezone: Europe/Vienna\n');
    expect(plan).toContain('- under 11:30\n');
  });

  it('and Enter alone gives the plan that is given without a terminal', async () => {
    const entered = await answering(['', '', '', '']);
    const unasked = await answering([], '--quiet');
    expect(entered.plan).toBe(unasked.plan);
    expect(entered.asked).toHaveLength(4);
    expect(unasked.asked).toEqual([]);
  });

  it('for the course by its distance or its file, and then no more for the zone', async () => {
    const { asked, plan } = await answering([
      '',
      join(RIDGE, 'course.gpx'),
      '2030-06-29 06:00',
      '',
    ]);
    expect(asked).toHaveLength(4);
    expect(plan).toContain('timezone: Europe/Vienna\n');
    expect(plan).toContain('Mill, lower');
  });

  it('only for what no option answers', async () => {
    const { asked } = await answering(
      [''],
      ...['--name', 'A', '--distance', '50 km', '--target', '7h'],
    );
    expect(asked).toEqual([expect.stringContaining('start')]);
    const ofCourse = await answering(['', '', ''], '--from', join(RIDGE, 'course.gpx'));
    expect(ofCourse.asked.join()).not.toContain('Distance');
  });

  it('again, with the reason, when an answer cannot be used', async () => {
    const { asked, plan } = await answering(['', 'far', '50 km', 'soon', '', '1:00', '7h']);
    expect(asked[2]).toMatch(/^"far" is not a distance.*\nDistance/);
    expect(asked[4]).toMatch(/^.*soon.*\n.*start/);
    expect(asked[6]).toMatch(/somebody has run.*\nFinish time/);
    expect(plan).toContain('- under 7h\n');
  });

  it('for one finish time, whatever was answered', async () => {
    const { asked } = await answering(['', '50 km', '', 'fast', '11:30,12:00', '7h']);
    for (const again of asked.slice(4, 6)) {
      expect(again).toMatch(/one finish time, such as 24h or 11:45.*\nFinish time/);
    }
  });

  it('how long the race is when past splits do not say it', async () => {
    const { asked, plan } = await answering(
      ['', '30 km', '', ''],
      '--from',
      join(RIDGE, 'splits.csv'),
    );
    expect(asked[1]).toContain('splits.csv says nothing');
    expect(plan).toContain('distance: 30 km\n');
  });

  it.each([0, 1, 2, 3])('and after Ctrl-C at question %i nothing is written', async (answers) => {
    const { status, stdout, stderr, folder } = await answering(Array(answers).fill(''));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('NOT_ANSWERED');
    expect(existsSync(folder)).toBe(false);
  });

  it('nothing where there is a plan already', async () => {
    const { folder } = await answering(['', '', '', '']);
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return '';
    };
    expect((await raceplanOn({ isTTY: true, ask }, 'init', folder)).status).toBe(2);
    expect(asked).toEqual([]);
  });
});
