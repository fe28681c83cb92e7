import type { ColumnMeaning, ResultsProblemArgs } from '../../domain/problems/results.js';
import { paceOf } from '../../kernel/pace.js';
import {
  count,
  distance,
  duration,
  joinText,
  pace,
  say,
  type Text,
  words,
} from '../../report/value.js';
import { oneOf, type Sentences } from './sentence.js';

type ReadAs = ResultsProblemArgs['RESULTS_READ_AS'];

function timesAt({ stations, times, zone, missing }: ReadAs): Text[] {
  if (times == null || stations === 0) return [];
  const what = {
    elapsed: 'cumulative times',
    clock: zone === null ? 'times of day' : `times of day (${zone})`,
    leg: 'times of legs',
  };
  const gaps = missing > 0 ? [say`${count(missing)} of them missing`] : [];
  const where = stations === 1 ? 'station' : 'stations';
  return [say`${words(what[times])} at ${count(stations)} ${where}`, ...gaps];
}

const sexIn = ({ runners, unknownSex }: ReadAs): Text[] =>
  unknownSex === 0
    ? []
    : unknownSex === runners
      ? [['no sex told']]
      : [say`${count(unknownSex)} of unknown sex`];

/** What stands there: a time, or in a timed event a distance. */
const MARKS = { time: 'time', distance: 'distance' } as const;

const distancesIn = ({ distanceColumn }: ReadAs): Text[] =>
  distanceColumn === null
    ? []
    : [say`distances of a timed event in column "${words(distanceColumn)}"`];

const finishIn = ({ finishColumn }: ReadAs): Text[] =>
  finishColumn == null ? [] : [say`the finish is column "${words(finishColumn)}"`];

const MEANINGS: Readonly<Record<ColumnMeaning, string>> = {
  total: 'another finish time',
  gun: 'another finish time, from the gun',
  net: 'another finish time, by the chip',
  finish: 'another finish',
  start: 'the start',
  clock: 'a time of day',
  pace: 'a pace or speed',
  leg: 'a leg, beside the time since the start',
  gap: 'a gap',
  rank: 'a rank',
  forecast: 'not run but foretold',
  other: 'no place on the course',
};

const runnersIn = (runners: number): Text =>
  say`${count(runners)} ${runners === 1 ? 'runner' : 'runners'}`;

const orLenient = (isLenient: boolean): Text =>
  isLenient ? [] : say` --lenient goes on without them`;

