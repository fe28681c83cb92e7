/** How the keys of a plan are grouped. */
import { z } from 'zod';

/** A list; an item that cannot be read leaves a hole, so that the others keep their place. */
export const list = <T extends z.ZodType>(item: T) => z.array(item.optional());

/** A group of keys: none other is known, and each may be left out. */
export const keys = <S extends z.ZodRawShape>(optional: S) => z.strictObject(optional).partial();

/** A list's item: says at least `required`. */
export const item = <R extends z.ZodRawShape, O extends z.ZodRawShape>(required: R, optional: O) =>
  z.strictObject(required).extend(z.object(optional).partial().shape);

/** A list without the holes that unreadable items left. */
export const present = <T>(list: readonly (T | undefined)[] | undefined): T[] =>
  (list ?? []).filter((item) => item !== undefined);
