import type { ResultsProblemArgs } from '../../domain/problems/results.js';
import { count, joinText, say, type Text, words } from '../../report/value.js';
import { oneOf, type Sentences } from './sentence.js';

const TIMES = { elapsed: 'cumulative times', clock: 'times of day', leg: 'times of legs' };

export const resultsSentences: Sentences<ResultsProblemArgs> = {
  RESULTS_READ_AS: ({ runners, finished, dnf, dns, dq, stations, times }) => {
    const others: Text[] = [
      ...(dnf > 0 ? [say`${count(dnf)} DNF`] : []),
      ...(dns > 0 ? [say`${count(dns)} DNS`] : []),
      ...(dq > 0 ? [say`${count(dq)} disqualified`] : []),
      ...(times && stations > 0 ? [say`${TIMES[times]} at ${count(stations)} stations`] : []),
    ];
    const parts = [say`${count(finished)} finished`, ...others];
    return { text: say`read ${count(runners)} runners: ${joinText(parts, ', ')}` };
  },
  RELAYS_LEFT_OUT: ({ rows }) => ({
    text: say`${count(rows)} relay ${rows === 1 ? 'team' : 'teams'} left out`,
  }),
  FINISH_IMPOSSIBLE: ({ rows }) => ({
    text: say`${count(rows)} finish ${rows === 1 ? 'time' : 'times'} faster than anyone runs, left out`,
    help: say`is it the right race, and the right distance?`,
  }),
  SPLITS_IMPOSSIBLE: ({ rows, reason }) => ({
    text: say`splits of ${count(rows)} ${rows === 1 ? 'runner' : 'runners'} left out: ${
      reason === 'goes back' ? 'the times go back' : 'a leg is faster than anyone runs'
    }`,
  }),
  TIMES_UNREADABLE: ({ column, cells, written }) => ({
    text: say`${count(cells)} ${cells === 1 ? 'cell' : 'cells'} of "${words(column)}" hold no time, such as "${words(written)}"`,
  }),
  COLUMN_NOT_PLACED: ({ column }) => ({
    text: say`the column "${words(column)}" is no station of the course: its distance is unknown`,
  }),
  COLUMN_PLACED_BY_GUESS: ({ column, station }) => ({
    text: say`the column "${words(column)}" is taken for ${words(station)}`,
  }),
  RACE_UNCLEAR: ({ asked, races }) => ({
    text:
      asked == null
        ? say`the file holds several races: ${words(oneOf(races))}`
        : say`no single race of the file is "${words(asked)}": it has ${words(oneOf(races))}`,
    help: say`name one with --race`,
  }),
};
