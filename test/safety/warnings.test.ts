import { describe, expect, it } from 'vitest';
import type { Warning } from '../../src/engine/advice/warnings.js';
import { jsonOf, planWith } from './calm.js';

type Kind = Warning['kind'];
/** They depend on the day. */
type Dated = 'not done' | 'overdue';
type Said = readonly [kind: Kind, severity: Warning['severity'], text: string];

/** What a plan is changed by, and all that is then said of it. */
type Row = readonly [fragment: string, ...said: readonly Said[]];

/** The stations of the calm plan, with a drop bag at the last. */
const CHAPEL =
  '[{ name: Mill, at: 10 km }, { name: Bridge, at: 20 km }, { name: School, at: 30 km }, { name: Chapel, at: 40 km, drop_bag: true }]';

/**
 * Each kind of warning, where it begins and just before. A kind without a row does not compile; rows that say nothing
 * are the last plan that is still good.
 */
const WARNINGS = {
  'cutoff missed': [
    [
      'pacing: { target: "10:01" }\ngoals: []',
      ['cutoff missed', 'unrealistic', 'Finish closes 1 min before you would reach it.'],
    ],
    [
      'course: { stations: [{ name: Mill, at: 25 km, cutoff: 3:00 h, stop: 5 min }] }\npacing: { fade: 0% }\nweather: { high: 15 °C }\nnutrition: { carry: { fluid: 2000 ml } }',
      ['cutoff missed', 'unrealistic', 'Mill closes 2 min 30 s before you would leave it.'],
    ],
  ],
  'cutoff tight': [
    ['pacing: { target: "9:30" }\ngoals: []'],
    [
      'pacing: { target: "9:31" }\ngoals: []',
      ['cutoff tight', 'advice', 'Only 29 min in hand at the Finish cutoff.'],
    ],
    [
      'pacing: { target: "10:00" }\ngoals: []',
      ['cutoff tight', 'advice', 'Only 0 min in hand at the Finish cutoff.'],
    ],
  ],
  'target beyond goal': [
    ['pacing: { target: "7:00" }'],
    [
      'pacing: { target: "7:01" }',
      [
        'target beyond goal',
        'unrealistic',
        "The plan's 7:01:00 does not meet your A goal of under 7:00:00.",
      ],
    ],
    ['pacing: { target: "7:01" }\ngoals: [{ goal: under 7h, priority: B }]'],
  ],
  'faster than anyone': [
    ['pacing: { target: "2:39", fade: 0% }\nathlete: { past: [] }'],
    [
      'pacing: { target: "2:38", fade: 0% }\nathlete: { past: [] }',
      [
        'faster than anyone',
        'unrealistic',
        'The target is 2:38:00; the fastest known over this distance, on a flat road, is about 2:38:43.',
      ],
    ],
  ],
  // the race of 60 km in 7:30 says 4:59:58 or later here, 9 times in 10
  'faster than raced': [
    ['pacing: { target: "5:00" }'],
    [
      'pacing: { target: "4:59" }',
      [
        'faster than raced',
        'unrealistic',
        'Your past races point to about 5:54 h here; the target is 4:59:00.',
      ],
    ],
  ],
  'longer than raced': [
    [
      'athlete: { past: [{ race: A, date: 2025-03-01, distance: 49 km, gain: 0 m, time: "6:00" }] }',
    ],
    [
      'athlete: { past: [{ race: A, date: 2025-03-01, distance: 48.9 km, gain: 0 m, time: "6:00" }] }',
      [
        'longer than raced',
        'advice',
        'This is 50.0 km; the longest race you have finished is 48.9 km.',
      ],
    ],
    [
      'athlete: { past: [{ race: A, date: 2025-03-01, distance: 60 km, result: DNF at 30 km, time: "5:00" }] }',
      ['longer than raced', 'advice', 'This is 50.0 km; your past races show no finish.'],
    ],
    [
      'athlete: { past: [{ race: A, date: 2025-06-15, distance: 40 km, gain: 0 m, time: "6:00" }] }',
    ],
  ],
  'outside standard': [
    ['nutrition: { per_hour: { carbs: 50 g } }'],
    ['nutrition: { per_hour: { carbs: 30 g } }'],
    [
      'nutrition: { per_hour: { carbs: 51 g } }',
      ['outside standard', 'advice', 'Carbs at 51 g/h is above the 50 g/h of ISSN 2019.'],
    ],
    [
      'nutrition: { per_hour: { carbs: 29 g } }',
      ['outside standard', 'advice', 'Carbs at 29 g/h is below the 30 g/h of ISSN 2019.'],
    ],
    ['nutrition: { per_hour: { calories: 400 kcal, fluid: 450 ml, protein: 10 g } }'],
    [
      'nutrition: { per_hour: { calories: 401 kcal, fluid: 449 ml, protein: 11 g } }',
      [
        'outside standard',
        'advice',
        'Calories at 401 kcal/h is above the 400 kcal/h of ISSN 2019.',
      ],
      ['outside standard', 'advice', 'Fluid at 449 ml/h is below the 450 ml/h of ISSN 2019.'],
      ['outside standard', 'advice', 'Protein at 11 g/h is above the 10 g/h of ISSN 2019.'],
    ],
    [
      'weather: { low: 20 °C, high: 30 °C }\nnutrition: { when_hot: { carbs: 29 g } }',
      [
        'outside standard',
        'advice',
        'Carbs at 29 g/h while it is hot is below the 30 g/h of ISSN 2019.',
      ],
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { at_night: { carbs: 51 g } }',
      [
        'outside standard',
        'advice',
        'Carbs at 51 g/h in the dark is above the 50 g/h of ISSN 2019.',
      ],
    ],
    [
      'nutrition: { standard: high-carb, per_hour: { sodium: 500 mg } }',
      ['outside standard', 'advice', 'Carbs at 45 g/h is below the 75 g/h of high-carb.'],
    ],
    // what the heat does not change is told once
    [
      'weather: { low: 20 °C, high: 30 °C }\nnutrition: { per_hour: { carbs: 51 g }, when_hot: { sodium: 500 mg } }',
      ['outside standard', 'advice', 'Carbs at 51 g/h is above the 50 g/h of ISSN 2019.'],
    ],
    // nor is a cool day that never comes
    [
      'weather: { low: 26 °C, high: 30 °C }\nnutrition: { per_hour: { carbs: 51 g }, when_hot: { carbs: 50 g } }',
    ],
    // hot by day and by night, the caffeine by night
    [
      'race: { start: 2025-06-14 17:00 }\nweather: { low: 26 °C, high: 30 °C }\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { when_hot: { carbs: 29 g }, at_night: { caffeine: 20 mg } }',
      [
        'outside standard',
        'advice',
        'Carbs at 29 g/h while it is hot is below the 30 g/h of ISSN 2019.',
      ],
    ],
  ],
  'beyond the stomach': [
    ['nutrition: { standard: high-carb, per_hour: { carbs: 90 g, sodium: 500 mg } }'],
    [
      'nutrition: { standard: high-carb, per_hour: { carbs: 91 g, sodium: 500 mg } }',
      [
        'beyond the stomach',
        'advice',
        'Carbs at 91 g/h is above about 90 g/h, the most a trained stomach takes (Costa et al. 2019).',
      ],
    ],
    [
      'nutrition: { standard: high-carb, per_hour: { carbs: 80 g, fluid: 1000 ml, sodium: 900 mg } }\nathlete: { sweat_rate: 1.2 l/h }',
    ],
    [
      'nutrition: { standard: high-carb, per_hour: { carbs: 80 g, fluid: 1001 ml, sodium: 900 mg } }\nathlete: { sweat_rate: 1.2 l/h }',
      [
        'beyond the stomach',
        'advice',
        'Fluid at 1,001 ml/h is above about 1,000 ml/h, the most a trained stomach takes (Costa et al. 2019).',
      ],
    ],
  ],
  // 6 h at 45 g are 10 gels or 11: 7 of them are 29.2 g an hour, 8 are 33.3 g
  'eaten outside standard': [
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, sodium: 300 mg, protein: 3.3 g, at_most: 8 }] }',
    ],
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, sodium: 350 mg, protein: 3.3 g, at_most: 7 }] }',
      [
        'eaten outside standard',
        'advice',
        'What you list comes to 29 g/h of carbs as planned, below the 30 g/h of ISSN 2019.',
      ],
    ],
    // what no product declares is not known
    ['nutrition: { products: [{ name: cap, sodium: 215 mg }] }'],
  ],
  // 3.6 l: 9 capsules are 575 mg a litre, 8 are 511 mg
  'eaten dilute': [
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, protein: 3.3 g }, { name: cap, sodium: 230 mg, at_most: 9 }] }',
    ],
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, protein: 3.3 g }, { name: cap, sodium: 230 mg, at_most: 8 }] }',
      [
        'eaten dilute',
        'advice',
        'What you would drink as planned holds 511 mg of sodium a litre with food and caps counted; ISSN 2019 asks 575 mg.',
      ],
    ],
    ['nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, protein: 3.3 g }] }'],
  ],
  // 6 h: 16 ml/h beyond sweat are 96 g, 17 ml/h 102 g
  'gaining weight': [
    // with a rest of two hours, in which nothing is drunk to plan: 4 h at 30 ml/h
    [
      'course: { stations: [{ name: Hut, at: 25 km, stop: 2 h }] }\nathlete: { sweat_rate: 500 ml/h }\nnutrition: { per_hour: { fluid: 530 ml } }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 530 ml/h is more than you sweat (500 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
      [
        'gaining weight',
        'unsafe',
        'You would drink 0.1 kg more than you sweat over the race: gaining weight is the danger sign of hyponatraemia.',
      ],
    ],
    // what cannot be carried is not drunk
    [
      'course: { stations: [] }\nathlete: { sweat_rate: 500 ml/h }\nnutrition: { per_hour: { fluid: 600 ml }, carry: { fluid: 2500 ml }, products: [{ name: cap, sodium: 400 mg }] }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 600 ml/h is more than you sweat (500 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
      [
        'carry short',
        'advice',
        'More fluid needed than you carry: 1,100 ml short on the way to Finish.',
      ],
    ],
    [
      'athlete: { sweat_rate: 500 ml/h }\nnutrition: { per_hour: { fluid: 516 ml } }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 516 ml/h is more than you sweat (500 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
    ],
    [
      'athlete: { sweat_rate: 500 ml/h }\nnutrition: { per_hour: { fluid: 517 ml } }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 517 ml/h is more than you sweat (500 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
      [
        'gaining weight',
        'unsafe',
        'You would drink 0.1 kg more than you sweat over the race: gaining weight is the danger sign of hyponatraemia.',
      ],
    ],
  ],
  'drinking beyond sweat': [
    [
      'weather: { low: 20 °C, high: 30 °C }\nathlete: { sweat_rate: 599 ml/h }\nnutrition: { when_hot: { sodium: 500 mg } }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 600 ml/h is more than you sweat (599 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
    ],
    ['athlete: { sweat_rate: 600 ml/h }'],
    [
      'athlete: { sweat_rate: 599 ml/h }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 600 ml/h is more than you sweat (599 ml/h): drinking beyond sweat causes hyponatraemia.',
      ],
    ],
    ['nutrition: { per_hour: { fluid: 750 ml, sodium: 600 mg } }'],
    [
      'nutrition: { per_hour: { fluid: 751 ml, sodium: 600 mg } }',
      [
        'drinking beyond sweat',
        'unsafe',
        'Fluid at 751 ml/h is above 750 ml/h, the most ISSN 2019 gives; measure your sweat rate first.',
      ],
    ],
  ],
  'sodium dilute': [
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { at_night: { fluid: 700 ml } }',
      [
        'sodium dilute',
        'advice',
        'What you drink in the dark holds 571 mg of sodium a litre with food and caps counted; ISSN 2019 asks 575 mg.',
      ],
    ],
    [
      'weather: { low: 20 °C, high: 30 °C }\nnutrition: { when_hot: { sodium: 330 mg } }',
      [
        'sodium dilute',
        'advice',
        'What you drink while it is hot holds 550 mg of sodium a litre with food and caps counted; ISSN 2019 asks 575 mg.',
      ],
    ],
    [
      'weather: { low: 20 °C, high: 30 °C }\nnutrition: { per_hour: { sodium: 330 mg }, when_hot: { carbs: 46 g } }',
      [
        'sodium dilute',
        'advice',
        'What you drink holds 550 mg of sodium a litre with food and caps counted; ISSN 2019 asks 575 mg.',
      ],
    ],
    ['nutrition: { per_hour: { sodium: 345 mg } }'],
    [
      'nutrition: { per_hour: { sodium: 342 mg } }',
      [
        'sodium dilute',
        'advice',
        'What you drink holds 570 mg of sodium a litre with food and caps counted; ISSN 2019 asks 575 mg.',
      ],
    ],
  ],
  // 33 mg/h over 6 h: one pill
  'caffeine at once': [
    // a weak one first
    [
      'nutrition: { per_hour: { caffeine: 66 mg }, products: [{ name: tab, caffeine: 60 mg, at_most: 2 }, { name: pill, caffeine: 204 mg, after: 3 h }] }',
      [
        'caffeine at once',
        'unsafe',
        'Caffeine of 204 mg at once, 4 h 30 min into the race, is above 200 mg (EFSA 2015).',
      ],
    ],
    ['nutrition: { per_hour: { caffeine: 33 mg }, products: [{ name: pill, caffeine: 200 mg }] }'],
    [
      'nutrition: { per_hour: { caffeine: 33 mg }, products: [{ name: pill, caffeine: 201 mg }] }',
      [
        'caffeine at once',
        'unsafe',
        'Caffeine of 201 mg at once, 3 h into the race, is above 200 mg (EFSA 2015).',
      ],
    ],
  ],
  'caffeine high': [
    // 15 pills in 30 h, one in 2 h: 12 in a day
    [
      'race: { cutoff: 40 h }\npacing: { target: "30:00" }\ngoals: []\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { carry: { fluid: 5000 ml }, per_hour: { caffeine: 15 mg }, products: [{ name: pill, caffeine: 30 mg }] }',
    ],
    [
      'race: { cutoff: 20 h }\npacing: { target: "14:00" }\ngoals: []\nnutrition: { carry: { fluid: 5000 ml }, per_hour: { caffeine: 30 mg } }',
      ['caffeine high', 'advice', 'Caffeine of 420 mg is above 400 mg a day (EFSA 2015).'],
    ],
    // both that of a day and that of a pill; three pills for 636 mg
    [
      'nutrition: { per_hour: { caffeine: 106 mg }, products: [{ name: pill, caffeine: 212 mg }] }',
      [
        'caffeine high',
        'unsafe',
        'Caffeine of 636 mg is more than 9 mg a kg (630 mg): side effects are likely.',
      ],
      [
        'caffeine at once',
        'unsafe',
        'Caffeine of 212 mg at once, 30 min into the race, is above 200 mg (EFSA 2015).',
      ],
    ],
    [
      'nutrition: { per_hour: { caffeine: 70 mg }, products: [{ name: pill, caffeine: 210 mg }] }',
      ['caffeine high', 'advice', 'Caffeine of 420 mg is above 400 mg a day (EFSA 2015).'],
      [
        'caffeine at once',
        'unsafe',
        'Caffeine of 210 mg at once, 2 h into the race, is above 200 mg (EFSA 2015).',
      ],
    ],
    // of a target that no product holds, the target
    [
      'nutrition: { per_hour: { caffeine: 70 mg }, products: [{ name: gel, carbs: 25 g, calories: 139 kcal, protein: 3.3 g }] }',
      ['caffeine high', 'advice', 'Caffeine of 420 mg is above 400 mg a day (EFSA 2015).'],
    ],
    // what is sipped counts: 10 bottles are 250 g of carbs
    [
      'nutrition: { carry: { fluid: 3000 ml }, products: [{ name: mate, per: 360 ml, carbs: 27 g, calories: 150 kcal, sodium: 240 mg, protein: 3.6 g, caffeine: 50 mg }] }',
      ['caffeine high', 'advice', 'Caffeine of 500 mg is above 400 mg a day (EFSA 2015).'],
    ],
    // 480 mg in 30 h are 384 mg in a day of it
    [
      'race: { cutoff: 40 h }\npacing: { target: "30:00" }\ngoals: []\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { carry: { fluid: 5000 ml }, per_hour: { caffeine: 16 mg } }',
    ],
    [
      'race: { cutoff: 40 h }\npacing: { target: "30:00" }\ngoals: []\ngear: [{ item: headlamp, when: dark, spare: true }]\nnutrition: { carry: { fluid: 5000 ml }, per_hour: { caffeine: 17 mg } }',
      ['caffeine high', 'advice', 'Caffeine of 408 mg is above 400 mg a day (EFSA 2015).'],
    ],
    // 45 g of carbs for 6 h are 11 gels
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, sodium: 222 mg, protein: 3.3 g, caffeine: 36 mg }] }',
    ],
    [
      'nutrition: { products: [{ name: gel, carbs: 25 g, calories: 139 kcal, sodium: 222 mg, protein: 3.3 g, caffeine: 37 mg }] }',
      ['caffeine high', 'advice', 'Caffeine of 407 mg is above 400 mg a day (EFSA 2015).'],
    ],
    ['pacing: { target: "5:00" }\nnutrition: { per_hour: { caffeine: 80 mg } }'],
    [
      'pacing: { target: "5:00" }\nnutrition: { per_hour: { caffeine: 81 mg } }',
      ['caffeine high', 'advice', 'Caffeine of 405 mg is above 400 mg a day (EFSA 2015).'],
    ],
    // 630 mg, as sums of reals come: no more than 9 mg a kg of 70 kg, nor 400.0 mg more than 400
    ...[104.9, 105, 105.1].map(
      (perHourMg): Row => [
        `weather: { low: 8 °C, high: 26 °C }\nnutrition: { per_hour: { caffeine: ${perHourMg} mg }, when_hot: { carbs: 44 g } }`,
        [
          'caffeine high',
          'advice',
          `Caffeine of ${Math.round(perHourMg * 6)} mg is above 400 mg a day (EFSA 2015).`,
        ],
      ],
    ),
    [
      'pacing: { target: "8:00" }\ngoals: []\nweather: { low: 8 °C, high: 26 °C }\nnutrition: { per_hour: { caffeine: 50.1 mg }, when_hot: { carbs: 44 g } }',
    ],
    [
      'nutrition: { per_hour: { caffeine: 106 mg } }',
      [
        'caffeine high',
        'unsafe',
        'Caffeine of 636 mg is more than 9 mg a kg (630 mg): side effects are likely.',
      ],
    ],
  ],
  'carry short': [
    [
      'course: { distance: 10 km, stations: [] }\npacing: { target: "2:00" }\nnutrition: { carry: { fluid: 1199.5 ml } }\nathlete: { past: [] }',
    ],
    [
      'course: { distance: 10 km, stations: [] }\npacing: { target: "2:00" }\nnutrition: { carry: { fluid: 1198 ml } }\nathlete: { past: [] }',
      [
        'carry short',
        'advice',
        'More fluid needed than you carry: 2 ml short on the way to Finish.',
      ],
    ],
    // no water at Mill: two hours on what is carried from the start
    [
      'course: { distance: 20 km, stations: [{ name: Mill, at: 10 km, water: false }] }\npacing: { target: "2:00" }\nathlete: { past: [] }\nnutrition: { carry: { fluid: 1200 ml } }',
    ],
    [
      'course: { distance: 20 km, stations: [{ name: Mill, at: 10 km, water: false }] }\npacing: { target: "2:00" }\nathlete: { past: [] }\nnutrition: { carry: { fluid: 1190 ml } }',
      [
        'carry short',
        'advice',
        'More fluid needed than you carry: 10 ml short on the way to Finish.',
      ],
    ],
    [
      'course: { distance: 10 km, stations: [] }\npacing: { target: "2:00" }\nnutrition: { carry: { fluid: 1200 ml } }\nathlete: { past: [] }',
    ],
    [
      'course: { distance: 10 km, stations: [] }\npacing: { target: "2:00" }\nnutrition: { carry: { fluid: 1190 ml } }\nathlete: { past: [] }',
      [
        'carry short',
        'advice',
        'More fluid needed than you carry: 10 ml short on the way to Finish.',
      ],
    ],
  ],
  'dark without lamp': [
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: jacket }]',
      [
        'dark without lamp',
        'unsafe',
        'You run 1 h 34 min in twilight or darkness, from 21:24, and no lamp is in your gear.',
      ],
    ],
    [
      'race: { start: 2025-06-14 17:00 }',
      [
        'dark without lamp',
        'unsafe',
        'You run 1 h 34 min in twilight or darkness, from 21:24, and no lamp is in your gear.',
      ],
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: Petzl NAO, when: dark }]',
      [
        'dark without lamp',
        'unsafe',
        'You run 1 h 34 min in twilight or darkness, from 21:24, and no lamp is in your gear, unless Petzl NAO is one: then say how long it lasts.',
      ],
    ],
  ],
  // the sun sets at 21:24:40; 1 in 10 runners of six hours are 5 min later than planned on the way, or more
  'dark if late': [
    ['race: { start: 2025-06-14 15:20 }'],
    [
      'race: { start: 2025-06-14 15:22 }',
      [
        'dark if late',
        'advice',
        'The plan finishes 3 min before sunset at 21:24; 1 in 10 come so late that they run 2 min after it, or more, and no lamp is in your gear.',
      ],
    ],
    ['race: { start: 2025-06-14 15:22 }\ngear: [{ item: headlamp }]'],
  ],
  'lamp too late': [
    [
      `race: { start: 2025-06-14 17:00 }\ncourse: { stations: ${CHAPEL} }\ngear: [{ item: headlamp, when: at Chapel, spare: true }]`,
      [
        'lamp too late',
        'unsafe',
        'No lamp is with you in 15 min of twilight or darkness, from 21:24: your gear has one, for later.',
      ],
    ],
  ],
  'lamp dies': [
    // 1 in 10 are out for less than a minute after it
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true, lasts: 50 min }]',
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true, lasts: 1 h }]',
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true, lasts: 30 min }]',
      [
        'lamp dies',
        'unsafe',
        'The battery of headlamp is empty at 22:24, with 35 min of darkness left.',
      ],
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true, lasts: 48 min }]',
      [
        'lamp dies',
        'advice',
        'The battery of headlamp is empty at 23:00; 1 in 10 come so late that they run 4 min of darkness after that, or more.',
      ],
    ],
  ],
  'no spare lamp': [
    [
      'race: { start: 2025-06-14 03:30 }\ngear: [{ item: headlamp, when: dark }]',
      [
        'no spare lamp',
        'advice',
        'The race starts in the dark: it is 03:30, sunrise is at 05:32. You run 2 h in twilight or darkness in all, on one lamp: carry a spare.',
      ],
    ],
    [
      'race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark }]',
      [
        'no spare lamp',
        'advice',
        'You run 1 h 34 min in twilight or darkness, from 21:24, on one lamp: carry a spare.',
      ],
    ],
    ['race: { start: 2025-06-14 17:00 }\ngear: [{ item: headlamp, when: dark, spare: true }]'],
    // by day, through the night, into the day
    [
      'race: { start: 2025-06-14 20:00, cutoff: 20 h }\npacing: { target: "10:00" }\ngoals: []\nnutrition: { carry: { fluid: 3000 ml } }\ngear: [{ item: headlamp }]',
      [
        'no spare lamp',
        'advice',
        'You run 8 h in twilight or darkness, from 21:24, on one lamp: carry a spare.',
      ],
    ],
    // nobody knows where the sun is
    ['race: { start: 2025-06-14 17:00, location: null }'],
    // all of it in the dark but for four stops, and to the finish: no sunrise to tell of
    [
      'race: { start: 2025-12-14 18:00 }\ngear: [{ item: headlamp }]',
      [
        'no spare lamp',
        'advice',
        'The race starts in the dark: it is 18:00. You run 5 h 52 min in twilight or darkness in all, on one lamp: carry a spare.',
      ],
    ],
  ],
  // flat and even, 7 min 2 s a km: Mill is left at 1:12:24, Bridge reached at 2:22:48
  'crew cannot be there': [
    [
      'pacing: { fade: 0% }\ncrew: { people: [{ name: Alex, at: [Mill, Bridge] }], drives: [{ from: Mill, to: Bridge, takes: 60 min }] }',
    ],
    [
      'pacing: { fade: 0% }\ncrew: { people: [{ name: Alex, at: [Mill, Bridge] }], drives: [{ from: Mill, to: Bridge, takes: 90 min }] }',
      [
        'crew cannot be there',
        'advice',
        'Alex cannot be at Bridge: the runner leaves Mill at 08:12, then 1 h 30 min by car: there at 09:42, 20 min after the runner. Nobody else could go, by the drives listed.',
      ],
    ],
    ['pacing: { fade: 0% }\ncrew: { people: [{ name: Alex, at: [Mill, Bridge] }] }'],
    // in time for the runner as planned, by 84 s
    [
      'pacing: { fade: 0% }\ncrew: { people: [{ name: Alex, at: [Mill, Bridge] }], drives: [{ from: Mill, to: Bridge, takes: 69 min }] }',
      [
        'crew cannot be there',
        'advice',
        'Alex may come too late at Bridge: a runner who is early leaves Mill at 08:07, then 1 h 9 min by car: there at 09:16, 26 s after the runner. Nobody else could go, by the drives listed.',
      ],
    ],
    // in the order of the course, not of the people
    [
      'pacing: { fade: 0% }\ncrew: { people: [{ name: Alex, at: [Bridge, School] }, { name: Ben, at: [Mill, Bridge] }], drives: [{ from: Mill, to: Bridge, takes: 90 min }, { from: Bridge, to: School, takes: 90 min }] }',
      [
        'crew cannot be there',
        'advice',
        'Ben cannot be at Bridge: the runner leaves Mill at 08:12, then 1 h 30 min by car: there at 09:42, 20 min after the runner. Alex is there.',
      ],
      [
        'crew cannot be there',
        'advice',
        'Alex cannot be at School: the runner leaves Bridge at 09:24, then 1 h 30 min by car: there at 10:54, 20 min after the runner. Nobody else could go, by the drives listed.',
      ],
    ],
  ],
} satisfies { readonly [K in Exclude<Kind, Dated>]: readonly [Row, ...Row[]] };

