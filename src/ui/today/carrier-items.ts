import { applicantName } from '#domain/application/applicant.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { Reading } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { AgendaItem } from './agenda.ts';

/**
 * G-8 on the first screen: keys that wait for their carriers, lie in a folder, or were lost before they reached one. `rulesOf`: those of an
 * application, or of the station for a carrier, which is no record of a set.
 */
export async function carrierItems(
  reading: Reading,
  rulesOf: (record?: UnderRuleSet) => AuthorityRules,
): Promise<readonly AgendaItem[]> {
  const awaiting = await reading.list('carrier', { index: 'state', only: 'awaiting-key' });
  // One that was refused since waits for nothing.
  const failed = (await reading.list('application', { index: 'failedIssue', only: 'open' })).filter(
    ({ decision }) => decision?.outcome === 'approved',
  );
  const filed = await reading.list('carrier', { index: 'state', only: 'written' });
  const inFolder = filed.filter((carrier) => mayTake(carrier, 'see-again'));
  const copies = filed.filter((carrier) => mayTake(carrier, 'delete-copy'));
  if (awaiting.length + failed.length + inFolder.length + copies.length === 0) return [];
  // The first screen goes without the words of other pages.
  await words.whole();
  const t = words.t.body.today;
  const item = { kind: 'approved', href: '#/applications/issuing' } as const;
  const by = (record?: UnderRuleSet) => {
    const clause = rulesOf(record).keyCarrier?.clause;
    return clause === undefined ? {} : { clause };
  };
  const many = (id: string, carriers: readonly Carrier[], text: (count: number) => string) => {
    const [first] = carriers;
    if (first === undefined) return [];
    const dueOn = calendarDateOf((first.seenAgain ?? first.written ?? first.entered).at);
    return [{ ...item, ...by(), id, href: '#/carriers', text: text(carriers.length), dueOn }];
  };
  return [
    ...many('in-folder', inFolder, t.inFolder),
    ...many('copies-in-folder', copies, t.copies),
    ...awaiting.map(({ id, serialNumber, assigned, entered }) => ({
      ...item,
      ...by(),
      id: `k${id}`,
      text: t.awaiting(serialNumber),
      dueOn: calendarDateOf((assigned ?? entered).at),
    })),
    ...failed.map(({ id, number, content, receivedAt, decision, ...record }) => ({
      ...item,
      ...by(record),
      id: `f${id}`,
      text: t.failed(number, applicantName(content)),
      dueOn: calendarDateOf(decision?.at ?? receivedAt),
    })),
  ];
}
