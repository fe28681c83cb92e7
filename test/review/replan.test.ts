import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeForecast } from '../../src/domain/forecast.js';
import type { Goal } from '../../src/domain/goal.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import { computeChanges } from '../../src/engine/advice/changes.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { appointmentsOf } from '../support/calendar.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const goal = (text: string): Goal => ({
  text,
  priority: 'A',
  target: parseGoal(text, 'metric') as Exclude<ReturnType<typeof parseGoal>, string>,
});

const { plan, course, pace } = flatFifty({ goals: [goal('under 6:10'), goal('under 5h')] });

/** A log as planned up to `places`, each stop `overS` longer. */
const logUpTo = (places: number, overS = 0) =>
  logOf(
    pace.legs.slice(0, places).map((leg, i) => {
      const shiftS = i * overS;
      const departS = i === pace.legs.length - 1 ? null : leg.departS + shiftS + overS;
      return visit(i + 1, leg.arriveS + shiftS, departS);
    }),
  );

/** The rest as planned, shifted; 5 % either way. */
const restShifted = (places: number, byS: number): TimeForecast[] =>
  pace.legs.slice(places).map(({ arriveS }) => {
    const medianS = arriveS + byS;
    return { medianS, earlyS: medianS * 0.95, lateS: medianS * 1.05 };
  });

const replanAt = (places: number, overS = 0) =>
  replanRace({
    plan,
    course,
    pace,
    log: logUpTo(places, overS),
    field: null,
    results: null,
    forecastAhead: restShifted(places, Math.max(0, places - 1) * overS),
  });

describe('replan', () => {
  it('as planned has nothing to change but keeps the pace in view', () => {
    const replan = replanAt(3);
    expect(replan.behindS).toBeCloseTo(0, 6);
    expect(replan.stopsOverS).toBeCloseTo(0, 6);
    expect(computeChanges(plan, replan).map(({ kind }) => kind)).toEqual(['pace']);
    expect(replan.ahead.map(({ planned }) => planned.leg.to.name)).toEqual(['Km 40', 'Finish']);
  });

  it('counts the stop just left among those that ran over, and puts off what follows', () => {
    const replan = replanAt(3, 180);
    expect(replan.stopsOverS).toBeCloseTo(540, 6);
    expect(replan.behindS).toBeCloseTo(540, 6);
    expect(replan.ahead.at(-1)?.forecast.medianS).toBeCloseTo(pace.targetS + 540, 6);
    const stops = computeChanges(plan, replan).find(({ kind }) => kind === 'stops over');
    expect(stops).toMatchObject({ leftS: 120, stations: 1 });
  });

  it('says where the time went at the moment it speaks of: the losses add up to what it is behind', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -60, max: 900 }),
        fc.boolean(),
        fc.boolean(),
        (places, overS, isArrivalLogged, isDepartureLogged) => {
          const { visits } = logUpTo(places, overS);
          const here = {
            ...visits.at(-1)!,
            ...(isArrivalLogged ? {} : { arriveS: null }),
            ...(isDepartureLogged || !isArrivalLogged ? {} : { departS: null }),
          };
          const { losses, behindS } = replanRace({
            plan,
            course,
            pace,
            log: logOf([...visits.slice(0, -1), here]),
            field: null,
            results: null,
            forecastAhead: restShifted(places, 0),
          });
          const allS = losses.reduce((total, { seconds }) => total + seconds, 0);
          expect(allS).toBeCloseTo(behindS, 6);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });

  it('counts a stop just left among the losses to stops', () => {
    const { losses } = replanAt(3, 180);
    const stops = losses.find(({ cause }) => cause === 'stops');
    expect(stops?.seconds).toBeCloseTo(540, 6);
  });

  it('of a race that ended between stations is behind by what it took to there', () => {
    const log = logOf(logUpTo(3).visits, { status: 'dnf', endedAtM: 35_000, endedS: 17_000 });
    const replan = replanRace({
      plan,
      course,
      pace,
      log,
      field: null,
      results: null,
      forecastAhead: [],
    });
    const { endS, planned } = replan.review.stretches.at(-1)!;
    expect(replan.behindS).toBeCloseTo(endS - planned.endS, 6);
    expect(replan).toMatchObject({ departed: false, losses: replan.review.losses });
  });

  it('tells the latest departure that keeps a goal', () => {
    const [reachable] = replanAt(3).goals;
    expect(reachable?.demand?.slackS).toBeCloseTo(600, 6);
    expect(reachable?.demand?.latestDepartS).toBeCloseTo(pace.legs[2]!.departS + 600, 6);
    expect(reachable?.demand?.latestDepartAheadS[0]).toBeCloseTo(pace.legs[3]!.departS + 600, 6);
  });

  it('knows a goal out of reach, and the moving pace one within reach needs', () => {
    const [reachable, gone] = replanAt(3).goals;
    expect(gone).toMatchObject({ alive: false, status: 'unlikely' });
    expect(reachable?.alive).toBe(true);
    const left = 6 * 3600 + 600 - pace.legs[2]!.departS - 120;
    expect(reachable?.demand?.movingSPerKm).toBeCloseTo(left / 20, 6);
  });

  it('knows no chances before the first split: the forecast is still the plan', () => {
    expect(replanAt(0).goals).toMatchObject([
      { status: 'unknown', probability: null, alive: true },
      { status: 'unknown', probability: null, alive: true },
    ]);
  });

  it('with the whole log agrees with the analysis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (overS) => {
        const log = logUpTo(5, overS);
        const replan = replanRace({
          plan,
          course,
          pace,
          log,
          field: null,
          results: null,
          forecastAhead: [],
        });
        const review = reviewRace(plan, course, pace, log, null);
        expect(replan.review.ending).toEqual(review.ending);
        expect(replan.behindS).toBeCloseTo(review.ending.elapsedS - pace.targetS, 6);
        expect(replan.goals.map(({ status }) => status)).toEqual(
          review.judgements.map(({ status }) => status),
        );
        expect(computeChanges(plan, replan)).toEqual([]);
      }),
    );
  });
});