const PREP = 'prep: [{ do: sleep well, owner: Runner, by: 2025-06-13 }]';
const DONE = PREP.replace(' }', ', done: true }');
const NEEDED =
  'prep: [{ do: pack, by: 2025-06-10, needs: [buy gels] }, { do: buy gels, by: 2025-06-12 }]';

/** What is said of preparation: by `build` on no day (`null`), by `check` on the day asked for. */
const OF_PREPARATION = {
  'not done': [
    [null, DONE],
    [null, PREP, ['not done', 'advice', 'Not done yet: sleep well, Runner, by Fri 13 Jun 2025.']],
  ],
  overdue: [
    ['2025-06-13', PREP],
    [
      '2025-06-14',
      PREP,
      ['overdue', 'overdue', 'Overdue: sleep well, Runner, by Fri 13 Jun 2025.'],
    ],
    [
      '2025-06-15',
      PREP,
      ['overdue', 'overdue', 'Not done by the start: sleep well, Runner, by Fri 13 Jun 2025.'],
    ],
    ['2025-06-15', DONE],
    ['2025-06-10', NEEDED],
    [
      '2025-06-11',
      NEEDED,
      ['overdue', 'overdue', 'Overdue: buy gels, by Tue 10 Jun 2025, for pack.'],
      ['overdue', 'overdue', 'Overdue: pack, by Tue 10 Jun 2025.'],
    ],
  ],
} satisfies { readonly [K in Dated]: readonly (readonly [today: string | null, ...Row])[] };

