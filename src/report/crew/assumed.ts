/** What the crew's pages take for granted where the plan leaves it open. */
import { isAnyoneSent } from '../../domain/crew.js';
import type { Plan } from '../../domain/plan.js';
import type { CrewVisit } from '../../engine/crew/crew-sheet.js';
import type { PersonPlan } from '../../engine/crew/people.js';
import { plainName } from '../../kernel/text.js';
import { servedText } from '../fuel/portion.js';
import { listText, say, type Text, words } from '../value.js';
import { pointName } from './words.js';

export function assumedItems({ crew }: Plan, people: readonly PersonPlan[]): Text[] {
  const isListedAgain = ({ person }: PersonPlan) =>
    crew.people.filter(({ name }) => plainName(name) === plainName(person.name)).length > 1;
  return [
    ...(people.length > 0 && !isAnyoneSent(crew)
      ? [
          say`The plan does not say who waits where: somebody is taken to be at every place open to crew.`,
        ]
      : []),
    ...people
      .filter(isListedAgain)
      .map(
        ({ person }) =>
          say`${words(person.name)} is listed more than once, and taken to be one person.`,
      ),
    ...people.flatMap(runsOn),
  ];
}

/** What is planned to be handed over where nobody can be. */
export function unmannedItems({ crew }: Plan, visits: readonly CrewVisit[]): Text[] {
  if (!isAnyoneSent(crew)) return [];
  return visits.flatMap(({ point, people, supplies }, i): Text[] => {
    const things = supplies.filter(({ source }) => source === 'crew').map(servedText);
    if (people.length > 0 || things.length === 0) return [];
    const before = visits.slice(0, i).findLast((visit) => visit.people.length > 0);
    const instead = before ? say`hand them over at ${pointName(before.point)}, or ` : [];
    return [
      say`Nobody is at ${pointName(point)} to hand over ${listText(things)}: ${instead}send somebody.`,
    ];
  });
}

/** Of a pacer whose run has no end in the plan. */
function runsOn({ person, pacing }: PersonPlan): Text[] {
  if (!pacing?.isEndAssumed) return [];
  const { to, relievedBy } = pacing;
  const end = relievedBy
    ? say`to ${pointName(to)}, where ${words(relievedBy.name)} joins`
    : ['to the finish'];
  return [say`The plan does not say how far ${words(person.name)} runs along: taken to be ${end}.`];
}
