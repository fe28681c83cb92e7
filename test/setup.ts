import fc from 'fast-check';

/** Properties try the same examples every time, so that a failure is a change; SEED=random looks further. */
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 1) });
