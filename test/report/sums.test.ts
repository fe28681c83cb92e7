import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../src/kernel/stats.js';
import type { UnitSystem } from '../../src/kernel/units.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { Report } from '../../src/report/report.js';
import { anyLogOf, anyRace } from '../support/any-race.js';
import { analysisOf, buildOf, replanOf } from '../support/any-report.js';
import {
  markdownTable,
  type PrintedTable,
  readPrinted,
  secondsSpelled,
  terminalTable,
} from '../support/printed.js';

const RUNS = { seed: 8, numRuns: 1000 };
const PATIENCE = { timeout: 300_000 };

interface Printed {
  text: string;
  table: (title: string) => PrintedTable;
  has: (title: string) => boolean;
}

/** Prints what adds up in a report: mostly as Markdown, now and then for the screen, in either system of units. */
function print(report: Report, i: number): Printed {
  const units: UnitSystem = i % 2 === 0 ? 'imperial' : 'metric';
  const style = { units, width: 200, colour: false, quiet: false, brief: false, charts: false };
  const isTerminal = i % 8 < 2;
  const sums = { ...report, sections: report.sections.filter((section) => 'sums' in section) };
  const text = isTerminal ? renderTerminal(sums, style) : renderMarkdown(sums, style);
  const read = isTerminal ? terminalTable : markdownTable;
  return {
    text: text.replaceAll('*', ''),
    has: (title) => report.sections.some((s) => s.kind === 'table' && s.title === title),
    table: (title) => {
      const table = read(text, title);
      if (!table) throw new Error(`${title} is not printed`);
      return table;
    },
  };
}

const numbers = (table: PrintedTable, label: string) => {
  const column = table.column(label);
  if (!column) throw new Error(`no column ${label}`);
  return column.map(readPrinted);
};

