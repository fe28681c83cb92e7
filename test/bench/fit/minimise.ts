/** A simplex whose values differ by less is at the bottom. */
const FLAT_RATIO = 1e-5;
const MOST_STEPS = 100;

/**
 * Nelder & Mead 1965 (Computer Journal 7:308): the lowest point of `f` near `start`, without derivatives.
 * @param steps how far the first simplex reaches from `start`, each coordinate
 */
export function minimise(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  steps: readonly number[],
): number[] {
  const corner = (i: number) => start.map((v, j) => (i === j ? v + steps[j]! : v));
  const point = (x: number[]) => ({ x, value: f(x) });
  let simplex = [point([...start]), ...start.map((_, i) => point(corner(i)))];
  for (let n = 0; n < MOST_STEPS; n += 1) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.value - best.value < FLAT_RATIO * best.value) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, j) => others.reduce((s, p) => s + p.x[j]!, 0) / others.length);
    const towardsWorst = (t: number) => point(centre.map((v, j) => v + t * (worst.x[j]! - v)));
    const reflected = towardsWorst(-1);
    if (reflected.value < best.value) {
      const expanded = towardsWorst(-2);
      simplex = [...others, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < others.at(-1)!.value) {
      simplex = [...others, reflected];
    } else {
      const contracted = towardsWorst(0.5);
      simplex =
        contracted.value < worst.value
          ? [...others, contracted]
          : simplex.map((p) => (p === best ? p : point(p.x.map((v, j) => (v + best.x[j]!) / 2))));
    }
  }
  return simplex.sort((a, b) => a.value - b.value)[0]!.x;
}
