/** `raceplan compare`: races, or runners of one race, side by side. */
import { dirname, join } from 'node:path';
import { error } from '../../domain/problems/problem.js';
import { compareRaces, isEarlier, type NamedRun } from '../../engine/lessons/compare.js';
import { judgeLessons } from '../../engine/lessons/judge.js';
import { type Proposal, proposeLessons } from '../../engine/lessons/proposals.js';
import { editionName } from '../../engine/lessons/race-run.js';
import { findPlan, isPlanPath, statOf } from '../../input/files.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { compareReport } from '../../report/compare/compare.js';
import { lessonsHeld } from '../../report/lessons/held.js';
import { carriedNotes } from '../carried.js';
import type { Context, Outcome } from '../command.js';
import { LOG_NAME, loadRace } from '../learned.js';
import { type Loaded, nothingLoaded, unusable } from '../loaded.js';
import { textOf } from '../options.js';
import { reviewLogged } from '../reviewed.js';

/** More would not fit side by side. */
const MOST = 4;

interface Asked {
  context: Context;
  /** `null`: it is called by its race. */
  bib: string | null;
}

type Learned = NamedRun & { earlier: readonly Proposal[] };

export async function run(context: Context): Promise<Outcome> {
  const all: Loaded<never> = nothingLoaded();
  const asked = askedFor(context, all);
  const runs: Learned[] = [];
  for (const [i, one] of asked.entries()) {
    context.progress(`race ${i + 1} of ${asked.length}`);
    const run = await loadRun(one, all);
    if (run) runs.push(run);
  }
  if (hasErrors(all.problems) || runs.length < asked.length) return unusable(all);
  const comparison = compareRaces(named(runs));
  const { races } = comparison;
  const judged = races.map((race) => {
    const before = runs.filter((other) => isEarlier(other, race));
    const own = runs.find((other) => other.run === race.run)!.earlier;
    const proposed = before.length === 0 ? [] : before.flatMap(({ run }) => proposeLessons(run));
    const others = own.filter(({ from }) => !proposed.some((lesson) => lesson.from === from));
    return judgeLessons(lessonsHeld(race.run.plan.lessons, [...proposed, ...others]), race.run);
  });
  return { ...unusable(all), output: compareReport({ comparison, judged }) };
}

/** Each plan, folder or log; or one log of many runners and several of them. */
function askedFor({ files, options, progress }: Context, notes: Loaded<never>): Asked[] {
  const bibs =
    textOf(options.written, 'bib')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? null;
  const races = bibs && files.length === 1 ? bibs.length : files.length;
  if (races < 2 || races > MOST || (bibs && files.length > 1)) {
    notes.problems.push(
      error('COMPARE_COUNT', { races: bibs && files.length > 1 ? files.length : races }),
    );
    return [];
  }
  return (bibs ?? [null]).flatMap((bib) =>
    files.map((file): Asked => {
      const isPlan = isPlanPath(file);
      const found = isPlan ? findPlan(file, null) : null;
      notes.problems.push(...(found?.diagnostics ?? []));
      const plan = found ? found.value : options.plan;
      const log = isPlan && plan !== null ? join(dirname(plan), LOG_NAME) : file;
      const written = { ...options.written, ...(bib === null ? {} : { bib }) };
      return { bib, context: { files: [log], options: { ...options, plan, written }, progress } };
    }),
  );
}

async function loadRun({ context, bib }: Asked, all: Loaded<never>): Promise<Learned | null> {
  const [log = ''] = context.files;
  if (hasErrors(all.problems)) return null;
  if (statOf(log) === null) {
    all.problems.push(error('FILE_NOT_FOUND', { path: log }));
    return null;
  }
  const loaded = await loadRace(context, log);
  const race = loaded.value;
  const run = race && (await reviewLogged(context, race, loaded));
  if (race) loaded.problems.push(...carriedNotes(race.earlier, race.plan.file));
  all.problems.push(...loaded.problems);
  for (const [name, text] of loaded.sources) all.sources.set(name, text);
  all.units ??= loaded.units;
  const name = bib === null ? run && editionName(run.plan) : `bib ${bib}`;
  return run && name !== null ? { name, run, earlier: race.earlier.lessons } : null;
}

/** Two of one name are told apart by where they stand. */
const named = (runs: readonly Learned[]): NamedRun[] =>
  runs.map(({ name, run }, i) => {
    const same = runs.filter((other) => other.name === name);
    return { run, name: same.length === 1 ? name : `${name} (${i + 1})` };
  });
