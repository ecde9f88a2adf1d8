import type { kk } from './kk/index.ts';
import type { first } from './kk/first.ts';

/** Kazakh is the contract: Russian and English have to have every word of it, and no other. */
export type Catalogue = typeof kk;

/** The part that the first screen needs. */
export type FirstWords = typeof first;
