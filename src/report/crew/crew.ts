/** `raceplan crew`: the chief's page, the stations, everyone's own page, the drop bags. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Weakness } from '../../domain/preparation.js';
import type { DecisionPoint } from '../../engine/advice/decisions.js';
import type { Sun } from '../../engine/course/daylight.js';
import type { CrewSheet } from '../../engine/crew/crew-sheet.js';
import { isAt, type PersonPlan } from '../../engine/crew/people.js';
import { wayOf } from '../../engine/pacing/hours.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import type { Replan } from '../../engine/review/replan.js';
import { isBeyondPlan } from '../brief.js';
import { decisionList, decisionsJson } from '../decisions/decisions.js';
import { placeFigures } from '../figures/placing.js';
import { profileFigure } from '../figures/profile.js';
import { raceJson, raceSubtitle } from '../race.js';
import type { Page, Report } from '../report.js';
import { words } from '../value.js';
import { bagsPage, isUsed } from './bags.js';
import { chiefSections, headFacts } from './chief.js';
import { foldVisits } from './folded.js';
import { crewJson } from './json.js';
import { personPage, personSections, personTitle } from './people.js';
import { stationBlock } from './stations.js';
import { standingOrders } from './words.js';

export interface CrewReportInput {
  plan: Plan;
  course: Course;
  sheet: CrewSheet;
  /** What is decided by the clock; none where it is not known. */
  decisions?: readonly DecisionPoint[];
  /** What speaks against the runner on each leg; nothing where it is not known. */
  felt?: readonly (readonly Weakness[])[];
  /** The race so far, where times are forecast; `null`: as planned. */
  replan: Replan | null;
  /** Whose page alone, the chief's being the first; `null`: everyone's. */
  only: PersonPlan | 'chief' | null;
  /** Every leg as it is expected, and the sun over it, where known: for the figure. */
  legs?: readonly PlannedLeg[];
  sun?: Sun | null;
  /** Every lap on every page, however many there are. */
  allLaps?: boolean;
}

export function crewReport(input: CrewReportInput): Report {
  const { plan, course, sheet, replan, only, decisions = [], felt = [], allLaps = false } = input;
  const { legs = [], sun = null } = input;
  const context = { decisions, felt, isForecast: replan !== null };
  const isOfChief = only !== null && only !== 'chief' && only.isChief;
  const lastS = Math.max(0, ...sheet.visits.map(({ point }) => point.window.lateS));
  const head = headFacts(plan, replan, isOfChief, lastS);
  const shown = only && only !== 'chief' ? onlyOf(sheet, only) : sheet;
  const base = {
    command: 'crew',
    title: plan.race.name,
    verdicts: [],
    data: {
      race: raceJson(plan, course),
      now: replan && nowJson(replan),
      ...crewJson(plan, shown),
      contingencies: decisionsJson(course, decisions),
    },
  };
  if (only && only !== 'chief') {
    return {
      ...base,
      subtitle: personTitle(only),
      sections: [head, ...personSections(plan, sheet, only, context, null)],
    };
  }
  const folded = foldVisits(plan, course.distanceM, sheet.visits, allLaps);
  const bags = sheet.dropBags.filter(isUsed);
  const pages: Page[] = [
    {
      title: ['Stations'],
      subtitle: [words(plan.race.name)],
      sections: [
        ...sheet.visits.flatMap((visit) =>
          folded.shows(visit.point) ? [stationBlock(plan, visit, context)] : [],
        ),
        { kind: 'list', title: 'Laps', tone: 'plain', items: folded.notes },
        standingOrders(plan),
      ],
    },
    ...sheet.people.map((person) => personPage(plan, sheet, person, context, folded)),
    ...(bags.length > 0 ? [bagsPage(plan, bags)] : []),
  ];
  return {
    ...base,
    subtitle: raceSubtitle(plan, course),
    sections: placeFigures(
      [head, ...chiefSections(plan, sheet, replan, decisionList(plan, course, decisions), folded)],
      [
        profileFigure({
          plan,
          course,
          sun,
          way: wayOf({ legs }),
          stations: sheet.visits
            .map(({ point }) => point)
            .filter((point) => point.place > 0 && folded.shows(point)),
          table: 'where',
        }),
      ],
    ),
    pages: only === null && sheet.visits.length > 0 ? pages : [],
  };
}

const onlyOf = (sheet: CrewSheet, only: PersonPlan): CrewSheet => ({
  visits: sheet.visits.filter(({ point }) => isAt(only, point)),
  people: [only],
  dropBags: [],
  overdue: sheet.overdue,
});

const nowJson = (replan: Replan) => {
  const {
    review: { ending },
    departed,
    departS,
    behindS,
  } = replan;
  return {
    status: ending.kind,
    at: ending.at.name,
    atM: ending.at.atM,
    arriveS: ending.elapsedS,
    departS: departed ? departS : null,
    behindPlanS: isBeyondPlan(replan) ? null : behindS,
  };
};
