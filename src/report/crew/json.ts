/** The JSON contract of `raceplan crew`: SI, names ending in units. */
import type { Plan } from '../../domain/plan.js';
import type { CrewSheet, CrewVisit, DropBag } from '../../engine/crew/crew-sheet.js';
import type { GearMove } from '../../engine/crew/gear.js';
import type { Missed, PersonPlan } from '../../engine/crew/people.js';
import type { CrewPoint } from '../../engine/crew/points.js';
import { type Trip, timesOf } from '../../engine/crew/trips.js';
import type { Portion } from '../../engine/fuel/supplies.js';
import type { Json } from '../report.js';
import { missedText } from './words.js';

const pointJson = ({ at, visit, visits }: CrewPoint) => ({
  station: at.name,
  atM: at.atM,
  visit,
  visits,
});

const tripJson = (trip: Trip): Json => ({
  from: pointJson(trip.from),
  walkOutS: trip.walkOutS,
  driveS: trip.driveS,
  walkInS: trip.walkInS,
  departS: timesOf(trip, 'planned').leaveS,
  thereS: timesOf(trip, 'planned').thereS,
  latestLeaveS: trip.latestLeaveS,
  lateByS: trip.lateByS,
  lateWhen: trip.lateWhen,
});

const portionJson = ({ product, units }: Portion) => ({ product: product.name, units });

const gearJson = ({ item, isSpare, action, source }: GearMove): Json => ({
  item: item.item,
  isSpare,
  action,
  source,
});

const missedJson = (plan: Plan, missed: Missed): Json => ({
  who: missed.person.name,
  ...pointJson(missed.point),
  trip: tripJson(missed.trip),
  others: missed.others.map(({ name }) => name),
  substitutes: missed.substitutes.map(({ name }) => name),
  text: { say: missedText(plan, missed) },
});

const personJson = ({ person, isChief, stays, pacing, elsewhere }: PersonPlan): Json => ({
  name: person.name,
  role: person.role,
  isChief,
  stays: stays.map(({ point, as, trip }) => ({
    ...pointJson(point),
    as,
    beThereS: as === 'ends' ? null : point.beThereS,
    departS: point.departS,
    trip: trip && tripJson(trip),
  })),
  pacing: pacing && {
    from: pointJson(pacing.from),
    to: pointJson(pacing.to),
    isEndAssumed: pacing.isEndAssumed,
  },
  elsewhere,
});

function visitJson(visit: CrewVisit): Json {
  const { point, people, running, supplies, bottles, waterMl, gear, next, darkAhead } = visit;
  return {
    ...pointJson(point),
    beThereS: point.beThereS,
    arriveS: point.arriveS,
    earlyS: point.window.earlyS,
    lateS: point.window.lateS,
    worryS: point.worryS,
    stopS: point.stopS,
    departS: point.departS,
    cutoffS: point.closesS,
    who: people.map(({ name }) => name),
    running: running.map(({ name }) => name),
    supplies: supplies.map((supply) => ({ ...portionJson(supply), source: supply.source })),
    bottles: bottles.map(({ bottle, product, filledMl }) => ({
      bottle: bottle.kind,
      capacityMl: bottle.capacityMl,
      product: product?.name ?? null,
      filledMl,
    })),
    waterMl,
    gear: gear.map(gearJson),
    carried: visit.carried.map(({ item, isSpare }) => ({ item: item.item, isSpare })),
    darkAhead: darkAhead && {
      twilightS: darkAhead.lightS.twilight,
      darkS: darkAhead.lightS.dark,
      fromS: darkAhead.fromS,
      ifLateFromS: darkAhead.ifLateFromS,
    },
    next: next && {
      ...pointJson(next),
      arriveS: next.arriveS,
      distanceM: next.at.atM - point.at.atM,
    },
    untilThen: visit.untilThen?.map(portionJson) ?? null,
    notes: point.at.notes,
    access: point.at.access && {
      ...point.at.access,
      place: point.at.access.place && { ...point.at.access.place },
    },
  };
}

const bagJson = ({ point, supplies, take, leave }: DropBag): Json => ({
  ...pointJson(point),
  supplies: supplies.map(portionJson),
  take: take.map(gearJson),
  leave: leave.map(gearJson),
});

export const crewJson = (plan: Plan, { visits, people, dropBags, overdue }: CrewSheet) => ({
  chief: plan.crew.chief,
  stopIf: plan.crew.stopIf,
  powerPhrase: plan.race.powerPhrase,
  emergency: plan.crew.emergency,
  orders: { do: plan.crew.do, ask: plan.crew.ask, check: plan.crew.check },
  cannotBeThere: people.flatMap(({ missed, tight }) =>
    [...missed, ...tight].map((m) => missedJson(plan, m)),
  ),
  visits: visits.map(visitJson),
  people: people.map(personJson),
  dropBags: dropBags.map(bagJson),
  overdueGear: overdue.map(gearJson),
});
