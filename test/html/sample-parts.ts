/** Sheets, a band and a figure, with text a file might hold. */
import type { Figure } from '../../src/report/figure.js';
import type { Page, TableSection } from '../../src/report/report.js';
import { clock, distance, minutes, say, words } from '../../src/report/value.js';

const ZONE = 'America/New_York';
const START = Date.parse('2018-09-08T07:00:00-04:00');
const at = (minutesOn: number) => clock(START + minutesOn * 60_000, ZONE);

export const SHEETS: readonly Page[] = [
  {
    title: say`${words('Alex <chief>')}: crew`,
    subtitle: say`${words('Pine Creek & more')}`,
    sections: [
      {
        kind: 'block',
        title: say`${words('Asaph')}, ${distance(17_381)}`,
        lines: [
          { label: 'Arrive', items: [say`${at(98)} to ${at(119)}`] },
          { label: 'Hand over', items: [say`1 × gel`, say`2 × ${words('<b>drink</b> mix')}`] },
          {
            label: 'Getting there',
            items: [
              say`at the trailhead`,
              say`${words('https://example.org/lot')}`,
              say`${words('see https://example.org/lot first')}`,
              say`${words('javascript:alert(1)')}`,
            ],
          },
        ],
      },
    ],
  },
];

export const BAND: TableSection = {
  kind: 'table',
  id: 'band',
  title: 'Pace band',
  columns: [
    { id: 'station', label: 'Station', align: 'left' },
    { id: 'arrive', label: 'Arrive', align: 'right' },
    { id: 'at', label: 'At', align: 'right' },
    { id: 'stop', label: 'Stop', align: 'right' },
    { id: 'marks', label: '', align: 'left' },
  ],
  rows: [
    { cells: [[words('Asaph')], [at(110)], [distance(17_381)], [minutes(180)], ['CB']] },
    { cells: [['Finish'], [at(705)], [distance(99_779)], [''], ['C']] },
  ],
  notes: [['C crew, B drop bag']],
};

export const FIGURE: Figure = {
  kind: 'chart',
  id: 'pace',
  title: 'Pace over the course',
  point: say`The second half is slower.`,
  table: 'paceChart',
  drawing: {
    kind: 'plot',
    x: { label: 'Distance', quantity: { kind: 'distance' } },
    y: { label: 'Pace', quantity: { kind: 'pace' }, isReversed: true },
    layers: [
      {
        kind: 'line',
        role: 'plan',
        name: 'plan',
        points: [
          { x: 0, y: 400 },
          { x: 99_779, y: 450 },
        ],
      },
    ],
  },
};
