/** What is said of where the time went: how the race was run, the weather, the stops. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { RaceLog } from '../../domain/record.js';
import { type Breaks, findLongBreaks, listStops } from '../../engine/review/breaks.js';
import type { Explanation } from '../../engine/review/losses/explained.js';
import type { RaceReview } from '../../engine/review/review.js';
import type { StretchRows } from '../../engine/review/stretch-rows.js';
import type { Resolution } from '../../kernel/clock.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_MIN } from '../../kernel/units.js';
import {
  count,
  distance,
  joinText,
  ratio,
  say,
  shift,
  span,
  type Text,
  temperature,
  words,
} from '../value.js';
import { longestStops } from './longest-stops.js';

/** How the weather of the day is known. */
export type WeatherTold = 'option' | 'notes' | 'plan' | null;

export interface Explained {
  plan: Plan;
  course: Course;
  log: RaceLog;
  review: RaceReview;
  explanation: Explanation;
  rows: StretchRows;
  /** As it was, and who says so. */
  weather: Plan['weather'] & { from: WeatherTold };
  upTo: Text;
}

/** In the order of the causes. */
export const explainedNotes = (explained: Explained): Text[] => [
  ...(explained.explanation.isByClock ? BY_CLOCK : []),
  ...ownNotes(explained),
  ...airNotes(explained),
  ...stopNotes(explained),
  ...stoodNotes(explained),
];

const BY_CLOCK: readonly Text[] = [
  ['The log tells no stops: they count as planned, and what they ran over is in the pace.'],
];

/** From so many percent on the opening is called faster or slower than planned. */
const NOTABLE_RATIO = 0.01;

function ownNotes({ explanation: { own }, review, course }: Explained): Text[] {
  if (!own)
    return [['The first place logged is too far on to tell the opening from what followed.']];
  const { openingRatio, fade, climbsRatio, descentsRatio } = own;
  const end = review.stretches[own.openingEnd]!.end;
  const pace =
    Math.abs(openingRatio) < NOTABLE_RATIO
      ? ['run as planned']
      : say`${ratio(Math.abs(openingRatio))} ${openingRatio > 0 ? 'slower' : 'faster'} than planned`;
  const notes: Text[] = [
    say`Opening: up to ${words(end.name)}, ${distance(end.atM)}, ${pace}; its row says what that pace makes all the way.`,
  ];
  if (fade) {
    // of a race that ended early nobody ran the whole of it
    const half =
      review.ending.at.atM < course.distanceM
        ? 'as far as the legs run tell, by tiring alone the second half would have taken'
        : 'by tiring alone the second half took';
    notes.push(
      say`Fade: ${half} ${longer(fade.runRatio)}; the plan has ${longer(fade.plannedRatio)}.`,
    );
  }
  const slope = (name: string, beyond: number | null): Text[] =>
    beyond === null
      ? []
      : [
          say`${name} took ${ratio(Math.abs(beyond))} ${beyond > 0 ? 'more' : 'less'} than the model adds for them.`,
        ];
  return [...notes, ...slope('Climbs', climbsRatio), ...slope('Descents', descentsRatio)];
}

const longer = (fadeRatio: number): Text =>
  say`${ratio(Math.abs(fadeRatio))} ${fadeRatio < 0 ? 'less' : 'longer'}`;

function airNotes({ explanation, plan, weather }: Explained): Text[] {
  if (explanation.total.heat === null) return [];
  const { lowC, highC, from } = weather;
  const range = joinText(
    [
      ...(lowC === null ? [] : [say`low ${temperature(lowC)}`]),
      ...(highC === null ? [] : [say`high ${temperature(highC)}`]),
    ],
    ', ',
  );
  if (from === 'plan') {
    return [say`Heat: for the weather of the plan, ${range}; --weather tells how it was.`];
  }
  const source = from === 'notes' ? ', by the notes of the log' : '';
  const planned = plan.weather.highC;
  const beside = planned === null ? [] : say`; planned for a high of ${temperature(planned)}`;
  return [say`Heat: ${range}${source}${beside}.`];
}

function stopNotes({ review, course, log }: Explained): Text[] {
  const { stretches, resolutionS } = review;
  const stops = listStops(stretches);
  if (stops.length === 0) return [];
  const plannedS = sum(stops.map((stop) => stop.plannedS));
  const takenS = sum(stops.map((stop) => stop.takenS));
  const breaks = findLongBreaks(stretches, course.distanceM);
  return [
    say`Stops: ${span(takenS, resolutionS)} at ${count(stops.length)} ${stops.length === 1 ? 'station' : 'stations'}, ${span(plannedS)} planned.`,
    ...longestStops(stretches, resolutionS),
    ...(breaks ? breaksText(breaks, log, resolutionS) : []),
  ];
}

/** From so long on it is told apart from the moving time of the other tables, seconds. */
const NOTABLE_STOOD_S = 60;

const stoodNotes = ({ explanation: { stoodS } }: Explained): Text[] =>
  stoodS < NOTABLE_STOOD_S
    ? []
    : [
        say`Stood between stations: ${span(stoodS, S_PER_MIN)}, by the watch; in the moving times above it counts as moving, here as a stop.`,
      ];

/** What is known of breaks that ran long, and of the way on from there. */
function breaksText(breaks: Breaks, log: RaceLog, resolutionS: Resolution): Text[] {
  const { half, overS, overElsewhereS, movingAfterS, long } = breaks;
  const elsewhere = shift(overElsewhereS, 'as planned', 'over', 'under');
  const lead = say`Breaks ran long in the ${half} half: ${span(overS, resolutionS)} over plan (in the other half ${elsewhere}).`;
  const first = long[0];
  if (!first || movingAfterS === null) return [lead];
  const moved = say` From ${words(first.at.name)} at ${distance(first.at.atM)} on, moving took ${shift(movingAfterS, 'as long as planned', 'more than planned', 'less than planned')}.`;
  const noted = log.visits.flatMap(({ place, notes }) =>
    notes !== null && long.some((stop) => stop.place === place) ? [say`“${words(notes)}”`] : [],
  );
  const notes = noted.length === 0 ? [] : say` Noted there: ${joinText(noted, ', ')}.`;
  return [say`${lead}${moved}${notes}`];
}
