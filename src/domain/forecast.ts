/** A time foretold, with its spread. */

/** Median and middle 80 % of an elapsed time, seconds: 1 in 10 is earlier than `earlyS`, 1 in 10 later than `lateS`. */
export interface TimeForecast {
  medianS: number;
  earlyS: number;
  lateS: number;
}
