import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Track } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { computeDarkSpans } from '../../src/engine/pacing/dark-spans.js';
import { wayOf } from '../../src/engine/pacing/hours.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { interpolate } from '../../src/kernel/interpolate.js';
import { sum } from '../../src/kernel/stats.js';
import { renderText } from '../../src/render/values.js';
import type { Figure } from '../../src/report/figure.js';
import { type AnyRace, anyRace } from '../support/any-race.js';
import { analysisOf, buildOf, replanOf } from '../support/any-report.js';
import { figureNamed, figuresOf, layerOf } from '../support/figures.js';
import { planWithCourse, station } from '../support/plan.js';
import { logOf, NO_PACING, visit } from '../support/race.js';
import { straightTrack, trackAlong } from '../support/tracks.js';

const METRIC = { units: 'metric' as const };
const said = ({ point }: Figure) => renderText(point, METRIC);
const H = 3600;

/** One mountain of 1,000 m above a valley at 400 m, its top at 25 of 50 km. */
const mountain = (m: number) => 400 + 1000 * (1 - Math.abs(m / 25_000 - 1));

/** Fifty kilometres with two stations, in ten hours from four in the afternoon. */
function overTheMountain(
  course: Partial<Plan['course']> = {},
  track: Track | null = straightTrack(50_000, mountain),
): AnyRace {
  const targetS = 10 * H;
  const blank = planWithCourse({});
  const plan = planWithCourse(
    {
      distanceM: 50_000,
      trackFile: track ? 'course.gpx' : null,
      stations: [
        station('Hut', 20_000, { stopS: 600, crew: true, cutoffS: 6 * H }),
        station('Mill', 40_000, { stopS: 300 }),
      ],
      ...course,
    },
    {
      race: {
        ...blank.race,
        startAt: Date.UTC(2025, 8, 10, 14),
        zone: 'Europe/Rome',
        zoneGiven: true,
      },
      pacing: { ...NO_PACING, target: { kind: 'time', targetS } },
    },
  );
  const { value, diagnostics } = buildCourse(plan, track);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const sun = computeSun({ lat: 45, lon: 7 }, plan.race.startAt!, plan.race.zone, 2 * targetS);
  const pace = computePacePlan(plan, value, sun, { kind: 'time', targetS });
  if ('kind' in pace) throw new Error(pace.kind);
  return { plan, course: value, sun, pace };
}

describe('where it is dark', () => {
  it('is where the legs of the plan are dark, to the minute', { timeout: 60_000 }, () => {
    let dark = 0;
    for (const { sun, pace } of fc.sample(anyRace, { seed: 4, numRuns: 200 })) {
      if (!sun) continue;
      const spans = computeDarkSpans(wayOf(pace), sun);
      for (const { leg, arriveS, movingS, lightS } of pace.legs) {
        const inside = sum(
          spans.map(({ fromS, toS }) =>
            Math.max(0, Math.min(toS, arriveS) - Math.max(fromS, arriveS - movingS)),
          ),
        );
        // each span begins and ends within a minute of what it should
        expect(Math.abs(inside - lightS.dark)).toBeLessThanOrEqual(60 * (spans.length + 1));
        if (lightS.dark < 120) continue;
        dark += 1;
        expect(spans.some(({ fromM, toM }) => fromM < leg.to.atM && toM > leg.from.atM)).toBe(true);
      }
    }
    expect(dark).toBeGreaterThan(100);
  });

  it('is no place where the runner sits through the night', () => {
    const { sun } = overTheMountain();
    const way = [
      { fromS: 0, toS: 3 * H, fromM: 0, toM: 20_000 },
      { fromS: 3 * H, toS: 17 * H, fromM: 20_000, toM: 20_000 },
      { fromS: 17 * H, toS: 19 * H, fromM: 20_000, toM: 50_000 },
    ];
    expect(computeDarkSpans(way, sun!)).toEqual([]);
  });
});

describe('the profile of a plan', () => {
  const race = overTheMountain();
  const figure = figureNamed(buildOf(race), 'profile');

  it('shows the ground of the track', () => {
    const { points } = layerOf(figure, 'area', 'ground')!;
    const top = Math.max(...points.map(({ y }) => y!));
    // crests are rounded off a little
    expect(top).toBeGreaterThan(1_395);
    expect(top).toBeLessThanOrEqual(1_400);
    const knots = points.map(({ x, y }) => [x, y!] as const);
    for (const atM of [5_000, 12_300, 40_000]) {
      expect(interpolate(knots, atM)).toBeCloseTo(mountain(atM), 0);
    }
    expect(said(figure)).toContain('highest place is 1,399 m above the sea, at 25.0 km');
  });

  it('shades what is run in the dark, and says from when', () => {
    const { spans } = layerOf(figure, 'shade', 'night')!;
    expect(spans).toHaveLength(1);
    expect(spans[0]!.to).toBe(50_000);
    const darkS = sum(race.pace.legs.map(({ lightS }) => lightS.dark));
    expect(darkS).toBeGreaterThan(H);
    // dusk is about 20:25 there and then
    expect(said(figure)).toMatch(/Dark from \d+\.\d km \(20:\d\d\) to the finish\.$/);
  });

  it('marks stations at their height, those of the crew and with a cutoff before the others', () => {
    const { marks } = layerOf(figure, 'marks')!;
    expect(marks.map(({ x }) => x)).toEqual([20_000, 40_000, 50_000]);
    expect(marks[0]!.y).toBeCloseTo(1_200, 0);
    expect(marks.map(({ weight }) => weight)).toEqual([2, 1, 3]);
    const window = race.pace.legs[0]!.window!;
    expect(window.lateS).toBeGreaterThan(window.earlyS);
    expect(marks[0]!.details.map((line) => renderText(line, METRIC)).join(', ')).toMatch(
      /^\d\d:\d\d, \d\d:\d\d–\d\d:\d\d, cutoff 22:00$/,
    );
  });

  it('says so where nothing tells when it is dark', () => {
    const untold = figureNamed(buildOf({ ...race, sun: null }), 'profile');
    expect(layerOf(untold, 'shade')).toBeNull();
    expect(said(untold)).toContain('Nothing tells when it is dark');
  });
});

