/** The crew: as written → domain. */
import type { CrewPlan } from '../../domain/crew.js';
import type { WrittenPlan } from '../plan-schema.js';
import { present } from './group.js';

export function readCrew(written: WrittenPlan['crew'] = {}): CrewPlan {
  return {
    chief: written.chief ?? null,
    people: present(written.people).map((person) => ({
      name: person.name,
      role: person.role ?? 'crew',
      at: present(person.at),
    })),
    do: present(written.do),
    ask: present(written.ask),
    check: present(written.check),
    stopIf: present(written.stop_if),
    drives: present(written.drives).map(({ from, to, takes }) => ({ from, to, takesS: takes })),
    emergency: written.emergency ?? null,
  };
}
