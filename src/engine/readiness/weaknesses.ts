/** Where on the course what speaks against the runner will be felt. */
import type { Plan } from '../../domain/plan.js';
import type { Weakness, WeaknessPlace } from '../../domain/preparation.js';
import { visitsTo } from '../../domain/visits.js';
import type { Sun } from '../course/daylight.js';
import { describeRaceDay, isHotOn, type RaceDay } from '../course/race-day.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';

/** What is asked of a leg, or of a row that is a part of one or the sum of several. */
export type FeltLeg = Pick<PlannedLeg, 'arriveS' | 'movingS' | 'lightS'> & {
  leg: Pick<PlannedLeg['leg'], 'from' | 'to' | 'distanceM' | 'gainM' | 'lossM'>;
};

/**
 * A leg of so much climb, or descent, for its length is felt as one: 20 m a km, which by the common equivalence of
 * 100 m of climb and 1 km is a fifth more effort. An assumption: no source says from where a weak back feels a hill.
 */
export const FELT_RATIO = 0.02;

/** The temperature is looked up so often on a leg. */
const STEPS = 8;

/**
 * The weaknesses felt on each leg, by its index; those without a place are felt anywhere and stand on none. What the
 * plan does not tell (the sun, the weather, climbs) marks no leg.
 * @param legs in order from the start
 */
export function weaknessesOn(plan: Plan, legs: readonly FeltLeg[], sun: Sun | null): Weakness[][] {
  const day = describeRaceDay(plan, sun);
  const names = [legs[0]?.leg.from.name ?? '', ...legs.map(({ leg }) => leg.to.name)];
  const { weaknesses } = plan.swot;
  return legs.map((planned, i) =>
    weaknesses.filter(({ where }) => where !== null && isFelt(where, planned, i, names, day)),
  );
}

/** The first leg on which each weakness is felt; `leg` is `null` of one that is felt on none, or nobody can tell. */
export function firstFelt(
  plan: Plan,
  legs: readonly FeltLeg[],
  sun: Sun | null,
): { weakness: Weakness; leg: number | null }[] {
  const felt = weaknessesOn(plan, legs, sun);
  return plan.swot.weaknesses.flatMap((weakness) => {
    if (weakness.where === null) return [];
    const leg = felt.findIndex((those) => those.includes(weakness));
    return [{ weakness, leg: leg < 0 ? null : leg }];
  });
}

function isFelt(
  where: WeaknessPlace,
  { leg, arriveS, movingS, lightS }: FeltLeg,
  index: number,
  names: readonly string[],
  day: RaceDay,
): boolean {
  const steepRatio = (climbM: number | null) => (climbM ?? 0) / leg.distanceM;
  switch (where.kind) {
    case 'after distance':
      return leg.to.atM > where.atM;
    case 'after time':
      return arriveS > where.elapsedS;
    case 'at': {
      // on the way there, and on from there
      const visits = visitsTo(where.place, names);
      return visits.includes(index) || visits.includes(index + 1);
    }
    case 'dark':
      return lightS.dark + lightS.twilight > 0;
    case 'hot':
      return Array.from({ length: STEPS + 1 }, (_, k) => arriveS - movingS * (k / STEPS)).some(
        (elapsedS) => isHotOn(day, elapsedS),
      );
    case 'climbs':
      return steepRatio(leg.gainM) >= FELT_RATIO;
    case 'descents':
      return steepRatio(leg.lossM) >= FELT_RATIO;
  }
}
