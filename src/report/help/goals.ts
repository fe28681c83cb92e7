/** `raceplan help goals`: how a goal is written, what can be measured, and how it is judged. */
import { GOAL_FORMS } from '../../domain/goal-forms.js';
import { METRICS, type MetricId } from '../../domain/metric.js';
import type { Report } from '../report.js';
import { say } from '../value.js';

interface Measure {
  means: string;
  /** A goal of it. */
  example: string;
}

export const MEASURES: Readonly<Record<MetricId, Measure>> = {
  averagePace: {
    means: 'time on course over distance, stops included',
    example: 'average pace <= 11:30 /mi',
  },
  movingPace: { means: 'the same without stops', example: 'moving pace <= 7:00 /km' },
  lastLegPace: {
    means: 'of the last leg, to the finish',
    example: 'last leg pace <= 12:00 /mi',
  },
  fade: {
    means:
      'how much longer the second half of the effort takes than the first, without stops; effort is distance made longer by grade, altitude and terrain',
    example: 'fade <= 12%',
  },
  fluidPerHour: { means: 'drunk an hour', example: 'fluid >= 20 oz/h' },
  caloriesPerHour: { means: 'energy taken an hour', example: 'calories >= 220 kcal/h' },
  carbsPerHour: { means: 'carbohydrate taken an hour', example: 'carbs >= 40 g/h' },
  sodiumPerHour: {
    means: 'sodium taken an hour',
    example: 'sodium between 400 and 700 mg/h',
  },
  caffeineTotal: { means: 'taken in the whole race', example: 'caffeine <= 400 mg' },
  timeOnCourse: { means: 'from start to finish', example: 'time on course <= 24 h' },
  movingTime: { means: 'the same without stops', example: 'moving time <= 11 h' },
  aidStationTime: { means: 'all stops together', example: 'aid station time <= 45 min' },
  stopsOverPlan: {
    means: 'all stops together beyond those planned',
    example: 'stops over plan <= 5 min',
  },
};

export const goalsHelp = (): Report => ({
  command: 'help',
  title: 'Goals',
  subtitle: say`In plain words, upper or lower case, under goals: in the plan.`,
  sections: [
    {
      kind: 'table',
      id: 'forms',
      title: 'How a goal is written',
      columns: [
        { id: 'goal', label: 'Goal', align: 'left' },
        { id: 'means', label: 'What it asks', align: 'left' },
      ],
      rows: GOAL_FORMS.map(({ written, means }) => ({ cells: [[written.join('; ')], [means]] })),
      notes: [],
    },
    {
      kind: 'table',
      id: 'measures',
      title: 'What can be measured',
      columns: [
        { id: 'measure', label: 'Measure', align: 'left' },
        { id: 'goal', label: 'A goal of it', align: 'left' },
        { id: 'means', label: 'What it is', align: 'left' },
      ],
      rows: METRICS.map(({ id, words }) => ({
        cells: [[words[0]!], [MEASURES[id].example], [MEASURES[id].means]],
      })),
      notes: [['Amounts an hour leave out stops of more than an hour.']],
    },
    {
      kind: 'list',
      title: 'How it is judged',
      tone: 'plain',
      items: [
        [
          'A goal without a priority is an A goal; { goal: carbs >= 40 g/h, priority: B } is a B goal.',
        ],
        [
          'Afterwards a goal is met, missed or unknown; what is unknown says what is missing, and never counts as met.',
        ],
        [
          'Before and during the race it is likely from 2 chances in 3, unlikely below 1 in 5, possible between.',
        ],
        ['A time or a place takes a finish as well, so nothing is likelier than to finish.'],
        [
          'Nothing tells the chance of a measure: it is held against your plan, possible when the plan keeps it, unlikely when not even the plan does.',
        ],
      ],
    },
  ],
  verdicts: [],
  data: {},
});
