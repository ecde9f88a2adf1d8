import { type Ground, groundById } from '#domain/authority/grounds.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** The ground by its words; by its id when a later rule set named it. */
export function groundText(id: string): string {
  const ground = groundById(id);
  return ground === null ? id : words.t.revocation.grounds[ground.id];
}

/** By which clause of that authority, and what the CRL will say of it. */
export function groundHint(ground: Ground, authority: AuthorityKind): string {
  const clause = ground.clauses[authority];
  const reasonCode =
    authority === 'R' ? (ground.authorityReasonCode ?? ground.reasonCode) : ground.reasonCode;
  const t = words.t.revocation;
  return t.byClause(
    clause === undefined ? t.beyondOrder : words.t.common.clause(clause),
    reasonCode ?? t.noReason,
  );
}
