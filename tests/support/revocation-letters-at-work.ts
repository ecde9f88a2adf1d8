/** Owners with keys, letters that end them, and the journals, by the ordinary acts. */
import { groundOnPaper } from '#domain/authority/grounds.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { issueJournal } from '#domain/journal/issue-journal.ts';
import { revocationJournal } from '#domain/journal/revocation-journal.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { receiveRevocationLetter } from '#operations/revocation/receive-letter.ts';
import { ownerWithKey, setUpBodies } from './bodies-at-work.ts';
import { stateBody } from './body-samples.ts';
import { type OfficeAtWork, anOffice } from './office-at-work.ts';
import { aParsedRevocationLetter } from './revocation-letter-samples.ts';

export async function owners(count: number) {
  const office = anOffice();
  await setUpBodies(office);
  const made = [];
  for (let n = 0; n < count; n++) made.push(await ownerWithKey(office, n));
  return { office, made, entries: made.map(({ entry }) => entry) };
}

export function letterFor(
  office: OfficeAtWork,
  entries: readonly RegisterEntry[],
  ...more: [
    Parameters<typeof aParsedRevocationLetter>[2]?,
    Parameters<typeof aParsedRevocationLetter>[3]?,
    Parameters<typeof aParsedRevocationLetter>[4]?,
  ]
) {
  const today = calendarDateOf(office.desk.clock.now());
  return receiveRevocationLetter(office.desk, { letter: aParsedRevocationLetter(entries, today, ...more) });
}

export async function journalOfIssue({ desk }: OfficeAtWork) {
  const snapshot = await desk.store.read();
  return issueJournal({
    carriers: await snapshot.list('carrier'),
    entries: byId(await snapshot.list('entry')),
    applications: byId(await snapshot.list('application')),
    letters: byId(await snapshot.list('letter')),
    corrections: await snapshot.list('journalCorrection'),
  });
}

export async function journalOfRevocation({ desk }: OfficeAtWork) {
  const snapshot = await desk.store.read();
  return revocationJournal({
    cases: await snapshot.list('revocation'),
    entries: byId(await snapshot.list('entry')),
    letters: byId(await snapshot.list('revocationLetter')),
    bodies: new Map([[stateBody.bin, stateBody.name]]),
    corrections: await snapshot.list('journalCorrection'),
    groundOf: (revocationCase) => groundOnPaper(rulesByKind.G, revocationCase),
  });
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
