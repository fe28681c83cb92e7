/** What `replan` tells of the time so far: stops, and moving by half. After the race `explained.ts` tells the causes. */
import { sum } from '../../../kernel/stats.js';
import type { Stretch } from '../stretches.js';

const LOSS_CAUSES = [
  'stops',
  'movingFirstHalf',
  'movingSecondHalf',
  /** Stretches whose stops were not logged: moving and stopping cannot be told apart. */
  'notSeparable',
] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

export interface Loss {
  cause: LossCause;
  /** Seconds more than planned; negative is time won. */
  seconds: number;
}

/** The later half of the race begins at half the distance; a stretch belongs where its middle lies. */
const causeOfMoving = (stretch: Stretch, distanceM: number): LossCause =>
  stretch.start.atM + stretch.distanceM / 2 < distanceM / 2
    ? 'movingFirstHalf'
    : 'movingSecondHalf';

/**
 * Splits the difference between actual and planned time at the last logged place into causes.
 * The parts sum to that difference: each stretch is its stop plus its moving time, or cannot be separated.
 * A cause of which nothing was logged is left out, rather than said to have cost nothing.
 * @param distanceM the whole race
 */
export function computeLosses(stretches: readonly Stretch[], distanceM: number): Loss[] {
  const parts: Loss[] = stretches.flatMap((stretch) => {
    const { planned } = stretch;
    if (stretch.movingS == null || stretch.stopBeforeS == null) {
      const plannedS = planned.endS - planned.startS;
      return [{ cause: 'notSeparable', seconds: stretch.endS - stretch.startS - plannedS }];
    }
    return [
      // Nobody stops at the start
      ...(stretch.from === 0
        ? []
        : [{ cause: 'stops' as const, seconds: stretch.stopBeforeS - planned.stopBeforeS }]),
      {
        cause: causeOfMoving(stretch, distanceM),
        seconds: stretch.movingS - planned.movingS,
      },
    ];
  });
  return sumByCause(parts);
}

/** The same up to the departure after a stop of `overS` more than planned, the last place being left. */
export const addLastStop = (
  losses: readonly Loss[],
  overS: number,
  isArrivalLogged: boolean,
): Loss[] =>
  sumByCause([...losses, { cause: isArrivalLogged ? 'stops' : 'notSeparable', seconds: overS }]);

const sumByCause = (parts: readonly Loss[]): Loss[] =>
  LOSS_CAUSES.map((cause) => ({
    cause,
    seconds: sum(parts.filter((part) => part.cause === cause).map((part) => part.seconds)),
  })).filter(({ cause }) => parts.some((part) => part.cause === cause));
