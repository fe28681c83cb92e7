/** The lessons of a race, as YAML for the next plan. */
import type { Proposal } from '../../engine/lessons/proposals.js';
import type { Json, YamlItem, YamlSection } from '../report.js';
import { words } from '../value.js';
import { keyText, lessonText } from './words.js';

export const lessonItems = (proposals: readonly Proposal[]): YamlItem[] =>
  proposals.map(({ from, finding, goal }) => ({
    keys: [
      { key: 'from', text: [words(from)] },
      { key: 'lesson', text: lessonText(finding) },
      ...(goal ? [{ key: 'goal', text: [words(goal.text)] }] : []),
    ],
    comment: keyText(finding),
  }));

export const proposedLessons = (proposals: readonly Proposal[]): YamlSection => ({
  kind: 'yaml',
  title: 'Lessons for the next plan',
  under: 'lessons',
  saidBy: 'lesson',
  items: lessonItems(proposals),
  notes: [
    ['To be pasted into it, as far as you agree; `from:` and the path of this plan does the same.'],
  ],
});

export const lessonsJson = (proposals: readonly Proposal[]): Json =>
  proposals.map(({ from, finding, goal }) => ({
    from,
    kind: finding.kind,
    lesson: { say: lessonText(finding) },
    goal: goal?.text ?? null,
  }));
