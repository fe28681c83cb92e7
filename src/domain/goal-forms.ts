/** The forms of a goal, by example: what `goal-grammar.ts` reads, for people. */
export const GOAL_FORMS: readonly { written: readonly string[]; means: string }[] = [
  { written: ['under 12h', 'sub-24'], means: 'finish in less time' },
  { written: ['win', 'podium', 'top 10'], means: 'place overall' },
  {
    written: ['age group win', 'women podium', 'men top 5'],
    means: 'place in the age group or gender',
  },
  { written: ['finish'], means: 'finish at all' },
  { written: ['at least 100 km', 'at least 24 loops'], means: 'get so far, in a timed event' },
  { written: ['last one standing'], means: 'win a backyard' },
  {
    written: ['carbs >= 40 g/h', 'fade <= 12%', 'sodium between 400 and 700 mg/h'],
    means: 'hold a measure: >=, <=, or between … and …',
  },
];
