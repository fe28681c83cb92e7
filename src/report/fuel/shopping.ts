/** What to bring, with spares. */
import type { ShoppingItem, Supplies } from '../../engine/fuel/supplies.js';
import { left, right } from '../columns.js';
import type { Row, Section } from '../report.js';
import { sumsAcross } from '../sums.js';
import { count, say, words } from '../value.js';

/** What to bring, by who hands it out. */
export function shoppingTable({ shopping }: Supplies): Section {
  const columns = [
    left('product', ''),
    right('start', 'Start'),
    right('crew', 'Crew'),
    right('bags', 'Drop bags'),
    right('spare', 'Spare'),
    right('total', 'Bring'),
  ];
  const rows = shopping.map(
    (item): Row => ({
      cells: [
        [words(item.product.name)],
        [count(item.by.start)],
        [count(item.by.crew)],
        [count(item.by['drop bag'])],
        [count(item.spare)],
        [count(broughtOf(item))],
      ],
    }),
  );
  return {
    kind: 'table',
    id: 'shopping',
    title: 'Shopping list',
    columns,
    rows,
    sums: sumsAcross(columns, rows, ['start', 'crew', 'bags', 'spare'], 'total'),
    notes: [say`One spare in ten, at least one; the tables bring their own.`],
  };
}

const broughtOf = ({ by, spare }: ShoppingItem): number =>
  by.start + by.crew + by['drop bag'] + spare;
