/** A station as the crew needs it: when, who, what, and until when it must last. */
import { type Access, isAnyoneSent } from '../../domain/crew.js';
import type { SupplySource } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import type { Weakness } from '../../domain/preparation.js';
import type { DecisionPoint } from '../../engine/advice/decisions.js';
import type { CrewVisit, DarkAhead } from '../../engine/crew/crew-sheet.js';
import type { GearMove } from '../../engine/crew/gear.js';
import { type CrewPoint, walkOf } from '../../engine/crew/points.js';
import type { LatLon } from '../../kernel/geo.js';
import { servedText } from '../fuel/portion.js';
import { moment } from '../moment.js';
import { weaknessText } from '../readiness/preparation.js';
import type { BlockSection } from '../report.js';
import { distance, joinText, say, span, type Text, volume, words } from '../value.js';
import {
  bottleTexts,
  gearTexts,
  oneLineOf,
  ordersOf,
  pointName,
  pointTitle,
  windowText,
} from './words.js';

type Lines = BlockSection['lines'];

/** What all pages of a run share. */
export interface PageContext {
  /** What is decided by the clock. */
  decisions: readonly DecisionPoint[];
  /** Times are forecast from a log, and not the plan's. */
  isForecast: boolean;
  /** What speaks against the runner on each leg of the course. */
  felt: readonly (readonly Weakness[])[];
}

export const stationBlock = (plan: Plan, visit: CrewVisit, context: PageContext): BlockSection => ({
  kind: 'block',
  title: pointTitle(visit.point),
  lines: [
    ...timeLines(plan, visit.point, beThereText(plan, visit.point), context.isForecast),
    ...stopLines(plan, visit, context),
  ],
});

/** In time for the early end of the window. */
export function beThereText(plan: Plan, point: CrewPoint): Text {
  const walkS = walkOf(point);
  return walkS > 0
    ? say`${moment(plan, point.beThereS)} where cars stand, then ${span(walkS)} on foot`
    : [moment(plan, point.beThereS)];
}

/** When to be there, when the runner comes and goes, and when to worry. */
export function timeLines(plan: Plan, point: CrewPoint, beThere: Text, isForecast: boolean): Lines {
  const { arriveS, departS, stopS, window, isFinish, closesS, worryS, place } = point;
  const first = { label: 'Be there', items: [beThere] };
  if (place === 0) return [first];
  const isWide = window.lateS > window.earlyS;
  const closes = closesS === null ? say`` : say`; closes ${moment(plan, closesS)}`;
  const stop = stopS > 0 ? say`, after ${span(stopS)}` : say``;
  const expected = say`${isForecast ? 'expect' : 'plan'} ${moment(plan, arriveS)}${isFinish ? closes : ''}`;
  return [
    first,
    {
      label: 'Arrive',
      items: [isWide ? say`${windowText(plan, point)}; ${expected}` : expected],
    },
    ...(worryS === null ? [] : [{ label: 'Worry', items: [say`after ${moment(plan, worryS)}`] }]),
    ...(isFinish
      ? []
      : [
          {
            label: 'Leave by',
            items: [say`${moment(plan, departS)} for the runner${stop}${closes}`],
          },
        ]),
  ];
}

/** What of a visit comes from somewhere. */
function thingsOf({ supplies, gear }: CrewVisit) {
  return {
    from: (source: SupplySource) =>
      supplies.filter((supply) => supply.source === source).map(servedText),
    moves: (action: GearMove['action'], source: GearMove['source']) =>
      gearTexts(gear.filter((move) => move.action === action && move.source === source)),
  };
}

/** What changes hands between runner and crew. */
export function handLines(visit: CrewVisit): Lines {
  const { from, moves } = thingsOf(visit);
  return [
    ...oneLineOf('Hand over', [...from('crew'), ...moves('take', 'crew')]),
    ...oneLineOf('Take back', moves('give back', 'crew')),
  ];
}

