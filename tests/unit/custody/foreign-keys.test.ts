import { describe, expect, it } from 'vitest';
import { encryptToRecipients, newIdentity } from '#adapters/age/age.ts';
import { makeKeyPair } from '#adapters/webcrypto/suite-keys.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { writePem } from '#workers/custody/officer-secret.ts';
import { type OfficeAtWork, anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

type Holder = 'station' | 'authority' | 'scans';

/** A sound file with another key in it, encrypted to the very officer: his recipient is public. */
async function foreignFile({ desk }: OfficeAtWork, holder: Holder): Promise<Uint8Array> {
  const [officer] = await (await desk.store.read()).list('officer');
  const content =
    holder === 'scans'
      ? encodeUtf8(`${(await newIdentity()).identity}\n`)
      : writePem('PRIVATE KEY', (await makeKeyPair('ecdsa-p256')).pkcs8);
  return encryptToRecipients(content, [officer?.ageRecipient ?? '']);
}

/** The register with those files in its first copy of the vault, and those in the second one, until a commit mends them. */
async function withVaults(
  office: OfficeAtWork,
  change: { readonly first?: VaultFile; readonly second?: VaultFile },
): Promise<OfficeAtWork> {
  const { store } = office.desk;
  if (change.first !== undefined) {
    const put = { collection: 'vaultFile' as const, record: change.first };
    await store.commit((await store.read()).version, { puts: [put], removals: [], audit: [] });
  }
  const sound = change.second === undefined ? [fileBefore] : [change.second];
  let isMended = false;
  const bent: RegisterStore = {
    ...store,
    vaultCopy: async () =>
      (await store.vaultCopy()).map((file) =>
        isMended ? file : (sound.find((each) => each?.id === file.id) ?? file),
      ),
    commit: async (version, planned) => {
      const outcome = await store.commit(version, planned);
      isMended ||= planned.puts.some(({ collection }) => collection === 'vaultFile');
      return outcome;
    },
  };
  return { ...office, desk: { ...office.desk, store: bent } };
}

let fileBefore: VaultFile | undefined;

async function stationWith(holder: Holder) {
  const office = anOffice();
  await setUp(office);
  const id = `${holder}:1`;
  const file = await (await office.desk.store.read()).get('vaultFile', id);
  if (file === undefined) throw new Error('no such file');
  fileBefore = file;
  return { office, id, file, foreign: { ...file, ageFile: await foreignFile(office, holder) } };
}

async function open({ desk }: OfficeAtWork) {
  const [officer] = await (await desk.store.read()).list('officer');
  desk.custody.lock();
  return unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } });
}

describe.each(['station', 'authority', 'scans'] as const)(
  '[J10] a foreign key in the file of the %s',
  (holder) => {
    it('in the first copy: the second one opens, the damage is told and mended', async () => {
      const { office, id, file, foreign } = await stationWith(holder);
      const bent = await withVaults(office, { first: foreign });
      expect(await open(bent)).toEqual({ ok: true, value: { damaged: [id], edited: [] } });
      expect((await (await office.desk.store.read()).get('vaultFile', id))?.ageFile).toEqual(file.ageFile);
      expect(await open(bent)).toEqual({ ok: true, value: { damaged: [], edited: [] } });
      taken(await signCrl(bent.desk));
      expect((await verifyLog(bent.desk)).faults).toEqual([]);
    });

    it('in the second copy: told and mended as well, before it is needed', async () => {
      const { office, id, file, foreign } = await stationWith(holder);
      const bent = await withVaults(office, { second: foreign });
      expect(await open(bent)).toEqual({ ok: true, value: { damaged: [id], edited: [] } });
      expect((await bent.desk.store.vaultCopy()).find((each) => each.id === id)?.ageFile).toEqual(
        file.ageFile,
      );
      expect(await open(bent)).toEqual({ ok: true, value: { damaged: [], edited: [] } });
    });

    it('in both copies: nothing opens, no slip of the passphrase is counted', async () => {
      const { office, foreign } = await stationWith(holder);
      const bent = await withVaults(office, { first: foreign, second: foreign });
      expect(await open(bent)).toEqual({ ok: false, error: { type: 'VaultKeyForeign', holder } });
      expect(bent.desk.custody.isUnlocked()).toBe(false);
      const reading = await bent.desk.store.read();
      const [officer] = await reading.list('officer');
      expect(await reading.get('device', `unlock-failures:${officer?.id ?? ''}`)).toBeUndefined();
    });
  },
);

it('a copy that claims the place of another file mends its own and no other', async () => {
  const { office, id, file, foreign } = await stationWith('authority');
  const bent = await withVaults(office, { first: foreign });
  const claiming = async () =>
    (await bent.desk.store.vaultCopy()).map((each) => (each.id === id ? { ...file, id: 'station:1' } : each));
  const desk = { ...bent.desk, store: { ...bent.desk.store, vaultCopy: claiming } };
  const before = await (await desk.store.read()).get('vaultFile', 'station:1');
  expect(await open({ ...bent, desk })).toEqual({ ok: true, value: { damaged: [id], edited: [] } });
  const after = await desk.store.read();
  expect((await after.get('vaultFile', 'station:1'))?.ageFile).toEqual(before?.ageFile);
  expect((await after.get('vaultFile', id))?.ageFile).toEqual(file.ageFile);
});

it('by the recovery words a foreign key is found as well', async () => {
  const office = anOffice();
  const words = await setUp(office);
  const station = await (await office.desk.store.read()).get('station', 'station');
  const file = await (await office.desk.store.read()).get('vaultFile', 'authority:1');
  if (file === undefined) throw new Error('no file');
  fileBefore = file;
  const pem = writePem('PRIVATE KEY', (await makeKeyPair('ecdsa-p256')).pkcs8);
  const ageFile = await encryptToRecipients(pem, [station?.recoveryRecipient ?? '']);
  const bent = await withVaults(office, { first: { ...file, ageFile } });
  const [officer] = await (await bent.desk.store.read()).list('officer');
  bent.desk.custody.lock();
  const opened = await unlockStation(bent.desk, { officerId: officer?.id ?? '', secret: { words } });
  expect(opened).toEqual({ ok: true, value: { damaged: ['authority:1'], edited: [] } });
});
