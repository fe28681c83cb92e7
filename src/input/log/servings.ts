/** What an amount of a product holds. */
import { type Intake, mapIntake, type Product, UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { parseQuantity } from '../../kernel/quantity.js';
import { plainName } from '../../kernel/text.js';
import type { UnitSystem } from '../../kernel/units.js';

/** `Gels` is the product `gel`. */
const productKey = (name: string): string => plainName(name).replace(/s\b/g, '');

export const findProduct = (item: string, products: readonly Product[]): Product | null =>
  products.find(({ name }) => productKey(name) === productKey(item)) ?? null;

/**
 * Nutrients of an amount: how many (`2`, `1/2`, empty is one), or how much of a drink (`16 oz`).
 * @param product `null` when it is not known: of a drink the fluid is
 * @returns `null` when the text is no such amount
 */
export function intakeOf(
  product: Product | null,
  amount: string,
  units: UnitSystem,
): Intake | null {
  const pieces = piecesOf(amount);
  const volumeMl = pieces === null ? parseQuantity(amount, 'volume', units) : null;
  if (pieces === null && (volumeMl === null || volumeMl < 0)) return null;
  if (!product) return { ...UNKNOWN_INTAKE, fluidMl: volumeMl };
  const { servingMl, perServing } = product;
  if (pieces === null && !servingMl) return null;
  const servings = pieces ?? volumeMl! / servingMl!;
  return mapIntake((nutrient) => {
    const each = perServing[nutrient];
    return each === null ? null : each * servings;
  });
}

function piecesOf(amount: string): number | null {
  const text = amount.replace(/^x\s*|\s*(?:x|pieces?|pcs|servings?)$/i, '').replace('½', '1/2');
  if (text === '') return 1;
  const [, whole, over] = /^(\d*[.,]?\d+)(?:\/(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replace(',', '.')) / Number(over ?? 1);
}
