import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { changePassphrase } from '#operations/station/passphrase.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockDelaySeconds, unlockStation } from '#operations/station/unlock.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
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

async function officerOf({ desk }: OfficeAtWork): Promise<string> {
  return (await (await desk.store.read()).list('officer'))[0]?.id ?? '';
}

async function open(desk: Desk, officerId: string, typed = passphrase) {
  desk.custody.lock();
  return unlockStation(desk, { officerId, secret: { passphrase: typed } });
}

/** The office with parts of its desk replaced: what a broken machine would do. */
function withDesk(office: OfficeAtWork, change: Partial<Desk>): OfficeAtWork {
  return { ...office, desk: { ...office.desk, ...change } };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the vault', () => {
  it('[D01] wrong passphrases wait longer and longer, and a reload does not forget it', async () => {
    const store = memoryStore();
    const office = anOffice(store);
    await setUp(office);
    const officerId = await officerOf(office);
    let delay = 0;
    for (let failures = 1; failures <= 10; failures++) {
      expect(await open(office.desk, officerId, 'қате сөз')).toEqual({
        ok: false,
        error: { type: 'DamagedOrWrongKey' },
      });
      delay = unlockDelaySeconds(failures);
      expect(delay).toBeGreaterThanOrEqual(unlockDelaySeconds(failures - 1));
      if (delay === 0) continue;
      office.pass(delay - 1);
      // Another desk over the same store: what a reload leaves.
      const reloaded = anOffice(store, office.desk.clock.now());
      expect(await open(reloaded.desk, officerId)).toMatchObject({ error: { type: 'TooSoon', failures } });
      office.pass(1);
    }
    expect(delay).toBe(640);
    expect(unlockDelaySeconds(50)).toBe(15 * 60);
    expect((await open(office.desk, officerId)).ok).toBe(true);
    expect(await (await store.read()).get('device', `unlock-failures:${officerId}`)).toBeUndefined();
    const refused = (await (await store.read()).list('audit')).filter(({ act }) => act === 'unlock-refused');
    expect(refused).toHaveLength(10);
  });

  it('[D01] a clock set back counts the failures all the same, and so does changing the passphrase', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    office.pass(-3600);
    await open(office.desk, officerId, 'қате сөз');
    await open(office.desk, officerId, 'қате сөз');
    const guess = { officerId, oldPassphrase: 'қате сөз', newPassphrase: passphrase };
    expect(await changePassphrase(office.desk, guess)).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    expect(await changePassphrase(office.desk, guess)).toMatchObject({
      error: { type: 'TooSoon', failures: 3 },
    });
    expect(await open(office.desk, officerId)).toMatchObject({ error: { type: 'TooSoon', failures: 3 } });
  });

  it.each([
    ['a year far away', { failures: 3, notBefore: '2999-01-01T00:00:00Z' }],
    ['no time at all', { failures: 3, notBefore: 'ертең' }],
    ['no number', { failures: 'көп', notBefore: '2999-01-01T00:00:00Z' }],
    ['nothing', null],
  ])(
    '[D01] an edited record of failures, with %s, locks nobody out for longer than a quarter of an hour',
    async (_, value) => {
      const office = anOffice();
      await setUp(office);
      const officerId = await officerOf(office);
      const { store } = office.desk;
      await store.commit((await store.read()).version, {
        puts: [{ collection: 'device', record: { id: `unlock-failures:${officerId}`, value } }],
        removals: [],
        audit: [],
      });
      await open(office.desk, officerId);
      office.pass(15 * 60);
      expect((await open(office.desk, officerId)).ok).toBe(true);
    },
  );

  it('[E11] with a full disk it opens for reading, and acts as soon as there is room', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const { store } = office.desk;
    let isFull = true;
    const commit: RegisterStore['commit'] = (version, change) =>
      isFull ? Promise.resolve({ type: 'no-room' }) : store.commit(version, change);
    const { desk } = withDesk(office, { store: { ...store, commit } });
    expect(await open(desk, officerId)).toEqual({ ok: true, value: { damaged: [], edited: [] } });
    expect(await signCrl(desk)).toEqual({ ok: false, error: { type: 'NoRoom' } });
    isFull = false;
    taken(await signCrl(desk));
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('[D01] letters typed decomposed, and a space at the end, open it', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const composed = 'ёлка йод ғарыш қыран';
    taken(
      await changePassphrase(office.desk, { officerId, oldPassphrase: passphrase, newPassphrase: composed }),
    );
    expect(composed.normalize('NFD')).not.toBe(composed);
    expect((await open(office.desk, officerId, composed.normalize('NFD'))).ok).toBe(true);
    expect((await open(office.desk, officerId, `${composed} `)).ok).toBe(true);
  });

  it('[D02] one flipped bit anywhere in a file opens its second copy, and the damage is told and mended', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const { store } = office.desk;
    for (const ids of [[`officer:${officerId}`], ['station:1', 'authority:1', 'scans:1']]) {
      const reading = await store.read();
      const files = (await Promise.all(ids.map((id) => reading.get('vaultFile', id)))) as VaultFile[];
      for (const place of places) {
        for (const file of files)
          await replaceFirstCopy(office, { ...file, ageFile: flipped(file.ageFile, place(file.ageFile)) });
        const opened = await open(withVaultCopy(office, files).desk, officerId);
        expect(opened, place.name).toEqual({ ok: true, value: { damaged: ids, edited: [] } });
        const mended = await store.read();
        for (const { id, ageFile } of files)
          expect((await mended.get('vaultFile', id))?.ageFile).toEqual(ageFile);
      }
    }
  });

  it('[D02] with both copies damaged it stays shut', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const file = (await (await office.desk.store.read()).get('vaultFile', 'authority:1')) as VaultFile;
    const damaged = { ...file, ageFile: flipped(file.ageFile, file.ageFile.length - 1) };
    await replaceFirstCopy(office, damaged);
    const opened = await open(withVaultCopy(office, [damaged]).desk, officerId);
    expect(opened).toEqual({ ok: false, error: { type: 'DamagedOrWrongKey' } });
    expect(office.desk.custody.isUnlocked()).toBe(false);
  });

  it('[D08] [E04] locked while it signs, nothing is issued, the number is burnt and the next one is another', async () => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const { custody } = office.desk;
    const locking: Desk['custody'] = {
      ...custody,
      signAsAuthority: async (request) => {
        const signed = await custody.signAsAuthority(request);
        custody.lock();
        return signed;
      },
    };
    const applicationId = await approvedOf(office);
    const during = withDesk(office, { custody: locking });
    const [outcome] = await issueCertificates(during.desk, { applicationIds: [applicationId] });
    expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'Locked' } });
    const after = await office.desk.store.read();
    expect(await after.count('entry')).toBe(0);
    const [intent] = await after.list('intent', { index: 'outcome', only: 'open' });
    expect(intent?.what).toBe('certificate');

    expect(taken(await startStation(office.desk))).toMatchObject({ type: 'ready', abandoned: 1 });
    const burnt = await (await office.desk.store.read()).get('intent', intent?.id ?? '');
    expect(burnt?.outcome).toBe('abandoned');
    expect((await open(office.desk, officerId)).ok).toBe(true);
    const [again] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
    const entry = taken(again?.result ?? { ok: false, error: 'none' });
    expect(entry.id).not.toBe(intent?.number);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[E04] a cut between signature and commit leaves no certificate and no number that comes again', async () => {
    const office = anOffice();
    await setUp(office);
    const applicationId = await approvedOf(office);
    let commits = 0;
    const cut: RegisterStore = {
      ...office.desk.store,
      commit: (version, change) => {
        commits += 1;
        // The first commit is the intent; the second one, with the certificate, never happens.
        if (commits > 1) throw new Error('power cut');
        return office.desk.store.commit(version, change);
      },
    };
    await expect(
      issueCertificates(withDesk(office, { store: cut }).desk, { applicationIds: [applicationId] }),
    ).rejects.toThrow('power cut');
    expect(taken(await startStation(office.desk))).toMatchObject({ abandoned: 1 });
    const reading = await office.desk.store.read();
    const [burnt] = await reading.list('intent', { index: 'outcome', only: 'abandoned' });
    expect(await reading.count('entry')).toBe(0);
    const [again] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
    expect(taken(again?.result ?? { ok: false, error: 'none' }).id).not.toBe(burnt?.number);
  });

  it.each([
    ['before the commit', true],
    ['between the commit and the second copy', false],
  ] as const)('[D12] a power cut %s of a new passphrase leaves one that opens', async (_, before) => {
    const office = anOffice();
    await setUp(office);
    const officerId = await officerOf(office);
    const { store } = office.desk;
    const oldCopy = await store.vaultCopy();
    const cut: RegisterStore = {
      ...store,
      commit: async (version, change) => {
        if (!before) await store.commit(version, change);
        throw new Error('power cut');
      },
    };
    const newPassphrase = 'жаңа сөздер тізімі осындай болды';
    await expect(
      changePassphrase(withDesk(office, { store: cut }).desk, {
        officerId,
        oldPassphrase: passphrase,
        newPassphrase,
      }),
    ).rejects.toThrow('power cut');
    const reopened = withDesk(office, { store: { ...store, vaultCopy: () => Promise.resolve(oldCopy) } });
    const works = await open(reopened.desk, officerId, before ? passphrase : newPassphrase);
    expect(works).toEqual({ ok: true, value: { damaged: [], edited: [] } });
  });

  it('[D15] a signature that does not verify issues nothing and marks the key as suspect', async () => {
    const office = anOffice();
    await setUp(office);
    const applicationId = await approvedOf(office);
    const sign = crypto.subtle.sign.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (algorithm, key, data) => {
      const signature = new Uint8Array(await sign(algorithm, key, data));
      // An officer's act signs 32 octets; everything longer is the authority's.
      if (data.byteLength > 32) signature[5] = (signature[5] ?? 0) ^ 1;
      return signature.buffer;
    });
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'SignatureSuspect' } });
    const reading = await office.desk.store.read();
    expect(await reading.count('entry')).toBe(0);
    expect(await reading.count('certificate')).toBe(0);
    expect((await reading.list('audit')).at(-1)?.act).toBe('key-suspected');
  });

  it('an office goes on after all that', async () => {
    const office = anOffice();
    await setUp(office);
    expect((await issued(office, aLegalEntity())).number).toBe(1);
  });
});

