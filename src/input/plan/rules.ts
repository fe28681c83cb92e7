/** What must hold across the sections of a plan. A value already told to be unreadable is not told to be missing. */
import { isEvidence } from '../../domain/athlete.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { besideSkipped, instantsOf } from '../../kernel/clock.js';
import { checkCrew } from './crew-rules.js';
import { checkCutoffs } from './cutoff-rules.js';
import type { Draft } from './draft.js';
import { checkFormat } from './format-rules.js';
import { checkMilestones } from './milestone-rules.js';
import { checkNutrition } from './nutrition-rules.js';
import { checkPlaces } from './place-rules.js';
import { checkStations } from './station-rules.js';

export const checkDraft = (draft: Draft): Problem[] => [
  ...checkRace(draft),
  ...checkFormat(draft),
  ...checkDistance(draft),
  ...checkStations(draft),
  ...checkCutoffs(draft),
  ...checkTarget(draft),
  ...checkWeather(draft),
  ...checkCrew(draft),
  ...checkPlaces(draft),
  ...checkMilestones(draft),
  ...checkNutrition(draft),
];

function checkRace(draft: Draft): Problem[] {
  const { plan, at, under, says } = draft;
  const problems: Problem[] = [];
  if (!says(['race', 'name']))
    problems.push(error('MISSING_KEY', { key: 'race.name' }, under(['race', 'name'])));
  if (plan.race.startAt != null && !plan.race.zoneGiven && !says(['race', 'timezone'])) {
    problems.push(warning('NO_ZONE', {}, at(['race', 'start'])));
  }
  return [...problems, ...checkStart(draft)];
}

/** Where clocks change, they show some times twice and some never. */
function checkStart({ plan, written, at, says }: Draft): Problem[] {
  const start = written.race?.start;
  // a zone that could not be read may be the one that tells
  if (!start || (start.offset == null && !plan.race.zoneGiven && says(['race', 'timezone']))) {
    return [];
  }
  const { zone } = plan.race;
  const instants = instantsOf(start.local, start.offset ?? zone);
  const [firstAt, secondAt] = instants;
  const where = at(['race', 'start']);
  if (firstAt === undefined) {
    return [error('START_SKIPPED', { ...besideSkipped(start.local, zone), zone }, where)];
  }
  return secondAt === undefined ? [] : [warning('START_TWICE', { firstAt, secondAt, zone }, where)];
}

function checkDistance({ plan, under, says }: Draft): Problem[] {
  // of a race over a time it need not be given: what is planned is asked for elsewhere
  if (says(['race', 'duration']) || says(['backyard']) || says(['stages'])) return [];
  const isGiven =
    plan.course.distanceM != null || says(['course', 'distance']) || says(['course', 'gpx']);
  return isGiven ? [] : [error('NO_DISTANCE', {}, under(['course']))];
}

const TARGET_KEYS = ['target', 'pace', 'effort'] as const;

function checkTarget({ plan, written, at, under, says }: Draft): Problem[] {
  if (says(['backyard']) || says(['stages'])) return [];
  const keys = TARGET_KEYS.filter((key) => written.pacing?.[key] != null);
  const [first, second] = keys;
  if (first && second) {
    const related = { path: ['pacing', first], label: 'the other target' };
    return [error('TARGETS_CONFLICT', { keys }, at(['pacing', second], related))];
  }
  // what could not be read may have been the target
  const mayBeGiven =
    TARGET_KEYS.some((key) => says(['pacing', key])) ||
    (written.goals ? written.goals.includes(undefined) : says(['goals']));
  // without a target, one is proposed from past or earlier races, or the limit of the race
  const mayBeProposed =
    plan.race.cutoffS != null ||
    says(['race', 'duration']) ||
    says(['race', 'cutoff']) ||
    plan.pastFile != null ||
    says(['from']) ||
    plan.athlete.past.some(isEvidence);
  return plan.pacing.target || mayBeGiven || mayBeProposed
    ? []
    : [error('NO_TARGET', {}, under(['goals']))];
}

function checkWeather({ plan, at }: Draft): Problem[] {
  const { lowC, highC } = plan.weather;
  if (lowC == null || highC == null || lowC <= highC) return [];
  const related = { path: ['weather', 'high'], label: 'the high' };
  return [error('WEATHER_BACKWARDS', { lowC, highC }, at(['weather', 'low'], related))];
}
