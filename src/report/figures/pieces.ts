/** Arithmetic that figures share. */

/** The one for which `size` is greatest, the first of several; `null` of none. */
export const mostOf = <T>(all: readonly T[], size: (one: T) => number): T | null =>
  all.reduce<T | null>((most, one) => (most === null || size(one) > size(most) ? one : most), null);
