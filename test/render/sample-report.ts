/** A report with every kind of section, and text a file might hold to do harm. */
import type { Report } from '../../src/report/report.js';
import {
  clock,
  distance,
  duration,
  grams,
  height,
  minutes,
  ordinal,
  pace,
  ratio,
  say,
  signedMinutes,
  type Text,
  volume,
  words,
} from '../../src/report/value.js';

const ZONE = 'America/New_York';
const START = Date.parse('2018-09-08T07:00:00-04:00');
const MI = 1609.344;
const at = (elapsedS: number) => START + elapsedS * 1000;

const leg = (name: string, mile: number, legMile: number, elapsedS: number, stopS: number | null) =>
  ({
    cells: [
      [words(name)],
      [distance(mile * MI)],
      [distance(legMile * MI)],
      [pace(elapsedS / (mile * 1.609344))],
      [clock(at(elapsedS), ZONE)],
      [minutes(stopS)],
      [clock(stopS == null ? null : at(elapsedS + stopS), ZONE)],
      [signedMinutes(7200 - elapsedS / 10)],
      say`crew, bag`,
    ] satisfies Text[],
  }) as const;

export const SAMPLE: Report = {
  command: 'analyze',
  title: 'Pine Creek Challenge 100K',
  subtitle: say`${clock(START, ZONE, true)}, ${distance(62 * MI)}, ${height(-274)} of climb`,
  verdicts: [
    {
      goal: 'under 12h',
      priority: 'A',
      status: 'met',
      probability: null,
      actual: { valueS: 40740 },
      margin: { valueS: 2460 },
      text: say`${duration(40740)}, ${minutes(2460)} to spare`,
    },
    {
      goal: 'top 10',
      priority: 'A',
      status: 'likely',
      probability: 0.9996,
      actual: { place: 4, of: 32 },
      margin: null,
      text: say`${ordinal(4)} of 32`,
    },
    {
      goal: 'carbs >= 40 g/h',
      priority: 'B',
      status: 'missed',
      probability: null,
      actual: { value: 36.12345, unit: 'g/h' },
      margin: { value: -3.87655, unit: 'g/h' },
      text: say`${grams(36.1, true)}, ${grams(3.9, true)} short`,
    },
    {
      goal: 'fluid >= 20 oz/h | "<all>"',
      priority: 'B',
      status: 'unknown',
      probability: null,
      actual: null,
      margin: null,
      text: say`the log says nothing of fluid: it is ${volume(null, true)}, and the words \u001b[31mred\u0007 mean nothing either`,
    },
  ],
  sections: [],
  data: {
    race: { name: 'Pine Creek Challenge 100K', distanceM: 99779.328 },
    legs: [{ to: 'Wellsboro Junction', atM: 8690.4576, gainM: null }],
    losses: [{ cause: 'stops', seconds: 1 / 3 }],
    warnings: [{ say: say`no crew for ${distance(16 * MI)}` }],
    tiny: -0.0001,
  },
};

export const FULL: Report = {
  ...SAMPLE,
  sections: [
    { kind: 'verdicts', title: 'Goals', verdicts: SAMPLE.verdicts },
    {
      kind: 'facts',
      title: 'Target',
      facts: [
        { label: 'Finish', text: say`${duration(42300)}, ${clock(at(42300), ZONE)}` },
        {
          label: 'Fade',
          text: say`${ratio(0.15)}: the second half of the effort is run that much slower than the first, as most do`,
        },
      ],
    },
    {
      kind: 'table',
      id: 'paceChart',
      title: 'Pace chart',
      columns: [
        { id: 'station', label: 'Station', align: 'left' },
        { id: 'at', label: 'At', align: 'right' },
        { id: 'leg', label: 'Leg', align: 'right', keep: 1 },
        { id: 'pace', label: 'Pace', align: 'right' },
        { id: 'arrive', label: 'Arrive', align: 'right' },
        { id: 'stop', label: 'Stop', align: 'right' },
        { id: 'leave', label: 'Leave', align: 'right', keep: 2 },
        { id: 'cutoff', label: 'Cutoff margin', align: 'right' },
        { id: 'marks', label: 'Who', align: 'left' },
      ],
      rows: [
        leg('Wellsboro Junction', 5.4, 5.4, 3540, 120),
        leg('Asaph | *first* visit', 10.8, 5.4, 7200, 180),
        leg('丹佛山 aid', 16.2, 5.4, 11000, 180),
        {
          emphasis: 'total',
          cells: [
            ['Finish'],
            [distance(62 * MI)],
            [],
            [pace(420)],
            [clock(at(42300), ZONE)],
            [minutes(480)],
            [],
            [],
            [],
          ],
        },
      ],
      notes: [say`Cutoff margin: time left when the station closes.`],
    },
    {
      kind: 'list',
      title: 'Warnings',
      tone: 'warning',
      items: [
        say`the longest way without crew is ${distance(16.1 * MI)}, from Asaph to Blackwell; carry ${volume(1200)}`,
        say`# not a heading`,
      ],
    },
    { kind: 'list', title: 'Nothing here', tone: 'plain', items: [] },
  ],
};