const rows: readonly (readonly [Kind, Row])[] = Object.entries(WARNINGS).flatMap(([kind, list]) =>
  list.map((row) => [kind as Kind, row as Row] as const),
);

describe('what a careful friend says of a plan', () => {
  it('is nothing when the plan is good', async () => {
    const { warnings } = await jsonOf('check', planWith(''));
    expect(warnings).toEqual([]);
  });

  it.each(rows.map(([kind, row]) => [kind, row[0], row] as const))(
    '%s: %s',
    async (_, fragment, [, ...said]) => {
      const file = planWith(fragment);
      const expected = said.map(([kind, severity, text]) => ({ kind, severity, text }));
      const { warnings } = await jsonOf('check', file);
      expect(warnings).toEqual(expected);
      expect((await jsonOf('build', file)).warnings).toEqual(expected);
    },
  );

  it.each(
    Object.values(OF_PREPARATION).flatMap((list) =>
      (list as readonly (readonly [string | null, ...Row])[]).map(
        ([today, fragment, ...said]) => [today, fragment, said] as const,
      ),
    ),
  )('on %s: %s', async (today, fragment, said) => {
    const argv = today === null ? ['build'] : ['check', '--today', today];
    const { warnings } = await jsonOf(...argv, planWith(fragment));
    expect(warnings).toEqual(said.map(([kind, severity, text]) => ({ kind, severity, text })));
  });

  it('has every kind said by a row of its own', () => {
    for (const [kind, list] of Object.entries({ ...WARNINGS, ...OF_PREPARATION })) {
      expect((list as readonly (readonly unknown[])[]).flat(2)).toContain(kind);
    }
  });
});
