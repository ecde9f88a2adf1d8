import type { kk } from './kk/index.ts';

/** Kazakh is the contract: Russian and English have to have every word of it, and no other. */
export type Catalogue = typeof kk;
