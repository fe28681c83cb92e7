import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const PLAN = `race: { name: Short, start: 2018-09-08 07:00, timezone: America/New_York }
units: metric
course: { distance: 50 km, stations: [{ name: Mill, at: 25 km }] }
pacing: { target: "6:00" }
goals: [caffeine <= 100 mg, carbs >= 10 g/h]
nutrition:
  products:
    - { name: gel, carbs: 25 g, caffeine: 20 mg }
    - { name: cola, per: 200 ml, carbs: 20 g }
`;
const SPLITS = 'station,arrive,depart\nMill,10:00,10:00\nFinish,13:00,\n';

const logged = (intake: string, splits = SPLITS) => {
  const files = raceFolder({ 'race.yaml': PLAN, 'splits.csv': splits, 'intake.csv': intake });
  return files['splits.csv'];
};

describe('an item that is no product of the plan', () => {
  const PILLS = 'time,item,amount\n8:00,gel,1\n9:00,caffeine pill,4\n10:30,gel,3\n';

  it('leaves unknown what it may hold: four caffeine pills are no caffeine goal met', async () => {
    const { verdicts, nutrition, diagnostics } = await askJson('analyze', logged(PILLS));
    expect(verdicts).toMatchObject([{ status: 'unknown' }, { status: 'unknown' }]);
    expect(verdicts[0].text).toContain('what some items hold is unknown');
    expect(nutrition.total).toMatchObject({ caffeineMg: null, carbG: null });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'UNKNOWN_PRODUCT' }));
  });

  it('may say what it holds itself: only what has no column stays unknown', async () => {
    const rows = 'time,item,carbs_g\n8:00,gel,\n9:00,banana,27\n';
    const { verdicts, nutrition } = await askJson('analyze', logged(rows));
    expect(nutrition.total).toMatchObject({ carbG: 52, caffeineMg: null });
    expect(verdicts[0].status).toBe('unknown');
    const told = 'time,item,carbs_g,caffeine_mg\n8:00,gel,,\n9:00,banana,27,\n';
    const whole = await askJson('analyze', logged(told));
    expect(whole.nutrition.total).toMatchObject({ carbG: 52, caffeineMg: 20 });
    expect(whole.verdicts[0].status).toBe('met');
  });
});

describe('an amount', () => {
  it.each([
    ['1½', 37.5],
    ['½', 12.5],
    ['1 1/2', 37.5],
    ['3/4', 18.75],
    ['2 ⅓', 25 * (7 / 3)],
    ['"0,045"', 1.125],
    ['', 25],
  ])('of a gel written %s is what it says', async (amount, carbG) => {
    const { nutrition } = await askJson(
      'analyze',
      logged(`time,item,amount\n8:00,gel,${amount}\n`),
    );
    expect(nutrition.total.carbG).toBeCloseTo(carbG, 3);
  });

  it('of a drink may have a decimal comma', async () => {
    const { nutrition } = await askJson(
      'analyze',
      logged('time,item,amount\n8:00,cola,"0,045 l"\n'),
    );
    expect(nutrition.total).toMatchObject({ fluidMl: 45, carbG: 4.5 });
  });

  it('of a nutrient may have one too', async () => {
    const { nutrition } = await askJson('analyze', logged('time,carbs_g\n8:00,"0,045"\n'));
    expect(nutrition.total.carbG).toBe(0.045);
  });

  it.each(['1/0', '0/0', '1/', '/2', '1/2/3'])(
    'written %s is an error where it stands',
    async (amount) => {
      const { status, stderr } = await raceplan(
        'analyze',
        logged(`time,item,amount\n8:00,gel,${amount}\n`),
      );
      expect(status).toBe(2);
      expect(stderr).toContain('intake.csv:2:10: error BAD_AMOUNT');
    },
  );
});

describe('what was taken at the finish', () => {
  it('within a minute of it counts: a log is written to the minute', async () => {
    const splits = SPLITS.replace('13:00', '12:59:30');
    const { nutrition, diagnostics } = await askJson(
      'analyze',
      logged('time,item\n9:00,gel\n13:00,gel\n', splits),
    );
    expect(nutrition.total.carbG).toBe(50);
    expect(diagnostics).not.toContainEqual(
      expect.objectContaining({ code: 'INTAKE_AFTER_FINISH' }),
    );
  });

  it('later does not, and that is said', async () => {
    const { nutrition, diagnostics } = await askJson(
      'analyze',
      logged('time,item\n9:00,gel\n13:02,gel\n'),
    );
    expect(nutrition.total.carbG).toBe(25);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'INTAKE_AFTER_FINISH' }));
  });
});

describe('intake in the splits and in a log of its own', () => {
  const INTAKE = 'time,item\n8:00,gel\n11:00,gel\n';

  it('counts both where they tell different things', async () => {
    const splits = 'station,arrive,depart,fluid_ml\nMill,10:00,10:00,900\nFinish,13:00,,600\n';
    const { nutrition } = await askJson('analyze', logged(INTAKE, splits));
    expect(nutrition.total).toMatchObject({ fluidMl: 1500, carbG: 50 });
  });

  it('is an error where both tell the same nutrient: nobody knows whether it was taken twice', async () => {
    const splits = 'station,arrive,depart,carbs_g\nMill,10:00,10:00,60\nFinish,13:00,,40\n';
    const { status, stderr } = await raceplan('analyze', logged(INTAKE, splits));
    expect(status).toBe(2);
    expect(stderr).toContain('splits.csv:2:1: error INTAKE_TWICE');
    expect(stderr).toContain('carbs is logged here and in');
  });
});
