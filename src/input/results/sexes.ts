/** Sex, as results files write it: a word, or a letter that means something only beside the others of its column. */
import type { Sex } from '../../domain/athlete.js';
import { plainName } from '../../kernel/text.js';

/**
 * Where a letter stands, in a column of sexes or one of categories: before the years (`M40`), behind a class (`SE H`),
 * behind one number (`40 F`), by itself. Each place of a column has its own meaning of the letters.
 */
type LetterPlace = 'sex' | 'before' | 'behind' | 'aged' | 'alone';

/** What a row says: a sex, or a letter yet to be told from all of its column, or `''` for nothing. */
export type SexSaid = Sex | '' | `${LetterPlace}:${string}`;

export interface SexReader {
  /** Reads the cells of sex and category of a row. */
  say: (sex: string, category: string) => SexSaid;
  /** What was said, once all rows are read; `null` where that tells no sex. */
  sexOf: (said: SexSaid) => Sex | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const WOMEN = words(
  'female females femme femmes feminin feminine feminino feminina femenino femenina femenil femminile frau frauen dam damen damer dame dames women womens woman weiblich weibl lady ladies girl girls filles donna donne mujer mujeres mulher mulheres kvinne kvinner kvinde kvinder kvinna kvinnor vrouw vrouwen dona dones senhoras nainen naiset naisten emakumea emakumeak kobieta kobiety zena zeny zene naised moteris moterys sieviete sievietes kadin kadinlar женщина женщины жен seniorinnen seniorin juniorinnen weibliche',
);
const MEN = words(
  'male males man men mens masculin masculine masculino masculina masculinos varonil maschile maschi mann manner herr herre herren herrer herrar heren homme hommes hombre hombres homem homens homes menn mand maend mannlich mannliche mannen boy boys garcons uomo uomini varon varones mies miehet miesten gizona gizonak mezczyzna mezczyzni muz muzi muski moski mees mehed ferfi ferfiak vyras vyrai virietis viriesi erkek erkekler мужчина мужчины муж',
);
const OTHERS = words('nb nonbinary nonbinaire divers diverse other otro autre');
/** German men where the women are `Seniorinnen`; Dutch and German for everybody of that age else. */
const MEN_BESIDE: Readonly<Record<string, string>> = {
  senioren: 'seniorinnen',
  junioren: 'juniorinnen',
};

const WOMEN_BESIDE = new Set(Object.values(MEN_BESIDE));

/** 男 and 女 stand inside words without spaces; Korean 남, 여 begin them. */
const CHARACTERS: readonly [Sex, RegExp][] = [
  ['F', /女|^여/],
  ['M', /男|^남/],
];

/** `null` where the words say nothing, or two things. @param plain as `plainName` leaves them */
export function sexInWords(plain: string): Sex | null {
  const all = plain.split(' ');
  const is = (sexes: ReadonlySet<string>) => all.some((word) => sexes.has(word));
  const said: Sex[] = CHARACTERS.flatMap(([sex, sign]) => (sign.test(plain) ? [sex] : []));
  if (is(WOMEN) || /hauptklasse w(?: |$)/.test(plain)) said.push('F');
  if (is(MEN)) said.push('M');
  if (is(OTHERS) || /^(?:non binary|non binaire|no binario|open gender)$/.test(plain))
    said.push('X');
  return said.length === 1 ? said[0]! : null;
}

/** The letter before the years, or before a class: `M45`, `W 50`, `H40-49`, `MU20`, `FV40`, `SM40`, `MHK`, `F-Masters`. */
const BEFORE: readonly RegExp[] = [
  /(?:^| )[sjpm]??(\p{L}) ?[uv]? ?\d\d(?!\d)/u,
  /^(\p{L})(?:hk|j[a-d]|ju ?\d\d|sen)$/u,
  /^(\p{L}) \p{L}{3,}$/u,
];
/** The letter behind the class: `SEH`, `SE H`, `V1 F`, `M2F`, `MA30H`, `M40 F`, `40-49 F`, `U23 M`, `VETF A`. */
const BEHIND: readonly RegExp[] = [
  /^(?:sen|vet|jun|abs|mas|cad)(\p{L})(?: [a-d])?$/u,
  /^(?:(?:se|es|ju|ca|ma|ve|[svjpta]|v[1-9]|m(?:10|\d)|(?:m|v|ma|u|se)\d\d|\d\d \d\d) ?|.* )(\p{L})$/u,
];
const letterIn = (patterns: readonly RegExp[], plain: string): string | null =>
  patterns.map((pattern) => pattern.exec(plain)?.[1]).find((letter) => letter !== undefined) ??
  null;
/** `40+ F`, but `50 M` and `100 K` are distances. */
const AGED = /^\d+ ?(\p{L})$/u;
const LETTER = /^\p{L}$/u;

/** A file has few categories; a column of anything else is not to be held. */
const MOST_REMEMBERED = 10_000;

/** @param sexHeader what the column of the sex is called: its language decides where letters alone do not */
export function sexReader(sexHeader: string): SexReader {
  const isSpanish = /^(?:sexo|genero)$/.test(plainName(sexHeader));
  const letters: Letters = {
    sex: new Set(),
    before: new Set(),
    behind: new Set(),
    aged: new Set(),
    alone: new Set(),
  };
  const meanings = new Map<SexSaid, Sex | null>();
  const note = (place: LetterPlace, letter: string): SexSaid => {
    if (!letters[place].has(letter)) meanings.clear();
    letters[place].add(letter);
    return letter === '' ? '' : `${place}:${letter}`;
  };
  const sayOfCategory = (plain: string): SexSaid => {
    const said = sexInWords(plain);
    if (said) return said;
    if (LETTER.test(plain)) return note('alone', plain);
    const aged = AGED.exec(plain)?.[1];
    if (aged) return note('aged', aged);
    const behind = letterIn(BEHIND, plain);
    if (behind) return note('behind', behind);
    const before = letterIn(BEFORE, plain);
    if (plain === 'vsen') note('before', DUTCH);
    if (before) return note('before', before);
    const asMen = plain.split(' ').find((word) => Object.hasOwn(MEN_BESIDE, word));
    return asMen ? note('alone', asMen) : note('before', '');
  };
  const sayIn = (plain: string, isOfSex: boolean): SexSaid => {
    for (const word of plain.split(' ')) if (WOMEN_BESIDE.has(word)) note('alone', word);
    if (plain === '' || plain === 'n a') return '';
    return isOfSex && LETTER.test(plain) && !sexInWords(plain)
      ? note('sex', plain)
      : sayOfCategory(plain);
  };
  const saidBefore = new Map<string, SexSaid>();
  const say = (sex: string, category: string): SexSaid =>
    sayIn(plainName(sex), true) || sayIn(plainName(category), false);
  return {
    say: (sex, category) => {
      const key = `${sex}\n${category}`;
      const known = saidBefore.get(key);
      if (known !== undefined) return known;
      const said = say(sex, category);
      if (saidBefore.size < MOST_REMEMBERED) saidBefore.set(key, said);
      return said;
    },
    sexOf: (said) => {
      const known = meanings.get(said);
      if (known !== undefined) return known;
      const meaning = meaningOf(said, letters, isSpanish);
      meanings.set(said, meaning);
      return meaning;
    },
  };
}

function meaningOf(said: SexSaid, letters: Letters, isSpanish: boolean): Sex | null {
  if (said === '') return null;
  const [place, letter] = said.split(':') as [LetterPlace, string | undefined];
  if (letter === undefined) return said as Sex;
  const among = letters[place];
  const women = MEN_BESIDE[letter];
  if (women !== undefined) return among.has(women) ? 'M' : null;
  // A, B, C are the classes of a series, so that F is another of them
  if (place !== 'sex' && ['a', 'b', 'c'].some((one) => among.has(one))) return null;
  const own = place === 'sex' && isSpanish ? SPANISH_PAIRS : PAIRS[place];
  const pairs = among.has(DUTCH) ? [...own, 'mv'] : own;
  const pair = pairs.find(([man, woman]) => among.has(man!) && among.has(woman!));
  if (letter === 'x') return place === 'alone' ? null : 'X';
  if (!pair) return isClear(place, letter, letters) ? (LONELY[letter] ?? null) : null;
  if (letter === pair[0]) return 'M';
  if (letter === pair[1] || letter === 'f' || letter === 'w') return 'F';
  // beside men and women: divers
  return letter === 'd' && pair === 'mw' ? 'X' : null;
}

/** Whether a letter that has no other beside it tells a sex: an M among classes without letters may be Masters. */
function isClear(place: LetterPlace, letter: string, { before, behind }: Letters): boolean {
  if (place === 'alone' || place === 'aged') return false;
  return place !== 'before' || letter !== 'm' || (!before.has('') && behind.size === 0);
}

type Letters = Readonly<Record<LetterPlace, Set<string>>>;

const CLEAR_PAIRS = ['mf', 'mw', 'hf', 'hw', 'hd'];
/**
 * Letters of men and of women, where both stand in a column: man and female or woman, homme and femme, Herren and
 * Damen; in the column of the sex also hombre and mujer, man and vrouw, mann and kvinne (mężczyzna and kobieta),
 * muž and žena, mies and nainen, messieurs and dames, erkek and kadın, férfi and nő, мужчина and женщина.
 */
const PAIRS: Readonly<Record<LetterPlace, readonly string[]>> = {
  sex: [...CLEAR_PAIRS, 'hm', 'mv', 'mk', 'mz', 'mn', 'md', 'ek', 'fn', 'мж'],
  before: [...CLEAR_PAIRS, 'mk', 'mz', 'mn', 'md'],
  behind: CLEAR_PAIRS,
  aged: CLEAR_PAIRS,
  alone: [...CLEAR_PAIRS, 'mk', 'мж'],
};
/** Where the column is called `sexo` or `género`: varón and mujer. */
const SPANISH_PAIRS = ['mf', 'hf', 'hm', 'vm', 'vf'];
/** A class `Vsen` was seen: V40 are women there, where elsewhere they are veterans. */
const DUTCH = 'vsen';
/** Those that mean one sex where none of a pair stands beside them. */
const LONELY: Readonly<Record<string, Sex>> = { m: 'M', h: 'M', f: 'F', w: 'F', м: 'M', ж: 'F' };
