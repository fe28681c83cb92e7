/** The race as it looked on the way: what was forecast where, and on which leg what went out of reach. */
import type { Plan } from '../../domain/plan.js';
import type { GoalNow } from '../../engine/review/goals-now.js';
import type { Aim, Hindsight, Look, Turning } from '../../engine/review/hindsight.js';
import type { RaceReview } from '../../engine/review/review.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { left, right } from '../columns.js';
import { begin } from '../cutoffs.js';
import type { Json, Section } from '../report.js';
import {
  chance,
  distance,
  duration,
  listText,
  say,
  signedMinutes,
  type Text,
  words,
} from '../value.js';

/** Forecasts are no finer. */
const forecastTime = (seconds: number) => duration(seconds, S_PER_MIN);

export const placeText = ({ name, atM }: Look['at']): Text => say`${words(name)}, ${distance(atM)}`;

const forecastText = ({ finish: { medianS, earlyS, lateS } }: Look): Text =>
  say`a finish of ${forecastTime(medianS)} (${forecastTime(earlyS)} to ${forecastTime(lateS)})`;

/** Inside a sentence. */
export function aimText({ kind, goal }: Aim): Text {
  switch (kind) {
    case 'plan':
      return goal.target.kind === 'time'
        ? say`the plan (${forecastTime(goal.target.targetS)})`
        : [];
    case 'goal':
      return [words(goal.text)];
    case 'cutoffs':
      return ['a finish within the cutoffs'];
  }
}

function isMissed({ kind, goal }: Aim, { ending, cutoffs, judgements, pace }: RaceReview): boolean {
  const isFinished = ending.kind === 'finished';
  switch (kind) {
    case 'plan':
      return !isFinished || ending.elapsedS > pace.targetS;
    case 'goal':
      return judgements.some((judged) => judged.goal === goal && judged.status !== 'met');
    case 'cutoffs':
      return !isFinished || cutoffs.broken.length > 0;
  }
}

/** What a goal is there for: the plan alone tells only where nothing else is asked for. */
const asked = (aims: readonly Aim[]): readonly Aim[] =>
  aims.some(({ kind }) => kind === 'goal') ? aims.filter(({ kind }) => kind !== 'plan') : aims;

/** Whether something was missed, so that it is worth seeing when that showed. */
const isTold = ({ aims }: Hindsight, review: RaceReview): boolean =>
  review.ending.kind !== 'finished' || asked(aims).some((aim) => isMissed(aim, review));

/** The table, and under it the turning points; none of a race that met what it was there for. */
export function hindsightSections(
  plan: Plan,
  review: RaceReview,
  hindsight: Hindsight,
): (Section | null)[] {
  if (hindsight.looks.length === 0 || !isTold(hindsight, review)) return [];
  return [
    lookTable(plan, hindsight),
    {
      kind: 'list',
      title: 'Turning points',
      tone: 'plain',
      items: turningTexts(review, hindsight),
    },
  ];
}

function lookTable(plan: Plan, { aims, looks }: Hindsight): Section {
  const goal = aims.findIndex(({ kind }) => kind === 'goal');
  const first = goal < 0 ? aims.findIndex(({ kind }) => kind === 'plan') : goal;
  const last = aims.findIndex(({ kind }) => kind === 'cutoffs');
  const isPlanned = plan.pacing.targetSource !== 'run';
  const isClosing = looks.some(({ tightest }) => tightest !== null);
  const isClosingHere = looks.some(({ hereMarginS }) => hereMarginS !== null);
  return {
    kind: 'table',
    id: 'hindsight',
    title: 'As it looked on the way',
    columns: [
      left('station', 'Leaving'),
      right('at', 'At', 1),
      ...(isPlanned ? [right('behind', '± plan', 5)] : []),
      right('forecast', 'Finish'),
      right('early', 'Early', 3),
      right('late', 'Late', 4),
      ...(first < 0 ? [] : [right('goal', aims[first]!.goal.text)]),
      ...(last < 0 ? [] : [right('finish', 'In time')]),
      ...(isClosingHere ? [right('here', 'In hand here', 2)] : []),
      ...(isClosing ? [right('ahead', 'In hand ahead', 6)] : []),
    ],
    rows: looks.map((look) => ({
      cells: [
        [words(look.at.name)],
        [distance(look.at.atM)],
        ...(isPlanned ? [[signedMinutes(look.behindS, S_PER_MIN)]] : []),
        [forecastTime(look.finish.medianS)],
        [forecastTime(look.finish.earlyS)],
        [forecastTime(look.finish.lateS)],
        ...(first < 0 ? [] : [chanceCell(look, first)]),
        ...(last < 0 ? [] : [chanceCell(look, last)]),
        ...(isClosingHere ? [marginCell(look.hereMarginS)] : []),
        ...(isClosing ? [marginCell(look.tightest?.marginS ?? null)] : []),
      ],
    })),
    notes: [
      [
        'What replan would have said there, told no more than the log up to then: the finish forecast, 8 in 10 from early to late, and chances.',
      ],
      ...(last < 0
        ? []
        : [
            [
              'In time: the chance of a finish within the cutoffs. In hand: before the closing here, and the least at any ahead, by that forecast.',
            ],
          ]),
      ...(looks.every(({ departed }) => departed)
        ? []
        : [['Where no departure is logged, as it looked on arrival.']]),
    ],
  };
}

