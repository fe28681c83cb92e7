/** Bottles as a plan writes them: `500 ml`, `20 oz bottle`, `1 l bladder`. */
import type { Bottle } from '../../domain/nutrition.js';
import { error } from '../../domain/problems/problem.js';
import { parseQuantity } from '../../kernel/quantity.js';
import type { UnitSystem } from '../../kernel/units.js';
import { leaf, type Tell } from './leaf.js';

const EXAMPLE = '500 ml';
/** A thimble, and more than anyone runs with. */
const CAPACITY_ML = { least: 50, most: 10_000 };

export const bottle = (units: UnitSystem) =>
  leaf(
    { type: ['string', 'number'], examples: [EXAMPLE, '1 l bladder'] },
    (written): Bottle | Tell => {
      const [, amount = written, kind = 'bottle'] =
        /^(.*?)\s*(?:(?:soft\s*)?(bottle|flask|bladder|cup))?$/i.exec(written) ?? [];
      const capacityMl = parseQuantity(amount, 'volume', units);
      const { least, most } = CAPACITY_ML;
      if (capacityMl != null && capacityMl >= least && capacityMl <= most) {
        return { kind: kind.toLowerCase(), capacityMl };
      }
      return (key, at) =>
        error('BAD_QUANTITY', { key, written, kind: 'volume', example: EXAMPLE }, at);
    },
  );
