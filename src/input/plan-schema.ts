/** The plan's vocabulary: every key, what it is written in, and what editors say about it. */
import { z } from 'zod';
import type { Dimension, UnitSystem } from '../kernel/units.js';
import { choice, flag, quantity, text, whole } from './plan/leaf.js';
import { goal, latLon, outcome, runWalk, terrain } from './plan/race-leaf.js';
import { cutoff, day, raceCutoff, start, zone } from './plan/time-leaf.js';

/** A list; an item that cannot be read leaves a hole, so that the others keep their place. */
const list = <T extends z.ZodType>(item: T) => z.array(item.optional());

/** A group of keys: none other is known, and all of `optional` may be left out. */
const keys = <S extends z.ZodRawShape>(optional: S) => z.strictObject(optional).partial();

/** A list's item: says at least `required`. */
const item = <R extends z.ZodRawShape, O extends z.ZodRawShape>(required: R, optional: O) =>
  z.strictObject(required).extend(z.object(optional).partial().shape);

/** The vocabulary, for a plan that writes bare numbers in `units`. Values come out in SI. */
export function planVocabulary(units: UnitSystem) {
  const of = (dimension: Dimension, example: string, from: string, to: string) =>
    quantity(units, dimension, { example, from, to });
  const distance = () => of('distance', '62 mi', '0 km', '10000 km');
  const raceDistance = () => of('distance', '62 mi', '1 km', '10000 km');
  const height = () => of('height', '900 ft', '0 m', '100000 m');
  const raceTime = () => of('duration', '11:45', '1 h', '1000 h');
  const stop = () => of('duration', '3 min', '0 min', '24 h');
  const temperature = () => of('temperature', '75 °F', '-60 °C', '60 °C');
  const pace = () => of('pace', '11:15 /mi', '2:30 /km', '60:00 /km');

  const nutrients = {
    calories: of('energy', '240 kcal', '0 kcal', '2000 kcal'),
    carbs: of('gram', '45 g', '0 g', '500 g'),
    protein: of('gram', '8 g', '0 g', '500 g'),
    fluid: of('volume', '20 oz', '0 ml', '5000 ml'),
    sodium: of('milligram', '500 mg', '0 mg', '10000 mg'),
    caffeine: of('milligram', '50 mg', '0 mg', '1000 mg'),
  };

  const race = keys({
    name: text().describe('What the race is called; the one key every plan needs'),
    start: start().describe('Date and local time of the start'),
    timezone: zone().describe('IANA time zone of the race'),
    location: latLon().describe('Degrees north, degrees east: for the sun, when there is no GPX'),
    cutoff: raceCutoff().describe(
      'Time limit: since the start (`29 h`), or with its day (`Sun 12:00`)',
    ),
    power_phrase: text().describe('What to say to yourself when it gets hard'),
  });

  const station = item(
    { name: text().describe('A place passed twice is listed twice') },
    {
      at: distance().describe('Official distance from the start; a GPX waypoint may tell instead'),
      gain: height().describe('Climb of the leg that ends here'),
      loss: height().describe('Descent of the leg that ends here'),
      terrain: terrain().describe('Ground of the leg that ends here'),
      crew: flag().describe('Crew may come'),
      drop_bag: flag().describe('Drop bags are brought here'),
      pacer: flag().describe('A pacer may join here'),
      cutoff: cutoff().describe('Closes: a time of day (`10:00`, `Sun 10:00`) or `3 h` elapsed'),
      fare: list(text()).describe('What the station serves'),
      stop: stop().describe('Planned stop'),
      notes: text().describe('Anything to know there'),
    },
  );

  const course = keys({
    distance: raceDistance().describe('Official distance'),
    gain: height().describe('Climb of the whole course, as the organiser gives it'),
    loss: height().describe('Descent of the whole course, as the organiser gives it'),
    elevation: of('height', '1200 ft', '-500 m', '9000 m').describe('Of the start, without a GPX'),
    gpx: text().describe('GPX, TCX or FIT file beside the plan: gives grades, altitude, sun'),
    laps: whole(1, 1000).describe('How often the stations and the GPX are passed through'),
    terrain: terrain().describe('Ground of every leg that names none; a penalty (`8%`) also works'),
    stations: list(station).describe('Aid stations, in course order'),
  });

  const pastRace = item(
    { race: text(), distance: raceDistance() },
    {
      gain: height(),
      result: outcome(units).describe('`finished`, `DNF` or `DNF at 68 mi`'),
      time: raceTime().describe('Finish time, or the time at which it ended'),
      year: whole(1900, 2200),
    },
  );

  const athlete = keys({
    name: text(),
    bib: text().describe('Finds the athlete in results'),
    age: whole(5, 110),
    sex: choice(['M', 'F', 'X'], { w: 'F', male: 'M', female: 'F', man: 'M', woman: 'F' }),
    weight: of('bodyMass', '160 lb', '25 kg', '250 kg'),
    sweat_rate: of('volume', '24 oz/h', '100 ml', '4000 ml').describe('The over-drinking limit'),
    past: list(pastRace).describe('Earlier races: evidence for what is realistic'),
  });

  const goals = list(
    z.union([goal(units), item({ goal: goal(units) }, { priority: choice(['A', 'B', 'C']) })]),
  ).describe('In plain words; priority A unless said otherwise');

  const pacing = keys({
    target: raceTime().describe('Planned finish time; else the first time goal'),
    pace: pace().describe('Planned average pace, instead of a target'),
    effort: pace().describe('Pace on flat, cool, paved ground at sea level, instead of a target'),
    fade: of('ratio', '15%', '-50%', '200%').describe('How much slower the end than the start'),
    run_walk: runWalk().describe('Run and walk in turn'),
    grade_model: text().describe('Which cost of running on grades'),
  });

  const product = item(
    { name: text() },
    {
      per: of('volume', '16 oz', '1 ml', '5000 ml').describe('Serving of a drink, also its fluid'),
      ...nutrients,
    },
  );

  const nutrition = keys({
    standard: choice(['ISSN 2019', 'high-carb']),
    per_hour: keys(nutrients).describe('Own targets, an hour of racing'),
    carry: keys({ fluid: of('volume', '40 oz', '0 ml', '20000 ml') }).describe('Vest or bottles'),
    products: list(product),
  });

  const crew = keys({
    chief: text(),
    people: list(
      item(
        { name: text() },
        {
          role: text().describe('crew, pacer, driver …'),
          at: list(text()).describe('Stations, by name'),
        },
      ),
    ),
    do: list(text()).describe('At every stop'),
    stop_if: list(text()).describe('When it is not safe to go on'),
  });

  return keys({
    race,
    units: choice(['imperial', 'metric']).describe('Of bare numbers, and of what is printed'),
    course,
    athlete,
    goals,
    pacing,
    weather: keys({ low: temperature(), high: temperature() }),
    stops: keys({ default: stop().describe('At stations that plan none') }),
    nutrition,
    gear: list(item({ item: text() }, { when: text(), spare: flag() })),
    crew,
    // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
    contingencies: list(item({ if: text(), then: text() }, {})),
    prep: list(item({ do: text() }, { owner: text(), by: day(), done: flag() })).describe(
      'Milestones with owners and dates',
    ),
    training: keys({ log: text().describe('CSV beside the plan: date, planned, done') }),
    swot: keys({
      strengths: list(text()),
      weaknesses: list(text()),
      opportunities: list(text()),
      threats: list(text()),
    }),
    lessons: list(item({ lesson: text() }, { from: text() })).describe(
      'Carried from earlier races',
    ),
    history: list(
      z.union([
        text(),
        item(
          { file: text() },
          {
            year: whole(1900, 2200),
            stations: text().describe('Its station table, when not the plan’s'),
            comparable: flag().describe('Forces the edition in or out of averages'),
          },
        ),
      ]),
    ).describe("Earlier editions' results or splits"),
    results: text().describe('This edition, for places'),
  });
}

/** A plan as written, every value read; `undefined` where nothing (usable) is written. */
export type WrittenPlan = z.output<ReturnType<typeof planVocabulary>>;
