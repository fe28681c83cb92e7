/** Where a race that goes on is ahead of its plan or behind it, and where it is forecast to be. */
import type { Course } from '../../domain/course.js';
import { hasSpread } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { Replan } from '../../engine/review/replan.js';
import type { Figure, Layer } from '../figure.js';
import { distance, joinText, say, type Text } from '../value.js';
import {
  behind,
  drawCutoffs,
  figureOf,
  firstBehind,
  lineOf,
  START,
  type Stand,
  standsOf,
  windowBand,
} from './against-plan.js';
import { nameAmong } from './names.js';

/** As run, and what is forecast for the places ahead; `null` where nothing is logged and nothing lies ahead. */
export function forecastFigure(plan: Plan, course: Course, replan: Replan): Figure | null {
  const { review, ahead, behindS } = replan;
  const { ending, pace, stretches } = review;
  const stands = standsOf(stretches, course);
  const finish = ahead.at(-1);
  if (stands.length === 0 && !finish) return null;
  const isBeyond = ending.at.atM > course.distanceM;
  // who stood here longer than planned leaves later against it; beyond its end there is no plan to be behind
  const here: Stand = (isBeyond ? stands.at(-1) : null) ?? {
    name: ending.at.name,
    atM: ending.at.atM,
    behindS,
  };
  const windows = ahead.flatMap(({ planned: { leg, arriveS }, forecast, window }) =>
    window && hasSpread(forecast)
      ? [{ x: leg.to.atM, low: window.earlyS - arriveS, high: window.lateS - arriveS }]
      : [],
  );
  const fan: readonly Layer[] = finish
    ? [
        {
          kind: 'band',
          role: 'forecast',
          name: '8 in 10 from here',
          points:
            windows.length === 0 ? [] : [{ x: here.atM, low: behindS, high: behindS }, ...windows],
        },
        lineOf('forecast', 'forecast', [
          here,
          ...ahead.map(({ planned: { leg, arriveS }, forecast }) => ({
            name: leg.to.name,
            atM: leg.to.atM,
            behindS: forecast.medianS - arriveS,
          })),
        ]),
      ]
    : [];
  const layers = [
    windowBand(
      pace.legs,
      pace.legs.map(({ leg }) => leg.to.atM),
    ),
    ...fan,
    lineOf('actual', 'as run', [START, ...stands]),
  ];
  const { cutoffs, leftOut } = drawCutoffs(plan, course, pace.legs, layers);
  const places = pace.legs.map(({ leg }) => leg.to);
  const isFinish = ending.at.atM === course.distanceM && !isTimedEvent(plan);
  const at = isBeyond ? [distance(here.atM)] : isFinish ? ['the finish'] : nameAmong(places, here);
  const said: Text[] = [
    ...(stands.length === 0 ? [] : [say`${firstBehind(here.behindS)} at ${at}.`]),
    ...(finish ? [aheadText(plan, finish)] : []),
  ];
  return figureOf(say`${joinText(said, ' ')}${leftOut}`, 'ahead', course.distanceM, [
    ...layers,
    cutoffs,
  ]);
}

function aheadText(plan: Plan, finish: Replan['ahead'][number]): Text {
  const {
    planned: { leg, arriveS },
    forecast,
    window,
  } = finish;
  const at = isTimedEvent(plan) ? [distance(leg.to.atM)] : 'the finish';
  const median = say`Forecast at ${at}: ${behind(forecast.medianS - arriveS)}`;
  if (!hasSpread(forecast)) return say`${median}.`;
  return window
    ? say`${median}; 8 times in 10 between ${behind(window.earlyS - arriveS)} and ${behind(window.lateS - arriveS)}.`
    : say`${median}, after it closes.`;
}
