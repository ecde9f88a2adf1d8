import { citedBy } from '#ui/i18n/citing.svelte.ts';
import { clause } from './frame.ts';

/** Under the order as it is written here; under another set by the clauses that keep the same, or not at all. */
export const cited = citedBy(clause);