/** What happens there, and what lies ahead. */
export function stopLines(plan: Plan, visit: CrewVisit, context: PageContext): Lines {
  const { point, bottles, waterMl, gear, darkAhead, next, untilThen } = visit;
  const orders = ordersOf(plan.crew);
  const { from, moves } = thingsOf(visit);
  const isOver = point.isFinish;
  return [
    ...whoLine(plan, visit),
    ...(isOver ? [] : orders.do),
    ...oneLineOf('Start with', [...from('start'), ...moves('take', 'start')]),
    ...handLines(visit),
    ...oneLineOf('Drop bag', from('drop bag')),
    ...oneLineOf('Table', [
      ...from('aid station'),
      ...(waterMl > 0 ? [say`${volume(waterMl)} of water`] : []),
    ]),
    ...oneLineOf('Bottles', bottleTexts(bottles)),
    ...(isOver ? [] : orders.ask),
    ...(isOver ? [] : orders.check),
    ...oneLineOf('Gear', [
      ...gear
        .filter(
          ({ item, action, source }) =>
            item.lastsS !== null && action === 'take' && source === 'crew',
        )
        .map(({ item }) => say`fresh batteries in the ${words(item.item)}`),
      ...moves('take', 'drop bag').map((item) => say`${item} from the drop bag`),
      ...moves('give back', 'drop bag').map((item) => say`${item} into the drop bag`),
    ]),
    ...(isOver ? [] : oneLineOf('Leaves with', gearTexts(visit.carried))),
    ...decisionLines(plan, point, context.decisions),
    ...feltLine(visit, context),
    ...(darkAhead ? [{ label: 'Dark ahead', items: [darkText(plan, darkAhead)] }] : []),
    ...(next
      ? [{ label: 'Next crew point', items: [nextText(plan, point, next)] }]
      : isOver
        ? []
        : [{ label: 'Next crew point', items: [['none: what is handed over must last']] }]),
    ...oneLineOf('Until then', (untilThen ?? []).map(servedText)),
    ...(point.at.notes === null ? [] : [{ label: 'Notes', items: [[words(point.at.notes)]] }]),
    ...accessLines(point),
  ];
}

function whoLine({ crew }: Plan, { people, running }: CrewVisit): Lines {
  const names = [
    ...people.map(({ name }) => [words(name)]),
    ...running
      .filter((person) => !people.includes(person))
      .map(({ name }) => say`${words(name)} with the runner`),
  ];
  if (names.length > 0) return [{ label: 'Who', items: [joinText(names, ', ')] }];
  return isAnyoneSent(crew) ? [{ label: 'Who', items: [['nobody']] }] : [];
}

function darkText(plan: Plan, { fromS, ifLateFromS, lightS }: DarkAhead): Text {
  if (fromS !== null) {
    return say`yes, from ${moment(plan, fromS)}: ${span(lightS.dark + lightS.twilight, 60)} without daylight`;
  }
  return ifLateFromS === null ? ['no'] : say`no, unless late: from ${moment(plan, ifLateFromS)}`;
}

const nextText = (plan: Plan, here: CrewPoint, next: CrewPoint): Text =>
  say`${pointName(next)}, ${distance(next.at.atM - here.at.atM)} on: ${windowText(plan, next)}`;

/** What is decided by the clock here, in the order of time. */
function decisionLines(
  plan: Plan,
  { place }: CrewPoint,
  decisions: readonly DecisionPoint[],
): Lines {
  const items = decisions
    .flatMap(({ contingency, moments }) =>
      moments.filter((m) => m.place === place).map((at) => ({ ...at, contingency })),
    )
    .sort((a, b) => a.afterS - b.afterS)
    .map(({ what, afterS, plannedS, contingency }) => {
      const already = afterS < plannedS ? say` (earlier than planned)` : say``;
      return say`${what === 'arrive' ? 'comes' : 'leaves'} after ${moment(plan, afterS)}${already}: ${words(contingency.then)}`;
    });
  return items.length === 0 ? [] : [{ label: 'Decide', items }];
}

/** What may be felt on the way to the next point. */
function feltLine({ point, next }: CrewVisit, { felt }: PageContext): Lines {
  const ahead = felt.slice(point.place, next?.place ?? felt.length).flat();
  return oneLineOf('Watch', [...new Set(ahead)].map(weaknessText));
}

function accessLines({ at, place, isFinish }: CrewPoint): Lines {
  const items = [
    ...(at.access ? accessTexts(at.access) : []),
    ...(at.crew || at.pacer || place === 0 || isFinish
      ? []
      : [say`the plan does not say that crew may come here`]),
  ];
  return items.length === 0 ? [] : [{ label: 'Getting there', items }];
}

const accessTexts = ({ parking, place }: Access): Text[] => [
  ...(parking === null ? [] : [[words(parking)]]),
  ...(place === null ? [] : [[words(mapLink(place))]]),
];

/** Decimals of a degree: about ten metres. */
const DECIMALS = 4;

/** A map with a mark, short enough for one line of a narrow screen. */
const mapLink = ({ lat, lon }: LatLon): string =>
  `https://www.openstreetmap.org/?mlat=${lat.toFixed(DECIMALS)}&mlon=${lon.toFixed(DECIMALS)}`;
