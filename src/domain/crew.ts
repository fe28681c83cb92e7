/** Who helps the runner, and where. */
import type { LatLon } from '../kernel/geo.js';

export interface CrewMember {
  name: string;
  /** `crew`, `crew chief`, `pacer`, `driver` … */
  role: string;
  /** Where they wait, as written; see `visits.ts`. */
  at: readonly string[];
}

/** `pacer`, `crew and pacer`, `pacing` … */
export const isPacer = ({ role }: Pick<CrewMember, 'role'>): boolean =>
  /\bpac(?:ers?|es|ing)\b/i.test(role);

/** How long the crew drives from one place to another; the same back where that is not given. */
export interface Drive {
  from: string;
  to: string;
  takesS: number;
}

/** How the crew gets to a station. */
export interface Access {
  /** On foot, from where cars stand. */
  walkS: number | null;
  parking: string | null;
  /** Where cars stand. */
  place: LatLon | null;
}

export interface CrewPlan {
  chief: string | null;
  people: readonly CrewMember[];
  /** What to do, to ask and to check at every stop. */
  do: readonly string[];
  ask: readonly string[];
  check: readonly string[];
  stopIf: readonly string[];
  drives: readonly Drive[];
  /** Whom to call, and what to do, in the runner's own words. */
  emergency: string | null;
}

/** Whether the plan says who waits where. Where it does not, somebody is taken to wait wherever crew may come. */
export const isAnyoneSent = ({ people }: Pick<CrewPlan, 'people'>): boolean =>
  people.some(({ at }) => at.length > 0);
