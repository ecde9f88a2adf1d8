import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { clauseUnder } from '#domain/authority/citing.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { numberOf } from '#ui/i18n/format.ts';
import type { AgendaItem } from './agenda.ts';

/** in force, and nobody wrote down where the paper original lies: one line for all of them, which leads to the first. */
export async function paperItems(
  entries: readonly RegisterEntry[],
  now: Instant,
  /** Those that an entry came in under. */
  rulesOf: (entry: RegisterEntry) => AuthorityRules,
): Promise<readonly AgendaItem[]> {
  const missing = entries.filter(
    (entry) => entry.paperPlace === undefined && entryStatus(entry, now) === 'in-force',
  );
  const [first] = missing;
  if (first === undefined) return [];
  // The first screen goes without the words of other pages.
  await words.whole();
  return [
    {
      id: 'papers',
      kind: 'paper',
      text: words.t.root.papersMissing(numberOf(missing.length)),
      href: `#/register/${first.id}`,
      ...clauseUnder(rulesOf(first), 'R-14'),
    },
  ];
}
