/** Races of known truth, and the logs that tired crews keep of them. */
import fc from 'fast-check';
import type { RaceLog } from '../../src/domain/record.js';
import type { LogContext } from '../../src/input/log/context.js';
import { addSeconds, formatLocal, type Instant, instantOf } from '../../src/kernel/clock.js';
import { S_PER_H, S_PER_MIN } from '../../src/kernel/units.js';

/** How the times are written. */
export type Notation = '24 hours' | 'AM/PM' | 'dial of 12' | 'mixed' | 'weekday' | 'dated';

export interface LoggedRace {
  context: LogContext;
  text: string;
  /** By the line of the log. */
  truth: ReadonlyMap<number, { arriveS: number | null; departS: number | null }>;
  /** The line whose arrival is written wrongly; `null` without a slip. */
  slipLine: number | null;
}

export interface Options {
  notation: Notation;
  departures?: boolean;
  /** Whether clocks change on the first night of the race. */
  clockChange?: boolean;
  slip?: boolean;
  /** The least share of rows left out, and the greatest. */
  leftOut?: readonly [number, number];
  planned?: boolean;
}

const ZONES = ['America/New_York', 'Europe/Paris', 'America/Los_Angeles', 'Australia/Sydney'];
const STEADY = [...ZONES, 'Asia/Kathmandu', 'UTC', '-07:00'];
/** The day before clocks change: back, forward. */
const CHANGES: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  'America/New_York': [
    [2018, 11, 3],
    [2018, 3, 10],
  ],
  'Europe/Paris': [
    [2018, 10, 27],
    [2018, 3, 24],
  ],
  'America/Los_Angeles': [
    [2019, 11, 2],
    [2019, 3, 9],
  ],
  'Australia/Sydney': [
    [2019, 4, 6],
    [2019, 10, 5],
  ],
};

/** Distances, and seconds per kilometre that are planned for them. */
const RACES = [
  { km: 50, fast: 330, slow: 540 },
  { km: 100, fast: 360, slow: 620 },
  { km: 161, fast: 400, slow: 690 },
  { km: 322, fast: 560, slow: 1050 },
] as const;

/** Uniform from 0 to 1, which `fc.double` is not. */
const share = () => fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const shares = (length: number) => fc.array(share(), { minLength: length, maxLength: length });
const between = (low: number, high: number, x: number) => low + (high - low) * x;
/** Of two uniform shares, a normal deviate (Box and Muller). */
const normal = (x: number, y: number) =>
  Math.sqrt(-2 * Math.log(Math.max(x, 1e-9))) * Math.cos(2 * Math.PI * y);

const MOST = 10;

export const loggedRace = (options: Options): fc.Arbitrary<LoggedRace> =>
  // Without a bias to extremes: they are no races
  fc
    .noBias(
      fc.record({
        race: fc.constantFrom(...RACES),
        zone: fc.constantFrom(...(options.clockChange ? ZONES : STEADY)),
        change: fc.integer({ min: 0, max: 1 }),
        month: fc.integer({ min: 1, max: 12 }),
        startMin: fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 4 * 4, max: 9 * 4 }).map((q) => q * 15) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 95 }).map((q) => q * 15) },
        ),
        stations: fc.integer({ min: 3, max: MOST }),
        isOutAndBack: fc.boolean(),
        planned: share(),
        ratio: share(),
        fade: share(),
        limit: share(),
        leftOut: share(),
        slip: fc.record({ row: share(), kind: fc.integer({ min: 0, max: 3 }), by: share() }),
        spacing: shares(MOST + 1),
        legX: shares(MOST + 1),
        legY: shares(MOST + 1),
        stops: shares(MOST + 1),
        kept: shares(MOST + 1),
        mix: shares(2 * (MOST + 1)),
      }),
    )
    .map((draw) => logOf(draw, options));

