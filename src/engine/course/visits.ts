/** Which passage of a track is which visit: the same place passed three times is three stations. */

export interface Visit {
  /** Where along the track the plan's distance would put it, metres; `null` when the plan has none. */
  expectedM: number | null;
  /** Passages of its waypoint, increasing. */
  passagesM: readonly number[];
}

const isExpected = (visit: Visit) => visit.expectedM !== null;

interface Choice {
  lastM: number;
  costM: number;
  chosen: readonly (number | null)[];
}

/**
 * Chooses a passage for each visit, in order along the track: together as near as can be to where they are
 * expected, within the tolerance. A visit expected nowhere lies between those expected before and after it,
 * and takes the earliest passage that fits.
 * @returns metres along the track, or `null` for a visit without a passage that fits
 */
export function choosePassages(
  visits: readonly Visit[],
  toleranceM: number,
): readonly (number | null)[] {
  // leaving an expected visit unplaced costs as much as the worst fit; one that nothing else places, far more
  const unplacedM = toleranceM * (visits.length + 1);
  let choices: readonly Choice[] = [{ lastM: Number.NEGATIVE_INFINITY, costM: 0, chosen: [] }];
  visits.forEach(({ expectedM, passagesM }, i) => {
    // of an expected visit both are where it is expected
    const fromM =
      visits.slice(0, i + 1).findLast(isExpected)?.expectedM ?? Number.NEGATIVE_INFINITY;
    const toM = visits.slice(i).find(isExpected)?.expectedM ?? Number.POSITIVE_INFINITY;
    const best = new Map<number, Choice>();
    const offer = (choice: Choice) => {
      const rival = best.get(choice.lastM);
      if (!rival || choice.costM < rival.costM) best.set(choice.lastM, choice);
    };
    for (const { lastM, costM, chosen } of choices) {
      const skipM = expectedM === null ? unplacedM : toleranceM;
      offer({ lastM, costM: costM + skipM, chosen: [...chosen, null] });
      for (const passageM of passagesM) {
        const missM = Math.max(fromM - passageM, passageM - toM, 0);
        if (passageM <= lastM || missM > toleranceM) continue;
        offer({ lastM: passageM, costM: costM + missM, chosen: [...chosen, passageM] });
      }
    }
    choices = [...best.values()].sort((a, b) => a.lastM - b.lastM);
  });
  return choices.reduce((a, b) => (b.costM < a.costM ? b : a)).chosen;
}