describe('before the first split', () => {
  const { 'race.yaml': plan, 'splits.csv': log } = raceFolder({
    'race.yaml': `race: { name: Valley, start: 2024-06-01 06:00, timezone: Europe/Vienna }
course: { distance: 80 km, stations: [{ name: Mill, at: 30 km }] }
goals: [under 12h]
`,
    'splits.csv': 'station,arrive\nMill,\n',
  });
  const said = async (format: string, ...more: string[]) =>
    (await raceplan('replan', log, '--plan', plan, '--format', format, ...more)).stdout;

  it('the finish is as planned, and nobody says that 8 in 10 arrive at that very second', async () => {
    expect(await said('terminal')).toMatch(
      /Finish +11:59:00 at 17:59; as planned: nothing is passed yet/,
    );
    expect(await said('terminal')).toMatch(/Finish +80\.0 +17:59 +0:00 +– +–/);
    expect(await said('terminal', '--brief')).toContain('Finish 17:59, as planned');
    expect(await said('markdown')).toContain('Forecast at the finish: on plan.');
    expect(await said('csv')).toMatch(/^Finish,80,[^,]+,[^,]+,11:59:00,0,,,/m);
    const { legs } = JSON.parse(await said('json'));
    expect(legs.at(-1).forecast).toMatchObject({ earlyS: null, lateS: null });
    expect(legs[0].forecast.lateS).toBeGreaterThan(legs[0].forecast.earlyS + 60);
    const finish = appointmentsOf(await said('ics')).at(-1)!;
    expect(finish.startAt).toBe(finish.endAt);
    expect(finish.description).toMatch(/^Expected 17:59$/m);
  });
});