type Draw = {
  race: (typeof RACES)[number];
  zone: string;
  change: number;
  month: number;
  startMin: number;
  stations: number;
  isOutAndBack: boolean;
  planned: number;
  ratio: number;
  fade: number;
  limit: number;
  leftOut: number;
  slip: { row: number; kind: number; by: number };
  spacing: number[];
  legX: number[];
  legY: number[];
  stops: number[];
  kept: number[];
  mix: number[];
};

function logOf(draw: Draw, options: Options): LoggedRace {
  const { race, zone, stations } = draw;
  const legs = Math.max(
    Math.min(MOST, Math.round(race.km / 20)),
    Math.min(stations, Math.round(race.km / 6)),
  );
  const weights = draw.spacing.slice(0, legs).map((x) => 0.5 + x);
  const whole = weights.reduce((a, b) => a + b, 0);
  let atM = 0;
  const places = [
    { name: 'Start', atM: 0 },
    ...weights.map((weight, i) => {
      atM += (weight / whole) * race.km * 1000;
      return { name: nameOf(i, legs, draw.isOutAndBack), atM: Math.round(atM) };
    }),
  ];
  const paceS = between(race.fast, race.slow, draw.planned) / 1000;
  const plannedS = [0];
  const plannedDepartS = [0];
  for (let i = 1; i <= legs; i += 1) {
    const fade = 1 + 0.15 * (i / legs - 0.5);
    const legS = (places[i]!.atM - places[i - 1]!.atM) * paceS * fade;
    plannedS.push(plannedDepartS[i - 1]! + legS);
    plannedDepartS.push(plannedS[i]! + (i === legs ? 0 : 180 + (i % 3) * 120));
  }
  const [year, month, day] = options.clockChange
    ? CHANGES[zone]![draw.change]!
    : ([2018, draw.month, 14] as const);
  const hour = Math.floor(draw.startMin / 60);
  const startAt = instantOf(
    { year, month, day, hour, minute: draw.startMin % 60, second: 0 },
    zone,
  );

  const ratio = between(0.7, 1.6, draw.ratio);
  let s = 0;
  const visits = weights.map((_, i) => {
    const plannedLegS = plannedS[i + 1]! - plannedDepartS[i]!;
    const fade = 1 + between(-0.1, 0.5, draw.fade) * (i / legs - 0.5);
    s += plannedLegS * ratio * fade * Math.exp(0.12 * normal(draw.legX[i]!, draw.legY[i]!));
    const arriveS = minute(s);
    const x = draw.stops[i]!;
    s += x < 0.9 ? between(60, 900, x / 0.9) : between(900, 3600, (x - 0.9) * 10);
    return { arriveS, departS: minute(s) };
  });
  const planned = options.planned ?? true;
  const context: LogContext = {
    places,
    startAt,
    zone,
    units: 'metric',
    products: [],
    plannedS: planned ? plannedS : null,
    plannedDepartS: planned ? plannedDepartS : null,
    limitS: draw.limit < 0.3 ? null : Math.ceil((plannedS[legs]! * (1 + draw.limit)) / 1800) * 1800,
    timedS: null,
    times: null,
    goesOn: false,
  };

  const [least, most] = options.leftOut ?? [0, 0];
  const leftOut = between(least, most, draw.leftOut);
  let kept = visits.map((_, i) => i).filter((i) => draw.kept[i]! >= leftOut);
  if (kept.length === 0) kept = [Math.floor(draw.kept[0]! * legs)];
  const slipRow = options.slip ? kept[Math.floor(draw.slip.row * kept.length)]! : null;
  const truth = new Map<number, { arriveS: number | null; departS: number | null }>();
  let slipLine: number | null = null;
  const lines = kept.map((i, index) => {
    const { arriveS, departS } = visits[i]!;
    const hasDeparture = (options.departures ?? false) && i < legs - 1;
    const line = index + 2;
    truth.set(line, { arriveS, departS: hasDeparture ? departS : null });
    const write = (at: Instant, k: number) => writeTime(at, zone, options.notation, draw.mix[k]!);
    if (i === slipRow) slipLine = line;
    const arriveAt = addSeconds(startAt, i === slipRow ? arriveS + slipOf(draw.slip) : arriveS);
    const cells = [places[i + 1]!.name, write(arriveAt, 2 * i)];
    if (options.departures) {
      cells.push(hasDeparture ? write(addSeconds(startAt, departS), 2 * i + 1) : '');
    }
    return cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
  });
  const header = options.departures ? 'station,arrive,depart' : 'station,arrive';
  return { context, text: `${[header, ...lines].join('\n')}\n`, truth, slipLine };
}

