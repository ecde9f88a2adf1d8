import { type Ground, groundById } from '#domain/authority/grounds.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { rulesUnder, said } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** The ground of a case or of a revocation by the words of its rule set; by its id where the set has none of that id. */
export function groundText(
  session: Pick<Session, 'station'>,
  record: UnderRuleSet & { readonly ground: string },
): string {
  const ground = groundById(rulesUnder(session, record), record.ground);
  return ground === null ? record.ground : said(ground.words);
}

/** By which clause, and what the CRL will say of it. */
export function groundHint({ clause, reasonCode }: Ground): string {
  const t = words.t.revocation;
  return t.byClause(
    clause === undefined ? t.beyondOrder : words.t.common.clause(clause),
    reasonCode ?? t.noReason,
  );
}
