/** What a code means whenever it is told, and how to mend it; `null` where there is nothing to mend. */
export type About = readonly [means: string, mend: string | null];

/** Something about every code of `Args`: a code without it does not compile. */
export type Abouts<Args> = Readonly<Record<keyof Args, About>>;
