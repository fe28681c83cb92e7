/** Who is where: each person's points in the order of time, what they cannot reach, and who else could. */
import { type CrewMember, type CrewPlan, isPacer } from '../../domain/crew.js';
import { visitsTo } from '../../domain/visits.js';
import { plainName } from '../../kernel/text.js';
import { type CrewPoint, isOpen } from './points.js';
import { prepareTrips, type Trip, type TripPlanner } from './trips.js';

/** What somebody does at a point: waits with the crew, or begins or ends to run with the runner. */
export type StayAs = 'crew' | 'joins' | 'ends';

export interface Stay {
  point: CrewPoint;
  as: StayAs;
  /** From the point before; `null` at the first, and where they come running. */
  trip: Trip | null;
  /** Nobody sends them: the finish, where they would like to be. */
  isOwnWish: boolean;
}

/** A point that somebody is sent to, and may not reach in time. */
export interface Missed {
  person: CrewMember;
  point: CrewPoint;
  trip: Trip;
  isOwnWish: boolean;
  /** Who is there as well. */
  others: readonly CrewMember[];
  /** Who could be instead, by drives that are listed, and still keep all of their own. */
  substitutes: readonly CrewMember[];
}

/** From where to where a pacer runs. */
export interface Pacing {
  from: CrewPoint;
  to: CrewPoint;
  /** The plan lists no point after the first. */
  isEndAssumed: boolean;
  /** Whose joining is taken to be the end; `null`: the plan lists it, or nobody joins later. */
  relievedBy: CrewMember | null;
}

export interface PersonPlan {
  person: CrewMember;
  isChief: boolean;
  /** In order of time. */
  stays: readonly Stay[];
  pacing: Pacing | null;
  /** Too late only for a runner who is early, or late, at both points: kept among the stays. */
  tight: readonly Missed[];
  /** Out of reach even when both go as planned: not among the stays. */
  missed: readonly Missed[];
  /** What the plan calls a place, and is none of the course. */
  elsewhere: readonly string[];
}

/** Entries of one name are one person. */
export function mergePeople(people: readonly CrewMember[]): CrewMember[] {
  const byName = new Map<string, CrewMember>();
  for (const person of people) {
    const key = plainName(person.name);
    const known = byName.get(key);
    const roles = known && [...new Set([known.role, person.role])].join(', ');
    byName.set(key, known ? { ...known, role: roles!, at: [...known.at, ...person.at] } : person);
  }
  return [...byName.values()];
}

/**
 * Everyone's points, and the finish for all who can make it.
 * @param points all places of the course
 */
export function planPeople(
  { people, chief, drives }: CrewPlan,
  points: readonly CrewPoint[],
): PersonPlan[] {
  const names = points.map(({ at }) => at.name);
  const trip = prepareTrips(drives, names);
  const alone = mergePeople(people).map((person) => planPerson(person, chief, points, trip, null));
  const plans = alone.map((plan) => {
    const relief = reliefOf(plan, alone);
    return relief ? planPerson(plan.person, chief, points, trip, relief) : plan;
  });
  const withOthers = (missed: Missed): Missed => ({
    ...missed,
    others: plans
      .filter((other) => other.person !== missed.person && isAt(other, missed.point))
      .map(({ person }) => person),
    substitutes: plans
      .filter((other) => other.person !== missed.person && couldBe(other, missed.point, trip))
      .map(({ person }) => person),
  });
  return plans.map((plan) => ({
    ...plan,
    tight: plan.tight.map(withOthers),
    missed: plan.missed.map(withOthers),
  }));
}

/** Waiting there, or joining; who comes running brings nothing. */
export const isAt = ({ stays }: PersonPlan, { place }: CrewPoint): boolean =>
  stays.some(({ point, as }) => point.place === place && as !== 'ends');

/** On the way with the runner when that point is passed. */
export const isPacingAt = ({ pacing }: PersonPlan, { place }: CrewPoint): boolean =>
  pacing !== null && place > pacing.from.place && place <= pacing.to.place;

/** The next pacer to join, of one whose run has no end in the plan. */
function reliefOf({ pacing }: PersonPlan, plans: readonly PersonPlan[]): PersonPlan | null {
  if (!pacing?.isEndAssumed) return null;
  const later = plans.filter((other) => (other.pacing?.from.place ?? 0) > pacing.from.place);
  return later.toSorted((a, b) => a.pacing!.from.place - b.pacing!.from.place)[0] ?? null;
}

/** @param relief who takes over where the plan lists no end of a run */
function planPerson(
  person: CrewMember,
  chief: string | null,
  points: readonly CrewPoint[],
  trip: TripPlanner,
  relief: PersonPlan | null,
): PersonPlan {
  const names = points.map(({ at }) => at.name);
  const mayCome = (point: CrewPoint) => isOpen(point) || (isPacer(person) && point.at.pacer);
  const sent = new Set(
    person.at.flatMap((written) => {
      const meant = visitsTo(written, names).map((place) => points[place]!);
      const open = meant.filter(mayCome);
      // the plan's rules refuse what it closes: a place of which it says nothing is open to whoever is sent
      return (open.length > 0 ? open : meant).map(({ place }) => place);
    }),
  );
  const own = points.filter(({ place }) => sent.has(place));
  const finish = points.at(-1)!;
  const mayJoin = ({ at, isFinish }: CrewPoint) => isPacer(person) && at.pacer && !isFinish;
  const isWish = own.length > 0 && !sent.has(finish.place) && isOpen(finish);

  const stays: Stay[] = [];
  const tight: Missed[] = [];
  const missed: Missed[] = [];
  let pacing: Pacing | null = null;
  for (const point of isWish ? [...own, finish] : own) {
    if (pacing) break;
    const before = stays.at(-1);
    const way = before ? trip(before.point, point) : null;
    const isOwnWish = isWish && point === finish;
    if (way && way.lateByS > 0) {
      const toTell = { person, point, trip: way, isOwnWish, others: [], substitutes: [] };
      (way.lateWhen === 'planned' ? missed : tight).push(toTell);
      if (way.lateWhen === 'planned') continue;
    }
    stays.push({ point, as: mayJoin(point) ? 'joins' : 'crew', trip: way, isOwnWish });
    if (!mayJoin(point)) continue;
    const last = own.findLast(({ place }) => place > point.place);
    pacing = {
      from: point,
      to: last ?? relief?.pacing?.from ?? finish,
      isEndAssumed: !last,
      relievedBy: last ? null : (relief?.person ?? null),
    };
    stays.push({ point: pacing.to, as: 'ends', trip: null, isOwnWish: !last });
  }
  return {
    person,
    isChief: chief !== null && plainName(chief) === plainName(person.name),
    stays,
    pacing,
    tight,
    missed,
    elsewhere: person.at.filter((written) => visitsTo(written, names).length === 0),
  };
}

/** Whether somebody could be at a point beside all that they are sent to, by drives that are listed. */
function couldBe(plan: PersonPlan, point: CrewPoint, trip: TripPlanner): boolean {
  const { stays, pacing } = plan;
  if (isAt(plan, point) || (pacing && point.place >= pacing.from.place)) return false;
  const before = stays.findLast((stay) => stay.point.place < point.place);
  const after = stays.find((stay) => stay.point.place > point.place && !stay.isOwnWish);
  const isInTime = (from: CrewPoint, to: CrewPoint) => {
    const { driveS, lateByS } = trip(from, to);
    return driveS !== null && lateByS <= 0;
  };
  return (!before || isInTime(before.point, point)) && (!after || isInTime(point, after.point));
}
