/** So many of a product. */
import type { Portion } from '../../engine/fuel/supplies.js';
import { count, joinText, say, type Text, volume, words } from '../value.js';

/** `2 × gel`. */
export const portionText = ({ product, units }: Portion): Text =>
  say`${count(units)} × ${words(product.name)}`;

/** `2 × gel, 1 × salt cap`. */
export const portionsText = (portions: readonly Portion[]): Text =>
  joinText(portions.map(portionText), ', ');

/** With the serving of a drink: `2 × drink mix (16 oz)`. */
export const servedText = (portion: Portion): Text => {
  const { servingMl } = portion.product;
  return servingMl === null
    ? portionText(portion)
    : say`${portionText(portion)} (${volume(servingMl)})`;
};
