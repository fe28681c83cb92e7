/** What a plan took over from earlier races, a line each where the report does not say it. */
import { note, type Problem } from '../domain/problems/problem.js';
import type { Carried, Earlier } from '../engine/lessons/earlier.js';

/** @param file the plan's */
export const carriedNotes = ({ carried }: Earlier, file: string): Problem[] =>
  carried.flatMap((one) => noteOf(one, file) ?? []);

function noteOf(carried: Carried, file: string): Problem | null {
  switch (carried.kind) {
    case 'stops': {
      const { from: race, taken, planS } = carried;
      const { medianS: stopS, stops } = taken;
      return planS === undefined ? note('EARLIER_STOPS', { race, stopS, stops }, { file }) : null;
    }
    case 'fade': {
      const { from: race, ratio: fadeRatio, planRatio } = carried;
      return planRatio === undefined ? note('EARLIER_FADE', { race, fadeRatio }, { file }) : null;
    }
    case 'past':
      return carried.isListed && !carried.givesGain
        ? null
        : note('EARLIER_PAST', { race: carried.from }, { file });
    default:
      return null;
  }
}
