/** The JSON contract: one object, stable under `schemaVersion`. */
import type { Problem } from '../domain/problems/problem.js';
import type { Json, Report, Said, Verdict } from '../report/report.js';
import { tell } from './problems/index.js';
import { roundSums } from './rounding.js';
import { renderText, type ValueStyle } from './values.js';

const SCHEMA_VERSION = 1;
/** Decimals of a number: a millimetre, a millisecond. */
const DECIMALS = 3;

/** The report and the problems found on the way, as indented JSON with a final newline. */
export function renderJson(
  report: Report,
  asked: ValueStyle,
  problems: readonly Problem[],
): string {
  const style = roundSums(report, asked);
  const { race, ...data } = report.data;
  const object = {
    schemaVersion: SCHEMA_VERSION,
    command: report.command,
    ...(race === undefined ? {} : { race }),
    verdicts: report.verdicts.map(verdictJson),
    ...data,
    diagnostics: problems.map((problem) => diagnosticJson(problem, style)),
  };
  return `${JSON.stringify(resolve(object, style), null, 2)}\n`;
}

function verdictJson({ goal, priority, status, probability, actual, margin, text }: Verdict): Json {
  return { goal, priority, status, probability, actual, margin, text: { say: text } };
}

function diagnosticJson(problem: Problem, style: ValueStyle): Json {
  const { code, severity, file, span } = problem;
  const { text, label, help } = tell(problem);
  return {
    code,
    severity,
    file,
    line: span?.line ?? null,
    column: span?.column ?? null,
    length: span?.length ?? null,
    text: renderText(text, style),
    label: label ? renderText(label, style) : null,
    help: help ? renderText(help, style) : null,
  };
}

/** Sentences worded, numbers rounded. */
function resolve(value: Json, style: ValueStyle): Json {
  if (typeof value === 'number') return roundNumber(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => resolve(item, style));
  if (isSaid(value)) return renderText(value.say, style);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, resolve(v, style)]));
}

/** Adding 0 turns -0 into 0. */
const roundNumber = (value: number) => Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS + 0;

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
const isSaid = (value: object): value is Said => 'say' in value;
