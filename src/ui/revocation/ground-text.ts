import { type Ground, groundById } from '#domain/authority/grounds.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** The ground by its words; by its id when a later rule set named it. */
export function groundText(id: string): string {
  const ground = groundById(id);
  return ground === null ? id : words.t.revocation.grounds[ground.id];
}

/** By which clause, and what the CRL will say of it. */
export function groundHint({ clauses, reasonCode }: Ground): string {
  const t = words.t.revocation;
  return t.byClause(
    clauses.N === undefined ? t.beyondOrder : words.t.common.clause(clauses.N),
    reasonCode ?? t.noReason,
  );
}
