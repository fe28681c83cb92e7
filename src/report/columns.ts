/** Columns of tables. */
import type { Column } from './report.js';

/** @param keep a narrow screen drops the lowest first; without one the column stays */
export const left = (id: string, label: Column['label'], keep?: number): Column => ({
  id,
  label,
  align: 'left',
  ...(keep === undefined ? {} : { keep }),
});

export const right = (id: string, label: Column['label'], keep?: number): Column => ({
  ...left(id, label, keep),
  align: 'right',
});
