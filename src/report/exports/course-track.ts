/** The course with its stations, for a watch. */
import { type Course, placesOf } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { untilClosing } from '../../engine/course/cutoffs.js';
import { courseTrack, positionAt } from '../../engine/course/positions.js';
import type { LaidTrack } from '../../engine/course/race-track.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Chart } from '../chart.js';
import type { CourseTrack, CourseWaypoint } from '../exports.js';
import { moment } from '../moment.js';
import { inHand } from '../pace-chart.js';
import { placeName } from '../place-name.js';
import { count, distance, say, span, type Text, words } from '../value.js';

/** A shorter stop is none in minutes. */
const SHORT_STOP_S = S_PER_MIN / 2;

/** A waypoint for each row of the chart that ends at a station: its name says when, and for how long. */
export function trackWithStations(
  plan: Plan,
  course: Course,
  { legs, notes }: Chart,
  laid: LaidTrack,
): CourseTrack {
  const places = placesOf(course);
  const waypoints = legs
    .filter(({ isMark }) => !isMark)
    .map((row): CourseWaypoint => {
      const { arriveS, departS, cutoffMarginS } = row;
      const window = row.window && untilClosing(row.window, row.leg.to.cutoffS);
      const place = places.findIndex(({ atM }) => atM === row.leg.to.atM);
      const at = places[place]!;
      const stopS = departS - arriveS;
      const stop = stopS >= SHORT_STOP_S ? say` stop ${count(stopS / S_PER_MIN)}` : [];
      const marks = [at.crew && 'crew', at.dropBag && 'drop bag', at.pacer && 'pacer'];
      const here = marks.filter((mark) => mark !== false).join(', ');
      const details: (Text | null)[] = [
        [distance(at.atM)],
        window &&
          say`Expected from ${moment(plan, window.earlyS)} to ${moment(plan, window.lateS)}`,
        stopS > 0 ? say`Stop ${span(stopS)}, leave ${moment(plan, departS)}` : null,
        cutoffMarginS === null
          ? null
          : say`Closes ${moment(plan, departS + cutoffMarginS)}; in hand: ${inHand(cutoffMarginS)}`,
        here === '' ? null : say`Here: ${here}`,
        at.notes === null ? null : [words(at.notes)],
      ];
      return {
        ...positionAt(laid, at.atM),
        name: say`${placeName(places, place)} ${moment(plan, arriveS)}${stop}`,
        details: details.filter((line) => line !== null),
      };
    });
  const start = course.start;
  return {
    name: [words(plan.race.name)],
    notes: [
      ...(laid.laps > 1 ? [say`One lap of ${count(laid.laps)}, with the stations of all.`] : []),
      ...notes,
    ],
    points: courseTrack(laid),
    waypoints: [
      {
        ...positionAt(laid, 0),
        name: say`${words(start.name)} ${moment(plan, 0)}`,
        details: start.notes === null ? [] : [[words(start.notes)]],
      },
      ...waypoints,
    ],
  };
}