const minute = (s: number): number => Math.floor(s / S_PER_MIN) * S_PER_MIN;

function nameOf(i: number, legs: number, isOutAndBack: boolean): string {
  if (i === legs - 1) return 'Finish';
  const turn = (legs - 2) / 2;
  return `Camp ${NAMES[isOutAndBack && i > turn ? legs - 2 - i : i]}`;
}

const NAMES = [
  ...['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Juniper'],
  ...['Kale', 'Larch', 'Maple', 'Nettle', 'Oak', 'Poplar', 'Quince', 'Rowan', 'Sorrel', 'Tansy'],
  ...['Ulmus', 'Violet', 'Willow', 'Yarrow', 'Zinnia'],
];

/** Half a day, some hours, a digit of the minutes too many, anything. */
function slipOf({ kind, by }: Draw['slip']): number {
  const sign = by < 0.5 ? -1 : 1;
  if (kind === 0) return 12 * sign * S_PER_H;
  if (kind === 1) return sign * Math.ceil(by * 6) * S_PER_H;
  if (kind === 2) return sign * Math.ceil(by * 5) * 10 * S_PER_MIN;
  return Math.round(between(-24, 24, by) * 60) * S_PER_MIN;
}

function writeTime(at: Instant, zone: string, notation: Notation, x: number): string {
  switch (notation) {
    case '24 hours':
      return formatLocal(at, zone, 'H:mm');
    case 'AM/PM':
      return formatLocal(at, zone, 'h:mm a');
    case 'dial of 12':
      return formatLocal(at, zone, 'h:mm');
    case 'mixed':
      return formatLocal(at, zone, x < 0.5 ? 'H:mm' : 'h:mm');
    case 'weekday':
      return formatLocal(at, zone, x < 0.5 ? 'EEE H:mm' : 'EEE h:mm a');
    case 'dated':
      return formatLocal(at, zone, x < 0.5 ? 'yyyy-MM-dd HH:mm' : 'MMMM d, yyyy h:mm a');
  }
}

/** How a log was read. */
export type Outcome = 'right' | 'refused' | 'said' | 'wrong';

type Read = {
  value: RaceLog | null;
  diagnostics: readonly { severity: string; code: string; span: { line: number } | null }[];
};

/**
 * Holds what was read against what happened: right when every moment that was written rightly is within a minute;
 * said when a warning names the line, or the column, that is not.
 */
export function outcomeOf({ truth, slipLine }: LoggedRace, { value, diagnostics }: Read): Outcome {
  if (value === null || diagnostics.some(({ severity }) => severity === 'error')) return 'refused';
  const isDoubted = diagnostics.some(({ code }) =>
    /^(?:DAY_TAKEN|TIMES_TAKEN|FAR_FROM_PLAN|AFTER_LIMIT)$/.test(code),
  );
  let outcome: Outcome = 'right';
  for (const [line, { arriveS, departS }] of truth) {
    const visit = value.visits.find((v) => v.line === line);
    const isOff = (read: number | null | undefined, s: number | null) =>
      s !== null && (read == null || Math.abs(read - s) > S_PER_MIN);
    const off =
      (line !== slipLine && isOff(visit?.arriveS, arriveS)) || isOff(visit?.departS, departS);
    if (!off) continue;
    const isSaid =
      isDoubted || diagnostics.some((d) => d.code === 'CLOCK_TWICE' && d.span?.line === line);
    if (!isSaid) return 'wrong';
    outcome = 'said';
  }
  return outcome;
}
