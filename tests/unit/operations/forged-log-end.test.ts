/** Lines put at the end of the log by somebody without a key, before the officer's next act: its signature must not take them in. */
import { describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { type AuditedName, type Collections, indexKeysOf } from '#domain/exchange/collections.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lockStation } from '#operations/lock.ts';
import { registerFaults, requireSound } from '#operations/soundness.ts';
import { confirmClock, unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { type Fields, appended, changed } from '#tests/support/changed-content.ts';
import { anOffice, approvedOf, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

const prepared = prepare();

async function prepare() {
  const office = anOffice();
  await setUp(office);
  const revoked = await issued(office);
  await revoke(office, revoked);
  taken(await signCrl(office.desk));
  const officerId = office.desk.custody.officerId() ?? '';
  await lockStation(office.desk, 'officer');
  return { ...office, officerId, content: await contentOf(office.desk.store) };
}

function deskOver(desk: Desk, content: RegisterContent): Desk {
  const store = memoryStore(content);
  return { ...desk, store, verifyRegister: (at) => verifyRegister({ ...desk, store: at }) };
}

/** The revocation taken out of the entry, the case and the list's chunk, each with its digest in a line of the officer's name at `time`. */
function unRevoked(
  content: RegisterContent,
  { desk, officer, time }: { readonly desk: Desk; readonly officer: string; readonly time: Instant },
): RegisterContent {
  const edits: { readonly [collection: string]: Fields } = {
    entry: { revocation: undefined, firstCrl: undefined },
    revocation: { decision: undefined },
    crlChunk: { entryCount: 0, octets: new Uint8Array() },
  };
  const writes: { collection: string; id: string; digest: string }[] = [];
  const edited = changed(content, (tables) => {
    for (const [collection, edit] of Object.entries(edits))
      for (const [id, row] of tables.get(collection) ?? []) {
        const record = { ...(row.record as Fields), ...edit };
        // As one who forgets nothing: found by the same keys as a record of the program's own.
        const keys = indexKeysOf(collection as AuditedName, record as unknown as Collections[AuditedName]);
        tables.get(collection)?.set(id, { ...row, record, keys });
        writes.push({ collection, id, digest: recordDigest(record, desk.sha256) });
      }
  });
  const head = edited.head === null ? null : { ...edited.head, time };
  return appended({ ...edited, head }, desk, [
    { officer, act: 'certificate-revoked', subjects: ['x'], writes },
  ]);
}

describe('a forged end of the log', () => {
  it.each([
    ['in the second of the next act', 0],
    ['a little ahead of the clock, so that the next act takes its time from it', 240],
  ])('[J03] is not covered by the signature of the unlock that follows: %s', async (_, ahead) => {
    const { desk, officerId, content } = await prepared;
    const time = addSeconds(desk.clock.now(), ahead);
    const forged = unRevoked(content, { desk, officer: officerId, time });
    const started = deskOver(desk, forged);
    taken(await unlockStation(started, { officerId, secret: { passphrase } }));
    expect(await registerFaults(started)).toEqual([{ type: 'SignatureMissing', seq: forged.head?.seq }]);
    expect(await signCrl(started)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
    started.custody.lock();
  });

  it('[J04] is not covered by an act of an open station that reads nothing', async () => {
    const { desk, officerId, content } = await prepared;
    const sound = deskOver(desk, content);
    taken(await unlockStation(sound, { officerId, secret: { passphrase } }));
    const time = desk.clock.now();
    const opened = await contentOf(sound.store);
    const forged = deskOver(desk, unRevoked(opened, { desk, officer: officerId, time }));
    taken(await confirmClock(forged));
    expect(await registerFaults(forged)).toMatchObject([{ type: 'SignatureMissing' }]);
    forged.custody.lock();
  });

  it('delays nothing in an office that did nothing wrong', async () => {
    const { desk, officerId, content } = await prepared;
    const sound = deskOver(desk, content);
    taken(await unlockStation(sound, { officerId, secret: { passphrase } }));
    taken(await confirmClock(sound));
    const head = (await sound.store.read()).head;
    expect(head?.time).toBe(desk.clock.now());
    expect(await registerFaults(sound)).toEqual([]);
    sound.custody.lock();
  });
});

describe('a station that has signed no list yet', () => {
  it('[J03] issues nothing to an application that somebody put there as approved, in the station’s name', async () => {
    const stranger = anOffice();
    await setUp(stranger);
    const applicationId = await approvedOf(stranger);
    const planted = (await contentOf(stranger.desk.store)).tables.get('application');
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const officerId = desk.custody.officerId() ?? '';
    await lockStation(desk, 'officer');
    const record = planted?.get(applicationId)?.record ?? {};
    const write = { collection: 'application', id: applicationId, digest: recordDigest(record, desk.sha256) };
    const content = changed(await contentOf(desk.store), (tables) =>
      tables.set('application', new Map(planted ?? [])),
    );
    const forged = appended(content, desk, [
      { officer: 'station', act: 'application-approved', subjects: [applicationId], writes: [write] },
    ]);
    const started = deskOver(desk, forged);
    taken(await unlockStation(started, { officerId, secret: { passphrase } }));
    expect(await registerFaults(started)).toEqual([{ type: 'SignatureMissing', seq: forged.head?.seq }]);
    const [outcome] = await issueCertificates(started, { applicationIds: [applicationId] });
    expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });
});

describe('a head that was moved while the station is open', () => {
  it.each([
    { seq: 5000 },
    { seq: 1 },
    { seq: -3 },
    { seq: { toString: 1 } },
    { time: '2026-11-23T04:04:00Z' },
  ])('[J03] to %j, its hash as it was, gives neither list nor backup', async (change) => {
    const { desk, officerId, content } = await prepared;
    const sound = deskOver(desk, content);
    taken(await unlockStation(sound, { officerId, secret: { passphrase } }));
    taken(await requireSound(sound, 'backup'));
    const inner = { ...sound.store };
    Object.assign(sound.store, {
      read: async () => {
        const snapshot = await inner.read();
        return { ...snapshot, head: { ...snapshot.head, ...change } };
      },
    });
    for (const act of [signCrl, makeRegisterBackup])
      expect(await act(sound)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
    sound.custody.lock();
  });
});
