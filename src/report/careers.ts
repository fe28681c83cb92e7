/** `raceplan backtest --finish`: how good the forecasts of the finish are, from each runner's earlier results. */
import type {
  CareerPrediction,
  CareerScores,
  ChanceScores,
  ReliabilityBin,
} from '../engine/backtest/careers.js';
import { isoDayOf } from '../kernel/clock.js';
import { right } from './columns.js';
import { reliabilityFigure } from './figures/calibration.js';
import { placeFigures } from './figures/placing.js';
import type { FactsSection, Json, Report, Section } from './report.js';
import { count, ratio, say, score, type Text } from './value.js';

export interface CareersInput {
  results: number;
  runners: number;
  /** Of the finish times. */
  scores: CareerScores;
  /** Of the chance to finish, in races of which somebody's DNF is told; `null`: there is none. */
  finish: ChanceScores | null;
}

export function careersReport(input: CareersInput): Report {
  const { results, runners, scores, finish } = input;
  const sections: (Section | null)[] = [
    timeFacts(scores),
    reliabilityTable('chances', 'Chances of a time, to those who finished', scores.times, [
      'Each finish is held against 0.85, 0.9 … 1.2 times its forecast: the chance to be faster, and how often that came true.',
    ]),
    finish &&
      reliabilityTable('finish', 'The chance to finish', finish, [
        'Only races of which the file tells somebody’s DNF.',
      ]),
    finish ? null : noDnf,
  ];
  const figures = [
    reliabilityFigure(
      'said-of-times',
      'Chances of a time: said and happened',
      scores.times,
      'chances',
    ),
    finish &&
      reliabilityFigure(
        'said-of-finishes',
        'The chance to finish: said and happened',
        finish,
        'finish',
      ),
  ];
  return {
    command: 'backtest',
    title: 'How good the forecasts of the finish are',
    subtitle: say`${count(scores.forecasts)} finishes forecast, each from the runner’s earlier results; ${count(results)} results of ${count(runners)} ${runners === 1 ? 'runner' : 'runners'}`,
    sections: placeFigures(sections, figures),
    verdicts: [],
    data: { results, runners, ...scoresJson(scores), finish: finish && chancesJson(finish) },
  };
}

const noDnf: Section = {
  kind: 'list',
  title: 'The chance to finish',
  tone: 'plain',
  items: [['No result is a DNF: a list of finishes tells nothing of it.']],
};

function timeFacts(scores: CareerScores): FactsSection {
  const { maeRatio, biasRatio, coverageRatio, widthRatio, times } = scores;
  return {
    kind: 'facts',
    title: null,
    facts: [
      { label: 'Off by', text: say`${ratio(maeRatio, 1)} on average` },
      { label: 'Bias', text: biasText(biasRatio) },
      {
        label: 'Covered',
        text: say`${ratio(coverageRatio, 1)} of the finishes lie between the early and the late time; 80% should`,
      },
      { label: 'Window', text: say`${ratio(widthRatio, 0)} of the time wide (median)` },
      {
        label: 'Brier',
        text: say`${score(times.brier)} for the chances of a time; 0 is perfect, 0.25 a guess`,
      },
    ],
  };
}

/** Less than this is none, as printed. */
const NO_BIAS = 0.0005;

function biasText(bias: number | null): Text {
  if (bias === null) return [ratio(null)];
  if (Math.abs(bias) < NO_BIAS) return ['none'];
  return say`${ratio(Math.abs(bias), 1)} too ${bias > 0 ? 'fast' : 'slow'} (median)`;
}

/** What was said, and what happened: a row a tenth. */
function reliabilityTable(
  id: string,
  title: string,
  scores: ChanceScores,
  notes: string[],
): Section {
  return {
    kind: 'table',
    id,
    title,
    columns: [right('said', 'Said'), right('happened', 'Happened'), right('count', 'Chances')],
    rows: scores.reliability
      .filter(isTold)
      .map((bin) => ({ cells: [[ratio(bin.said)], [ratio(bin.happened)], [count(bin.count)]] })),
    notes: [
      say`${count(scores.count)} chances, Brier score ${score(scores.brier)}.`,
      ...notes.map((note): Text => [note]),
    ],
  };
}

const isTold = ({ count: chances }: ReliabilityBin): boolean => chances > 0;

const toPercent = (value: number | null): number | null => (value === null ? null : value * 100);

/** In the units of the JSON contract. */
const scoresJson = (scores: CareerScores): { [key: string]: Json } => ({
  forecasts: scores.forecasts,
  maePercent: toPercent(scores.maeRatio),
  biasPercent: toPercent(scores.biasRatio),
  coveragePercent: toPercent(scores.coverageRatio),
  windowWidthPercent: toPercent(scores.widthRatio),
  brier: scores.times.brier,
  reliability: chancesJson(scores.times).reliability,
});

const chancesJson = ({ count: forecasts, brier, reliability }: ChanceScores) => ({
  forecasts,
  brier,
  reliability: reliability.filter(isTold).map((bin) => ({
    saidPercent: toPercent(bin.said),
    happenedPercent: toPercent(bin.happened),
    forecasts: bin.count,
  })),
});

export const CAREER_PREDICTION_COLUMNS = [
  'runner',
  'date',
  'actualS',
  'medianS',
  'earlyS',
  'lateS',
  'finishProbability',
] as const;

/** One row a result that follows an earlier finish; `actualS` is empty of one not finished. */
export const careerPredictionRows = (
  predictions: readonly CareerPrediction[],
): (string | number | null)[][] =>
  predictions.map(({ result, medianS, earlyS, lateS, finishProbability }) => [
    result.runner,
    isoDayOf(result.dayAt),
    result.timeS,
    medianS,
    earlyS,
    lateS,
    finishProbability,
  ]);
