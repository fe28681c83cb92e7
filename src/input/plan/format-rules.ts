/** What must hold of a race over a time, in loops, or at bells. */
import type { AskedTarget } from '../../domain/goal.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { formatOf } from '../../domain/race-format.js';
import type { Path } from '../yaml-source.js';
import type { Draft } from './draft.js';
import { isOverTime, loopOf, loopsIn } from './extent.js';

export const checkFormat = (draft: Draft): Problem[] => {
  const conflicts = checkKinds(draft);
  if (conflicts.length > 0) return conflicts;
  if (draft.written.stages) return checkStageGoals(draft);
  return [
    ...checkDuration(draft),
    ...checkLoops(draft),
    ...checkPlanned(draft),
    ...checkGoals(draft),
    ...checkPace(draft),
  ];
};

/** What a race at bells has by itself, or cannot have. */
const NOT_AT_BELLS: readonly Path[] = [
  ['race', 'duration'],
  ['race', 'cutoff'],
  ['course', 'distance'],
  ['course', 'loop'],
];

/** What the plan of each stage has. */
const OF_STAGES: readonly Path[] = [['course'], ['backyard'], ['pacing'], ['race', 'duration']];

function checkKinds({ written, at, says }: Draft): Problem[] {
  if (written.stages) {
    return OF_STAGES.filter(says).map((path) => {
      const related = { path: ['stages'], label: 'the stages' };
      const args = { key: path.join('.'), other: 'stages' };
      return error('RACE_KINDS_CONFLICT', args, at(path, related));
    });
  }
  if (!written.backyard) return [];
  return NOT_AT_BELLS.filter(says).map((path) => {
    const related = { path: ['backyard'], label: 'a backyard ultra' };
    const args = { key: path.join('.'), other: 'backyard' };
    return error('RACE_KINDS_CONFLICT', args, at(path, related));
  });
}

function checkDuration({ plan, written, at }: Draft): Problem[] {
  const { durationS, cutoffS } = plan.race;
  if (durationS === null || !written.race?.cutoff || cutoffS === null || cutoffS === durationS) {
    return [];
  }
  const related = { path: ['race', 'duration'], label: 'how long it goes on' };
  return [error('DURATION_NOT_CUTOFF', { durationS, cutoffS }, at(['race', 'cutoff'], related))];
}

/** Distances are written to so much of a loop, a share. */
const LOOP_ROUNDING_RATIO = 0.005;

/** A distance of whole loops, of as many as are told; over a time the last one is run whole. */
function checkLoops({ plan, written, at }: Draft): Problem[] {
  const { loop: loopM, distance: distanceM, laps = null } = written.course ?? {};
  if (loopM == null || distanceM == null) return [];
  const loops = laps ?? Math.round(distanceM / loopM);
  const isClose = Math.abs(loops * loopM - distanceM) <= LOOP_ROUNDING_RATIO * distanceM;
  const isOpen = laps === null && isOverTime(written, plan.goals);
  if (isOpen || (isClose && loops === loopsIn(distanceM, loopM))) return [];
  const related = { path: ['course', 'distance'], label: 'the distance' };
  return [error('NOT_WHOLE_LOOPS', { loopM, distanceM, laps }, at(['course', 'loop'], related))];
}

function checkPlanned({ plan, written, under, says }: Draft): Problem[] {
  const { kind } = formatOf(plan);
  // what could not be read may have told
  const mayBeGiven =
    (written.goals?.includes(undefined) ?? says(['goals'])) ||
    says(['course', 'distance']) ||
    (kind === 'timed' && says(['course', 'gpx']) && !says(['course', 'loop']));
  if (kind === 'distance' || plan.course.distanceM !== null || mayBeGiven) return [];
  return [error('NO_PLANNED_DISTANCE', { kind }, under(['goals']))];
}

function checkGoals({ plan, written, at }: Draft): Problem[] {
  const { kind } = formatOf(plan);
  const loopM = loopOf(written);
  return (written.goals ?? []).flatMap((entry, i): Problem[] => {
    const goal = entry && ('goal' in entry ? entry.goal : entry);
    if (!goal) return [];
    const where = at('goal' in entry ? ['goals', i, 'goal'] : ['goals', i]);
    if (goal.target.kind === 'loops' && loopM === null) {
      return [error('LOOP_UNKNOWN', { goal: goal.text }, where)];
    }
    const isGiven = plan.race.durationS !== null || plan.backyard !== null;
    return isGiven && kind !== 'distance' && !isOf(goal.target, kind)
      ? [error('GOAL_OF_OTHER_RACE', { goal: goal.text, kind }, where)]
      : [];
  });
}

/** Of all stages together there is a time, and a finish; what else is asked for is asked of a stage. */
function checkStageGoals({ written, at }: Draft): Problem[] {
  return (written.goals ?? []).flatMap((entry, i): Problem[] => {
    const goal = entry && ('goal' in entry ? entry.goal : entry);
    if (!goal || goal.target.kind === 'time' || goal.target.kind === 'finish') return [];
    const where = at(entry && 'goal' in entry ? ['goals', i, 'goal'] : ['goals', i]);
    return [error('GOAL_OF_OTHER_RACE', { goal: goal.text, kind: 'stages' }, where)];
  });
}

const isOf = ({ kind }: AskedTarget, race: 'timed' | 'backyard'): boolean =>
  kind !== 'time' && !(kind === 'finish' && race === 'backyard');

function checkPace({ plan, written, at, under, says }: Draft): Problem[] {
  const format = formatOf(plan);
  const { kind } = format;
  const isGiven = plan.race.durationS !== null || plan.backyard !== null;
  if (kind === 'distance' || !isGiven) return [];
  const others = (['target', 'effort', 'pace'] as const).filter(
    (key) => written.pacing?.[key] != null && !(key === 'pace' && isPaceUsed(written)),
  );
  const odd = others.map((key) =>
    error('TARGET_OF_OTHER_RACE', { key, kind }, at(['pacing', key])),
  );
  if (odd.length > 0 || !plan.backyard || format.kind !== 'backyard') return odd;
  const { target } = plan.pacing;
  if (target === null) {
    const mayBeGiven = says(['backyard', 'lap']) || says(['pacing', 'pace']);
    return mayBeGiven ? [] : [error('NO_LAP_TIME', {}, under(['backyard']))];
  }
  const { everyS } = format;
  const tookS = target.kind === 'time' ? target.targetS - (plan.course.laps - 1) * everyS : 0;
  const key: Path = written.backyard?.lap == null ? ['pacing', 'pace'] : ['backyard', 'lap'];
  return tookS < everyS ? [] : [error('LOOP_AFTER_BELL', { loop: null, tookS, everyS }, at(key))];
}

/** A pace tells how far, where nothing else does; at bells how long a loop takes, where nothing else does. */
const isPaceUsed = ({ course, backyard }: Draft['written']): boolean =>
  backyard ? backyard.lap == null : course?.distance == null && course?.laps == null;