/** A closing missed is no matter of chance. */
const chanceCell = ({ aims }: Look, i: number): Text =>
  isClosed(aims[i]!) ? ['missed'] : [chance(aims[i]!.probability, false)];

const isClosed = ({ status }: GoalNow): boolean => status === 'missed';

const marginCell = (marginS: number | null): Text =>
  marginS === null ? [''] : [signedMinutes(marginS, S_PER_MIN)];

/** One sentence for all that was lost on the same leg. */
function turningTexts(review: RaceReview, { turnings }: Hindsight): Text[] {
  const missed = turnings.filter(({ aim }) => isMissed(aim, review));
  const legs = missed.filter(
    (turning, i) =>
      missed.findIndex(
        (other) => other.before === turning.before && other.after === turning.after,
      ) === i,
  );
  return legs.map((leg) =>
    turningText(
      missed.filter(({ before, after }) => before === leg.before && after === leg.after),
      review,
    ),
  );
}

function turningText(lost: readonly Turning[], { ending }: RaceReview): Text {
  const { before, after } = lost[0]!;
  const names = begin(listText(lost.map(({ aim }) => aimText(aim))));
  if (after && lost.every(({ lostBy }) => lostBy === 'closing')) {
    const where = before ? say`between ${placeText(before.at)}, and` : ['by'];
    return say`${names} went out of reach ${where} ${placeText(after.at)}: too late for a cutoff.`;
  }
  const chancesOf = (when: 'before' | 'after') =>
    listText(lost.map(({ chances }) => [chance(chances[when], false)]));
  if (after === null) {
    const still = say`${names} still looked in reach at ${placeText(before!.at)}: ${forecastText(before!)} forecast, chance ${chancesOf('before')}`;
    return ending.kind === 'finished' ? say`${still}; lost after it.` : say`${still}.`;
  }
  if (before === null) {
    return say`${names} ${lost.length > 1 ? 'were' : 'was'} out of reach by ${placeText(after.at)}, the first place logged: ${forecastText(after)} forecast, chance ${chancesOf('after')}.`;
  }
  return say`${names} went out of reach between ${placeText(before.at)}, and ${placeText(after.at)}: ${forecastText(before)} was forecast before, ${forecastText(after)} after; the chance went from ${chancesOf('before')} to ${chancesOf('after')}.`;
}

/** Of a race that met what it was there for: how near its first goal came to being lost. */
export function calmFact(
  review: RaceReview,
  hindsight: Hindsight,
): { label: string; text: Text }[] {
  const [aim] = asked(hindsight.aims);
  const turning = hindsight.turnings.find((other) => other.aim === aim);
  if (!aim || !turning || isTold(hindsight, review)) return [];
  const { look, chance: least } = turning.least;
  const isAlive = look.aims[hindsight.aims.indexOf(aim)]!.alive;
  const name = aim.kind === 'plan' ? (['the plan'] as Text) : aimText(aim);
  const seen = say`${chance(least, false)}, with ${forecastTime(look.finish.medianS)} forecast`;
  return [
    {
      label: 'On the way',
      text: isAlive
        ? say`${name} was never out of reach; least likely at ${placeText(look.at)}: ${seen}`
        : say`${name} looked out of reach at ${placeText(look.at)}: ${seen}`,
    },
  ];
}

export const hindsightJson = ({ aims, looks, turnings }: Hindsight): Json => ({
  looks: looks.map(
    ({ at, seenS, departed, behindS, finish, tightest, hereMarginS, aims: now }) => ({
      at: at.name,
      atM: at.atM,
      seenS,
      departed,
      behindPlanS: behindS,
      finish: { ...finish },
      cutoffMarginS: hereMarginS,
      tightestCutoff: tightest && {
        at: tightest.at.name,
        atM: tightest.at.atM,
        marginS: tightest.marginS,
      },
      aims: now.map(({ goal, alive, probability, demand }, i) => ({
        kind: aims[i]!.kind,
        goal: goal.text,
        alive,
        probability,
        slackS: demand?.slackS ?? null,
        movingSPerKm: demand?.movingSPerKm ?? null,
      })),
    }),
  ),
  turningPoints: turnings.map(({ aim, before, after, lostBy, chances, least }) => ({
    kind: aim.kind,
    goal: aim.goal.text,
    lastAlive: momentJson(before, chances.before),
    lost: momentJson(after, chances.after),
    lostBy,
    leastLikely: momentJson(least.look, least.chance),
  })),
});

const momentJson = (look: Look | null, probability: number | null): Json =>
  look && { at: look.at.name, atM: look.at.atM, finishS: look.finish.medianS, probability };
