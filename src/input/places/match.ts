/**
 * Names of stations as files write them, matched to the places of a course: by name (case, accents, punctuation
 * and usual abbreviations ignored) and distance, in course order; what is left between two matches, by order.
 */
import { isFinishName, isStartName, nameLikeness } from '../../kernel/station-name.js';

/** What a file, or a plan, says of a station: its name, its distance from the start, or both. */
export interface WrittenStation {
  name: string | null;
  atM: number | null;
}

/** Where a written station belongs. */
export interface StationMatch {
  /** Index into the places. */
  place: number;
  /** Other places that fit as well, such as the second visit. */
  alternatives: readonly number[];
  /** Named or placed beyond doubt: not merely alike, and not by order alone. Which visit it is may be open. */
  named: boolean;
  /** `named`, and without alternatives. */
  certain: boolean;
}

/** Names less alike are different; alike but below `SURE`, a guess. So is a distance alone beyond 250 m. */
const ALIKE = 0.7;
const SURE = 0.85;
const SURE_BY_DISTANCE = 0.74;

/** Two sources give the same station's distance this close, and never further apart than the second. */
const SAME_PLACE_M = 1000;
const ELSEWHERE_M = 5000;
/** Scores of a fit beside that of its name: distances agree; only they agree; they agree against the names. */
const DISTANCE_AGREES = 0.3;
const DISTANCE_ONLY = 0.85;
const DISTANCE_AGAINST_NAME = 0.4;

const distanceApart = (a: WrittenStation, b: WrittenStation): number | null =>
  a.atM == null || b.atM == null ? null : Math.abs(a.atM - b.atM);

/** How well a written station fits a place; 0 is not at all. */
function scoreOf(
  written: WrittenStation,
  place: WrittenStation,
  end: 'start' | 'finish' | null,
): number {
  const apartM = distanceApart(written, place);
  if (apartM != null && apartM > ELSEWHERE_M) return 0;
  const near = apartM != null && apartM <= SAME_PLACE_M ? 1 - apartM / SAME_PLACE_M / 2 : 0;
  if (written.name == null || written.name === '') return near * DISTANCE_ONLY;
  if (isStartName(written.name) && end === 'start') return 1;
  if (isFinishName(written.name) && end === 'finish') return 1;
  const likeness = place.name == null ? 0 : nameLikeness(written.name, place.name);
  return likeness >= ALIKE ? likeness + near * DISTANCE_AGREES : near * DISTANCE_AGAINST_NAME;
}

/**
 * Matches stations, written in course order, to places in course order; the first place is the start, the last
 * the finish. The best alignment as a whole wins, so a place passed three times is found three times.
 * @returns one entry for each written station; `null` where no place fits
 */
export function matchStations(
  written: readonly WrittenStation[],
  places: readonly WrittenStation[],
): (StationMatch | null)[] {
  const scores = written.map((station) =>
    places.map((place, j) =>
      scoreOf(station, place, j === 0 ? 'start' : j === places.length - 1 ? 'finish' : null),
    ),
  );
  const upTo = bestScores(scores);
  const after = bestScores(scores.map((row) => row.toReversed()).toReversed());
  const best = upTo[written.length]![places.length]!;
  let next = 0;
  const matches = scores.map((row, i) => {
    const equal = row.flatMap((score, j) => {
      const rest = after[written.length - i - 1]![places.length - j - 1]!;
      return score > 0 && upTo[i]![j]! + score + rest > best - 1e-9 ? [j] : [];
    });
    const place = equal.find((j) => j >= next);
    if (place === undefined) return null;
    next = place + 1;
    const alternatives = equal.filter((j) => j !== place);
    const named = row[place]! >= (written[i]!.name ? SURE : SURE_BY_DISTANCE);
    return { place, alternatives, named, certain: named && alternatives.length === 0 };
  });
  return fillByOrder(matches, written, places);
}

/** `best[i][j]`: the best total of the first `i` stations among the first `j` places. */
function bestScores(scores: readonly (readonly number[])[]): number[][] {
  const width = (scores[0]?.length ?? 0) + 1;
  const best = [new Array<number>(width).fill(0)];
  for (const row of scores) {
    const above = best.at(-1)!;
    const here = [0];
    for (let j = 1; j < width; j += 1) {
      const score = row[j - 1]!;
      const matched = score > 0 ? above[j - 1]! + score : 0;
      here.push(Math.max(here[j - 1]!, above[j]!, matched));
    }
    best.push(here);
  }
  return best;
}

/**
 * Stations without a match between two matched ones take the places between, when there are as many; not those
 * whose name is another place's, as on a course run the other way round.
 */
function fillByOrder(
  matches: readonly (StationMatch | null)[],
  written: readonly WrittenStation[],
  places: readonly WrittenStation[],
): (StationMatch | null)[] {
  const filled = [...matches];
  for (let i = 0; i < filled.length; i += 1) {
    if (filled[i]) continue;
    let end = i;
    while (end < filled.length && !filled[end]) end += 1;
    const before = filled[i - 1]?.place ?? 0;
    const behind = filled[end]?.place ?? places.length - 1;
    if (behind - before - 1 === end - i) {
      for (let k = i; k < end; k += 1) {
        const place = before + 1 + k - i;
        if (isElsewhere(written[k]!, places[place]!, places)) continue;
        filled[k] = { place, alternatives: [], named: false, certain: false };
      }
    }
    i = end;
  }
  return filled;
}

const isElsewhere = (
  station: WrittenStation,
  place: WrittenStation,
  places: readonly WrittenStation[],
): boolean =>
  (distanceApart(station, place) ?? 0) > ELSEWHERE_M ||
  places.some(({ name }) => name && station.name && nameLikeness(station.name, name) >= SURE);
