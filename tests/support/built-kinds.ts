import type { AuthorityKind } from '#domain/authority/station.ts';

/** Kinds of authority whose workflow is built: each of their clauses has to have code that keeps it and a test that names it. */
export const builtKinds: readonly AuthorityKind[] = ['R', 'G', 'N'];