describe('the profile of a course without a track', () => {
  it('is none where neither heights nor climbs are known', () => {
    const race = overTheMountain({ stations: [station('Hut', 20_000)] }, null);
    expect(figuresOf(buildOf(race)).map(({ id }) => id)).not.toContain('profile');
  });

  it('counts from the start where climbs and descents tell the height of every place', () => {
    const stations = [station('Hut', 20_000, { gainM: 500, lossM: 100 })];
    const race = overTheMountain({ stations, gainM: 900, lossM: 900 }, null);
    const figure = figureNamed(buildOf(race), 'profile');
    expect(layerOf(figure, 'area')!.points.map(({ y }) => y)).toEqual([0, 400, 0]);
    expect(said(figure)).toContain('highest place is 400 m above the start, at 20.0 km');
  });

  it('calls no hills flat: shows the climbs where stations lie no higher than one another', () => {
    const stations = [station('Hut', 20_000, { gainM: 500, lossM: 480 })];
    const race = overTheMountain({ stations, gainM: 900, lossM: 900 }, null);
    const figure = figureNamed(buildOf(race), 'profile');
    expect(layerOf(figure, 'area')).toBeNull();
    expect(layerOf(figure, 'columns')!.columns).toEqual([
      { from: 0, to: 20_000, y: 500 / 20_000 },
      { from: 20_000, to: 50_000, y: 400 / 30_000 },
    ]);
    expect(said(figure)).toContain(
      'Steepest on the way to Hut: 500 m up in 20.0 km, 2.5% on average.',
    );
  });

  it('runs straight from station to station, and says so', () => {
    const stations = [
      station('Hut', 20_000, { elevationM: 1_200 }),
      station('Mill', 40_000, { elevationM: 800 }),
    ];
    const race = overTheMountain({ stations, elevationM: 400 }, null);
    const figure = figureNamed(buildOf(race), 'profile');
    expect(layerOf(figure, 'area')!.points.slice(0, 3)).toEqual([
      { x: 0, y: 400 },
      { x: 20_000, y: 1_200 },
      { x: 40_000, y: 800 },
    ]);
    expect(said(figure)).toContain('Hills between stations are not known');
  });
});

/** A square, up by 20 m and down by 40 m and back. */
const loopOf = (lapM: number): Track =>
  trackAlong(
    [
      [0, 0],
      [lapM / 4, 0],
      [lapM / 4, lapM / 4],
      [0, lapM / 4],
      [0, 0],
    ],
    (m) => 400 + 20 * Math.sin((m / lapM) * 2 * Math.PI),
  );

describe('the profile of laps', () => {
  it('is one lap where there are many', () => {
    const lap = loopOf(5_000);
    const race = overTheMountain({ laps: 10, stations: [station('Camp', 5_000)] }, lap);
    const figure = figureNamed(buildOf(race), 'profile');
    const { points } = layerOf(figure, 'area')!;
    expect(points.at(-1)!.x).toBeCloseTo(5_000, -2);
    expect(layerOf(figure, 'shade')).toBeNull();
    expect(said(figure)).toMatch(
      /^One lap of 10 climbs [34]\d m and falls [34]\d m; its highest place is 4[12]\d m/,
    );
  });

  it('is all of them where they are few', () => {
    const lap = loopOf(25_000);
    const race = overTheMountain({ laps: 2, stations: [station('Camp', 25_000)] }, lap);
    const { points } = layerOf(figureNamed(buildOf(race), 'profile'), 'area')!;
    expect(points.at(-1)!.x).toBeCloseTo(50_000, -2);
  });
});

describe('the profile of a race run', () => {
  const race = overTheMountain();

  it('is dark where the runner was in the dark, not where that was planned', () => {
    const late = logOf([visit(1, 5.5 * H, 5.6 * H), visit(2, 11 * H, 11.1 * H), visit(3, 14 * H)], {
      status: 'finished',
      finishS: 14 * H,
    });
    const [planned, run] = [buildOf(race), analysisOf(race, late)].map(
      (report) => layerOf(figureNamed(report, 'profile'), 'shade')!.spans[0]!,
    );
    expect(run!.from).toBeLessThan(planned!.from - 3_000);
    const { marks } = layerOf(figureNamed(analysisOf(race, late), 'profile'), 'marks')!;
    expect(renderText(marks.at(-1)!.details[1]!, METRIC)).toBe('4 h behind plan');
  });

  it('goes on as forecast while the race does', () => {
    const open = logOf([visit(1, 4 * H, 4.2 * H)]);
    const figure = figureNamed(replanOf(race, open), 'profile');
    expect(layerOf(figure, 'marks')!.marks.map(({ x }) => x)).toEqual([20_000, 40_000, 50_000]);
    expect(layerOf(figure, 'shade')!.spans.at(-1)!.to).toBe(50_000);
  });
});
