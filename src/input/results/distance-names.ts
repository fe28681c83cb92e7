/** Distances in the names of races and of stations: `100K`, `50 Miles`, `5k`, `half`. */
import { parseQuantity } from '../../kernel/quantity.js';
import { lookUp, plainName } from '../../kernel/text.js';
import { M_PER_KM, M_PER_MI } from '../../kernel/units.js';

/** `100K`, `50 Miles`, `100MeilenBerlin`, `100M` (miles) in metres; `null` when the name of a race has no distance. */
export function distanceInName(name: string): number | null {
  const match =
    /(\d+(?:[.,]\d+)?)[ -]?(?:(k|km|kilomet(?:er|re)s?)(?![a-z])|(m|mi|milers?|miles?)(?![a-z])|(meilen?))/i.exec(
      name,
    );
  if (!match) return null;
  return Number(match[1]!.replace(',', '.')) * (match[2] ? M_PER_KM : M_PER_MI);
}

/** World Athletics: a marathon is 42,195 m. */
const MARATHON_M = 42_195;
const NAMED: Readonly<Record<string, number>> = {
  half: MARATHON_M / 2,
  hm: MARATHON_M / 2,
  'half marathon': MARATHON_M / 2,
  halbmarathon: MARATHON_M / 2,
  semi: MARATHON_M / 2,
  marathon: MARATHON_M,
};

/** The distance that is all of a station's name, m: `5k`, `km 20`, `Mile 13.1`, `half`; `null` of any other name. */
export function distanceOfName(name: string): number | null {
  const named = lookUp(NAMED, plainName(name));
  if (named !== undefined) return named;
  const [, before, number, after] =
    /^(km|k|mile|mi)?\s*(\d+(?:[.,]\d+)?)\s*(km|k|miles|mile|mi)?$/i.exec(name.trim()) ?? [];
  const unit = before ?? after;
  if (number === undefined || unit === undefined || (before && after)) return null;
  return parseQuantity(`${number.replace(',', '.')} ${unit}`, 'distance', 'metric');
}
