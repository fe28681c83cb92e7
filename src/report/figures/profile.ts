/** The ground, with the stations on it and where it is dark when the runner is there. */
import { type Course, type Place, SAME_PLACE_M } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { cutoffOf } from '../../engine/course/cutoffs.js';
import type { Sun } from '../../engine/course/daylight.js';
import { computeDarkSpans, type DarkSpan } from '../../engine/pacing/dark-spans.js';
import type { WayPart } from '../../engine/pacing/hours.js';
import type { Resolution } from '../../kernel/clock.js';
import { interpolate } from '../../kernel/interpolate.js';
import { sum } from '../../kernel/stats.js';
import type { Figure, Layer, Mark } from '../figure.js';
import { moment } from '../moment.js';
import { count, distance, height, joinText, say, type Text, words } from '../value.js';
import { climbsFigure } from './climbs.js';
import { drawnLayers } from './placing.js';

/** A station as it is reached: planned, run or forecast. */
export interface StationReached {
  at: Place;
  isFinish: boolean;
  arriveS: number;
  /** When the runner may come; `null`: nothing tells, or all of it is after the closing. */
  window: { earlyS: number; lateS: number } | null;
  /** Said in place of the window: how far off plan. */
  against?: Text;
}

export interface ProfileInput {
  plan: Plan;
  course: Course;
  /** `null`: not known. */
  sun: Sun | null;
  /** When the runner is where, from the start on. */
  way: readonly WayPart[];
  stations: readonly StationReached[];
  /** Of the arrivals; left out of times that are planned. */
  resolutionS?: Resolution;
  /** The table that has the climbs and the times. */
  table: string;
}

/** More laps than this show nothing but how often the first is repeated. */
const MOST_LAPS = 6;
/** More nights than this are counted, not named one by one. */
const MOST_NIGHTS = 2;

/** `null` where neither heights nor climbs are known. */
export function profileFigure(input: ProfileInput): Figure | null {
  const { plan, course, sun, way, table } = input;
  const { laps } = plan.course;
  const isOneLap = laps > MOST_LAPS;
  const untilM = isOneLap ? course.distanceM / laps : course.distanceM;
  const heights = course.heights.filter(([atM]) => atM <= untilM + SAME_PLACE_M);
  const dark = sun && !isOneLap ? computeDarkSpans(way, sun) : null;
  const isGroundKnown = heights.length >= 2 && doHeightsTell(course, heights);
  const heightAt = (atM: number) => (isGroundKnown ? interpolate(course.heights, atM) : null);
  const night: Layer = {
    kind: 'shade',
    role: 'night',
    name: 'dark',
    // who runs on beyond the distance planned has no ground there
    spans: (dark ?? []).flatMap(({ fromM, toM }) =>
      fromM < untilM ? [{ from: fromM, to: Math.min(toM, untilM) }] : [],
    ),
  };
  const stations: Layer = {
    kind: 'marks',
    role: 'plan',
    name: null,
    marks: isOneLap ? lapMarks(course, untilM, heightAt) : stationMarks(input, heightAt),
  };
  if (!isGroundKnown) {
    if (isOneLap) return null;
    const around = { below: [night], above: [stations], night: nightText(input, dark) };
    return climbsFigure(course, around, table);
  }
  return {
    kind: 'chart',
    id: 'profile',
    title: isOneLap ? 'Elevation of a lap' : 'Elevation and night',
    point: pointOf(input, heights, dark, isOneLap),
    table,
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: untilM },
      y: {
        label: course.heightsAbove === 'sea' ? 'Above sea' : 'Above the start',
        quantity: { kind: 'height' },
        to: Math.min(...heights.map(([, heightM]) => heightM)) + LEAST_HEIGHT_RATIO * untilM,
      },
      layers: drawnLayers([
        night,
        {
          kind: 'area',
          role: 'ground',
          name: 'ground',
          points: heights.map(([x, y]) => ({ x, y })),
        },
        stations,
      ]),
    },
    isForScreen: true,
  };
}

/** At least so much height, of the distance: a rail trail is not drawn as a canyon. */
const LEAST_HEIGHT_RATIO = 1 / 800;

/** Where less of the climbs than this shows in the heights of stations, a line between them would call hills flat. */
const LEAST_SHOWN_RATIO = 1 / 4;

