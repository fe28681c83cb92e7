/** What is left to do before the race. */
import type { Plan } from '../domain/plan.js';
import { left } from './columns.js';
import type { Section } from './report.js';
import { date, words } from './value.js';

export function readinessSections(plan: Plan): (Section | null)[] {
  const { prep } = plan;
  const done = prep.filter((milestone) => milestone.done).length;
  return [
    prep.length === 0
      ? null
      : {
          kind: 'table',
          id: 'prep',
          title: `Preparation: ${done} of ${prep.length} done`,
          columns: [left('done', ''), left('what', 'What'), left('owner', 'Who'), left('by', 'By')],
          rows: prep.map((milestone) => ({
            cells: [
              [milestone.done ? 'done' : 'open'],
              [words(milestone.do)],
              [words(milestone.owner)],
              [milestone.by == null ? '–' : date(Date.parse(milestone.by), 'UTC')],
            ],
          })),
          notes: [],
        },
  ];
}
