import { formIds } from '#domain/authority/form-id.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { documentWords, said } from '#ui/state/rules.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What the rule set says by this clause, in words: periods, documents, years of keeping. */
export function ruleEntriesOf(rules: AuthorityRules, clause: string): readonly string[] {
  const t = words.t.clauses;
  const { periods, requiredDocuments, retention } = rules;
  return [
    ...Object.values(periods)
      .filter((period) => period.clause === clause)
      .map(({ length, unit }) => t.period[unit](length)),
    ...formIds.flatMap((form) => {
      const documents = requiredDocuments[form] ?? [];
      const named = documents
        .filter((document) => document.clause === clause)
        .map(({ kind }) => said(documentWords(rules, kind)));
      return named.length === 0 ? [] : [`${rules.papers?.[form]?.id ?? form}: ${named.join(', ')}`];
    }),
    ...(retention.clause === clause || retention.archiveClause === clause
      ? [t.retention(words.t.units.years(retention.years))]
      : []),
  ];
}
