import { describe, expect, it } from 'vitest';
import { computeRoom } from '../../src/render/html/room.js';
import type { WrittenColumn } from '../../src/render/sections.js';

const number = (label: string, cell: string, keep?: number): WrittenColumn => ({
  id: label,
  label,
  align: 'right',
  unit: '',
  cells: [cell, cell],
  ...(keep !== undefined && { keep }),
});
const text = (label: string, cell: string): WrittenColumn => ({
  ...number(label, cell),
  align: 'left',
});
const STATION = text('Station', 'Asaph');

describe('the room of a table on a phone', () => {
  it('changes nothing of a narrow one', () => {
    const room = computeRoom([STATION, number('At', '10.8', 1), number('Pace', '10:10')], 0);
    expect(room).toEqual({ narrow: { kind: 'plain' }, fromEm: [null, null, null] });
  });

  it('leaves out the columns that are needed least, and no more than it must', () => {
    const columns = [
      STATION,
      number('Arrive', '10:53 AM'),
      number('Leave', '10:57 AM', 2),
      number('Leg', '5.4', 1),
      number('Stop', '2:00', 3),
    ];
    const { narrow, fromEm } = computeRoom(columns, 0);
    expect(narrow.kind).toBe('plain');
    expect(fromEm[0]).toBeNull();
    expect(fromEm[1]).toBeNull();
    expect(fromEm[3]).toBeGreaterThan(fromEm[2] ?? 0);
    expect(fromEm[4]).toBeNull();
  });

  it('puts the name above numbers that fit without it', () => {
    const columns = [
      STATION,
      ...['Early', 'Plan', 'Late'].map((label) => number(label, '+10:53 PM')),
    ];
    expect(computeRoom(columns, 0).narrow.kind).toBe('stack');
  });

  it('gives each of many numbers its label', () => {
    const labels = ['a', 'b', 'c', 'd', 'e', 'f'];
    const columns = [STATION, ...labels.map((label) => number(label, '10:53 PM'))];
    expect(computeRoom(columns, 0).narrow.kind).toBe('pairs');
  });

  it('reads long texts line by line', () => {
    const columns = [
      STATION,
      text('What', 'three gels and a bottle'),
      text('Who', 'Alex, at the lot'),
    ];
    expect(computeRoom(columns, 0).narrow.kind).toBe('cards');
  });

  it('reads what has its name amid it line by line as well', () => {
    const columns = [text('', 'done'), text('What', 'pack'), text('Who', 'Alex')];
    const wide = [
      ...columns,
      number('From', '10:53 PM'),
      number('To', '10:53 PM'),
      number('Days', '1000'),
    ];
    expect(computeRoom(columns, 1).narrow.kind).toBe('plain');
    expect(computeRoom(wide, 1).narrow.kind).toBe('cards');
  });

  it('has room for a word as long as a line below the others only', () => {
    const columns = [text('Station', 'x'.repeat(60)), number('At', '10.8')];
    expect(computeRoom(columns, 0).narrow.kind).toBe('stack');
  });
});
