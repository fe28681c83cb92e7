/** What is left to do before the race, and what is known of the runner. */
import type { Plan } from '../../domain/plan.js';
import type { Milestone, Weakness, WeaknessPlace } from '../../domain/preparation.js';
import type { Readiness, Task } from '../../engine/readiness/countdown.js';
import { left } from '../columns.js';
import { dayValue } from '../moment.js';
import type { Json, Section } from '../report.js';
import { count, distance, joinText, say, span, type Text, words } from '../value.js';

const COLUMNS = [left('done', ''), left('what', 'What'), left('owner', 'Who'), left('by', 'By')];

/** What is done and what is open, in the order to do it, on no day in particular. */
export function prepTable({ tasks }: Readiness): Section | null {
  if (tasks.length === 0) return null;
  return {
    kind: 'table',
    id: 'prep',
    title: `Preparation: ${doneOf(tasks)}`,
    columns: COLUMNS,
    rows: tasks.map((task) => rowOf(task, task.milestone.done ? 'done' : 'open')),
    notes: tasks.flatMap(notesOn),
  };
}

/** What is left to do on the day it is judged, the most urgent first, and then what is done. */
export function countdownTable(readiness: Readiness): Section | null {
  const { tasks } = readiness;
  if (tasks.length === 0) return null;
  const open = tasks.filter(({ state }) => state !== 'done');
  const done = tasks.filter(({ state }) => state === 'done');
  return {
    kind: 'table',
    id: 'prep',
    title: `Before the race: ${[...daysText(readiness), doneOf(tasks)].join(', ')}`,
    columns: COLUMNS,
    rows: [...open, ...done].map((task) => rowOf(task, task.state)),
    notes: [...judgedText(readiness), ...tasks.flatMap(notesOn)],
  };
}

const doneOf = (tasks: readonly Task[]): string =>
  `${tasks.filter(({ milestone }) => milestone.done).length} of ${tasks.length} done`;

function daysText({ daysToGo, isPast }: Readiness): string[] {
  if (isPast) return ['as of the start'];
  if (daysToGo === null) return [];
  if (daysToGo === 0) return ['it is race day'];
  return [daysToGo === 1 ? '1 day to go' : `${daysToGo} days to go`];
}

function judgedText({ onDay, isPast, tasks }: Readiness): Text[] {
  if (onDay === null) return [];
  if (isPast) return [say`The race was on ${dayValue(onDay)}: nothing is due any more.`];
  const isWeek = tasks.some(({ state }) => state === 'this week');
  return [say`On ${dayValue(onDay)}.${isWeek ? ' This week: in 7 days at most.' : ''}`];
}

function rowOf({ milestone, dueBy, blockedBy }: Task, state: string) {
  const first = blockedBy.length === 0 ? [] : say` (first: ${named(blockedBy)})`;
  const what = say`${words(milestone.do)}${milestone.done ? [] : first}`;
  const by: Text = [dueBy == null ? '–' : dayValue(dueBy)];
  return { cells: [[state], what, [words(milestone.owner)], by] };
}

/** As many are named as a person waits for at a glance. */
const MOST_NAMED = 3;

/** `buy gels, Sam; order them, Alex`; of many the first. */
function named(milestones: readonly Milestone[]): Text {
  const more = milestones.length - MOST_NAMED;
  const texts = milestones
    .slice(0, MOST_NAMED)
    .map(({ do: what, owner }) =>
      owner == null ? [words(what)] : say`${words(what)}, ${words(owner)}`,
    );
  return joinText([...texts, ...(more > 0 ? [say`${count(more)} more`] : [])], '; ');
}

/** What the days of a milestone do not show. */
function notesOn({ milestone, dueBy, dueFor, blockedBy, isAfterRace }: Task): Text[] {
  const { by, done } = milestone;
  const what = words(milestone.do);
  const notes: Text[] = [];
  if (done && blockedBy.length > 0) {
    notes.push(say`${what}: said to be done, and what it needs is not: ${named(blockedBy)}.`);
  }
  if (dueFor !== null && dueBy !== null) {
    const instead = by === null ? [] : say`, not ${dayValue(by)}`;
    notes.push(say`${what}: by ${dayValue(dueBy)}${instead}, for ${words(dueFor.do)}.`);
  }
  if (isAfterRace && by !== null && !done) {
    notes.push(say`${what}: its day, ${dayValue(by)}, is after the race.`);
  }
  return notes;
}

export const prepJson = ({ onDay, raceDay, daysToGo, isPast, tasks }: Readiness): Json => ({
  onDay,
  raceDay,
  daysToGo,
  isPast,
  tasks: tasks.map(({ milestone, state, dueBy, dueFor, blockedBy, isAfterRace }) => ({
    do: milestone.do,
    owner: milestone.owner,
    by: milestone.by,
    done: milestone.done,
    state,
    dueBy,
    dueFor: dueFor?.do ?? null,
    blockedBy: blockedBy.map((blocking) => ({ do: blocking.do, owner: blocking.owner })),
    isAfterRace,
  })),
});

/** What earlier races taught, race by race. */
export function lessonFacts({ lessons }: Plan): { label: string; text: Text }[] {
  const races = [...new Set(lessons.map(({ from }) => from))];
  return races.map((race) => {
    const those = lessons.flatMap(({ from, lesson, goal }): Text[] => {
      if (from !== race) return [];
      return [goal ? say`${words(lesson)} (${words(goal.text)})` : [words(lesson)]];
    });
    const where = race === null ? [] : say`${words(race)}: `;
    return { label: 'Learned', text: say`${where}${joinText(those, '; ')}` };
  });
}

/** `after 60.0 mi`. */
export function placeText(where: WeaknessPlace): Text {
  switch (where.kind) {
    case 'after distance':
      return say`after ${distance(where.atM)}`;
    case 'after time':
      return say`after ${span(where.elapsedS)}`;
    case 'at':
      return say`at ${words(where.place)}`;
    case 'dark':
      return ['in the dark'];
    case 'hot':
      return ['in the heat'];
    case 'climbs':
      return ['on climbs'];
    case 'descents':
      return ['on descents'];
  }
}

export const weaknessText = ({ text, where }: Weakness): Text =>
  where === null ? [words(text)] : say`${words(text)} ${placeText(where)}`;

export function swotFacts({ swot }: Plan): Section {
  const listed = (label: string, texts: readonly Text[]) =>
    texts.length === 0 ? [] : [{ label, text: joinText(texts, '; ') }];
  const said = (texts: readonly string[]) => texts.map((text): Text => [words(text)]);
  return {
    kind: 'facts',
    title: 'Strengths and weaknesses, opportunities and threats',
    facts: [
      ...listed('Strengths', said(swot.strengths)),
      ...listed('Weaknesses', swot.weaknesses.map(weaknessText)),
      ...listed('Opportunities', said(swot.opportunities)),
      ...listed('Threats', said(swot.threats)),
    ],
  };
}

export const swotJson = ({ swot }: Plan): Json => ({
  strengths: swot.strengths,
  weaknesses: swot.weaknesses.map(({ text, where }) => ({ text, where: where && { ...where } })),
  opportunities: swot.opportunities,
  threats: swot.threats,
});
