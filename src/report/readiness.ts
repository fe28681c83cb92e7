/** What to do when it goes wrong. */
import type { Plan } from '../domain/plan.js';
import type { Section } from './report.js';
import { say, words } from './value.js';

export function readinessSections(plan: Plan): (Section | null)[] {
  const { contingencies } = plan;
  return [
    contingencies.length === 0
      ? null
      : {
          kind: 'list',
          title: 'If it goes wrong',
          tone: 'plain',
          items: contingencies.map((c) => say`${words(c.if)}: ${words(c.then)}`),
        },
  ];
}
