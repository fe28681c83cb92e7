/** What must hold of cutoffs: a moment that exists, within the race, later than those before it. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { closingOfRace, closingsOfStations, type PlanClosing } from './closings.js';
import type { Draft } from './draft.js';

export function checkCutoffs(draft: Draft): Problem[] {
  const { plan, written } = draft;
  const { startAt, zone, cutoffS: raceCutoffS } = plan.race;
  const race = closingOfRace(written.race, plan.course.distanceM, { startAt, zone });
  const stations = closingsOfStations(written.course, plan.course, {
    startAt,
    zone,
    raceCutoffS,
  });
  return [
    ...[...(race ? [race] : []), ...stations].flatMap((closing) => checkMoment(closing, draft)),
    ...stations.flatMap((closing) => checkWithinRace(closing, draft)),
    ...checkOrder(stations, draft),
  ];
}

function checkMoment({ station, atM, written, cutoffS, doubt, path }: PlanClosing, draft: Draft) {
  const { plan, at, says } = draft;
  const { startAt, zone } = plan.race;
  if (written.kind === 'clock' && startAt == null) {
    return says(['race', 'start']) ? [] : [error('CUTOFF_WITHOUT_START', { station }, at(path))];
  }
  switch (doubt?.kind) {
    case undefined:
      return [];
    case 'skipped': {
      const { beforeAt, afterAt } = doubt;
      return [error('CUTOFF_SKIPPED', { station, beforeAt, afterAt, zone }, at(path))];
    }
    case 'twice': {
      const { takenAt, otherAt } = doubt;
      return [warning('CUTOFF_TWICE', { station, takenAt, otherAt, zone }, at(path))];
    }
    case 'out of reach':
      return [error('CUTOFF_OUT_OF_REACH', { station, cutoffS, atM, why: doubt.why }, at(path))];
  }
}

function checkWithinRace({ station, cutoffS, doubt, path }: PlanClosing, { plan, at }: Draft) {
  const raceCutoffS = plan.race.cutoffS;
  if (station == null || cutoffS == null || raceCutoffS == null || doubt?.kind === 'out of reach') {
    return [];
  }
  if (cutoffS <= raceCutoffS) return [];
  const related = { path: ['race', 'cutoff'], label: 'the race closes' };
  return [error('CUTOFF_BEYOND_RACE', { station, cutoffS, raceCutoffS }, at(path, related))];
}

function checkOrder(stations: readonly PlanClosing[], { at }: Draft): Problem[] {
  const closing = stations.flatMap(({ station, cutoffS, path, doubt }) =>
    station == null || cutoffS == null || doubt?.kind === 'out of reach'
      ? []
      : [{ station, cutoffS, path }],
  );
  return closing.flatMap(({ station, cutoffS, path }, i) => {
    const before = closing[i - 1];
    if (!before || cutoffS >= before.cutoffS) return [];
    const related = { path: before.path, label: `${before.station}, listed before it` };
    const args = { station, cutoffS, before: before.station, beforeCutoffS: before.cutoffS };
    return [error('CUTOFF_BACKWARDS', args, at(path, related))];
  });
}
