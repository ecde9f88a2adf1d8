import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { entryStatus, ownerName } from '#domain/register/register-entry.ts';
import { ownerNoticePeriod } from '#domain/revocation/owner-notice.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Reading } from '#operations/office.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { AgendaItem } from './agenda.ts';
import type { DayAtDesk } from './today-items.ts';
import { byId } from '#ui/revocation-letter/known-bodies.ts';

/** G-15: owners still to be notified. G-13: owners who left, for whom the body has not applied yet. */
export async function ownerNoticeItems(
  reading: Reading,
  entries: readonly RegisterEntry[],
  { rules, table, now }: DayAtDesk,
  /** Those that a case came in under. */
  rulesOf: (revocationCase: RevocationCase) => AuthorityRules,
): Promise<readonly AgendaItem[]> {
  const bySerial = byId(entries);
  const cases = await reading.list('revocation', { index: 'number' });
  const leavings = await reading.list('leaving');
  if (cases.length + leavings.length === 0) return [];
  // The first screen goes without the words of other pages.
  await words.whole();
  const t = words.t.revocationLetters;
  const open = new Set(cases.filter((c) => c.decision === undefined).map((c) => c.serialNumber));
  const untold = cases.flatMap((revocationCase): AgendaItem[] => {
    const own = rulesOf(revocationCase);
    const period =
      revocationCase.ownerNotice === undefined ? ownerNoticePeriod(revocationCase, own, table) : null;
    const clause = own.periods.registerEntry?.clause;
    if (period === null || clause === undefined) return [];
    const entry = bySerial.get(revocationCase.serialNumber);
    const text = t.today.notice(revocationCase.number, entry === undefined ? '' : ownerName(entry.subject));
    const href = `#/revocations/${revocationCase.id}`;
    return [
      {
        id: `n${revocationCase.id}`,
        kind: 'owner-notice',
        text,
        href,
        dueOn: period.dueOn,
        clause,
        period,
      },
    ];
  });
  const leaving = rules.periods.noticeOfLeaving;
  const left = new Map<string, AgendaItem>();
  for (const notice of leavings) {
    const entry = bySerial.get(notice.serialNumber);
    if (entry === undefined || open.has(entry.id) || entryStatus(entry, now) !== 'in-force') continue;
    const text = t.today.left(ownerName(entry.subject), t.leaving.kinds[notice.kind], dateOf(notice.leftOn));
    left.set(entry.id, {
      id: `l${entry.id}`,
      kind: 'leaving',
      text,
      href: `#/register/${entry.id}`,
      ...(leaving === undefined ? {} : { clause: leaving.clause }),
    });
  }
  return [...untold, ...left.values()];
}
