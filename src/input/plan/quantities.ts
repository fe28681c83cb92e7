/** The quantities of a plan: what each may be, from absurdly little to absurdly much. */
import { raceTimesIn, shortDurationsIn } from '../../kernel/quantity.js';
import type { Dimension, UnitSystem } from '../../kernel/units.js';
import { duration, quantity } from './leaf.js';

const RACE_TIME = { from: '1 h', to: '1000 h' };

/** @param units of bare numbers */
export function quantitiesIn(units: UnitSystem) {
  const kind = (dimension: Dimension, example: string, from: string, to: string) => () =>
    quantity(units, dimension, { example, from, to });
  return {
    distance: kind('distance', '5.4 mi', '0 km', '10000 km'),
    raceDistance: kind('distance', '62 mi', '1 km', '10000 km'),
    loop: kind('distance', '4.167 mi', '50 m', '200 km'),
    height: kind('height', '900 ft', '0 m', '100000 m'),
    elevation: kind('height', '1200 ft', '-500 m', '9000 m'),
    raceTime: () => duration({ example: '11:45', ...RACE_TIME }, raceTimesIn),
    elapsed: () => duration({ example: '6 h', from: '0 min', to: '1000 h' }, raceTimesIn),
    battery: () => duration({ example: '6 h', from: '1 min', to: '1000 h' }, raceTimesIn),
    bell: () => duration({ example: '1 h', from: '5 min', to: '24 h' }, raceTimesIn),
    lap: () => duration({ example: '50 min', from: '1 min', to: '24 h' }, raceTimesIn),
    stop: () => duration({ example: '3 min', from: '0 min', to: '24 h' }, shortDurationsIn),
    pace: kind('pace', '11:15 /mi', '2:30 /km', '60:00 /km'),
    fade: kind('ratio', '15%', '-50%', '100%'),
    bodyWeight: kind('bodyMass', '160 lb', '25 kg', '250 kg'),
    temperature: kind('temperature', '75 °F', '-60 °C', '60 °C'),
    sweatRate: kind('volume', '24 oz/h', '100 ml', '4000 ml'),
    capacity: kind('volume', '40 oz', '0 ml', '20000 ml'),
    serving: kind('volume', '16 oz', '1 ml', '5000 ml'),
    energy: kind('energy', '240 kcal', '0 kcal', '2000 kcal'),
    carbs: kind('gram', '45 g', '0 g', '500 g'),
    protein: kind('gram', '8 g', '0 g', '500 g'),
    fluid: kind('volume', '20 oz', '0 ml', '5000 ml'),
    sodium: kind('milligram', '500 mg', '0 mg', '10000 mg'),
    caffeine: kind('milligram', '50 mg', '0 mg', '1000 mg'),
  };
}
