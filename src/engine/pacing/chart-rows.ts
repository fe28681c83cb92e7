/** What a chart shows of a pace plan: its legs, cut at marks where it has few, laps summed where it has many. */
import { SAME_PLACE_M } from '../../domain/course.js';
import { paceOf } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import { M_PER_KM, M_PER_MI, type UnitSystem } from '../../kernel/units.js';
import { bareStation } from '../course/places.js';
import { scaleFollowed, sumFollowed } from './follow-history.js';
import { computeLapRows, lapEndingAt } from './lap-rows.js';
import type { PacePlan, PlannedLeg } from './pace-plan.js';

/** How far apart marks are, and the unit they are named in. */
export interface MarkSpacing {
  everyM: number;
  unitM: number;
  unit: string;
}

/** Marks so far apart, named in kilometres or in miles. */
export const marksEvery = (everyM: number, units: UnitSystem): MarkSpacing =>
  units === 'metric'
    ? { everyM, unitM: M_PER_KM, unit: 'km' }
    : { everyM, unitM: M_PER_MI, unit: 'mi' };

/** Where a course has no stations, a row every 5 km or 5 mi. */
const usualMarks = (units: UnitSystem): MarkSpacing =>
  marksEvery(5 * (units === 'metric' ? M_PER_KM : M_PER_MI), units);

/** What a reader asks of the rows. */
export interface ChartOptions {
  /** `null`: no marks but the usual ones, where there is no station. */
  marks: MarkSpacing | null;
  /** Units of the usual marks. */
  units: UnitSystem;
  /** Show each lap, however many there are. */
  allLaps: boolean;
}

/** A leg, a part of one or a sum of several. */
export interface ChartRow extends PlannedLeg {
  /** It ends at a mark, which is no station: nobody stops there. */
  isMark?: boolean;
}

export interface ChartRows {
  /** The legs of the pace plan, cut at the marks. */
  parts: readonly ChartRow[];
  /** The parts, or sums of several. */
  rows: readonly ChartRow[];
  marks: MarkSpacing | null;
  /** Laps a row; 1 where none are summed. */
  lapsPerRow: number;
}

/**
 * The rows of a pace plan's chart; they sum to the plan.
 * @param laps of the course
 */
export function computeChartRows(
  { legs }: Pick<PacePlan, 'legs'>,
  laps: number,
  { allLaps, units, marks: asked }: ChartOptions,
): ChartRows {
  const marks = asked ?? (legs.length === 1 ? usualMarks(units) : null);
  const parts: readonly ChartRow[] = marks ? legs.flatMap((leg) => cutAtMarks(leg, marks)) : legs;
  const lapM = (legs.at(-1)?.leg.to.atM ?? 0) / laps;
  const { endsRow, lapsPerRow } = computeLapRows(
    parts.map(({ leg, cutoffMarginS, isMark }) => ({
      atM: leg.to.atM,
      isKept: cutoffMarginS !== null || isMark === true,
    })),
    laps,
    lapM,
    allLaps,
  );
  const rows = lapsPerRow === 1 ? parts : sumLaps(parts, endsRow, lapM);
  return { parts, rows, marks, lapsPerRow: rows.length < parts.length ? lapsPerRow : 1 };
}

/** Marks nearer to a station than this share of their spacing are left out. */
const BESIDE_RATIO = 0.02;

/** A leg in parts that end at the marks inside it, the last at its station. */
function cutAtMarks(planned: PlannedLeg, { everyM, unitM, unit }: MarkSpacing): ChartRow[] {
  const { from, to } = planned.leg;
  const besideM = Math.max(SAME_PLACE_M, BESIDE_RATIO * everyM);
  const parts: ChartRow[] = [];
  let rest = planned;
  for (let n = Math.floor(from.atM / everyM) + 1; n * everyM < to.atM - besideM; n += 1) {
    const atM = n * everyM;
    if (atM <= from.atM + besideM) continue;
    const [part, after] = cutLeg(rest, atM, `${Number((atM / unitM).toFixed(2))} ${unit}`);
    parts.push(part);
    rest = after;
  }
  return [...parts, rest];
}

