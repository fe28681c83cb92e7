import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const PLAN = `race: { name: Ridge Run, start: 2018-09-08 07:00, timezone: America/New_York }
athlete: { age: 44, sex: F }
course: { distance: 50 km }
goals: [women top 3, age group win, under 6:30]
`;
/** Of twelve finishers five minutes apart every third is a woman, every third of a sex that `unsaid` stands for. */
const results = (unsaid: string, told = ['M', 'F']) =>
  [
    'place,bib,time,gender,age',
    ...Array.from({ length: 12 }, (_, i) => {
      const minutes = 300 + 5 * i;
      const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:00`;
      return `${i + 1},${i + 11},${time},${[...told, unsaid][i % 3]},${30 + 2 * i}`;
    }),
  ].join('\n');

const folder = (text: string) => raceFolder({ 'race.yaml': PLAN, 'results.csv': text });
async function ask(text: string) {
  const files = folder(text);
  const { editions } = await askJson('field', '--plan', files['race.yaml'], files['results.csv']);
  const [edition] = editions;
  const of = (field: string) =>
    edition.fields.find((entry: { field: string }) => entry.field === field);
  return { edition, women: of('women'), ageGroup: of('ageGroup') };
}
async function print(text: string) {
  const files = folder(text);
  return (await raceplan('field', '--plan', files['race.yaml'], files['results.csv'])).stdout;
}

describe('a field of which the results tell the sex in part', () => {
  it('has a least number, and how many more may belong', async () => {
    const { edition, women, ageGroup } = await ask(results(''));
    expect(edition).toMatchObject({ finishers: 12, unknownSex: 4 });
    expect(women).toMatchObject({ finishers: null, finishersAtLeast: 4, finishersUnknown: 4 });
    // the woman of 44, and two of unknown sex of 40 and 46
    expect(ageGroup).toMatchObject({ finishers: null, finishersAtLeast: 1, finishersUnknown: 2 });
  });
  it('has places only where those cannot change them', async () => {
    const { women } = await ask(results(''));
    // the first woman is second overall, and the third finisher may be the second
    expect(women.placeS).toMatchObject({ 1: 5 * 3600 + 300, 3: null });
  });
  it('says so below every table of it', async () => {
    const text = await print(results(''));
    expect(text).toContain('4 more finishers of unknown sex may belong here');
    expect(text).toContain('2 more finishers of unknown sex or age may belong here');
    expect(text).toMatch(/results\.csv +\S+ +at least 1\n/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('a field of which nobody is sure to be', () => {
  // men of every age, and of unknown sex those who may be women of 40 to 49
  const text = results('', ['M', 'M']);
  it('has none at the least, and no place', async () => {
    const { ageGroup } = await ask(text);
    expect(ageGroup).toMatchObject({ finishers: null, finishersAtLeast: 0, finishersUnknown: 2 });
  });
  it('is said to be so', async () => {
    const printed = (await print(text)).replace(/\s+/g, ' ');
    expect(printed).toContain(
      'women 40–49: at least 0 finished; 2 more finishers of unknown sex or age may belong, so no place is sure.',
    );
  });
});

describe('a field of which the results tell no sex', () => {
  const none = results('', ['', '']);
  it('is not counted, not as none either', async () => {
    const { edition, women, ageGroup } = await ask(none);
    expect(edition.unknownSex).toBe(12);
    expect(women).toMatchObject({ finishers: null, finishersAtLeast: null, finishersUnknown: 12 });
    expect(ageGroup).toMatchObject({ finishers: null, finishersAtLeast: null });
  });
  it('has no table, and why', async () => {
    const text = await print(none);
    expect(text).not.toMatch(/What it takes, women|placed, women/);
    expect(text).toContain('the results tell no sex, so women and the age group cannot be');
  });
  it('decides no goal', async () => {
    const files = folder(none);
    const { editions } = await askJson('field', '--plan', files['race.yaml'], files['results.csv']);
    expect(editions).toHaveLength(1);
    const plan = raceFolder({
      'race.yaml': `${PLAN}history: [{ file: ${files['results.csv']} }]\n`,
    });
    const { verdicts } = await askJson('build', '--plan', plan['race.yaml']);
    expect(verdicts.map(({ status }: { status: string }) => status).slice(0, 2)).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

it('a field of which all is told is counted', async () => {
  const { edition, women } = await ask(results('M'));
  expect(edition.unknownSex).toBe(0);
  expect(women).toMatchObject({ finishers: 4, finishersAtLeast: 4, finishersUnknown: 0 });
  expect(await print(results('M'))).not.toContain('unknown sex');
});

it('an age group that editions draw differently is said, with the years of each', async () => {
  const list = (...groups: string[]) =>
    [
      'place,bib,time,sex,category',
      ...groups.map((g, i) => `${i + 1},${i + 3},5:${i}0:00,F,${g}`),
    ].join('\n');
  const files = raceFolder({
    'race.yaml': PLAN,
    'results-2016.csv': list('W40', 'W50', 'W40', 'W30'),
    'results-2017.csv': list('W45', 'W40', 'W40', 'W35'),
  });
  const { stdout } = await raceplan(
    'field',
    ...['--plan', files['race.yaml'], files['results-2016.csv'], files['results-2017.csv']],
  );
  expect(stdout).toContain('What it takes, women 40–44');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'The age group is not the same in all editions: 40–49 in 2016.',
  );
});
