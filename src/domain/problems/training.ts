/** Problems with a training log. */
export interface TrainingProblemArgs {
  /** A cell that says what was planned or done. */
  BAD_WORKLOAD: {
    written: string;
    column: string;
    fault: 'unreadable' | 'several' | 'miles or metres' | 'no answer';
  };
  /** What was done, told twice and differently: in `column`, and as `other` in `otherColumn`. */
  DONE_TWICE: { written: string; column: string; other: string; otherColumn: string };
  /** Units and the like that were taken for granted. */
  TRAINING_READ_AS: { sessions: number; assumed: readonly string[] };
}