export const resultsSentences: Sentences<ResultsProblemArgs> = {
  RESULTS_READ_AS: (args) => {
    const { edition, runners, finished, dnf, dns, dq } = args;
    const parts: Text[] = [
      say`${count(finished)} finished`,
      ...(dnf > 0 ? [say`${count(dnf)} DNF`] : []),
      ...(dns > 0 ? [say`${count(dns)} DNS`] : []),
      ...(dq > 0 ? [say`${count(dq)} disqualified`] : []),
      ...timesAt(args),
      ...finishIn(args),
      ...distancesIn(args),
      ...sexIn(args),
    ];
    const of = edition == null ? say`` : say` of ${words(edition)}`;
    return { text: say`read ${runnersIn(runners)}${of}: ${joinText(parts, ', ')}` };
  },
  CAREERS_READ_AS: ({ results, runners, finished, dnf, notRaced, assumed }) => {
    const parts: Text[] = [
      say`${count(finished)} finished`,
      ...(dnf > 0 ? [say`${count(dnf)} DNF`] : []),
      ...(notRaced > 0 ? [say`${count(notRaced)} left out, not started or disqualified`] : []),
    ];
    const of = runners == null ? [] : say` of ${runnersIn(runners)}`;
    return {
      text: say`read ${count(results)} ${results === 1 ? 'result' : 'results'}${of}: ${joinText(parts, ', ')}${assumed.length === 0 ? [] : say`; ${words(assumed.join(', '))}`}`,
    };
  },
  MISSING_CELL: ({ column }) => ({ text: say`nothing stands under "${words(column)}"` }),
  DATE_UNCLEAR: ({ written, choices }) => ({
    text: say`"${words(written)}" may be ${words(oneOf(choices))}`,
    help: say`write days like that, year first`,
  }),
  RESULT_IMPOSSIBLE: ({ distanceM, timeS, isLeftOut }) => ({
    text: say`${duration(timeS)} for ${distance(distanceM)} is ${pace(paceOf(timeS, distanceM))}: no race is run like that${isLeftOut ? '; left out' : ''}`,
    help: say`times are hours first, as in 0:25:30; check them, and the distance`,
  }),
  CLOSING_TAKEN: ({ race, finishers, closesS }) => ({
    text: say`no cutoff is given for ${words(race ?? 'a race of which DNFs are told')}: ${duration(closesS, 60)}, when 99 in 100 of the ${count(finishers)} finishers were in, is taken for it`,
    help: say`a column cutoff, or --plan, gives it`,
  }),
  NO_EARLIER_RESULTS: () => ({
    text: say`no runner has a result after an earlier finish, so there is nothing to forecast`,
    help: say`a row a result, with columns runner, date, distance, climb, status and time`,
  }),
  START_OF_COLUMN: ({ column, written, isOwn }) => ({
    text: isOwn
      ? say`the start of each runner is taken from column "${words(column)}", the first ${words(written)}: times of day count from there`
      : say`the start is taken from column "${words(column)}": ${words(written)}`,
  }),
  TITLES_TAKEN: ({ titles }) => ({
    text: say`titles above rows tell what is below them: ${words(titles.map((title) => `"${title}"`).join(', '))}`,
  }),
  FEWER_LAPS: ({ runners, column }) => ({
    text: say`by column "${words(column)}" ${runnersIn(runners)} with a time ran fewer laps than the race has: counted as DNF`,
  }),
  TIMES_WITHOUT_PLACE: ({ runners, isFinish }) => ({
    text: isFinish
      ? say`${runnersIn(runners)} with a time and no place, after all who have one: counted as finished`
      : say`${runnersIn(runners)} with a time and no place, where others have one: counted as DNF`,
    help: isFinish
      ? say`if they did not finish, say DNF in a column "status"`
      : say`if they finished, give them a place, or take the column of places out`,
  }),
  RELAYS_LEFT_OUT: ({ rows }) => ({
    text: say`${count(rows)} relay ${rows === 1 ? 'team' : 'teams'} left out`,
  }),
  ROWS_OF_NOBODY: ({ rows, written }) => ({
    text: say`${count(rows)} ${rows === 1 ? 'row' : 'rows'} of no runner left out, the first "${words(written)}"`,
  }),
  NO_RUNNERS: () => ({
    text: say`no row is of a runner alone, so there are no results to read`,
    help: say`relay teams are left out; a row must have a place, a bib or a name, and a time`,
  }),
  RACES_LEFT_OUT: ({ race, others, runners }) => ({
    text: say`of several races ${words(race)} is read; left out: ${words(others.join(', '))}, ${runnersIn(runners)}`,
  }),
  FINISH_IMPOSSIBLE: ({ rows, measure }) =>
    measure === 'time'
      ? {
          text: say`${count(rows)} finish ${rows === 1 ? 'time' : 'times'} left out: faster than anyone runs, or of no length that races have`,
          help: say`is it the right race, and the right distance?`,
        }
      : {
          text: say`${count(rows)} ${rows === 1 ? 'distance' : 'distances'} of nothing, or farther than anyone gets in six days, left out`,
          help: say`is the unit right, and the column?`,
        },
  SPLITS_IMPOSSIBLE: ({ rows, reason }) => ({
    text: say`splits of ${runnersIn(rows)} left out: ${
      reason === 'goes back' ? 'the times go back' : 'a leg is faster than anyone runs'
    }`,
  }),
  SPLITS_MOSTLY_LOST: ({ rows, of, columns, isLenient }) => ({
    text: isLenient
      ? say`of ${runnersIn(of)} with times at stations ${count(rows)} are left out, for times that cannot be true: what is said of the others may not hold for all`
      : say`of ${runnersIn(of)} with times at stations ${count(rows)} would be left out, for times that cannot be true: the file is misread, or of another race`,
    help: say`is one of these columns no station: ${words(columns.join(', '))}? take it out of the file, or say with --times what the times are.${orLenient(isLenient)}`,
  }),
  FINISHES_LOST: ({ rows, of, unreadable, impossible, isLenient, measure }) => ({
    text: say`of ${count(of)} finishers ${count(rows)} have no ${MARKS[measure]} that can be used (${joinText(
      [
        ...(unreadable > 0 ? [say`${count(unreadable)} unreadable`] : []),
        ...(impossible > 0 ? [say`${count(impossible)} impossible`] : []),
      ],
      ', ',
    )}): ${
      isLenient
        ? say`places and counts are of the others`
        : say`the file is misread, or of another race`
    }`,
    help: say`${measure === 'time' ? 'is it the right race, and the right distance?' : 'is the unit right, and the column?'}${orLenient(isLenient)}`,
  }),
  FINISHES_UNREADABLE: ({ column, cells, written, measure }) => ({
    text: say`no ${measure === 'time' ? 'finish time' : 'distance'} can be read in "${words(column)}": ${count(cells)} ${cells === 1 ? 'cell holds' : 'cells hold'} none, the first "${words(written)}"`,
    help:
      measure === 'time'
        ? say`write times like 7:05:50, or name the column of the finish "time"`
        : say`write distances like 173.766 km`,
  }),
  RESULTS_ARE_DISTANCES: ({ column, written, why }) =>
    why === 'no unit'
      ? {
          text: say`results of a timed event, it seems: "${words(column)}" holds distances, such as ${words(written)}, and nothing says in what unit`,
          help: say`write the unit in the header, as in "${words(column)} (km)", or in the cells`,
        }
      : {
          text: say`"${words(column)}" holds distances, such as ${words(written)}, and there are times as well: whether this is a timed event or a race over a distance is not clear`,
          help: say`of a timed event leave out the times; of a race write DNF in place of the distances of those who stopped`,
        },
  RESULTS_ARE_LAPS: ({ column, written }) => ({
    text: say`most ran fewer laps than others ("${words(column)}": ${words(written)}), so their times are no finish times`,
    help: say`results of a timed event need a column of distances, such as "km"; of several races, a column that names the race tells them apart`,
  }),
  ENTRANTS_LIST: ({ columns }) => ({
    text: say`this is a list of entrants: no results in it (${words(columns.join(', '))})`,
    help: say`what somebody registers or hopes for is no finish time; name the results`,
  }),
  BIB_REPEATED: ({ rows, bib, isSame, isTooMuch }) => ({
    text: isSame
      ? say`${count(rows)} ${rows === 1 ? 'row' : 'rows'} left out that ${rows === 1 ? 'repeats' : 'repeat'} the runner and the result of an earlier one${bib === null ? [] : say`, the first of bib ${words(bib)}`}`
      : say`${count(rows)} ${rows === 1 ? 'row has' : 'rows have'} a bib that stood there before with another result, the first ${words(bib)}${isTooMuch ? '' : ': each is counted'}`,
    ...(isSame
      ? {}
      : isTooMuch
        ? {
            help: say`a row a runner is read, and a column a station; --lenient counts each row`,
          }
        : { help: say`if they are of one runner, leave one row` }),
  }),
  TIMES_UNREADABLE: ({ column, others = 0, cells, written, measure = 'time' }) => ({
    text: say`${count(cells)} ${cells === 1 ? 'cell' : 'cells'} of "${words(column)}"${others === 0 ? '' : say` and ${count(others)} other ${others === 1 ? 'column' : 'columns'}`} ${cells === 1 ? 'holds' : 'hold'} no ${MARKS[measure]}, such as "${words(written)}"`,
  }),
  COLUMNS_NOT_USED: ({ columns }) => ({
    text: say`not taken for times at stations: ${words(
      columns.map(({ column, is }) => `"${column}" (${MEANINGS[is]})`).join(', '),
    )}`,
  }),
  COLUMN_NOT_TIMES: ({ column, cells, of, written }) => ({
    text: say`the column "${words(column)}" is left out: ${count(cells)} of its ${count(of)} cells ${cells === 1 ? 'holds' : 'hold'} no time, such as "${words(written)}"`,
  }),
  COLUMN_CONTRADICTS: ({ column, rows, of, rowsAfter }) => ({
    text: say`the column "${words(column)}" is left out: with it the times of ${count(rows)} of the first ${runnersIn(of)} cannot be true, without it those of ${count(rowsAfter)}`,
    help: say`if it is a station, correct its times`,
  }),
  TIMES_PAST_DAY: ({ runners }) => ({
    text: say`times of ${runnersIn(runners)} start again at 24:00:00: a day is added`,
  }),
  FINISH_AFTER_LIMIT: ({ runners, column }) => ({
    text: say`${runnersIn(runners)} without a finish time ${runners === 1 ? 'has' : 'have'} one at "${words(column)}" later than all others, as after the limit: counted as DNF`,
  }),
  FINISH_OF_STATION: ({ runners, column }) => ({
    text: say`${runnersIn(runners)} without a finish time ${runners === 1 ? 'has' : 'have'} one at "${words(column)}", taken for it`,
  }),
  COLUMNS_NOT_PLACED: ({ columns }) => ({
    text: say`${words(columns.join(', '))}: no ${
      columns.length === 1 ? 'station' : 'stations'
    } of the course, so at an unknown distance`,
    help: say`name the edition's own stations with history: - { file, stations }`,
  }),
  SPLITS_THINNED: ({ runners, kept }) => ({
    text: say`splits of ${count(kept)} of ${count(runners)} runners kept, evenly through the file`,
  }),
  COLUMN_PLACED_BY_GUESS: ({ column, station }) => ({
    text: say`the column "${words(column)}" is taken for ${words(station)}`,
  }),
  NO_SPLITS: () => ({
    text: say`no finisher has a time at a station of the course`,
    help: say`name the edition's own stations with --stations FILE`,
  }),
  NO_OTHER_EDITION: ({ mode }) => ({
    text: say`${words(mode)} learns from other editions, and there is none to learn from`,
    help: say`name the splits of more years, or use --mode no-history`,
  }),
  RACE_UNCLEAR: ({ asked, races }) => ({
    text:
      asked == null
        ? say`the file holds several races: ${words(oneOf(races))}`
        : say`no single race of the file is "${words(asked)}": it has ${words(oneOf(races))}`,
    help: say`name one with --race`,
  }),
};
