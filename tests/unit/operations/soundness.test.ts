import { describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { touchesCrl } from '#domain/audit/fault-reach.ts';
import { type CollectionName, collections } from '#domain/exchange/collections.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { registerFaults, requireSound } from '#operations/soundness.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import { en } from '#ui/i18n/en/index.ts';
import { kk } from '#ui/i18n/kk/index.ts';
import { ru } from '#ui/i18n/ru/index.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { anOffice, approvedOf, issued, setUp, taken } from '#tests/support/office-at-work.ts';

async function atWork(): Promise<{ desk: Desk; approved: string; counted: () => number }> {
  const office = anOffice();
  await setUp(office);
  await issued(office);
  const approved = await approvedOf(office);
  let verifications = 0;
  const store = memoryStore(await contentOf(office.desk.store));
  const desk: Desk = {
    ...office.desk,
    store,
    verifyRegister: () => {
      verifications += 1;
      return verifyRegister({ ...office.desk, store });
    },
  };
  return { desk, approved, counted: () => verifications };
}

/** The desk over the same register after a change to the first row of a collection. */
async function changed(desk: Desk, collection: CollectionName, change: object): Promise<Desk> {
  const content = await contentOf(desk.store);
  const rows = new Map(content.tables.get(collection));
  const [[key, row] = ['', { record: {}, keys: {} }]] = rows;
  rows.set(key, { ...row, record: { ...row.record, ...change } });
  const tables: RegisterContent['tables'] = new Map([...content.tables, [collection, rows]]);
  const store = memoryStore({ ...content, tables });
  return { ...desk, store, verifyRegister: () => verifyRegister({ ...desk, store }) };
}

describe('a register before something is signed on it', () => {
  it('is verified once after a start, and what this tab commits is added to what it knows', async () => {
    const { desk, approved, counted } = await atWork();
    taken(await signCrl(desk));
    expect(counted()).toBe(1);
    const [outcome] = await issueCertificates(desk, { applicationIds: [approved] });
    expect(outcome?.result.ok).toBe(true);
    taken(await confirmClock(desk));
    taken(await signCrl(desk));
    expect(counted()).toBe(1);
  });

  it('is verified anew when somebody else has committed', async () => {
    const { desk, counted } = await atWork();
    expect(await registerFaults(desk)).toEqual([]);
    const { store } = desk;
    // The same store as another tab has it: nothing is known of what comes from there.
    taken(await confirmClock({ ...desk, store: { ...store } }));
    expect(await registerFaults(desk)).toEqual([]);
    expect(counted()).toBe(2);
  });

  it('is verified once for many who ask at the same time, also while acts go on', async () => {
    const { desk, counted } = await atWork();
    const asked = [requireSound(desk, 'certificate'), requireSound(desk, 'crl')];
    taken(await confirmClock(desk));
    expect(await Promise.all(asked)).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    taken(await confirmClock(desk));
    expect(await registerFaults(desk)).toEqual([]);
    expect(counted()).toBe(1);
  });

  it('[J02] closes issuing, CRLs and backups for a changed certificate, and says which', async () => {
    const { desk, approved } = await atWork();
    const touched = await changed(desk, 'entry', { notAfter: '2036-01-01T00:00:00Z' });
    const [entry] = await (await touched.store.read()).list('entry');
    const [outcome] = await issueCertificates(touched, { applicationIds: [approved] });
    expect(outcome?.result).toMatchObject({ error: { type: 'RegisterTouched' } });
    const crl = await signCrl(touched);
    if (crl.ok || crl.error.type !== 'RegisterTouched') throw new Error('signed');
    for (const { refusals } of [kk, ru, en])
      expect(refusals.RegisterTouched(crl.error)).toContain(entry?.id ?? '-');
    expect(await (await touched.store.read()).list('intent', { index: 'outcome', only: 'open' })).toEqual([]);
  });

  it('[J02] leaves CRLs open for damage that no list can come out wrong by', async () => {
    const { desk, approved } = await atWork();
    const touched = await changed(desk, 'application', { content: { form: 'N-F1' } });
    const [outcome] = await issueCertificates(touched, { applicationIds: [approved] });
    expect(outcome?.result).toMatchObject({ error: { type: 'RegisterTouched' } });
    expect((await signCrl(touched)).ok).toBe(true);
  });

  it('stays closed whatever is committed afterwards', async () => {
    const { desk } = await atWork();
    const touched = await changed(desk, 'entry', { notAfter: '2036-01-01T00:00:00Z' });
    expect((await requireSound(touched, 'certificate')).ok).toBe(false);
    taken(await confirmClock(touched));
    expect((await requireSound(touched, 'certificate')).ok).toBe(false);
  });
});

describe('what a fault reaches', () => {
  it('is said of collections that there are, and anything of the log itself reaches a CRL', () => {
    const changedIn = (collection: string): ChainFault => ({
      type: 'RecordChanged',
      collection,
      id: '1',
      seq: 1,
    });
    const reaching = Object.keys(collections).filter((name) => touchesCrl(changedIn(name)));
    expect(reaching.toSorted()).toEqual([
      'archivePackage',
      'audit',
      'calendar',
      'certificate',
      'crl',
      'crlChunk',
      'crlFile',
      'entry',
      'intent',
      'officer',
      'revocation',
      'station',
      'vaultFile',
    ]);
    expect(touchesCrl({ type: 'HashDiffers', seq: 3 })).toBe(true);
    expect(touchesCrl({ type: 'CrlHeadInvalid', crlNumber: '4' })).toBe(true);
  });
});
