/** What is prepared before the race: as written → domain. */
import type { GearItem } from '../../domain/gear.js';
import type { Plan } from '../../domain/plan.js';
import type { Weakness } from '../../domain/preparation.js';
import type { WrittenPlan } from '../plan-schema.js';
import { loopOf, targetOf } from './extent.js';
import { present } from './group.js';

/** Gear, contingencies, milestones, strengths, lessons. */
export function readPreparation(
  written: WrittenPlan,
): Pick<Plan, 'gear' | 'contingencies' | 'prep' | 'swot' | 'lessons'> {
  return {
    gear: present(written.gear).map(
      ({ item, when, spare, lasts }): GearItem => ({
        item,
        ...readCondition(when),
        spare: spare ?? false,
        lastsS: lasts ?? null,
      }),
    ),
    contingencies: present(written.contingencies).map(({ if: { text, trigger }, ...decided }) => ({
      ...decided,
      if: text,
      trigger,
    })),
    prep: present(written.prep).map((milestone) => ({
      do: milestone.do,
      owner: milestone.owner ?? null,
      by: milestone.by ?? null,
      done: milestone.done ?? false,
      needs: present(milestone.needs),
    })),
    swot: {
      strengths: present(written.swot?.strengths),
      weaknesses: present(written.swot?.weaknesses).flatMap(readWeakness),
      opportunities: present(written.swot?.opportunities),
      threats: present(written.swot?.threats),
    },
    lessons: present(written.lessons).map(({ from, lesson, goal }) => {
      const target = goal === undefined ? null : targetOf(goal.target, loopOf(written));
      return {
        from: from ?? null,
        lesson,
        goal: goal === undefined || target === null ? null : { ...goal, target },
      };
    }),
  };
}

type Written<K extends keyof WrittenPlan> = NonNullable<NonNullable<WrittenPlan[K]>>;
type WrittenWhen = NonNullable<Written<'gear'>[number]>['when'];

function readCondition(when: WrittenWhen): Pick<GearItem, 'when' | 'whenText'> {
  if (when === undefined) return { when: { kind: 'always' }, whenText: null };
  if ('condition' in when) return { when: when.condition, whenText: when.text };
  return when.at === undefined
    ? { when: { kind: 'always' }, whenText: null }
    : { when: { kind: 'at', place: when.at }, whenText: `at ${when.at}` };
}

type WrittenWeakness = NonNullable<NonNullable<Written<'swot'>['weaknesses']>[number]>;

const readWeakness = (written: WrittenWeakness): Weakness[] =>
  typeof written === 'string'
    ? [{ text: written, where: null }]
    : Object.entries(written).map(([text, where]) => ({ text, where }));
