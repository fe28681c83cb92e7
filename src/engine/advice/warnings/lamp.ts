/** Whether the runner has light where it is dark. */
import type { Plan } from '../../../domain/plan.js';
import { sum } from '../../../kernel/stats.js';
import { plainName } from '../../../kernel/text.js';
import type { PacePlan } from '../../pacing/pace-plan.js';
import type { Graded } from './severity.js';

export type LampWarning = Graded<
  { kind: 'dark without lamp'; darkS: number } | { kind: 'no spare lamp'; darkS: number }
>;

export function lampWarnings(plan: Plan, pace: PacePlan): LampWarning[] {
  const darkS = sum(pace.legs.map(({ lightS }) => lightS.dark + lightS.twilight));
  if (darkS === 0) return [];
  const lamps = plan.gear.filter(
    ({ item, when }) => /lamp|torch|light/.test(plainName(item)) || when.kind === 'dark',
  );
  if (lamps.length === 0) return [{ severity: 'unsafe', kind: 'dark without lamp', darkS }];
  return lamps.length > 1 || lamps.some((lamp) => lamp.spare)
    ? []
    : [{ severity: 'advice', kind: 'no spare lamp', darkS }];
}
