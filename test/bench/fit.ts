/**
 * `npm run bench:fit`: where the numbers in `src/engine/pacing/coefficients.ts` come from.
 *
 * First the model is fitted on the earlier editions and scored on the later ones, to see what it is worth on
 * races it never saw. Then it is fitted on all of them: those numbers, rounded as printed, are the source's.
 * Not fitted: the altitude rule, heat, dark, stops, the amplitude of an endless race, the last tenth, how long
 * legs are remembered.
 */
import { existsSync } from 'node:fs';
import type { TestEdition } from '../../src/engine/backtest/backtest.js';
import { FADE, GRADE, IN_RACE, WINDOW } from '../../src/engine/pacing/coefficients.js';
import { S_PER_H, S_PER_MIN } from '../../src/kernel/units.js';
import { fitInRace, fitPace, fitWindow } from './fit/fits.js';
import { type Coefficients, type Scores, scoreEditions } from './fit/model.js';
import { BERLIN, loadBenchRace, WESTERN_STATES } from './races.js';
import { DATA } from './shared.js';

const RACES = [
  { race: WESTERN_STATES, fitUpTo: 2019 },
  { race: BERLIN, fitUpTo: 2016 },
];

interface FitRace {
  name: string;
  editions: readonly TestEdition[];
}

function main() {
  const races = RACES.map(({ race, fitUpTo }) => ({
    name: race.name,
    editions: loadBenchRace(race),
    fitUpTo,
  }));
  const chosen = (isChosen: (year: number, fitUpTo: number) => boolean): FitRace[] =>
    races.map(({ name, editions, fitUpTo }) => ({
      name,
      editions: editions.filter(({ past }) => isChosen(past.year!, fitUpTo)),
    }));
  const earlier = chosen((year, fitUpTo) => year <= fitUpTo);
  const later = chosen((year, fitUpTo) => year > fitUpTo);

  report('Fitted on the earlier editions, scored on the later', fitModel(earlier), later);
  const all = fitModel(races);
  report('Fitted on all, scored on all', all, races);
  const source: Coefficients = { grade: GRADE, fade: FADE, window: WINDOW, inRace: IN_RACE };
  const isSame = JSON.stringify(listed(all)) === JSON.stringify(listed(source));
  console.log(
    isSame
      ? '\nThese are the numbers in the source.'
      : `\nThe source has other numbers:\n${describe(source)}`,
  );
}

function fitModel(fitted: readonly FitRace[]): Coefficients {
  const races = fitted.map(({ editions }) => editions);
  const pace = fitPace(races);
  const window = fitWindow(races, pace);
  return { ...pace, window, inRace: fitInRace(races, pace, window.hills) };
}

function report(title: string, model: Coefficients, races: readonly FitRace[]) {
  console.log(`\n${title}\n${describe(model)}`);
  for (const { name, editions } of races) {
    console.log(`  ${name} ${editions.map(({ past }) => past.year).join(', ')}`);
    for (const line of scoreLines(scoreEditions(editions, model))) console.log(`    ${line}`);
  }
}

const hours = (seconds: number) => seconds / S_PER_H;

/** The fitted numbers, times in hours. */
const listed = ({ grade, fade, window, inRace }: Coefficients) => ({
  grade: [grade.climb, grade.descent],
  fade: [hours(fade.saturationS)],
  window: [
    ...[window.early, window.late, window.done, window.left],
    ...[hours(window.saturationS), window.hills],
  ],
  inRace: [
    ...[inRace.trend, inRace.regression, hours(inRace.typicalS)],
    ...[inRace.early, inRace.late, inRace.unsettled, inRace.wander, inRace.hills],
  ],
});

function describe(model: Coefficients): string {
  const { grade, fade, window, inRace } = listed(model);
  return [
    `  grade    climb, descent: ${grade.join(', ')}`,
    `  fade     saturation: ${fade.join(', ')} h`,
    `  window   early, late, done, left, saturation h, hills: ${window.join(', ')}`,
    `  in race  trend, regression, typical h, early, late, unsettled, wander, hills: ${inRace.join(', ')}`,
  ].join('\n');
}

const minutes = (seconds: number | null) => (seconds! / S_PER_MIN).toFixed(1);
const percent = (ratio: number | null) => (ratio! * 100).toFixed(1);

const scoreLines = ({ arrivals, inRace: { finish, nextStation } }: Scores): string[] => [
  `${arrivals.runners} runners, ${arrivals.pairs} times: MAE ${minutes(arrivals.maeS)} min, bias at 25/50/75 % ` +
    `${arrivals.biasS.map(minutes).join('/')}, legs ${percent(arrivals.legMapeRatio)} %; ` +
    `windows hold ${percent(arrivals.coverageRatio)} %, ${minutes(arrivals.windowWidthS)} min wide`,
  `finish from 25/50/75 %: ${finish.map(({ maeS }) => minutes(maeS)).join('/')} min, windows hold ` +
    `${finish.map(({ coverageRatio }) => percent(coverageRatio)).join('/')} %; next station ` +
    `${minutes(nextStation.maeS)} min, ${percent(nextStation.coverageRatio)} %`,
];

if (existsSync(DATA)) {
  main();
} else {
  console.log(`bench:fit needs real splits, and there are none in ${DATA}: nothing was fitted.`);
  console.log('RACEPLAN_SHARED=folder says where else to look.');
}
