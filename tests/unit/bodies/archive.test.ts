import { expect, it } from 'vitest';
import { calendarDateOf, type Instant } from '#domain/base/instant.ts';
import { keptRecords } from '#domain/archive/keeping.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { makeArchivePackage } from '#operations/archive/make-package.ts';
import { markArchived } from '#operations/archive/mark-archived.ts';
import { openArchivePackage } from '#operations/archive/open-package.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { endCarrier } from '#operations/carrier/end.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { enterLeaving } from '#operations/revocation/enter-leaving.ts';
import { packed, published, yearsLater } from '#tests/support/archive-at-work.ts';
import { ownerWithKey, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { letterFor } from '#tests/support/revocation-letters-at-work.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';

/** Two owners: the first one left and was revoked, with the carrier returned; the other one's year ran out. */
async function anOldOffice() {
  const office = anOffice();
  await setUpBodies(office, { years: 25 });
  const revoked = await ownerWithKey(office, 0);
  const expired = await ownerWithKey(office, 1);
  office.pass(60);
  const leftOn = calendarDateOf(office.desk.clock.now());
  const facts = { kind: 'left', leftOn, noticedOn: leftOn } as const;
  taken(await enterLeaving(office.desk, { serialNumber: revoked.entry.id, facts }));
  const letter = taken(await letterFor(office, [revoked.entry]));
  await decideRevocations(office.desk, { caseIds: letter.caseIds, confirmedCorrect: true });
  await published(office);
  return { office, revoked, expired, letter };
}

it('[G-16] [G-17] until ten years after its end nothing of a certificate may leave', async () => {
  const { office, revoked, expired } = await anOldOffice();
  const snapshot = await office.desk.store.read();
  const entries = await snapshot.list('entry', { index: 'number' });
  const kept = keptRecords(
    { ruleSet: firstRuleSet, kind: 'G' },
    { entries, crls: [], applications: [] },
    calendarDateOf(office.desk.clock.now()),
  );
  expect(kept.find(({ id }) => id === revoked.entry.id)?.keepUntil).toBe('2036-11-23');
  expect(kept.find(({ id }) => id === expired.entry.id)?.keepUntil).toBe('2037-11-23');
  await yearsLater(office, '2036-11-20T05:00:00Z' as Instant);
  expect(await makeArchivePackage(office.desk)).toEqual({ ok: false, error: { type: 'NothingToArchive' } });
});

it('[G-17] [G-19] a package has the letters, the carrier and the notice of leaving beside the certificate', async () => {
  const { office, revoked, letter } = await anOldOffice();
  // After the term of the other one's, so that each is in it.
  await yearsLater(office, '2037-12-01T05:00:00Z' as Instant);
  const { file } = await packed(office);
  const { records } = taken(await openArchivePackage(office.desk, { file, secret: 'open-vault' }));
  expect(records.entry).toHaveLength(2);
  expect(records.letter).toHaveLength(2);
  expect(records.revocationLetter.map(({ id }) => id)).toEqual([letter.id]);
  expect(records.carrier).toHaveLength(2);
  expect(records.leaving.map(({ serialNumber }) => serialNumber)).toEqual([revoked.entry.id]);
  expect(records.crl.length).toBeGreaterThan(0);
  const marked = taken(await markArchived(office.desk, { file, fileName: 'package.zip.age' }));
  expect(marked.clause).toBe('G-19');
  const entry = await (await office.desk.store.read()).get('entry', revoked.entry.id);
  expect(entry?.archived).toBeDefined();
  expect(await verifyLog(office.desk)).toMatchObject({ faults: [] });
});

it('a package that was made before a carrier came back is made anew: it would say the old', async () => {
  const { office, expired } = await anOldOffice();
  await yearsLater(office, '2037-12-01T05:00:00Z' as Instant);
  const { file } = await packed(office);
  taken(await endCarrier(office.desk, { carrierId: expired.carrier.id, how: 'returned', note: '' }));
  expect(await markArchived(office.desk, { file, fileName: 'package.zip.age' })).toMatchObject({
    ok: false,
    error: { type: 'PackageOutdated', collection: 'carrier', id: expired.carrier.id },
  });
});
