/** The crew's race: every point where the runner is met, who is there, and what happens there. */
import type { Course } from '../../domain/course.js';
import { type CrewMember, isAnyoneSent } from '../../domain/crew.js';
import type { Product, SupplySource } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { computeLampSpans, type Light, type Sun } from '../course/daylight.js';
import type { FilledBottle, Refill, Supply } from '../fuel/supplies.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';
import type { GearMove } from './gear.js';
import { isAt, isPacingAt, type PersonPlan, planPeople } from './people.js';
import { type CrewPoint, computeCrewPoints, isOpen } from './points.js';

/** Light on the way to the next point. */
export interface DarkAhead {
  lightS: Readonly<Record<Light, number>>;
  /** First moment without daylight on the way, as planned; `null`: none. */
  fromS: number | null;
  /** The same for a runner who is as late as the windows allow. */
  ifLateFromS: number | null;
}

/** One meeting of crew and runner. */
export interface CrewVisit {
  point: CrewPoint;
  /** Who waits or joins here; those on the way with the runner. */
  people: readonly CrewMember[];
  running: readonly CrewMember[];
  /** What is taken here, by where it comes from. */
  supplies: readonly Supply[];
  bottles: readonly FilledBottle[];
  waterMl: number;
  gear: readonly GearMove[];
  /** What the runner leaves with: everything taken so far and not given back. */
  carried: readonly GearMove[];
  /** Where the runner is met next: where somebody is, or nobody is sent, where the crew may come; `null`: nowhere. */
  next: CrewPoint | null;
  /** `null`: the sun is not known, or nothing lies ahead. */
  darkAhead: DarkAhead | null;
  /** Eaten and drunk until then, or the finish; `null` where nothing tells. */
  untilThen: readonly { product: Product; units: number }[] | null;
}

/** What a drop bag holds for one visit. */
export interface DropBag {
  point: CrewPoint;
  supplies: readonly Supply[];
  take: readonly GearMove[];
  /** What is left in it. */
  leave: readonly GearMove[];
}

export interface CrewSheet {
  visits: readonly CrewVisit[];
  people: readonly PersonPlan[];
  dropBags: readonly DropBag[];
  /** What should have been handed over at a place that is passed, and was planned for later, or not at all. */
  overdue: readonly GearMove[];
}

export interface CrewInput {
  plan: Plan;
  course: Course;
  /** As planned, or as forecast during the race. */
  legs: readonly PlannedLeg[];
  sun: Sun | null;
  /** What is taken where; none where it is not known. */
  refills?: readonly Refill[];
  gear?: readonly GearMove[];
  /** As planned, where `gear` follows a forecast. */
  gearPlanned?: readonly GearMove[];
  /** Only what comes after this place, as index into the places of the course; the whole race when left out. */
  after?: number;
}

