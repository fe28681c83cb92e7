/** During the race without history: the runner keeps the ratio to the course model. */
import type { CourseModel } from './course-model.js';
import type { InRaceForecast } from './in-race.js';

export function holdRatio(model: CourseModel, effortRatios: readonly number[]): InRaceForecast {
  return (passages) => {
    const { place, arriveS } = passages.at(-1)!;
    let [low, high] = [arriveS, arriveS * 200];
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (middle * model.timeRatioAt(effortRatios[place]!, middle) < arriveS) low = middle;
      else high = middle;
    }
    return (to) => {
      const leftS = low * model.timeRatioAt(effortRatios[to]!, low) - arriveS;
      const at = (offset: number) => arriveS + leftS * Math.exp(offset);
      return { medianS: at(0), earlyS: at(-0.12), lateS: at(0.12) };
    };
  };
}
