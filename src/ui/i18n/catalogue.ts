import type { kk } from './kk/index.ts';
import type { first } from './kk/first.ts';

/** Kazakh is the contract: Russian and English have to have every word of it, and no other. */
export type Catalogue = typeof kk;

/** The part that is there before the first component is drawn. */
export type FirstWords = typeof first;
