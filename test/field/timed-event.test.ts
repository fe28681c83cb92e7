import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

/** Twenty-four runners 5 km apart, as DUV lists them. */
const distances = (winnerKm: number) =>
  [
    'Rank,Performance,Sex,YOB',
    ...Array.from({ length: 24 }, (_, i) => {
      const performance = `${(winnerKm - 5 * i).toFixed(3)} km`;
      return `${i + 1},${performance},${'MF'[i % 2]},${1960 + i}`;
    }),
  ].join('\n');
/** Twenty runners of a race over a distance, ten minutes apart. */
const times = [
  'place,time,sex,age',
  ...Array.from({ length: 20 }, (_, i) => `${i + 1},${20 + (i % 10)}:${i < 10 ? 1 : 4}0:00,M,40`),
].join('\n');

const FILES = {
  'day-2016.csv': distances(230),
  'day-2017.csv': distances(224),
  'day-2018.csv': distances(236),
  'hundred-2019.csv': times,
};
const DAY = `race: { name: Day, cutoff: 24 h }
athlete: { age: 45, sex: F }
units: metric
course: { distance: 200 km, laps: 200 }
`;
const HISTORY = `history: [${Object.keys(FILES).join(', ')}]\n`;
const TIMED = `${DAY}goals: [at least 180 km, women top 3]\n${HISTORY}`;
const OVER_DISTANCE = `race: { name: Hundred }
athlete: { age: 45, sex: F }
course: { distance: 100 km }
goals: [under 12h, women top 3]
${HISTORY}`;

const folder = (plan: string) => raceFolder({ 'race.yaml': plan, ...FILES });
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('editions of a timed event beside those of a race over a distance', () => {
  it('each keep their own kind, and no number mixes them', async () => {
    const files = folder(TIMED);
    const field = await askJson('field', '--plan', files['race.yaml']);
    expect(field).toMatchObject({ timesS: [], distancesM: [180_000] });
    const [day, , , hundred] = field.editions;
    expect(day).toMatchObject({
      winnerM: 230_000,
      medianM: 172_500,
      placeM: { 1: 230_000, 3: 220_000, 5: 210_000, 10: 185_000 },
      winnerS: null,
      medianS: null,
      placeS: null,
      finishRatio: null,
      comparable: true,
    });
    expect(day.fields[0].distancePlaces).toEqual([11]);
    expect(hundred).toMatchObject({
      winnerS: 72_600,
      winnerM: null,
      medianM: null,
      placeM: null,
      comparable: false,
      comparability: { why: 'other measure' },
    });
    expect(hundred.fields[0].distancePlaces).toEqual([null]);
    expect(field.averages).toMatchObject({
      editions: 3,
      winnerM: 230_000,
      winnerS: null,
      placeS: null,
      placeM: { 1: 230_000 },
    });
    expect(field.averages.fields[0].places[0]).toEqual({
      place: 1,
      editions: 3,
      meanM: 230_000,
      farthestM: 236_000,
      shortestM: 224_000,
    });
  });

  it('are told apart in words, within 80 columns', async () => {
    const files = folder(TIMED);
    const { stdout } = await raceplan('field', '--plan', files['race.yaml']);
    expect(stdout).toMatch(/Place +km +km +km +Editions/);
    expect(stdout).toMatch(/win +230\.0 +236\.0 +224\.0 +3 of 3\n/);
    expect(stdout).toContain('Where these distances would have placed, overall');
    expect(stdout).toContain('Where these distances would have placed, women 40–49');
    expect(stdout).not.toContain('Where these times');
    expect(plain(stdout)).toContain(
      '2019: times, left out; the averages are of distances of timed events.',
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('count by time for a plan with a time', async () => {
    const files = folder(OVER_DISTANCE);
    const { stdout } = await raceplan('field', '--plan', files['race.yaml']);
    expect(stdout).toContain('1 of 4 editions counted');
    expect(plain(stdout)).toContain('2016: distances of a timed event, left out; the averages are');
    expect(stdout).toContain('Where these times would have placed, overall');
  });

  it('without a plan, count by what most are', async () => {
    const plan = raceFolder({ a: distances(200), b: distances(190), c: times });
    expect((await askJson('field', plan.a, plan.b, plan.c)).averages).toMatchObject({
      editions: 2,
      winnerM: 195_000,
    });
    expect((await askJson('field', plan.a, plan.c, plan.c)).averages).toMatchObject({
      editions: 2,
      winnerS: 72_600,
      winnerM: null,
    });
  });

  it('in miles are printed in miles', async () => {
    const plan = raceFolder({ a: distances(200) });
    const { stdout } = await raceplan('field', plan.a, '--units', 'imperial');
    expect(stdout).toMatch(/Place +mi +mi +mi +Editions/);
    expect(stdout).toMatch(/win +124\.3 /);
  });
});

describe('a history of timed events', () => {
  it('tells what a place took in distance, and no chance of it', async () => {
    const { verdicts } = await askJson('build', '--plan', folder(TIMED)['race.yaml']);
    expect(verdicts[1]).toMatchObject({ goal: 'women top 3', status: 'unknown' });
    expect(verdicts[1].text).toBe('took 205.0 km on average, 211.0 km to 199.0 km in 3 editions');
  });

  it('says nothing of a race over a distance', async () => {
    const past = 'past: [{ race: A, date: 2018-05-05, distance: 80 km, time: 9:30:00 }]';
    const known = OVER_DISTANCE.replace('sex: F', `sex: F, ${past}`);
    const only = (history: string) =>
      folder(known.replace(HISTORY, `history: [${history}]\n`))['race.yaml'];
    const bare = await askJson('build', '--plan', only(''));
    const timed = await askJson('build', '--plan', only('day-2016.csv, day-2017.csv'));
    const chance = ({ verdicts }: { verdicts: { probability: number | null }[] }) =>
      verdicts.map(({ probability }) => probability);
    expect(chance(timed)).toEqual(chance(bare));
    expect(timed.legs).toEqual(bare.legs);
  });

  it('has nothing to score', async () => {
    const files = folder(TIMED);
    const plan = ['--plan', files['race.yaml']];
    const { status, stderr } = await raceplan('backtest', ...plan, files['day-2016.csv']);
    expect(status).toBe(2);
    expect(stderr).toContain('error NO_SPLITS');
  });
});

it('a goal of a place, while a timed event goes on, says that it goes by distance', async () => {
  const files = raceFolder({ 'race.yaml': TIMED, ...FILES, 'splits.csv': 'km,elapsed\n50,5:00\n' });
  const { verdicts } = await askJson('replan', files['splits.csv']);
  expect(verdicts[1]).toMatchObject({
    status: 'unknown',
    text: 'in a timed event places go by distance',
  });
});
