import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { addSeconds } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { makeKeyBackup, recordSetUpFact, rehearseKeyBackup } from '#operations/station/key-backup.ts';
import { changePassphrase } from '#operations/station/passphrase.ts';
import { beginRenewal, giveUpRenewal } from '#operations/station/renewal.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anOffice,
  approvedOf,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { aNextKey, aRenewal, renewed, stationOf } from '#tests/support/renewal-at-work.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

/** A National CA at work: set up, with its first CRL. */
async function atWork(office = anOffice()): Promise<OfficeAtWork & { readonly words: readonly string[] }> {
  const words = await setUp(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  return { ...office, words };
}

async function revoke({ desk }: OfficeAtWork, entry: RegisterEntry): Promise<RegisterEntry> {
  const { id: caseId } = taken(
    await receiveRevocation(desk, {
      serialNumber: entry.id,
      ground: 'owners-wish',
      source: applicationToRevoke(entry),
    }),
  );
  return taken(await decideRevocation(desk, { caseId, confirmedCorrect: true }));
}

async function lists({ desk }: OfficeAtWork, crl: CrlRecord, entry: RegisterEntry): Promise<boolean> {
  const file = await (await desk.store.read()).get('crlFile', crl.id);
  const read = readCrl(file?.octets ?? new Uint8Array());
  if (!read.ok) throw new Error('no list');
  return read.value.tbs.entries.find(hexToBytes(entry.id) ?? new Uint8Array()) !== null;
}

async function certificateOf({ desk }: OfficeAtWork, { id }: RegisterEntry) {
  const stored = await (await desk.store.read()).get('certificate', id);
  const read = readCertificate(stored?.der ?? new Uint8Array());
  if (!read.ok) throw new Error('no certificate');
  return read.value.tbs;
}

async function signed({ desk }: OfficeAtWork, generation: number): Promise<CrlRecord> {
  return taken(await signCrl(desk, { generation }));
}

describe('renewal of the authority’s key', () => {
  it('[N-6] [N-14] ends with a new name, a key and a list of its own; the old key lists what it issued', async () => {
    const office = await atWork();
    const old = await issued(office);
    office.pass(60);
    const station = await renewed(office, { suite: 'ecdsa-p384' });
    expect(station).toMatchObject({ generation: 2, suite: 'ecdsa-p384' });
    office.pass(60);
    const young = await issued(office, aLegalEntity());
    expect([old.generation, young.generation]).toEqual([1, 2]);
    const issuerOf = async (entry: RegisterEntry) => (await certificateOf(office, entry)).issuer.rdns.flat();
    expect((await issuerOf(old)).map(({ value }) => value)).toContain('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ');
    expect((await issuerOf(young)).map(({ value }) => value)).toContain('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ 2');

    office.pass(60);
    await revoke(office, old);
    const ofYoung = await signed(office, 2);
    const ofOld = await signed(office, 1);
    expect([ofOld.added, ofYoung.added]).toEqual([[old.id], []]);
    expect(await lists(office, ofOld, old)).toBe(true);
    expect(await lists(office, ofYoung, old)).toBe(false);
    const reading = await office.desk.store.read();
    expect((await reading.get('entry', old.id))?.firstCrl).toBe(ofOld.crlNumber);

    office.pass(60);
    await revoke(office, young);
    const next = [await signed(office, 1), await signed(office, 2)];
    expect(next.map(({ added, entryCount }) => [added, entryCount])).toEqual([
      [[], 1],
      [[young.id], 1],
    ]);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('leaves every list a number of its own, rising in each key’s series', async () => {
    const office = await atWork();
    await renewed(office);
    const numbers: bigint[][] = [[], []];
    for (let i = 0; i < 3; i++)
      for (const generation of [1, 2])
        numbers[generation - 1]?.push(BigInt((await signed(office, generation)).crlNumber));
    expect(new Set(numbers.flat()).size).toBe(6);
    for (const series of numbers) expect(series).toEqual([...series].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('lets the old key issue until the new one’s first list is signed', async () => {
    const office = await atWork();
    const applicationId = await approvedOf(office);
    await aNextKey(office);
    taken(await selfSignAuthority(office.desk));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
    expect(taken(outcome?.result ?? { ok: false, error: 'none' }).generation).toBe(1);
    taken(await signCrl(office.desk));
    expect((await stationOf(office)).generation).toBeUndefined();
    office.pass(1);
    taken(await signCrl(office.desk, { generation: 2 }));
    expect((await issued(office, aLegalEntity())).generation).toBe(2);
  });

  it('goes on only with a backup that was opened both ways, and that holds every key', async () => {
    const office = await atWork();
    const { desk } = office;
    const before = taken(await makeKeyBackup(desk));
    taken(await beginRenewal(desk, aRenewal()));
    taken(await selfSignAuthority(desk));
    expect(await signCrl(desk, { generation: 2 })).toMatchObject({ error: { type: 'NotSetUp' } });
    const { words } = office;
    expect(await rehearseKeyBackup(desk, { backup: before, secret: { words } })).toEqual({
      ok: false,
      error: { type: 'VaultFileMissing', holder: 'authority' },
    });
    const backup = taken(await makeKeyBackup(desk));
    const files = unzipFiles(backup, 1_000_000);
    expect([...(files.ok ? files.value.keys() : [])]).toEqual(
      expect.arrayContaining(['authority-1.age', 'authority-2.age']),
    );
    taken(await recordSetUpFact(desk, { backupWrittenAt: desk.clock.now() }));
    taken(await rehearseKeyBackup(desk, { backup, secret: { passphrase } }));
    expect(await signCrl(desk, { generation: 2 })).toMatchObject({ error: { type: 'NotSetUp' } });
    taken(await rehearseKeyBackup(desk, { backup, secret: { words } }));
    taken(await signCrl(desk, { generation: 2 }));
  });

  it('opens every key with the passphrase, a new passphrase, and the recovery words', async () => {
    const office = await atWork();
    const { desk, words } = office;
    await renewed(office, { suite: 'rsa-3072' });
    const [officer] = await (await desk.store.read()).list('officer');
    const officerId = officer?.id ?? '';
    const newPassphrase = 'жаңа сөздер тізімі осындай болды';
    const secrets = [{ passphrase }, { words }, { passphrase: newPassphrase }];
    for (const secret of secrets) {
      if ('passphrase' in secret && secret.passphrase === newPassphrase)
        taken(await changePassphrase(desk, { officerId, oldPassphrase: passphrase, newPassphrase }));
      desk.custody.lock();
      expect(await signCrl(desk)).toMatchObject({ error: { type: 'Locked' } });
      taken(await unlockStation(desk, { officerId, secret }));
      office.pass(5);
      for (const generation of [1, 2]) await signed(office, generation);
    }
  });

  it('tells a damaged file of the new key and opens its second copy', async () => {
    const office = await atWork();
    const { desk } = office;
    await renewed(office);
    const snapshot = await desk.store.read();
    const file = await snapshot.get('vaultFile', 'authority:2');
    if (file === undefined) throw new Error('no file');
    const copy = await desk.store.vaultCopy();
    const record = { ...file, ageFile: file.ageFile.map((octet, i) => (i === 200 ? octet ^ 1 : octet)) };
    const puts = [{ collection: 'vaultFile' as const, record }];
    await desk.store.commit(snapshot.version, { puts, removals: [], audit: [] });
    desk.custody.lock();
    const store: RegisterStore = { ...desk.store, vaultCopy: () => Promise.resolve(copy) };
    const [officer] = await snapshot.list('officer');
    const command = { officerId: officer?.id ?? '', secret: { passphrase } };
    expect(await unlockStation({ ...desk, store }, command)).toEqual({
      ok: true,
      value: { damaged: ['authority:2'], edited: [] },
    });
    expect((await (await desk.store.read()).get('vaultFile', 'authority:2'))?.ageFile).toEqual(file.ageFile);
  });

  it.each([1, 2, 3, 4])('[E04] is resumed after the tab dies at step %i', async (step) => {
    const store = memoryStore();
    await atWork(anOffice(store));
    /** What a reload leaves: another desk over the same register, locked. */
    const reloaded = async () => {
      const office = anOffice(store, '2026-11-23T05:00:00Z');
      await unlockAgain(office);
      return office;
    };
    const at = '2026-11-23T05:00:00Z' as never;
    const steps: readonly ((desk: Desk) => Promise<unknown>)[] = [
      async (desk) => taken(await beginRenewal(desk, aRenewal())),
      async (desk) =>
        taken(
          await recordSetUpFact(desk, {
            backupWrittenAt: at,
            backupOpenedWithPassphraseAt: at,
            backupOpenedWithRecoveryAt: at,
          }),
        ),
      async (desk) => taken(await selfSignAuthority(desk)),
      async (desk) => taken(await signCrl(desk, { generation: 2 })),
    ];
    for (const [i, perform] of steps.entries()) {
      const { desk } = await reloaded();
      if (i === step - 1) {
        const dying: RegisterStore = {
          ...store,
          commit: () => {
            throw new Error('the tab died');
          },
        };
        await expect(perform({ ...desk, store: dying })).rejects.toThrow('the tab died');
        expect((await issued(await reloaded(), aLegalEntity())).generation).toBe(1);
      }
      await perform((await reloaded()).desk);
    }
    const office = await reloaded();
    expect((await issued(office)).generation).toBe(2);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('is given up before its certificate, and leaves nothing but a number that is not used again', async () => {
    const office = await atWork();
    const { desk } = office;
    expect(await giveUpRenewal(desk)).toMatchObject({ error: { type: 'RenewalMissing' } });
    await aNextKey(office);
    expect(await beginRenewal(desk, aRenewal())).toMatchObject({ error: { type: 'RenewalBegun' } });
    expect((await giveUpRenewal(desk)).ok).toBe(true);
    expect(await (await desk.store.read()).get('vaultFile', 'authority:2')).toBeUndefined();
    expect((await desk.store.vaultCopy()).map(({ id }) => id)).not.toContain('authority:2');
    const { generation } = await aNextKey(office);
    expect(generation).toBe(3);
    taken(await selfSignAuthority(desk));
    expect(await giveUpRenewal(desk)).toMatchObject({ error: { type: 'CertificateTaken' } });
    expect(await selfSignAuthority(desk)).toMatchObject({ error: { type: 'CertificateTaken' } });
    desk.custody.lock();
    expect(await giveUpRenewal(desk)).toMatchObject({ error: { type: 'Locked' } });
    expect(await beginRenewal(desk, aRenewal())).toMatchObject({ error: { type: 'Locked' } });
  });

  it('refuses the address of the other key, also when the settings are changed afterwards', async () => {
    const office = await atWork();
    const { desk } = office;
    const crl = 'http://crl.example.kz/n.crl';
    expect(await beginRenewal(desk, aRenewal({ addresses: { crl } }))).toMatchObject({
      error: { type: 'AddressOfFormerKey', address: crl },
    });
    expect(await (await desk.store.read()).list('vaultFile')).toHaveLength(5);
    const { settings } = await renewed(office);
    expect(await changeSettings(desk, { settings, addresses: { crl } })).toMatchObject({
      error: { type: 'AddressOfFormerKey', address: crl },
    });
    taken(await changeSettings(desk, { settings, addresses: { crl: 'http://crl.example.kz/other.crl' } }));
  });

  it('[N-2.7] may bring another kind of key, ГОСТ too, where nobody stands above', async () => {
    const office = await atWork();
    await renewed(office, { suite: 'gost-rfc4491' });
    const entry = await issued(office, aLegalEntity(), 'gost-rfc4491');
    expect(entry).toMatchObject({ generation: 2, suite: 'gost-rfc4491' });
    const mixed = approvedOf(office, aLegalEntity({ iin: '920308400012' }));
    await expect(mixed).rejects.toThrow('public-key-of-one-encoding');
    for (const generation of [1, 2]) await signed(office, generation);
  });
});

describe('a former key', () => {
  it('[N-8.3] signs one last list, to the end of its certificate, when everything it issued has ended', async () => {
    const office = await atWork();
    const { desk } = office;
    const old = await issued(office);
    await renewed(office, { validityYears: 20 });
    // Revoked, and listed on for its whole term all the same (RFC 5280 §3.3).
    await revoke(office, old);
    const regular = await signed(office, 1);
    expect(regular.nextUpdate).toBe(addSeconds(regular.thisUpdate, 7 * 86_400));
    // Day after day on the clock: more than sixty at once would be asked about.
    for (let days = 0; days < 370; days += 50) {
      office.pass(50 * 86_400);
      taken(await changeSettings(desk, { ...(await stationOf(office)) }));
    }
    expect(old.notAfter < desk.clock.now()).toBe(true);
    const last = await signed(office, 1);
    const [former] = (await stationOf(office)).formerAuthorities ?? [];
    const own = readCertificate(former?.certificateDer ?? new Uint8Array());
    expect(last.nextUpdate).toBe(own.ok ? own.value.tbs.notAfter : '');
    expect((await signed(office, 2)).nextUpdate < last.nextUpdate).toBe(true);
  });

  it('[N-8.3] is in the cessation: what it issued is revoked into its own list', async () => {
    const office = await atWork();
    const { desk } = office;
    const old = await issued(office);
    await renewed(office);
    const young = await issued(office, aLegalEntity());
    office.pass(60);
    expect(await ceaseActivity(desk, { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' })).toMatchObject({
      error: { type: 'NotConfirmed' },
    });
    const ceased = taken(await ceaseActivity(desk, { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ 2' }));
    expect(ceased.revoked).toBe(2);
    const nextUpdate = addSeconds(ceased.lastNotAfter ?? young.notAfter, 86_400);
    for (const [generation, entry] of [
      [1, old],
      [2, young],
    ] as const) {
      const final = taken(await signCrl(desk, { generation, nextUpdate }));
      expect(final).toMatchObject({ added: [entry.id], nextUpdate });
    }
    expect(await beginRenewal(desk, aRenewal())).toMatchObject({ error: { type: 'AuthorityCeased' } });
  });

  it('an authority that ceases does not go over to a next key', async () => {
    const office = await atWork();
    await aNextKey(office);
    taken(await selfSignAuthority(office.desk));
    taken(await ceaseActivity(office.desk, { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' }));
    expect(await signCrl(office.desk, { generation: 2 })).toMatchObject({
      error: { type: 'AuthorityCeased' },
    });
  });

  it('has a directory of its own in the export for OpenSSL', async () => {
    const office = await atWork();
    const old = await issued(office);
    await renewed(office);
    const young = await issued(office, aLegalEntity());
    const files = unzipFiles(await exportCertificates(office.desk), 1_000_000);
    if (!files.ok) throw new Error('no archive');
    expect([...files.value.keys()].sort()).toEqual(
      [
        'README.txt',
        `generation-1/certificates/${old.id}.cer`,
        'generation-1/ca.cer',
        'generation-1/index.txt',
        `generation-2/certificates/${young.id}.cer`,
        'generation-2/ca.cer',
        'generation-2/index.txt',
      ].sort(),
    );
    const index = (n: number) => new TextDecoder().decode(files.value.get(`generation-${n}/index.txt`));
    expect(index(1)).toContain(old.id.toUpperCase());
    expect(index(1)).not.toContain(young.id.toUpperCase());
  });
});
