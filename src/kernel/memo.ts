/** Computing a thing once. */

/** Computes for each key when first asked. */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}

/** Computes when first asked. */
export function once<V>(compute: () => V): () => V {
  const memoized = memoize<null, V>(compute);
  return () => memoized(null);
}
