/**
 * How much training a cell says: `10 mi`, `16 km`, `2 h`, `90 min`, `1:30`, `rest`, `10 mi easy`, `long run 20 mi in
 * 3:30`; of what was done also `yes` and `no`.
 *
 *     workload = rest | [ words ] amount [ [ "in" | "," | "/" ] amount ] [ words ] | words
 *     amount   = number unit | hours ":" minutes [ ":" seconds ] | times "x" number unit | number "-" number unit
 *
 * `5 x 1 km` is their sum, `10-12 mi` its lower end.
 */
import type { Workload } from '../../domain/training.js';
import { parseDuration, parseQuantity, shortDurationsIn } from '../../kernel/quantity.js';
import { plainName } from '../../kernel/text.js';
import { M_PER_KM, S_PER_H } from '../../kernel/units.js';

/** What is wrong with a cell. */
export type WorkloadFault = 'unreadable' | 'several' | 'miles or metres' | 'minutes or hours';

const NOTHING: Workload = { distanceM: null, durationS: null, isRest: false, isDone: true };
export const REST: Workload = { ...NOTHING, isRest: true };
export const LEFT_OUT: Workload = { ...NOTHING, distanceM: 0, durationS: 0, isDone: false };

const RESTS = /^(?:rest|rest day|day off|off|ruhe|ruhetag|frei|repos|descanso|riposo)\b/;
const YES = /^(?:yes|y|x|ok|done|full|as planned|true|ja|erledigt|oui|fait|si|hecho|fatto)\b/;
const NO = /^(?:no|n|none|nothing|missed|skipped|false|nein|nicht|ausgefallen|non|rien|manque)\b/;

export const saysRest = (written: string): boolean => RESTS.test(plainName(written));
export const saysYes = (written: string): boolean =>
  /^[✓✔☑]/u.test(written) || YES.test(plainName(written));
export const saysNo = (written: string): boolean =>
  /^[✗✘☒]/u.test(written) || NO.test(plainName(written));

/** Sessions that are no runs. */
const OTHER_SPORTS =
  /\b(?:core|strength|gym|weights?|yoga|pilates|stretching|mobility|bike|biking|cycle|cycling|ride|swim|swimming|rowing|cross ?training|kraft|krafttraining|rumpf|rad|radfahren|schwimmen|velo|natation|renforcement|bici|fuerza|palestra)\b/;
export const isOtherSport = (written: string): boolean => OTHER_SPORTS.test(plainName(written));

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const DISTANCE = String.raw`${NUMBER}\s*(?:kms?|k|kilomet(?:er|re)s?|mi|miles?)(?!\p{L})`;
const SPELLED = String.raw`${NUMBER}\s*(?:h|hrs?|hours?|std|stunden?|heures?)(?!\p{L})(?:\s*\d{1,2}\s*(?:min(?:s|utes?|uten)?)?(?![\p{L}\d]|\s*[x×*]))?|\d+h[0-5]\d(?!\d)|${NUMBER}\s*min(?:s|utes?|uten)?(?!\p{L})`;
const CLOCKED = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\s*h)?(?![\p{L}\d:/])`;
const AMOUNT = `(${DISTANCE})|(${SPELLED}|${CLOCKED})`;
const FIRST = new RegExp(String.raw`^[^\d]*?(?:${AMOUNT})`, 'iu');
const NEXT = new RegExp(String.raw`^\s*(?:in|,|;|/|\(|·|-|–)?\s*(?:${AMOUNT})\)?`, 'iu');
const ANY = new RegExp(AMOUNT, 'iu');
/** What follows is a part of the amount before it. */
const PART =
  /^\s*(?:\(|@|with|w\/|incl|including|of which|at|mit|davon|avec|dont|con)(?![\p{L}])/iu;

const REPEATED = new RegExp(
  String.raw`(?<![\d.,:])(\d{1,3})\s*[x×*]\s*(${NUMBER})\s*(m|kms?|k|mi|miles?|min)(?!\p{L})`,
  'giu',
);
const RANGE = new RegExp(
  String.raw`(?<![\d.,:])(${NUMBER})\s*(?:-|–|to|bis)\s*${NUMBER}\s*(kms?|k|mi|miles?|h|hrs?|hours?|min)(?!\p{L})`,
  'giu',
);

/** Whether a cell gives a span of amounts, of which the lower end counts. */
export const saysRange = (written: string): boolean => new RegExp(RANGE, 'iu').test(written);

/** Repetitions as their sum, a range as its lower end; metres are repeated, not walked to. */
const simplified = (written: string): string =>
  written
    .replace(REPEATED, (_, times: string, each: string, unit: string) => {
      const amount = Number(times) * Number(pointed(each));
      return unit.toLowerCase() === 'm' ? `${amount / M_PER_KM} km` : `${amount} ${unit}`;
    })
    .replace(RANGE, '$1 $2');

/**
 * @param unit of a bare number: that of the header, else the one `implied`
 * @returns what is wrong, where it is no workload
 */
export function parseWorkload(
  written: string,
  unit: string | null,
  implied: string,
): Workload | WorkloadFault {
  const text = simplified(written.trim());
  if (saysRest(text)) return REST;
  if (/^[-−]\s*\d/.test(text)) return 'unreadable';
  if (/^\d+(?:[.,]\d+)?$/.test(text)) {
    return parseWorkload(`${text} ${unit ?? implied}`, null, implied);
  }
  if (/^\d+(?:[.,]\d+)?\s*m\b/i.test(text)) return 'miles or metres';
  const first = FIRST.exec(text);
  if (!first) return /\d/.test(text) ? 'unreadable' : NOTHING;
  let rest = text.slice(first[0].length);
  if (/^\s*[x×*]\s*\d/i.test(rest)) return 'unreadable';
  const next = NEXT.exec(rest);
  const isOtherKind = next !== null && (next[1] === undefined) !== (first[1] === undefined);
  if (isOtherKind) rest = rest.slice(next[0].length);
  if (ANY.test(rest) && !PART.test(rest)) return 'several';
  const found = isOtherKind ? [first, next] : [first];
  const [distance, duration] = [1, 2].map((group) =>
    found.map((match) => match[group]).find((amount) => amount !== undefined),
  );
  const durationS = duration === undefined ? null : readDuration(duration);
  if (durationS === 'minutes or hours') return durationS;
  const distanceM =
    distance === undefined ? null : parseQuantity(pointed(distance), 'distance', 'metric');
  return { ...NOTHING, distanceM, durationS, isDone: distanceM !== 0 && durationS !== 0 };
}

const pointed = (written: string): string => written.replace(',', '.');

/** Nobody writes a session of so many hours as hours and minutes alone. */
const DOUBTFUL_S = 10 * S_PER_H;

/** Hours first, as everywhere; what would be half a day of them may be minutes and seconds. */
function readDuration(written: string): number | 'minutes or hours' | null {
  const english = pointed(written)
    .replace(/\s*(?:std|stunden?|heures?)/i, ' h')
    .replace(/minuten$/i, 'min')
    .replace(/^(\d+(?:\.\d+)?\s*h\w*\s*\d{1,2})\s*$/i, (hours) =>
      /^\d+h\d\d$/.test(hours) ? hours : `${hours} min`,
    );
  const seconds = parseDuration(english);
  const isDoubtful = shortDurationsIn(written) !== null && (seconds ?? 0) >= DOUBTFUL_S;
  return isDoubtful ? 'minutes or hours' : seconds;
}
