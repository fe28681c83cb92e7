/** Where the splits and courses of real races lie: beside the project, or in `RACEPLAN_SHARED`; never in it. */
import { join } from 'node:path';

export const DATA = join(process.env.RACEPLAN_SHARED ?? '../shared', 'data');
