/** When to eat and drink. */
import { placesOf } from '../../domain/course.js';
import type { Cue, PlannedRefill, Portion, Supplies } from '../../engine/fuel/supplies.js';
import { SWALLOW_ML } from '../../engine/fuel/supply-plan.js';
import { sum } from '../../kernel/stats.js';
import { left, right } from '../columns.js';
import { moment } from '../moment.js';
import type { Row, Section } from '../report.js';
import { count, duration, joinText, say, span, type Text, volume, words } from '../value.js';
import { portionsText, portionText } from './portion.js';
import type { Supplied } from './supplied.js';

/** `10 swallows`. */
function swallows(millilitres: number): Text {
  const n = Math.round(millilitres / SWALLOW_ML);
  return say`${count(n)} ${n === 1 ? 'swallow' : 'swallows'}`;
}

/** When to eat what, a row a stretch. */
export function cueTable({ plan, course, supplies }: Supplied): Section {
  const { refills, cueEveryS } = supplies;
  const places = placesOf(course);
  return {
    kind: 'table',
    id: 'cues',
    title: 'When to eat and drink',
    columns: [
      left('station', 'On the way to'),
      right('from', 'From'),
      left('drink', say`Every ${span(cueEveryS)}`),
      left('eat', 'And eat'),
    ],
    rows: refills.map((refill): Row => {
      const here = supplies.cues.filter(({ place }) => place === refill.place);
      const onTheWayMl = sum(here.filter(({ when }) => when !== 'stop').map((c) => c.drinkMl));
      const hoursOfCues = (refill.toS - refill.departS) / cueEveryS;
      const each = onTheWayMl / Math.max(hoursOfCues, 1);
      const inAll = hoursOfCues < 1 ? ' in all' : '';
      return {
        cells: [
          [words(places[refill.until]!.name)],
          [moment(plan, refill.departS)],
          say`${volume(each)}, ${swallows(each)}${inAll}`,
          eatText(supplies, refill),
        ],
      };
    }),
    notes: [
      say`A swallow is taken as ${volume(SWALLOW_ML)}. Of a drink the bottle is empty on arrival. When to eat is told in hours since the start.`,
    ],
  };
}

/** `at the table 1 × pretzels; each time salt cap; 2:30 h gel; 3:30 h to 4:30 h gel, bar`, after so many hours. */
function eatText({ cues }: Supplies, { place }: PlannedRefill): Text {
  const here = cues.filter((cue) => cue.place === place);
  const atTable = here.filter(({ when }) => when === 'stop').flatMap(({ portions }) => portions);
  const onTheWay = here.filter(({ when }) => when === 'way');
  const always =
    onTheWay.length < 2
      ? []
      : (onTheWay[0]?.portions ?? []).filter((portion) =>
          onTheWay.every(({ portions }) => portions.some((other) => isSame(portion, other))),
        );
  const runs: { from: Cue; to: Cue; food: readonly Portion[] }[] = [];
  for (const cue of onTheWay) {
    const food = cue.portions.filter((portion) => !always.some((other) => isSame(portion, other)));
    const last = runs.at(-1);
    const goesOn =
      last?.food.length === food.length &&
      food.every((portion) => last.food.some((other) => isSame(portion, other)));
    if (last && goesOn) last.to = cue;
    else runs.push({ from: cue, to: cue, food });
  }
  const foodText = (food: readonly Portion[]) => joinText(food.map(onePortion), ', ');
  const parts = [
    ...(atTable.length > 0 ? [say`at the table ${portionsText(atTable)}`] : []),
    ...(always.length > 0 ? [say`each time ${foodText(always)}`] : []),
    ...runs.flatMap(({ from, to, food }): Text[] => {
      const at = duration(from.elapsedS, 60);
      if (food.length === 0) return [];
      return [
        from === to
          ? say`${at} ${foodText(food)}`
          : say`${at} to ${duration(to.elapsedS, 60)} ${foodText(food)}`,
      ];
    }),
  ];
  return parts.length === 0 ? ['–'] : joinText(parts, '; ');
}

const onePortion = (portion: Portion): Text =>
  portion.units === 1 ? [words(portion.product.name)] : portionText(portion);

const isSame = (a: Portion, b: Portion): boolean => a.product === b.product && a.units === b.units;
