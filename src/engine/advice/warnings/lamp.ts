/** Whether the runner has light where it is dark. */
import { sum } from '../../../kernel/stats.js';
import { S_PER_MIN } from '../../../kernel/units.js';
import { computeLampSpans, type ElapsedSpan } from '../../course/daylight.js';
import type { GearRace } from '../../crew/conditions.js';
import { computeGear } from '../../crew/gear.js';
import { reachPlaces } from '../../crew/gear-times.js';
import { followLamps, isLampItem, type LightKept, mayBeLamp } from '../../crew/lamps.js';
import type { Graded } from './severity.js';

/** The dark that is told of: from when, and for a race that starts in it, when the sun is up. */
interface Dark {
  /** Time run in twilight or darkness. */
  darkS: number;
  fromS: number;
  /** `null`: it does not start in the dark, or the dark lasts to the finish. */
  sunriseS: number | null;
}

export type LampWarning = Graded<
  /** `unsure`: gear for the dark of which nothing tells that it is a lamp. */
  | ({ kind: 'dark without lamp'; unsure: readonly string[] } & Dark)
  | ({ kind: 'no spare lamp' } & Dark)
  /** A lamp is in the gear, and not there when it is dark. */
  | { kind: 'lamp too late'; darkS: number; fromS: number }
  /** Every battery is empty at `atS`, and it stays dark for `darkS` more; `ifLate`: only who is late is out then. */
  | { kind: 'lamp dies'; items: readonly string[]; atS: number; darkS: number; ifLate: boolean }
  /** As planned it is light to the finish; at the late end, `lateS`, it is not, and no lamp is in the gear. */
  | { kind: 'dark if late'; finishS: number; fromS: number; lateS: number }
>;

/** Shorter darkness, for the late alone, is no news. */
const NOTABLE_S = S_PER_MIN;

/** None where the sun is not known: what is dark is unknown then, and the gear for it is taken from the start. */
export function lampWarnings(race: GearRace): LampWarning[] {
  const { pace, sun } = race;
  if (!sun) return [];
  const reached = reachPlaces(pace.legs);
  const { arriveS: finishS, lateS } = reached.at(-1)!;
  const lamps = computeGear(race).filter(({ item }) => isLampItem(item));
  const spans = computeLampSpans(sun, finishS);
  const [first] = spans;
  if (!first) {
    const late = computeLampSpans(sun, lateS).at(0);
    return late && lateS - late.fromS >= NOTABLE_S && lamps.length === 0
      ? [{ severity: 'advice', kind: 'dark if late', finishS, fromS: late.fromS, lateS }]
      : [];
  }
  const dark: Dark = {
    darkS: sum(pace.legs.map(({ lightS }) => lightS.dark + lightS.twilight)),
    fromS: first.fromS,
    sunriseS: sunriseOf(first, finishS),
  };
  if (lamps.length === 0) {
    const unsure = race.plan.gear.filter(mayBeLamp).map(({ item }) => item);
    return [{ severity: 'unsafe', kind: 'dark without lamp', unsure, ...dark }];
  }
  const { without, isAlone, dies } = followLamps(lamps, reached, spans, finishS);
  const lateDies = followLamps(lamps, reached, computeLampSpans(sun, lateS), lateS).dies;
  return [
    ...(without ? [{ severity: 'unsafe', kind: 'lamp too late', ...without } as const] : []),
    ...(dies ? [{ severity: 'unsafe', ...diesOf(dies, false) } as const] : []),
    ...(lateDies && lateDies.darkS >= NOTABLE_S && !dies
      ? [{ severity: 'advice', ...diesOf(lateDies, true) } as const]
      : []),
    ...(isAlone ? [{ severity: 'advice', kind: 'no spare lamp', ...dark } as const] : []),
  ];
}

const diesOf = ({ lamps, atS, darkS }: NonNullable<LightKept['dies']>, ifLate: boolean) =>
  ({
    kind: 'lamp dies',
    items: lamps.map(({ item }) => item.item),
    atS,
    darkS,
    ifLate,
  }) as const;

const sunriseOf = ({ fromS, toS }: ElapsedSpan, finishS: number): number | null =>
  fromS === 0 && toS < finishS ? toS : null;
