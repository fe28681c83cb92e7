/** What is prepared before the race: as written → domain. */
import type { Plan } from '../../domain/plan.js';
import type { WrittenPlan } from '../plan-schema.js';
import { present } from './group.js';

/** Gear, contingencies, milestones, strengths, lessons. */
export function readPreparation(
  written: WrittenPlan,
): Pick<Plan, 'gear' | 'contingencies' | 'prep' | 'swot' | 'lessons'> {
  return {
    gear: present(written.gear).map(({ item, when, spare }) => ({
      item,
      when: when ?? null,
      spare: spare ?? false,
    })),
    contingencies: present(written.contingencies),
    prep: present(written.prep).map((milestone) => ({
      do: milestone.do,
      owner: milestone.owner ?? null,
      by: milestone.by ?? null,
      done: milestone.done ?? false,
    })),
    swot: {
      strengths: present(written.swot?.strengths),
      weaknesses: present(written.swot?.weaknesses),
      opportunities: present(written.swot?.opportunities),
      threats: present(written.swot?.threats),
    },
    lessons: present(written.lessons).map(({ from, lesson }) => ({ from: from ?? null, lesson })),
  };
}
