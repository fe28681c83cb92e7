/** What the words of a column's header mean, in the languages results are published in. */
import type { ColumnMeaning } from '../../domain/problems/results.js';
import { lookUp, plainName, unmojibake } from '../../kernel/text.js';
import { countColumns } from '../table/columns.js';
import type { Headings } from '../table/header.js';
import type { TimeForm } from '../times/reading.js';
import { RESULT_COLUMNS } from './vocabulary.js';

type Word =
  | Exclude<ColumnMeaning, 'leg'>
  | 'time'
  | 'lap'
  | 'tempo'
  | 'perDistance'
  | 'unit'
  | 'filler';

/** Without accents, in lower case. English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian. */
const WORDS: Readonly<Record<Word, string>> = {
  time: `time times elapsed duration chrono performance zeit zeiten laufzeit dauer leistung temps duree tiempo
    tiempos duracion crono durata tijd looptijd tid aika ecoule transcurrido`,
  total: `total totals totale overall official race final gesamt end result gesamtzeit gesamtergebnis officiel
    officielle oficial ufficiale finale uitslag totaal samlet totalt slut cumulative kumuliert`,
  gun: 'gun clock brutto bruttid brut bruto lordo scratch bruttotid bruttotijd',
  net: 'net chip netto neto real reel reelle reale liquido nettotid nettotijd own',
  finish:
    'finish finisher ziel zieleinlauf arrivee arrivo llegada meta chegada aankomst mal maal goal',
  start: 'start depart salida partenza largada vertrek inicio avvio',
  clock: 'tod uhrzeit tageszeit heure hora ora orario klokkeslett klockslag daytime',
  pace: `pace speed geschwindigkeit allure vitesse ritmo velocidad velocita passo snelheid fart hastighet rythme
    kmh kph mph velocidade geschw schnitt minkm minmi`,
  gap: `gap diff difference differenz behind back abstand ruckstand ecart retard distacco diferencia diferenca delta
    verschil achterstand forskjell forskel skillnad differanse differenza leader winner sieger dif`,
  rank: `rank rang ranking place platz platzierung pos position positie posizione posicion puesto clt classement posto
    plass plats plazierung posicao classifica`,
  forecast: `projected predicted estimated estimate estimation projection prediction forecast expected target eta
    prognose hochrechnung prevu prevue prevision previsto prevista estimado estimada stimato verwacht beraknad`,
  other: `date registration registered entry birth inscription anmeldung datum fecha points punkte card moving stopped
    stop stops pause pauses rest stoppage penalty cutoff cut adjusted graded age average avg mean best fastest slowest
    standing aid durchschnitt moyenne promedio media meilleur beste schnellste mejor migliore distance distanz strecke
    limit barriere karenz offset delay`,
  lap: 'lap laps loop runde runden tour tours vuelta giro ronde',
  tempo: 'tempo tempi',
  perDistance: 'km kilometer kilometre mi mile miles meile meilen',
  unit: 'h hr hrs hour hours hh m min mins minute minutes mm s sec secs second seconds ss std stunden minuten sekunden',
  filler: 'day passage of the to per auf au sur al da de del du le la 1er 1st first',
};

const MEANINGS: Readonly<Record<string, Word>> = Object.fromEntries(
  Object.entries(WORDS).flatMap(([meaning, words]) =>
    words.split(/\s+/).map((word) => [word, meaning as Word]),
  ),
);

/** Words so short are found inside too many names, but for some. */
const SHORTEST_GLUED = 3;
const isGlued = (word: string): boolean =>
  (word.length >= SHORTEST_GLUED || /^(?:to|km|mi)$/.test(word)) &&
  lookUp(MEANINGS, word) !== undefined;

/** A word that is one of the dictionary's, or several glued: `guntime`, `finishpace`; `null` when it is another. */
function unglue(word: string): string[] | null {
  if (lookUp(MEANINGS, word)) return [word];
  for (let end = word.length - 2; end >= 2; end -= 1) {
    const [first, last] = [word.slice(0, end), word.slice(end)];
    const rest = isGlued(first) && (last.length > 2 || isGlued(last)) ? unglue(last) : null;
    if (rest) return [first, ...rest];
  }
  return null;
}

