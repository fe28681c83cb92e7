/** What an amount of a product holds. */
import {
  type Intake,
  mapIntake,
  type Product,
  productKey,
  UNKNOWN_INTAKE,
} from '../../domain/nutrition.js';
import type { UnitSystem } from '../../kernel/units.js';
import { parseCellQuantity } from '../table/columns.js';
import type { Delimiter } from '../table/whole.js';

/** Nobody drinks so many at once: a bare 250 is how much. */
const MOST_SERVINGS = 20;

export const findProduct = (item: string, products: readonly Product[]): Product | null =>
  products.find(({ name }) => productKey(name) === productKey(item)) ?? null;

/**
 * Nutrients of an amount: how many (`2`, `1/2`, `1½`, empty is one), or how much of a drink (`16 oz`).
 * @param product `null` when it is not known: of a drink the fluid is
 * @param delimiter of the file: tells decimal commas from those of thousands
 * @returns `null` when the text is no such amount
 */
export function intakeOf(
  product: Product | null,
  amount: string,
  units: UnitSystem,
  delimiter: Delimiter,
): Intake | null {
  const pieces = piecesOf(amount);
  const volumeMl =
    pieces === null ? parseCellQuantity(amount, 'volume', null, units, delimiter) : null;
  if (pieces === null && (volumeMl === null || volumeMl < 0)) return null;
  if (!product) return { ...UNKNOWN_INTAKE, fluidMl: volumeMl };
  const { servingMl, perServing } = product;
  if (pieces === null && !servingMl) return null;
  if (pieces !== null && servingMl && pieces >= MOST_SERVINGS) return null;
  const servings = pieces ?? volumeMl! / servingMl!;
  return mapIntake((nutrient) => {
    const each = perServing[nutrient];
    return each === null ? null : each * servings;
  });
}

/** `2`, `0,5`, `1/2`, `½`, `1 1/2`, `1½`, each with or without a word for pieces; none is one. */
function piecesOf(amount: string): number | null {
  const text = amount
    .replace(/^x\s*|\s*(?:x|pieces?|pcs|servings?)$/i, '')
    .replace(/[¼-¾⅐-⅞]/g, (fraction) => ` ${fraction.normalize('NFKD').replace('⁄', '/')}`)
    .trim();
  if (text === '') return 1;
  if (/^\d*[.,]?\d+$/.test(text)) return Number(text.replace(',', '.'));
  const [, whole = '0', part, of] = /^(?:(\d+)\s+)?(\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  return part === undefined ? null : Number(whole) + Number(part) / Number(of);
}
