/** A table that people write or export, as help tells of it. */
export interface TableWords {
  name: string;
  says: string;
  columns: readonly ColumnWords[];
}

export interface ColumnWords {
  /** What its header may be called, the most usual first. */
  names: readonly string[];
  says: string;
}
