/** What must hold between the crew and the course: everyone is sent where they may come, and drives join places of it. */
import type { Station } from '../../domain/course.js';
import { isPacer } from '../../domain/crew.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { visitsTo } from '../../domain/visits.js';
import { stationKey } from '../../kernel/station-name.js';
import { closest } from '../../kernel/text.js';
import type { Path } from '../yaml-source.js';
import type { Draft } from './draft.js';
import { listPassages } from './passages.js';

export function checkCrew(draft: Draft): Problem[] {
  // an unreadable station may have been the one meant
  if (draft.written.course?.stations?.includes(undefined)) return [];
  const course = describeCourse(draft);
  return [...checkPeople(draft, course), ...checkDrives(draft, course), ...checkAccess(draft)];
}

/** The places that names may mean: those of the plan's table on each lap, the ends, and the marks between laps. */
interface NamedCourse {
  names: readonly string[];
  /** Of each name its number in the list as written; `null`: not listed. */
  indices: readonly (number | null)[];
  /** What a misspelt name may be meant for. */
  offered: readonly string[];
}

function describeCourse({ plan }: Draft): NamedCourse {
  const all = listPassages(plan.course);
  const names = all.map(({ name }) => name);
  const times = new Map<string, number>();
  const visits = names.map((name) => {
    const visit = (times.get(stationKey(name)) ?? 0) + 1;
    times.set(stationKey(name), visit);
    return `${name} ${ordinal(visit)} visit`;
  });
  const isPassedAgain = (name: string) => times.get(stationKey(name))! > 1;
  return {
    names,
    indices: all.map(({ index }) => index),
    offered: [...new Set(names), ...visits.filter((_, i) => isPassedAgain(names[i]!))],
  };
}

const ORDINALS: Readonly<Record<number, string>> = { 1: '1st', 2: '2nd', 3: '3rd' };
const ordinal = (n: number): string => ORDINALS[n] ?? `${n}th`;

function checkPeople(draft: Draft, course: NamedCourse): Problem[] {
  return (draft.written.crew?.people ?? []).flatMap((person, i) => {
    if (!person) return [];
    const at = (person.at ?? []).flatMap((station, j) =>
      station == null ? [] : [{ station, path: ['crew', 'people', i, 'at', j] }],
    );
    const isPacing = isPacer({ role: person.role ?? '' });
    const listed = at.map(({ station }) => listedAt(station, course, draft));
    const problems = at.flatMap(({ station, path }, j) =>
      visitsTo(station, course.names).length === 0
        ? unknownPlace(station, person.name, path, course, draft)
        : closedTo(listed[j]!, person.name, isPacing, path, draft),
    );
    // a pacer may wait elsewhere before, and stop running anywhere
    const mayJoin = at.length === 0 || listed.flat().some(({ pacer }) => pacer);
    return isPacing && !mayJoin
      ? [
          ...problems,
          warning('NO_PACER_ACCESS', { who: person.name }, draft.at(['crew', 'people', i, 'at'])),
        ]
      : problems;
  });
}

/** A station of the plan's table, and its number in it as written. */
interface Listed extends Station {
  index: number;
}

/** Stations of the plan's table that a name means, whatever the lap. */
function listedAt(name: string, { names, indices }: NamedCourse, { plan }: Draft): Listed[] {
  const meant = new Set(visitsTo(name, names).map((visit) => indices[visit]!));
  return [...meant].flatMap((index) =>
    index === null ? [] : [{ ...plan.course.stations[index]!, index }],
  );
}

function unknownPlace(
  station: string,
  who: string,
  path: Path,
  { offered }: NamedCourse,
  { at }: Draft,
): Problem[] {
  const suggestion = closest(station, offered);
  // a near miss is a mistake; any other name may be a place off the course
  const tell = suggestion ? error : warning;
  return [tell('UNKNOWN_STATION', { station, who, suggestion }, at(path))];
}

/**
 * Nobody is sent where crew may not come. Of a place open on some visits only these count; one of which nothing is said
 * is open to whoever is sent there.
 */
function closedTo(
  listed: readonly Listed[],
  who: string,
  isPacing: boolean,
  path: Path,
  { written, at }: Draft,
): Problem[] {
  const saysCrew = ({ index }: Listed) => written.course?.stations?.[index]?.crew;
  const shut = listed.filter((station) => !station.crew && !(isPacing && station.pacer));
  const isAll = shut.length === listed.length;
  const first = isAll ? shut.find((station) => saysCrew(station) === false) : shut[0];
  if (!first) return [];
  const isSaid = saysCrew(first) === false;
  const related = {
    path: ['course', 'stations', first.index, isSaid ? 'crew' : 'name'],
    label: isSaid ? 'closed to crew' : 'says no crew: true',
  };
  const args = { station: first.name, who, isAll };
  return [(isAll ? error : warning)('NO_CREW_ACCESS', args, at(path, related))];
}

function checkDrives({ written, at }: Draft, { names, offered }: NamedCourse): Problem[] {
  const drives = (written.crew?.drives ?? []).flatMap((drive, i) =>
    drive ? [{ ...drive, path: ['crew', 'drives', i] }] : [],
  );
  return drives.flatMap(({ from, to, takes, path }, i): Problem[] => {
    const unknown = (['from', 'to'] as const).flatMap((key) => {
      const station = { from, to }[key];
      if (visitsTo(station, names).length > 0) return [];
      const suggestion = closest(station, offered);
      const tell = suggestion ? error : warning;
      return [tell('UNKNOWN_DRIVE', { station, suggestion }, at([...path, key]))];
    });
    if (unknown.length > 0) return unknown;
    if (stationKey(from) === stationKey(to)) {
      return [error('DRIVE_TO_ITSELF', { station: to }, at([...path, 'to']))];
    }
    const before = drives
      .slice(0, i)
      .find((d) => stationKey(d.from) === stationKey(from) && stationKey(d.to) === stationKey(to));
    if (!before || before.takes === takes) return [];
    const related = { path: [...before.path, 'takes'], label: 'the same drive' };
    const args = { from, to, takesS: takes, beforeS: before.takes };
    return [error('DRIVES_DIFFER', args, at([...path, 'takes'], related))];
  });
}

/** How to get to a station that crew may not come to is told for nothing. */
const checkAccess = ({ written, at }: Draft): Problem[] =>
  (written.course?.stations ?? []).flatMap((station, i) =>
    station?.access && station.crew === false && !station.pacer
      ? [
          warning(
            'ACCESS_WITHOUT_CREW',
            { station: station.name },
            at(['course', 'stations', i, 'access'], {
              path: ['course', 'stations', i, 'crew'],
              label: 'closed to crew',
            }),
          ),
        ]
      : [],
  );