/** Heights above the sea are as given; those that follow from climbs hide what goes up and down again on a leg. */
function doHeightsTell(
  { heightsAbove, gainM, lossM }: Course,
  heights: Course['heights'],
): boolean {
  const shownM = sum(heights.slice(1).map(([, heightM], i) => Math.abs(heightM - heights[i]![1])));
  return heightsAbove === 'sea' || shownM >= LEAST_SHOWN_RATIO * ((gainM ?? 0) + (lossM ?? 0));
}

/** The finish is labelled first, then where crew may be or a cutoff is kept. */
const weightOf = (at: Place, isFinish: boolean): number =>
  isFinish ? 3 : at.crew || at.cutoffS !== null ? 2 : 1;

const stationMarks = (
  { plan, stations, resolutionS }: ProfileInput,
  heightAt: (atM: number) => number | null,
): Mark[] =>
  stations.map(({ at, isFinish, arriveS, window, against }): Mark => {
    const time: Text = [moment(plan, arriveS, resolutionS)];
    const between =
      window && window.lateS > window.earlyS
        ? say`${moment(plan, window.earlyS, resolutionS)}–${moment(plan, window.lateS, resolutionS)}`
        : null;
    const closesS = cutoffOf(plan, at, isFinish);
    const cutoff = closesS === null ? null : say`cutoff ${moment(plan, closesS)}`;
    return {
      x: at.atM,
      y: heightAt(at.atM),
      label: [words(at.name)],
      details: [time, against ?? between, cutoff].filter((line) => line !== null),
      weight: weightOf(at, isFinish),
    };
  });

const lapMarks = (
  { legs }: Course,
  lapM: number,
  heightAt: (atM: number) => number | null,
): Mark[] =>
  legs
    .filter(({ to }) => to.atM <= lapM + SAME_PLACE_M)
    .map(({ to }) => ({
      x: to.atM,
      y: heightAt(to.atM),
      label: [words(to.name)],
      details: [],
      weight: weightOf(to, false),
    }));

function pointOf(
  input: ProfileInput,
  heights: Course['heights'],
  dark: readonly DarkSpan[] | null,
  isOneLap: boolean,
): Text {
  const { plan, course } = input;
  const { gainM, lossM, elevationSource, heightsAbove } = course;
  const times = isOneLap ? plan.course.laps : 1;
  const of = (metres: number | null) => height(metres === null ? null : metres / times);
  const [highestAtM, highestM] = heights.reduce((top, knot) => (knot[1] > top[1] ? knot : top));
  const climb =
    gainM === null && lossM === null
      ? []
      : gainM === null
        ? say`falls ${of(lossM)}; `
        : lossM === null
          ? say`climbs ${of(gainM)}; `
          : say`climbs ${of(gainM)} and falls ${of(lossM)}; `;
  const what = isOneLap ? say`One lap of ${count(times)} ` : say`The course `;
  const ground = say`${climb.length > 0 ? what : ''}${climb}${climb.length > 0 ? 'its' : 'The'} highest place is ${height(highestM)} above the ${heightsAbove}, at ${distance(highestAtM)}.`;
  const straight = elevationSource === 'track' ? [] : say` Hills between stations are not known.`;
  if (isOneLap) return say`${ground}${straight}`;
  return say`${ground}${straight}${nightText(input, dark)}`;
}

const nightText = (
  { plan, course, sun, way }: ProfileInput,
  dark: readonly DarkSpan[] | null,
): Text =>
  sun === null
    ? say` Nothing tells when it is dark.`
    : say` ${darkText(plan, dark ?? [], way.at(-1)?.toM ?? 0, course.distanceM)}`;

function darkText(plan: Plan, dark: readonly DarkSpan[], endM: number, finishM: number): Text {
  if (dark.length === 0) return say`None of it is run in the dark.`;
  if (dark.length > MOST_NIGHTS) {
    const darkM = sum(dark.map(({ fromM, toM }) => toM - fromM));
    return say`Dark on ${count(dark.length)} stretches, ${distance(darkM)} in all.`;
  }
  const spans = dark.map(({ fromM, toM, fromS, toS }): Text => {
    const from = fromM === 0 ? 'the start' : say`${distance(fromM)} (${moment(plan, fromS)})`;
    const isEnd = Math.abs(toM - endM) <= SAME_PLACE_M;
    const to = !isEnd
      ? say`${distance(toM)} (${moment(plan, toS)})`
      : Math.abs(endM - finishM) <= SAME_PLACE_M
        ? 'the finish'
        : say`the end, ${distance(endM)}`;
    return say`from ${from} to ${to}`;
  });
  return say`Dark ${joinText(spans, ' and ')}.`;
}
