/** What is decided before the race for when it goes another way. */
export interface Contingency {
  if: string;
  then: string;
}