/** Cuts a leg in two at `atM`; what lies inside a cell is spread evenly over it. */
function cutLeg(planned: PlannedLeg, atM: number, name: string): [ChartRow, ChartRow] {
  const { leg, arriveS, movingS } = planned;
  const before: Parts = { ground: [], run: [] };
  const after: Parts = { ground: [], run: [] };
  leg.cells.forEach((cell, i) => {
    const run = planned.cells[i]!;
    const share = Math.min(1, Math.max(0, (atM - cell.startM) / cell.distanceM));
    for (const [parts, startM, by] of [
      [before, cell.startM, share],
      [after, cell.startM + share * cell.distanceM, 1 - share],
    ] as const) {
      if (by === 0) continue;
      parts.ground.push({
        ...cell,
        startM,
        distanceM: cell.distanceM * by,
        gainM: cell.gainM * by,
        lossM: cell.lossM * by,
      });
      parts.run.push(scaleFollowed(run, by));
    }
  });
  const mark = { ...bareStation(name), atM };
  const runBefore = sumFollowed(before.run);
  const passS = arriveS - movingS + runBefore.movingS;
  const climbOf = (known: number | null, cells: Parts['ground'], id: 'gainM' | 'lossM') =>
    known === null ? null : sum(cells.map((cell) => cell[id]));
  const legOf = ({ ground }: Parts, from: typeof leg.from, to: typeof leg.to) => ({
    ...leg,
    from,
    to,
    distanceM: to.atM - from.atM,
    gainM: climbOf(leg.gainM, ground, 'gainM'),
    lossM: climbOf(leg.lossM, ground, 'lossM'),
    cells: ground,
  });
  const paced = (parts: Parts, run: ReturnType<typeof sumFollowed>, part: typeof leg) => ({
    ...planned,
    ...run,
    leg: part,
    cells: parts.run,
    paceSPerKm: paceOf(run.movingS, part.distanceM),
  });
  return [
    {
      ...paced(before, runBefore, legOf(before, leg.from, mark)),
      arriveS: passS,
      departS: passS,
      isMark: true,
      stopS: 0,
      window: null,
      cutoffMarginS: null,
    },
    paced(after, sumFollowed(after.run), legOf(after, mark, leg.to)),
  ];
}

interface Parts {
  ground: ChartRow['leg']['cells'][number][];
  run: ChartRow['cells'][number][];
}

/** Sums the legs up to each that ends a row. */
function sumLaps(legs: readonly ChartRow[], endsRow: readonly boolean[], lapM: number): ChartRow[] {
  const rows: ChartRow[] = [];
  let open: ChartRow[] = [];
  legs.forEach((leg, i) => {
    open.push(leg);
    if (!endsRow[i]) return;
    rows.push(sumLegs(open, i === legs.length - 1 ? null : lapEndingAt(leg.leg.to.atM, lapM)));
    open = [];
  });
  return rows;
}

/** Several legs as one, from the first one's start to the last one's end; its stops are those of all. */
function sumLegs(legs: readonly ChartRow[], lap: number | null): PlannedLeg {
  const [first, last] = [legs[0]!, legs.at(-1)!];
  const { to } = last.leg;
  const distanceM = sum(legs.map(({ leg }) => leg.distanceM));
  const climb = (id: 'gainM' | 'lossM') =>
    legs.every(({ leg }) => leg[id] !== null) ? sum(legs.map(({ leg }) => leg[id]!)) : null;
  const isAny = (id: 'crew' | 'dropBag' | 'pacer') => legs.some(({ leg }) => leg.to[id]);
  const cells = legs.flatMap((leg) => leg.cells);
  const run = sumFollowed(cells);
  return {
    ...last,
    ...run,
    leg: {
      ...last.leg,
      from: first.leg.from,
      to: {
        ...to,
        name: lap === null || /^lap \d+$/i.test(to.name) ? to.name : `${to.name}, lap ${lap}`,
        crew: isAny('crew'),
        dropBag: isAny('dropBag'),
        pacer: isAny('pacer'),
      },
      distanceM,
      gainM: climb('gainM'),
      lossM: climb('lossM'),
      cells: legs.flatMap(({ leg }) => leg.cells),
    },
    cells,
    paceSPerKm: paceOf(run.movingS, distanceM),
    stopS: sum(legs.map(({ stopS }) => stopS)),
  };
}
