/** The log of a race to be filled in while it is run: a row a station, its times still empty. */
import { renderCsv } from '../csv.js';

export const LOG_COLUMNS = [
  'station',
  'arrive',
  'depart',
  'carbs_g',
  'fluid_ml',
  'sodium_mg',
  'notes',
] as const;

/** @param places from the start to the finish, in order */
export const writeStarterLog = (places: readonly { name: string }[]): string =>
  renderCsv(
    LOG_COLUMNS,
    places.map(({ name }) => [name, ...LOG_COLUMNS.slice(1).map(() => null)]),
  );
