/** The JSON contract: one object, stable under `schemaVersion`. */
import type { Problem } from '../domain/problems/problem.js';
import type { Json, Report, RunnerReport, Said, Verdict } from '../report/report.js';
import { escapeInJson } from './characters.js';
import { tell } from './problems/index.js';
import { roundSums } from './rounding.js';
import { renderText, type ValueStyle } from './values.js';

const SCHEMA_VERSION = 1;
/** Decimals of a number: a millimetre, a millisecond. */
const DECIMALS = 3;

/** The report and the problems found on the way, as indented JSON with a final newline. */
export const renderJson = (
  report: Report,
  style: ValueStyle,
  problems: readonly Problem[],
): string => `${escapeInJson(JSON.stringify(reportJson(report, style, problems), null, 2))}\n`;

/** The same on one line; of several runners one line each. */
export const renderJsonLines = (
  report: Report,
  style: ValueStyle,
  problems: readonly Problem[],
): string =>
  (
    report.runners?.map((runner) => runnerJson(report, runner, style)) ?? [
      reportJson(report, style, problems),
    ]
  )
    .map((object) => `${escapeInJson(JSON.stringify(object))}\n`)
    .join('');

type JsonObject = { readonly [key: string]: Json };

function reportJson(report: Report, asked: ValueStyle, problems: readonly Problem[]): JsonObject {
  const style = roundSums(report, asked);
  const { race, ...data } = report.data;
  const runners = report.runners?.map((runner) => runnerJson(report, runner, asked));
  return {
    schemaVersion: SCHEMA_VERSION,
    command: report.command,
    ...resolveAll(
      {
        ...(race === undefined ? {} : { race }),
        verdicts: report.verdicts.map(verdictJson),
        ...data,
      },
      style,
    ),
    ...(runners && { runners }),
    diagnostics: problems.map((problem) => diagnosticJson(problem, style)),
  };
}

/** The object of one runner; of one who could not be judged only the problems. */
function runnerJson(
  { command }: Report,
  { runner, report, problems }: RunnerReport,
  style: ValueStyle,
): JsonObject {
  const nothing: Report = {
    command,
    title: runner,
    subtitle: null,
    sections: [],
    verdicts: [],
    data: {},
  };
  const { schemaVersion, command: of, ...rest } = reportJson(report ?? nothing, style, problems);
  return { schemaVersion: schemaVersion!, command: of!, runner, ...rest };
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
  return resolveAll(value, style);
}

const resolveAll = (object: JsonObject, style: ValueStyle): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, v]) => [key, resolve(v, style)]));

/** Adding 0 turns -0 into 0. */
const roundNumber = (value: number) => Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS + 0;

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
const isSaid = (value: object): value is Said => 'say' in value;
