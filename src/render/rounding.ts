/** What the values of a report are rounded to, so that what is printed adds up: the one place for all tables. */
import type { Report, Sum } from '../report/report.js';
import type { Value } from '../report/value.js';
import { apportion, type Equation } from './apportion.js';
import { stepsOf, type ValueStyle } from './values.js';

/** Of a plan, what happened and the difference between them, the difference gives way. */
const DIFFERENCE_WEIGHT = 0.01;

/** The style with the roundings of the report's sums. A sum of which a part is not known asks for nothing. */
export function roundSums<S extends ValueStyle>(report: Report, style: S): S {
  const sums = [
    ...report.sections.flatMap((section) => ('sums' in section ? (section.sums ?? []) : [])),
    ...(report.sums ?? []),
  ];
  const values: Value[] = [];
  const steps: number[] = [];
  const indices = new Map<Value, number | null>();
  const indexOf = (value: Value): number | null => {
    let index = indices.get(value);
    if (index === undefined) {
      const number = stepsOf(value, style.units);
      index = number === null ? null : values.push(value) - 1;
      if (number !== null) steps.push(number);
      indices.set(value, index);
    }
    return index;
  };
  const equations = sums.flatMap((sum) => equationOf(sum, indexOf) ?? []);
  const weights = values.map((value) =>
    'signed' in value && value.signed ? DIFFERENCE_WEIGHT : 1,
  );
  const rounded = apportion(steps, equations, weights);
  return { ...style, rounded: new Map(values.map((value, i) => [value, rounded[i]!])) };
}

function equationOf(
  { total, parts }: Sum,
  indexOf: (value: Value) => number | null,
): Equation | null {
  const all = [total, ...parts].map(indexOf);
  const [totalAt = null, ...partsAt] = all;
  return all.includes(null) ? null : { total: totalAt!, parts: partsAt as number[] };
}