/** A place in every part of an age file: header, its body (salt or wrapped key), MAC, nonce, ciphertext, tag. */
const places: readonly ((ageFile: Uint8Array) => number)[] = [
  function version() {
    return 4;
  },
  function stanza(ageFile) {
    return textOf(ageFile).indexOf('-> ') + 5;
  },
  function saltOrShare(ageFile) {
    const text = textOf(ageFile);
    return text.indexOf('\n', text.indexOf('-> ')) - 4;
  },
  function wrappedKey(ageFile) {
    const text = textOf(ageFile);
    return text.indexOf('\n', text.indexOf('-> ')) + 3;
  },
  function mac(ageFile) {
    return textOf(ageFile).indexOf('\n--- ') + 7;
  },
  function nonce(ageFile) {
    return payloadOf(ageFile) + 1;
  },
  function ciphertext(ageFile) {
    return payloadOf(ageFile) + 16 + 3;
  },
  function tag(ageFile) {
    return ageFile.length - 1;
  },
];

function textOf(ageFile: Uint8Array): string {
  return Buffer.from(ageFile).toString('latin1');
}

function payloadOf(ageFile: Uint8Array): number {
  const text = textOf(ageFile);
  return text.indexOf('\n', text.indexOf('\n--- ') + 5) + 1;
}

function flipped(octets: Uint8Array, at: number): Uint8Array {
  return octets.map((octet, i) => (i === at ? octet ^ 1 : octet));
}

/** What a bad sector does: the stored file changes, and no act did it. */
async function replaceFirstCopy({ desk }: OfficeAtWork, record: VaultFile): Promise<void> {
  const { version } = await desk.store.read();
  await desk.store.commit(version, { puts: [{ collection: 'vaultFile', record }], removals: [], audit: [] });
}

function withVaultCopy(office: OfficeAtWork, sound: readonly VaultFile[]): OfficeAtWork {
  const { store } = office.desk;
  const vaultCopy = async () =>
    (await store.vaultCopy()).map((file) => sound.find(({ id }) => id === file.id) ?? file);
  return withDesk(office, { store: { ...store, vaultCopy } });
}