/** The header in words: `GUNTIME` and `GunTime` are `gun time`, `RÃ¼ckstand` is `ruckstand`. */
export const headerWords = (header: string): string =>
  plainName(unmojibake(header).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(' ')
    .flatMap((word) => unglue(word) ?? [word])
    .join(' ')
    .replace(/ in (?=(?:s|secs?|seconds|sekunden|mins?|minutes|minuten|h|hours|stunden)$)/, ' ');

/** Where a header holds words of several meanings, the first of these counts: a `Finish Pace` is a pace. */
const FIRST = ['forecast', 'pace', 'gap', 'rank', 'other', 'clock', 'start', 'net', 'gun'] as const;
/** At the end of a name these are parts of the names of stations too: `Windy Gap`, `Market Place`. */
const IN_NAMES = /^(?:gap|back|place|platz|clock|leader|winner|delta|dif|own|rest|meta|mal|card)$/;

/** `min/km`, `pace per mile`; `km/h`, `m/s`. */
const PER = [
  /(?:^| )(?:min|h|hr|hour|m s|per) (?:the )?(?:k|km|mi|mile|meile)$/,
  /(?:^| )(?:km|mi|miles|m) (?:h|hr|s)$/,
];
const WHOLE_UNIT = /^(?:secs?|seconds|sekunden|mins?|minutes|minuten|hrs|hours|stunden)$/;

/**
 * What a header means by its words alone; `null` of a station's.
 * @param words as `headerWords` leaves them
 * @param isNamed whether the words without the last, or the first, are the name of another column
 */
export function meaningOf(words: string, isNamed: (rest: string) => boolean): ColumnMeaning | null {
  const all = words.split(' ');
  const meanings = all.map((word) => lookUp(MEANINGS, word) ?? null);
  const has = (meaning: Word) => meanings.includes(meaning);
  if (PER.some((unit) => unit.test(words))) return 'pace';
  if (meanings.includes(null)) {
    if (/^(?:projected|predicted|estimated)$/.test(all[0]!)) return 'forecast';
    const [first, last] = [meanings[0], meanings.at(-1)];
    const ends = (meaning: Word | null | undefined) =>
      meaning === 'pace' || meaning === 'gap' || meaning === 'rank' || meaning === 'forecast';
    if (ends(last) && !IN_NAMES.test(all.at(-1)!)) return last as ColumnMeaning;
    if (first === 'gap' && !IN_NAMES.test(all[0]!)) return first;
    const beside = ends(last) ? all.slice(0, -1) : ends(first) ? all.slice(1) : null;
    if (beside && isNamed(beside.join(' '))) return (ends(last) ? last : first) as ColumnMeaning;
    return null;
  }
  const isTempoTime = has('total') || has('gun') || has('net');
  if (/time of day|heure de passage/.test(words)) return 'clock';
  if (has('tempo') && !isTempoTime) return 'pace';
  if (has('pace') || (has('time') && has('perDistance')))
    return has('forecast') ? 'forecast' : 'pace';
  const first = FIRST.find(has);
  if (first === 'gun' && has('finish') && !has('time') && /clock/.test(words)) return 'clock';
  if (first || has('lap')) return first ?? null;
  if (words === 'overall') return 'rank';
  if (has('total')) return 'total';
  if (has('finish')) return has('time') ? 'total' : 'finish';
  return has('time') || all.every((word) => WHOLE_UNIT.test(word)) ? 'total' : null;
}

/** How the numbers of a column of times are written, where its header says so. */
export function formOf(words: string): TimeForm | null {
  if (/(?:^| )(?:s|sec|secs|seconds|sekunden)$/.test(words)) return 'seconds';
  if (/(?:^| )(?:min|mins|minutes|minuten)$/.test(words)) return 'minutes';
  return /(?:^| )(?:h|hr|hrs|hours|std|stunden)$/.test(words) ? 'hours' : null;
}

const FINISHES: ReadonlySet<ColumnMeaning | null> = new Set(['total', 'gun', 'net', 'finish']);

/** Whether a column is called the finish time, or the finish. */
export const namesFinish = (header: string): boolean =>
  FINISHES.has(meaningOf(headerWords(header), () => false));

/** How many columns of results a row names: those of the runners, and one of finish times. */
export const resultHeadings: Headings = (cells) =>
  countColumns(cells, RESULT_COLUMNS) + (cells.some(namesFinish) ? 1 : 0);
