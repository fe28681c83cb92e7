/** How a plan writes the race and its course. */
import type { UnitSystem } from '../../../kernel/units.js';
import { cutoff, lapCutoff } from '../cutoff-leaf.js';
import { item, keys, list } from '../group.js';
import { flag, text, whole } from '../leaf.js';
import { quantitiesIn } from '../quantities.js';
import { latLon, terrain } from '../race-leaf.js';
import { start, zone } from '../time-leaf.js';

/** @param units of bare numbers */
export function raceKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  return keys({
    name: text().describe('What the race is called'),
    start: start().describe('Date and local time of the start'),
    timezone: zone().describe('IANA time zone of the race'),
    location: latLon().describe('Degrees north, degrees east: for the sun, when there is no GPX'),
    duration: some
      .raceTime()
      .describe('Of a race over a time, how long it goes on; no distance then')
      .meta({ examples: ['24 h', '6 days'] }),
    cutoff: cutoff().describe(
      'Time limit: a time of day (`20:00`, `Sun 10:00`), or a span from the start (`30 h`)',
    ),
    power_phrase: text().describe('What to tell yourself when it gets hard'),
  }).meta({ description: 'Which race, when and where', required: ['name'] });
}

/** @param units of bare numbers */
export function courseKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  const station = item(
    { name: text().describe('Name; a place passed twice is listed twice') },
    {
      at: some.distance().describe('Official distance from the start; else a GPX waypoint tells'),
      elevation: some.elevation().describe('Above sea level, when there is no GPX'),
      gain: some.height().describe('Climb of the leg that ends here'),
      loss: some.height().describe('Descent of the leg that ends here'),
      terrain: terrain().describe('Ground of the leg that ends here, or its penalty (`8%`)'),
      crew: flag().describe('Whether crew may come'),
      drop_bag: flag().describe('Whether drop bags are brought here'),
      pacer: flag().describe('Whether a pacer may join here'),
      cutoff: cutoff().describe(
        'When it closes: a time of day (`10:00`, `Sun 10:00`), or a span from the start (`3 h`)',
      ),
      cutoffs: list(lapCutoff()).describe(
        'Of a station passed every lap: when it closes on each, in order; `none` where it does not',
      ),
      fare: list(text()).describe('What is on the table'),
      water: flag().describe('Whether bottles can be filled; yes when left out'),
      access: keys({
        walk: some.stop().describe('On foot from where cars stand'),
        parking: text().describe('Where cars stand, in words'),
        place: latLon().describe('Where cars stand: degrees north, degrees east'),
      }).describe('How the crew gets there'),
      stop: some.stop().describe('Planned stop'),
      notes: text().describe('Anything to know there'),
    },
  );

  return keys({
    distance: some.raceDistance().describe('Official distance'),
    gain: some.height().describe('Climb of the whole course, as the organiser gives it'),
    loss: some.height().describe('Descent of the whole course, as the organiser gives it'),
    elevation: some.elevation().describe('Of the start above sea level, when there is no GPX'),
    gpx: text().describe('GPX, TCX, FIT or KML file beside the plan: gives grades, altitude, sun'),
    loop: some.loop().describe('Length of one lap: of a race over a time, or of `laps`'),
    laps: whole({ from: '1', to: '1000', example: '4' }).describe(
      'How many laps the distance holds',
    ),
    terrain: terrain().describe('Ground of every leg that names none, or its penalty (`8%`)'),
    stations: list(station).describe('Aid stations, in course order'),
  }).describe('The course and its aid stations');
}

/** @param units of bare numbers */
export function backyardKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  return keys({
    loop: some.loop().describe('Length of the loop'),
    every: some.bell().describe('From one bell to the next; an hour when left out'),
    lap: some.lap().describe('Planned time of a loop, on average; else from `pacing: { pace: … }`'),
  }).describe('A backyard ultra: a loop at every bell, until one is left');
}
