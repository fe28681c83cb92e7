/** Long stops: who rests for hours eats meals, not race fuel. */
import { S_PER_H } from '../../kernel/units.js';

/** A longer stop is a rest with a meal. */
const MEAL_STOP_S = S_PER_H;

/** How much of a stop is no racing, seconds: all of a long one, nothing of others. What is taken an hour leaves it out. */
export const mealTimeS = (stopS: number): number => (stopS > MEAL_STOP_S ? stopS : 0);
