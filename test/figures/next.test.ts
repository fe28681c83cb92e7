import { describe, expect, it } from 'vitest';
import { computeCrewSheet } from '../../src/engine/crew/crew-sheet.js';
import { crewReport } from '../../src/report/crew/crew.js';
import type { Figure } from '../../src/report/figure.js';
import { next, placeFigures } from '../../src/report/figures/placing.js';
import type { Report, Section } from '../../src/report/report.js';
import { contingency } from '../decisions/support.js';
import { replanOf } from '../support/any-report.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const nextOf = ({ sections }: Report) =>
  sections.filter(({ isNext }) => isNext).map(({ title }) => title);

const race = { ...flatFifty(), sun: null };

describe('what to do next', () => {
  it('is what to change during the race', () => {
    expect(nextOf(replanOf(race, logOf([visit(1, 4000, 4200)])))).toEqual(['What to change']);
  });

  it('is what is amiss and who is where, for a crew', () => {
    const { plan, course, pace } = race;
    const sheet = computeCrewSheet({ plan, course, legs: pace.legs, sun: null });

    const decisions = [{ contingency: contingency(null), moments: [], stops: [] }];
    const report = crewReport({ plan, course, sheet, decisions, replan: null, only: null });
    expect(nextOf(report)).toEqual([
      'Cannot be there',
      'Gear the runner should have by now',
      'Who is where',
    ]);
  });

  it('is nothing where there is nothing', () => {
    expect(next(null)).toBeNull();
  });
});

describe('figures stand', () => {
  const table = (id: string, rows = 1): Section => ({
    kind: 'table',
    id,
    title: id,
    columns: [],
    rows: Array.from({ length: rows }, () => ({ cells: [] })),
    notes: [],
  });
  const figure = (id: string, of: string | null): Figure => ({
    kind: 'chart',
    id,
    title: id,
    point: [],
    table: of,
    drawing: { kind: 'bars', quantity: { kind: 'shift' }, bars: [] },
  });
  const idsOf = (sections: readonly Section[]) =>
    sections.map((section) => ('id' in section ? section.id : section.kind));

  it('each before the table with its numbers, in their order', () => {
    const placed = placeFigures(
      [table('pace'), null, table('legs')],
      [figure('a', 'legs'), null, figure('b', 'pace'), figure('c', 'legs')],
    );
    expect(idsOf(placed)).toEqual(['b', 'pace', 'a', 'c', 'legs']);
  });

  it('before the first table where theirs is not there or is empty, and then name none', () => {
    const facts: Section = { kind: 'facts', title: null, facts: [] };
    const placed = placeFigures(
      [facts, table('pace'), table('ahead', 0)],
      [figure('a', 'legs'), figure('b', 'ahead'), figure('c', null)],
    );
    expect(idsOf(placed)).toEqual(['facts', 'a', 'b', 'c', 'pace', 'ahead']);
    for (const section of placed) if (section.kind === 'chart') expect(section.table).toBeNull();
  });

  it('at the end where there is no table', () => {
    expect(idsOf(placeFigures([], [figure('a', 'legs')]))).toEqual(['a']);
  });
});
