/** Problems with GPX, TCX and FIT courses. Distances in m. */
export interface CourseProblemArgs {
  COURSE_SYNTAX: { reason: string };
  COURSE_EMPTY: Record<never, never>;
  COURSE_NO_ELEVATION: Record<never, never>;
}
