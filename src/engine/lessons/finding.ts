/** What a race showed that the next plan should know. */
import type { Place } from '../../domain/course.js';
import type { GearItem } from '../../domain/gear.js';
import type { MetricId } from '../../domain/metric.js';
import type { NoteAt } from './notes.js';
import type { StopsTaken } from './stops-taken.js';

export type Finding =
  /** The race ended early; `marginS` in hand where it closed, `null` where nothing closed there. */
  | { kind: 'ended'; at: Place; elapsedS: number; marginS: number | null }
  | ({ kind: 'stops' } & StopsTaken)
  /** The second half against the first, as measured by the metric `fade`. */
  | { kind: 'fade'; actualRatio: number; plannedRatio: number }
  /** Of a race that ended early: how much longer the last stretch took than the first for equal effort. */
  | { kind: 'slowed'; actualRatio: number; plannedRatio: number }
  /** How much longer than planned the first quarter of the effort took. */
  | { kind: 'opening'; offRatio: number }
  /** An hour, in the metric's unit; on the first and on the last stretch where they are known. */
  | {
      kind: 'intake';
      metric: MetricId;
      actual: number;
      planned: number;
      first: number | null;
      last: number | null;
    }
  /** Twilight and darkness on one lamp, or on none. */
  | { kind: 'dark'; darkS: number; lamp: string | null }
  /** Gear of which a note says that it failed; `darkS` on it, where it was the only lamp. */
  | { kind: 'gear'; item: GearItem; darkS: number | null; at: NoteAt }
  | { kind: 'weakness'; text: string; at: NoteAt }
  /** Preparation that the plan does not have as done. */
  | { kind: 'undone'; milestone: string };
