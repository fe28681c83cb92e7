/** Where a station table contradicts itself or the organiser, or says what no ground has. */
import type { Course, Leg } from '../../domain/course.js';
import { MAX_CLIMB_RATIO, MAX_COURSE_CLIMB } from '../../domain/limits.js';
import type { CourseSpec } from '../../domain/plan.js';
import { error, note, type Problem, warning } from '../../domain/problems/problem.js';
import { sum } from '../../kernel/stats.js';
import { isNotable, NOTABLE_HEIGHT_M } from './track-checks.js';

/** What rounding leaves of nothing. */
const LEAST_UNTOLD_M = 1;

/** A table in whole or in part; `course` is what was made of it. */
export function checkTable(course: Course, spec: CourseSpec, file: string): Problem[] {
  const totals = (way: 'up' | 'down', organiserM: number | null): Problem[] => {
    const climbsM = course.legs.map(({ to }) => (way === 'up' ? to.gainM : to.lossM));
    if (organiserM === null || !climbsM.every((m) => m !== null)) return [];
    const tableM = sum(climbsM);
    return isNotable(tableM, organiserM)
      ? [warning('TABLE_GAIN_DIFFERS', { way, tableM, organiserM }, { file })]
      : [];
  };
  return [
    ...checkUntold(course, file),
    ...course.legs.flatMap((leg) => checkSteepness(leg, file)),
    ...course.legs.flatMap((leg) => checkHeights(leg, spec.elevationM, file)),
    ...totals('up', spec.gainM),
    ...totals('down', spec.lossM),
  ];
}

/** Legs run with more climb than the table tells. */
function checkUntold({ legs }: Course, file: string): Problem[] {
  const runOf = ({ cells }: Leg) => ({
    gainM: sum(cells.map((cell) => cell.gainM)),
    lossM: sum(cells.map((cell) => cell.lossM)),
  });
  const untold = legs.filter((leg) => {
    const { gainM, lossM } = runOf(leg);
    return gainM + lossM - (leg.gainM ?? 0) - (leg.lossM ?? 0) > LEAST_UNTOLD_M;
  });
  if (untold.length === 0) return [];
  const runs = untold.map(runOf);
  const args = {
    stations: untold.map(({ to }) => to.name),
    gainM: sum(runs.map(({ gainM }) => gainM)),
    lossM: sum(runs.map(({ lossM }) => lossM)),
  };
  return [note('LEG_CLIMB_ASSUMED', args, { file })];
}

function checkSteepness({ to, gainM, lossM, distanceM }: Leg, file: string): Problem[] {
  const climbM = (gainM ?? 0) + (lossM ?? 0);
  if (climbM <= MAX_CLIMB_RATIO * distanceM) return [];
  const args = { station: to.name, climbM, distanceM };
  return [error('LEG_TOO_STEEP', args, { file, span: to.span })];
}

/** A leg must rise as much as its ends lie apart. */
function checkHeights({ from, to, index }: Leg, startM: number | null, file: string): Problem[] {
  const fromM = from.elevationM ?? (index === 0 ? startM : null);
  const { elevationM: toM, gainM, lossM, name, span } = to;
  if (fromM === null || toM === null) return [];
  const riseM = toM - fromM;
  // what is missing of the two may be as much as it likes
  const isTooFlat = gainM !== null && riseM - gainM > NOTABLE_HEIGHT_M;
  const isTooHigh = lossM !== null && -riseM - lossM > NOTABLE_HEIGHT_M;
  const isUneven =
    gainM !== null && lossM !== null && Math.abs(gainM - lossM - riseM) > NOTABLE_HEIGHT_M;
  if (!isTooFlat && !isTooHigh && !isUneven) return [];
  const args = { station: name, riseM, gainM, lossM };
  return [warning('STATION_CLIMBS_CONTRADICT', args, { file, span })];
}

/** Climbs beyond any course's, whoever tells them. */
export function checkTotals({ gainM, lossM, distanceM }: Course, file: string): Problem[] {
  const unusual = (way: 'up' | 'down', climbM: number | null): Problem[] =>
    climbM !== null &&
    distanceM >= MAX_COURSE_CLIMB.fromM &&
    climbM > MAX_COURSE_CLIMB.ratio * distanceM
      ? [warning('COURSE_CLIMB_UNUSUAL', { way, climbM, distanceM }, { file })]
      : [];
  return [...unusual('up', gainM), ...unusual('down', lossM)];
}
