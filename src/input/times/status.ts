/** How races write that someone finished, stopped, never started or was disqualified. */
import type { FinishStatus } from '../../domain/record.js';
import { lookUp, plainName } from '../../kernel/text.js';

const words = (...patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`);

/** Stopped by a time limit: a DNF that says why. */
const OUT_OF_TIME: readonly string[] = [
  'oot|otl|over (?:the )?(?:time )?limit|timed out|missed (?:the )?cut ?off',
  'hors delai|fuera de (?:control|tiempo)|fuori tempo(?: massimo)?|buiten tijd|关门|關門',
];

/** As `plainName` leaves them, by language: English, Romance, German and Dutch, Nordic, Slavic, Chinese and Japanese. */
const WORDS: Readonly<Record<FinishStatus, RegExp>> = {
  dns: words(
    'dns|dnst|did not start|not started|no show',
    'non partante?|np|non partit[oa]|no presentad[oa]|no salio|no tomo la salida|nao partiu|nao largou',
    'nicht gestartet|nicht angetreten|niet gestart',
    'ikke startet|ej start(?:at|ade)?|startade inte|ei lahtenyt|ei startannut',
    'nie wystartowa[lł]|nestartoval|未出走|未起跑',
  ),
  dnf: words(
    'dnf|did not finish|not finished|drop(?:ped)?(?: out)?|ret(?:ired)?|withdr\\w*|wd',
    'aband?(?:on\\w*)?|abd|retirad[oa]|ritirat[oa]|desistiu|desistente',
    'aufgegeben|aufgabe|ausgestiegen|nicht im ziel|gestopt|uitgevallen|opgegeven|niet gefinisht',
    'utgatt|udgaet|ikke fullført|brutit|keskeytti|keskeyttanyt',
    'nie ukonczy[lł]|nedokoncil|vzdal|odstoupil|сошел|сошла|弃权|棄權|棄権|途中棄権|退赛|退賽|リタイア',
    ...OUT_OF_TIME,
  ),
  dq: words(
    'dq|dsq|dqd|disq|disqual\\w*|disk|disqualifiziert',
    'descalificad[oa]|desclassificad[oa]|squalificat[oa]|gediskwalificeerd|diskad|diskvalifi\\w*|hylatty|dyskwalifikacja',
    '取消资格|取消資格|失格',
  ),
  finished: words(
    'finish(?:er|ed)?|fin|official|unofficial|completed|classified|ok',
    'classee?|arrivee?|termine|terminado|finalizado|finalizo|clasificad[oa]|classificat[oa]|arrivat[oa]|concluiu',
    'im ziel|gefinisht|fullført|gjennomført|完赛|完賽|完走',
  ),
};

/** Words that elsewhere may be the name of a place, or an abbreviation of something else. */
const IN_COLUMN: Readonly<Partial<Record<FinishStatus, RegExp>>> = {
  dns: words('ns'),
  dnf: words('retiro|arret|brot|ab|hd|rit|kesk|cut ?off'),
  dq: words('hyl|squal'),
};

/** The status a word says, or `null` when it says none. */
export function finishStatusOf(written: string): FinishStatus | null {
  const word = plainName(written);
  for (const status of ['dnf', 'dns', 'dq', 'finished'] as const) {
    if (WORDS[status].test(word)) return status;
  }
  // where, or when: `DNF @ 40 km`, `DNF (Oak Saddle)`
  const leading = /^(dnf|dns|dsq|dq) /.exec(word)?.[1];
  return leading === undefined ? null : leading === 'dsq' ? 'dq' : (leading as FinishStatus);
}

const OUT_OF_TIME_WORDS = words(...OUT_OF_TIME);
const OUT_OF_TIME_IN_COLUMN = words(...OUT_OF_TIME, 'hd|cut ?off');

/**
 * Whether a status says that a time limit ended the race: `timed out`, `DNF (over the time limit)`.
 * @param inColumn of a column of its own, where a word can mean nothing else
 */
export const isOutOfTime = (written: string, inColumn = false): boolean =>
  (inColumn ? OUT_OF_TIME_IN_COLUMN : OUT_OF_TIME_WORDS).test(
    plainName(written).replace(/^dnf /, ''),
  );

/** A cell of a status column: a word, or the numbers of UltraSignup (1 finished, 2 DNF, 3 DNS). */
export function parseFinishStatus(written: string): FinishStatus | null {
  const numbered: Readonly<Record<string, FinishStatus>> = { 1: 'finished', 2: 'dnf', 3: 'dns' };
  const word = plainName(written);
  const inColumn = (['dnf', 'dns', 'dq'] as const).find((status) => IN_COLUMN[status]?.test(word));
  return lookUp(numbered, written.trim()) ?? finishStatusOf(written) ?? inColumn ?? null;
}
