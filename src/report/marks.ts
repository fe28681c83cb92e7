/** What runners are placed by, in words: times, or distances in a timed event. */
import type { Measure } from '../domain/record.js';
import type { PlaceAverage } from '../engine/field/field.js';
import { distance, duration, type Value } from './value.js';

export const markValue = (measure: Measure, mark: number | null): Value =>
  measure === 'time' ? duration(mark) : distance(mark);

/** On average, best and worst. */
export const marksOfAverage = (average: PlaceAverage): readonly [Value, Value, Value] =>
  'meanS' in average
    ? [duration(average.meanS), duration(average.fastestS), duration(average.slowestS)]
    : [distance(average.meanM), distance(average.farthestM), distance(average.shortestM)];