export function computeCrewSheet(input: CrewInput): CrewSheet {
  const { plan, course, legs, sun, refills = [], gear = [], after = -1 } = input;
  const { gearPlanned = gear } = input;
  const points = computeCrewPoints(course, plan, legs);
  const people = planPeople(plan.crew, points);
  const isMet = (point: CrewPoint) => people.some((person) => isAt(person, point));
  const open = points.filter((point) => (point.place > 0 && isOpen(point)) || isMet(point));
  const lamp = sun ? computeLampSpans(sun, points.at(-1)!.window.lateS) : [];

  const visits = open.map((point): CrewVisit => {
    const { place } = point;
    const next =
      open.find((p) => p.place > place && (!isAnyoneSent(plan.crew) || isMet(p))) ?? null;
    // who is met no more runs on to the finish with what there is
    const until = next ?? (point.isFinish ? null : points.at(-1)!);
    const here = refills.filter((refill) => refill.place === place);
    return {
      point,
      people: people.filter((person) => isAt(person, point)).map(({ person }) => person),
      running: people.filter((person) => isPacingAt(person, point)).map(({ person }) => person),
      supplies: here.flatMap(({ taken }) => taken),
      bottles: here.flatMap(({ bottles }) => bottles),
      waterMl: here.reduce((ml, refill) => ml + refill.waterMl, 0),
      gear: gear.filter((move) => move.place === place),
      carried: carriedFrom(place, gear),
      next,
      darkAhead: until && sun && darkBetween(point, until, legs, lamp),
      untilThen: until && here.length > 0 ? eatenBetween(place, until.place, refills) : null,
    };
  });
  const of = (source: SupplySource) => (supply: { source: SupplySource }) =>
    supply.source === source;
  return {
    visits: visits.filter(({ point }) => point.place > after),
    people: people.map((person) => aheadOf(person, after)),
    dropBags: points
      .filter(({ at, place }) => at.dropBag && place > after)
      .map((point) => {
        const moves = gear.filter((g) => g.place === point.place && g.source === 'drop bag');
        return {
          point,
          supplies: refills
            .filter(({ place }) => place === point.place)
            .flatMap(({ taken }) => taken.filter(of('drop bag'))),
          take: moves.filter(({ action }) => action === 'take'),
          leave: moves.filter(({ action }) => action === 'give back'),
        };
      }),
    overdue: overdueGear(gear, gearPlanned, after),
  };
}

/** Of each thing, and each spare, the last move up to a place, where it was taken. */
const carriedFrom = (place: number, gear: readonly GearMove[]): GearMove[] => {
  const soFar = gear.filter((move) => move.place <= place);
  const isSame = (a: GearMove) => (b: GearMove) => a.item === b.item && a.isSpare === b.isSpare;
  return soFar.filter((move) => move.action === 'take' && soFar.findLast(isSame(move)) === move);
};

/** Taken at places passed by the times of now, not given back since, and by the plan not taken there. */
const overdueGear = (
  now: readonly GearMove[],
  planned: readonly GearMove[],
  after: number,
): GearMove[] =>
  now.filter((move) => {
    const isSame = (other: GearMove) =>
      other.item === move.item && other.isSpare === move.isSpare && other.place <= after;
    const last = now.findLast(isSame);
    return (
      move.action === 'take' &&
      isSame(move) &&
      last === move &&
      planned.findLast(isSame)?.action !== 'take'
    );
  });

/** What is still to be done; the way from a place passed is. */
function aheadOf(plan: PersonPlan, after: number): PersonPlan {
  const isAhead = ({ point }: { point: CrewPoint }) => point.place > after;
  return {
    ...plan,
    stays: plan.stays.filter(isAhead),
    tight: plan.tight.filter(isAhead),
    missed: plan.missed.filter(isAhead),
  };
}

function darkBetween(
  from: CrewPoint,
  to: CrewPoint,
  legs: readonly PlannedLeg[],
  lamp: readonly { fromS: number; toS: number }[],
): DarkAhead {
  const lightS = { day: 0, twilight: 0, dark: 0 };
  for (const leg of legs.slice(from.place, to.place)) {
    lightS.day += leg.lightS.day;
    lightS.twilight += leg.lightS.twilight;
    lightS.dark += leg.lightS.dark;
  }
  const first = (fromS: number, toS: number): number | null => {
    const span = lamp.find((dark) => dark.toS > fromS && dark.fromS < toS);
    return span ? Math.max(span.fromS, fromS) : null;
  };
  return {
    lightS,
    fromS: first(from.departS, to.arriveS),
    ifLateFromS: first(from.departS, to.window.lateS),
  };
}

/** Pieces of each product, in the order they are first eaten. */
function eatenBetween(
  fromPlace: number,
  toPlace: number,
  refills: readonly Refill[],
): { product: Product; units: number }[] {
  const units = new Map<Product, number>();
  for (const { place, eaten } of refills) {
    if (place < fromPlace || place >= toPlace) continue;
    for (const portion of eaten) {
      units.set(portion.product, (units.get(portion.product) ?? 0) + portion.units);
    }
  }
  return [...units].map(([product, total]) => ({ product, units: total }));
}