/** The last row is the sum of the others; unless it is not known. */
function expectSumBelow(table: PrintedTable, label: string, text: string) {
  const all = numbers(table, label);
  const total = all.at(-1);
  if (total == null) return;
  expect(sum(all.slice(0, -1).map(Number)), `${label} of\n${text}`).toBe(total);
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

describe('what a plan prints adds up', () => {
  const plans = once(() =>
    fc.sample(anyRace, RUNS).map((race, i) => ({ race, ...print(buildOf(race), i) })),
  );

  it('the legs of the fuel table to its total, column by column', PATIENCE, () => {
    for (const { table, text } of plans()) {
      const fuel = table('Fuel for each leg');
      for (const label of fuel.labels.slice(1)) expectSumBelow(fuel, label, text);
    }
  });

  it('what a leg is made of to its moving time, and all legs to the last row', PATIENCE, () => {
    for (const { table, text } of plans()) {
      const explained = table('What each leg is made of');
      const parts = explained.labels.slice(explained.labels.indexOf('At base'), -1);
      for (const label of [...parts, 'Moving']) expectSumBelow(explained, label, text);
      const columns = parts.map((label) => numbers(explained, label));
      numbers(explained, 'Moving').forEach((moving, row) => {
        expect(sum(columns.map((column) => column[row]!)), `row ${row} of\n${text}`).toBe(moving);
      });
    }
  });

  it('legs to the distance so far, and stops to the time of leaving', PATIENCE, () => {
    for (const { race, table, text } of plans()) {
      const chart = table('Pace chart');
      const legs = numbers(chart, 'Leg').map(Number);
      numbers(chart, 'At').forEach((at, i) => {
        expect(sum(legs.slice(0, i + 1)), text).toBe(at);
      });
      // without stations there is nowhere to stop
      if (race.plan.race.startAt !== null || !chart.labels.includes('Stop')) continue;
      const [arrive, stop] = [numbers(chart, 'Arrive'), numbers(chart, 'Stop')];
      numbers(chart, 'Leave').forEach((leave, i) => {
        if (leave !== null) expect(arrive[i]! + stop[i]!, text).toBe(leave);
      });
    }
  });

  it('moving and stops to the target', PATIENCE, () => {
    for (const { text } of plans()) {
      const target = /Target:? +(\d+:\d\d:\d\d)/.exec(text)![1]!;
      const [, moving, stopped] = /Moving:? +(\d+:\d\d:\d\d) at .*?; (?:no stops|(.*?) in)/.exec(
        text,
      )!;
      const stoppedS = stopped === undefined ? 0 : secondsSpelled(stopped);
      expect(readPrinted(moving!)! + stoppedS, text).toBe(readPrinted(target));
    }
  });
});

const anyRun = anyRace.chain((race) => fc.tuple(fc.constant(race), anyLogOf(race)));

describe('what is printed of a race run adds up', () => {
  const races = once(() =>
    fc.sample(anyRun, RUNS).map(([race, log], i) => ({ log, ...print(analysisOf(race, log), i) })),
  );

  it('moving and stops to the running ± plan', PATIENCE, () => {
    for (const { table, text } of races()) {
      const legs = table('Legs, actual against plan');
      const [behind, stops] = [numbers(legs, '± plan'), numbers(legs, 'Stop ±')];
      numbers(legs, 'Moving ±').forEach((moved, i) => {
        if (moved === null) return;
        const before = i === 0 ? 0 : behind[i - 1]! + stops[i - 1]!;
        expect(before + moved, text).toBe(behind[i]);
      });
    }
  });

  it('causes to what was lost, and that is the last ± plan', PATIENCE, () => {
    for (const { table, text } of races()) {
      const losses = table('Where the time went');
      expectSumBelow(losses, '± plan', text);
      const legs = numbers(table('Legs, actual against plan'), '± plan');
      expect(numbers(losses, '± plan').at(-1), text).toBe(legs.at(-1));
    }
  });

  it('causes of each leg to what it lost, and those of all legs to the race', PATIENCE, () => {
    let told = 0;
    for (const { table, has, text } of races()) {
      if (!has('The same, leg by leg')) continue;
      const legs = table('The same, leg by leg');
      told += 1;
      expectSumBelow(legs, 'All', text);
      expect(numbers(legs, 'All').at(-1)).toBe(
        numbers(table('Where the time went'), '± plan').at(-1),
      );
      const causes = ['Stops', 'Opening', 'Fade', 'Heat', 'Night', 'Hills', 'Rest'];
      const columns = causes
        .filter((label) => legs.labels.includes(label))
        .map((label) => numbers(legs, label));
      numbers(legs, 'All').forEach((all, i) => {
        const parts = sum(columns.map((column) => Number(column[i] ?? 0)));
        expect(parts, `row ${i} of\n${text}`).toBe(all);
      });
    }
    expect(told).toBeGreaterThan(RUNS.numRuns / 3);
  });

  it(
    'plan and difference to what happened, moving and stops to the time on course',
    PATIENCE,
    () => {
      for (const { table, text } of races()) {
        const kpis = table('KPIs');
        const [plan, actual] = [numbers(kpis, 'Plan'), numbers(kpis, 'Actual')];
        const differences = numbers(kpis, 'Difference');
        differences.forEach((difference, i) => {
          if (difference !== null)
            expect(plan[i]! + difference, `row ${i} of\n${text}`).toBe(actual[i]);
        });
        const rowOf = (label: string) => kpis.rows.findIndex(([name]) => name === label);
        for (const column of [plan, actual, differences]) {
          const [time, moving, stops] = ['Time on course', 'Moving time', 'Aid station time'].map(
            (label) => column[rowOf(label)],
          );
          if (moving != null && stops != null) expect(moving + stops, text).toBe(time);
        }
      }
    },
  );

  it('and has no seconds where minutes were logged', PATIENCE, () => {
    const toTheMinute = races().filter(({ log }) => log.resolutionS === 60);
    expect(toTheMinute.length).toBeGreaterThan(300);
    for (const { table } of toTheMinute) {
      const legs = table('Legs, actual against plan');
      const cells = [
        ...['± plan', 'Moving ±', 'Stop', 'Stop ±'].flatMap((label) => legs.column(label) ?? []),
        ...table('Where the time went').column('± plan')!,
        ...table('KPIs')
          .rows.slice(-3)
          .flatMap((row) => row.slice(1)),
      ].filter((cell) => cell !== '' && cell !== '–');
      for (const cell of cells) expect(cell).toMatch(/^[+-]?\d+:\d\d( h)?$/);
    }
  });
});

describe('what is said during a race adds up', () => {
  it('moving and stops to how far behind the plan', PATIENCE, () => {
    let told = 0;
    fc.sample(anyRun, RUNS).forEach(([race, log], i) => {
      const { text } = print(replanOf(race, log), i);
      const said = /Against plan:? +(.*?): moving (.*?), stops (.*)/.exec(text);
      if (!said) return;
      told += 1;
      const [behind, moving, stops] = said.slice(1).map((part) => {
        const seconds = secondsSpelled(part);
        return /behind|slower|over/.test(part) ? seconds : -seconds;
      });
      expect(moving! + stops! - behind!, text).toBe(0);
    });
    expect(told).toBeGreaterThan(300);
  });
});
