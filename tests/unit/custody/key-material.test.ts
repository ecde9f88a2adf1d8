import { beforeAll, describe, expect, it } from 'vitest';
import { encryptToRecipients, newIdentity } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { zipFiles } from '#adapters/zip/zip.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { genesisHash, payloadDigest } from '#domain/audit/audit-record.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { authorityKeys } from '#domain/authority/generations.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { ok } from '#domain/base/result.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { openScan } from '#operations/application/scan.ts';
import { transact } from '#operations/transact.ts';
import type { UnlockRequest } from '#ports/custody.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { type CustodyMethod, custodyMethods } from '#workers/custody/protocol.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { type KeyMaterial, keyMaterialOf, materialIn } from '#tests/support/key-material.ts';
import {
  type OfficeAtWork,
  anIndividual,
  anOffice,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { renewed, stationOf } from '#tests/support/renewal-at-work.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';

const ownCarrier = 'k7mq2-9xw4d-k7mq2-9xw4d';

interface Given {
  readonly file: Uint8Array;
  readonly words: readonly string[];
  readonly station: Station;
  readonly unlock: UnlockRequest;
}

/** A key backup that has that file in the place of every other one. */
function asKeyBackup({ file, unlock }: Given): Uint8Array {
  const names = unlock.first.map(({ holder, of }) => `${holder}-${of}.age`);
  return zipFiles(new Map([...names, 'manifest.json'].map((name) => [name, file])));
}

function withFileAs(holder: string, { file, unlock }: Given): UnlockRequest {
  const first = unlock.first.map((each) => (each.holder === holder ? { ...each, ageFile: file } : each));
  return { ...unlock, first, second: first };
}

/** How each method of the protocol is asked, that file in each place that takes octets. A new method has to be asked too. */
const asked: {
  readonly [M in CustodyMethod]: (vault: KeyVault, given: Given) => readonly Promise<unknown>[];
} = {
  makeStationKeys: () => [
    // It takes no file, and answers with the new station's own words, once; a vault of its own, not to lose this one's keys.
    new KeyVault().makeStationKeys({
      stationId: 's',
      suite: 'ecdsa-p256',
      passphrase,
      officerId: 'o',
      stationName: 'Tirkelim',
      notBeforeIso: '2026-11-23T04:00:00Z',
      wordScript: 'latin',
    }),
  ],
  makeAuthorityKey: (_, { unlock }) => {
    const vault = new KeyVault();
    const request = { generation: 3, suite: 'ecdsa-p256' as const };
    return [vault.unlock(unlock).then(() => vault.makeAuthorityKey(request))];
  },
  signStatement: (vault, { unlock: { station, officers } }) => [
    vault.signStatement({ before: station, next: { ...station, epoch: station.epoch + 1 }, officers }),
  ],
  makeOfficer: (vault) => [
    vault.makeOfficer({ passphrase: 'жаңа', again: 'жаңа' }),
    vault.makeOfficer({ passphrase: 'жаңа', again: 'басқа' }),
  ],
  changeOfficers: (vault, { file, unlock: { station, officers, first, second } }) => {
    const added = { id: 'added', signingSpkiDer: new Uint8Array([1]), ageRecipient: ofAdded, name: 'А' };
    const entry = { from: '2026-11-23T04:00:00Z' as Instant, roles: ['registrar' as const] };
    const stated = [...officers, { ...added, roles: [entry] }];
    const request = { before: station, next: station, officersBefore: officers, officers: stated };
    const beside = { officerId: officers[0]?.id ?? '', passphrase, file };
    const bent = first.map((each) => ({ ...each, ageFile: file }));
    return [
      vault.changeOfficers({ ...request, copies: { first, second } }),
      vault.changeOfficers({ ...request, copies: { first: bent, second: bent } }),
      vault.changeOfficers({ ...request, copies: { first, second }, second: beside }),
    ];
  },
  followStatement: (vault, { file, station: { statement } }) => [
    vault.followStatement({ text: statement?.text ?? '', signature: file }),
    vault.followStatement({ text: bytesToHex(file), signature: file }),
  ],
  signConfirmation: (vault, { station, unlock: { officerId: officer } }) => {
    const application = { id: 'a', content: anIndividual() };
    const at = '2026-11-23T04:00:00Z' as Instant;
    return [vault.signConfirmation({ station, application, clause: 'N-5.1', officer, at })];
  },
  anchorOfficer: (vault, { file }) => [vault.anchorOfficer({ officerFile: file, passphrase })],
  unlock: (_, given) =>
    ['officer', 'station', 'authority', 'scans', 'anchor'].map((holder) =>
      new KeyVault().unlock(withFileAs(holder, given)),
    ),
  unlockByRecovery: (_, given) =>
    ['officer', 'station', 'authority', 'scans', 'anchor'].map((holder) =>
      new KeyVault().unlockByRecovery({ ...withFileAs(holder, given), words: given.words }),
    ),
  knowsWords: (vault, { words }) => [vault.knowsWords(words)],
  makeRecovery: (vault, { words }) => [vault.makeRecovery({ words, wordScript: 'latin' })],
  renewRecovery: (_, given) =>
    ['station', 'authority', 'scans', 'anchor'].map(async (holder) => {
      const vault = new KeyVault();
      taken(await vault.unlock(given.unlock));
      const made = taken(await vault.makeRecovery({ words: given.words, wordScript: 'latin' }));
      const { first, second } = withFileAs(holder, given);
      const { station, officers } = given.unlock;
      return vault.renewRecovery({ words: made.words, first, second, station, officers });
    }),
  changePassphrase: (vault, { file }) => [
    vault.changePassphrase({ oldPassphrase: passphrase, newPassphrase: 'басқа', officerFile: file }),
  ],
  rehearse: (vault, given) => {
    const authorities = authorityKeys(given.station);
    const { recoveryRecipient } = given.station;
    const request = { backup: asKeyBackup(given), authorities, anchor: given.station, recoveryRecipient };
    return [{ passphrase }, { words: given.words }].flatMap((secret) => [
      vault.rehearse({ ...request, secret }),
      vault.rehearse({ ...request, backup: given.file, secret }),
    ]);
  },
  signAsAuthority: (vault, { file, station }) => [
    ...(['certificates', 'crl', 'certification-request'] as const).map((what) => {
      const { suite, authoritySpkiDer: spkiDer } = station;
      return vault.signAsAuthority({ what, tbs: [file], suite, spkiDer, station });
    }),
  ],
  signApprovals: (vault, { file, station, unlock: { officerId: officer } }) => {
    const at = '2026-11-23T04:00:00Z' as Instant;
    const content = anIndividual();
    const request = { der: file, source: 'file', keyIdentifierHex: '', possessionProvedAt: at } as const;
    const confirmations = (['N-5.1', 'N-5.2'] as const).map((clause) => ({ clause, officer, at }));
    const examination = {
      contentDigest: contentDigest({ content, request }, sha256),
      confirmations,
      reasons: [],
    };
    const applications = [{ id: 'a', content, request, examination }];
    return [vault.signApprovals({ station, officer, at, applications })];
  },
  signActs: (vault, { file }) => [
    vault.signActs([
      {
        ...{ seq: 1, time: '2026-11-23T04:00:00Z' as Instant, officer: 'station', act: 'log-verified' },
        ...{ subjects: [bytesToHex(file)], previous: genesisHash },
        ...{ writes: [], payloadDigest: payloadDigest([], sha256) },
      },
    ]),
  ],
  signCheckpoint: (vault, { file }) => [
    vault.signCheckpoint({ size: 1, root: file.slice(0, 32) }),
    vault.signCheckpoint({ size: 1, root: file }),
  ],
  signDetached: (vault, { file }) => [vault.signDetached(file, '2026-11-23T04:00:00Z')],
  encrypt: (vault, { file }) => [vault.encrypt(file, 'scans'), vault.encrypt(file, 'officers')],
  decryptScan: (vault, { file }) => [vault.decryptScan(file)],
  decryptPackage: (vault, { file }) => [vault.decryptPackage(file)],
  decryptBackup: (vault, given) => [
    vault.decryptBackup({ backup: given.file, secret: { words: given.words } }),
    vault.decryptBackup({ backup: given.file, secret: { passphrase, keyBackup: keyBackupOf(given) } }),
    vault.decryptBackup({ backup: given.file, secret: { passphrase, keyBackup: asKeyBackup(given) } }),
  ],
  sealExchange: (vault, { file, station }) => [
    vault.sealExchange({
      ...{ station, receiver: '', zip: file, at: '2026-11-23T04:00:00Z' as Instant },
    }),
  ],
  openExchange: (vault, { file, station }) => [vault.openExchange({ station, file })],
  attestFieldStation: (vault, { file, station }) => [
    vault.attestFieldStation({
      ...{ station, request: file },
      notBefore: '2026-11-23T04:00:00Z' as Instant,
      validUntil: '2027-11-23T04:00:00Z' as Instant,
    }),
  ],
  openForRestore: (_, given) => {
    const vault = new KeyVault();
    const { station, officers, first } = given.unlock;
    const files = first.map((each) => ({ ...each, ageFile: given.file }));
    return [
      vault
        .decryptBackup({ backup: registerBackup, secret: { words: given.words } })
        .then(() => vault.openForRestore({ files, station, officers })),
    ];
  },
  makeSubscriberKey: (vault) => [
    vault.makeSubscriberKey({ ...ofOwner, passphrase: ownCarrier, friendlyName: 'a' }),
  ],
  makeHeldKeys: (vault) => [vault.makeHeldKeys([{ ...ofOwner, name: 'held' }])],
  heldKeys: (vault) => [vault.heldKeys()],
  sealHeldKey: (vault) => [
    vault.makeHeldKeys([{ ...ofOwner, name: 'sealed' }]).then(([made]) =>
      vault.sealHeldKey({
        name: 'sealed',
        passphrase: ownCarrier,
        friendlyName: 'a',
        certificates: made === undefined ? [] : [aCertificate(anAuthority(), { spkiDer: made.spkiDer })],
      }),
    ),
  ],
  opensHeldKey: (vault, { file }) => [
    vault
      .makeHeldKeys([{ ...ofOwner, name: 'opened' }])
      .then(() => vault.opensHeldKey({ name: 'opened', passphrase, carrier: file })),
  ],
  dropHeldKeys: (vault) => [vault.dropHeldKeys(['held'])],
  opensCarrier: (vault, { file, station }) => [
    vault.opensCarrier({
      suite: 'ecdsa-p256',
      spkiDer: station.authoritySpkiDer,
      passphrase,
      carrier: file,
    }),
  ],
};

/** Of an identity that nobody has. */
const { recipient: ofAdded } = await newIdentity();

const ofOwner = {
  suite: 'ecdsa-p256',
  subject: { kind: 'authority', region: 'Астана', organization: 'О', commonName: 'Н', email: 'a@example.kz' },
} as const;

function keyBackupOf({ unlock }: Given): Uint8Array {
  return zipFiles(new Map(unlock.first.map(({ holder, of, ageFile }) => [`${holder}-${of}.age`, ageFile])));
}

let office: OfficeAtWork;
let files: readonly VaultFile[];
let copies: readonly VaultFile[];
let material: KeyMaterial;
let given: Omit<Given, 'file'>;
let vault: KeyVault;
let registerBackup: Uint8Array;

beforeAll(async () => {
  office = anOffice();
  const words = await setUp(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  await renewed(office);
  const reading = await office.desk.store.read();
  files = await reading.list('vaultFile');
  copies = await office.desk.store.vaultCopy();
  material = await keyMaterialOf(files, { words, passphrase });
  const station = await stationOf(office);
  const officerId = files.find(({ holder }) => holder === 'officer')?.of ?? '';
  registerBackup = taken(await makeRegisterBackup(office.desk));
  const officers = await reading.list('officer');
  const unlock = { passphrase, officerId, first: files, second: copies, station, officers };
  given = { words, station, unlock };
  vault = new KeyVault();
  taken(await vault.unlock(unlock));
});

describe('[J01] no answer of the key worker has key material in it', () => {
  it('the search finds each secret in each of its writings', async () => {
    expect([...material.keys()].map((name) => name.replace(/:[0-9a-f]{8}/u, '')).sort()).toEqual([
      ...['authority:1 PKCS#8', 'authority:1 scalar', 'authority:2 PKCS#8', 'authority:2 scalar'],
      ...['officer PKCS#8', 'officer identity', 'officer scalar', 'recovery', 'scans:1 identity'],
      ...['station:1 PKCS#8', 'station:1 scalar'],
    ]);
    for (const [name, octets] of material) {
      const around = Buffer.concat([Buffer.from([7]), octets, Buffer.from([9])]);
      for (const written of [around, around.toString('hex'), around.toString('base64'), [{ deep: octets }]])
        expect(materialIn(written, material), name).toContain(name);
    }
    expect(materialIn('-----BEGIN PRIVATE KEY-----', material)).toEqual(['PRIVATE KEY']);
    expect(materialIn({ ok: true, value: { damaged: ['station:1'] } }, material)).toEqual([]);
  });

  it('the protocol has no method that is not asked', () => {
    const onVault = Object.getOwnPropertyNames(KeyVault.prototype).filter((name) => name !== 'constructor');
    expect(Object.keys(asked).sort()).toEqual(onVault.sort());
    expect([...custodyMethods].sort()).toEqual(onVault.sort());
  });

  it.each(Object.keys(asked) as CustodyMethod[])(
    '%s, given every vault file of both copies',
    async (method) => {
      expect(files.map(({ holder }) => holder).sort()).toEqual([
        ...['anchor', 'authority', 'authority', 'officer', 'scans', 'station'],
      ]);
      for (const { id, ageFile } of [...files, ...copies]) {
        const answers = await Promise.allSettled(asked[method](vault, { ...given, file: ageFile }));
        for (const answer of answers)
          // Of a fault its name alone leaves the worker; the message is looked at all the same.
          expect(materialIn(leaving(answer), material), `${method} given ${id}`).toEqual([]);
      }
    },
  );

  it('a scan’s row with a vault file in it opens as nothing, though its digest is right', async () => {
    for (const { id, ageFile } of files) {
      await plant(ageFile);
      const opened = await openScan(office.desk, 'planted');
      expect(opened, id).toEqual({ ok: false, error: { type: 'DamagedOrWrongKey' } });
    }
  });

  it('a vault file that was encrypted to the scans’ key as well is no scan', async () => {
    const { scansRecipient } = given.station;
    const pem = new TextEncoder().encode('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
    const bent = await encryptToRecipients(pem, [scansRecipient]);
    expect(await vault.decryptScan(bent)).toEqual({ ok: false, error: { type: 'DamagedOrWrongKey' } });
    const scan = new TextEncoder().encode('%PDF-1.7');
    const sound = await encryptToRecipients(scan, [scansRecipient]);
    expect(await vault.decryptScan(sound)).toEqual({ ok: true, value: scan });
  });
});

function leaving(answer: PromiseSettledResult<unknown>): unknown {
  if (answer.status === 'fulfilled') return answer.value;
  const reason: unknown = answer.reason;
  return reason instanceof Error ? [reason.name, reason.message] : reason;
}

/** What anybody at the computer can write: a scan's row and its octets, the digest right. */
async function plant(octets: Uint8Array): Promise<void> {
  const { desk } = office;
  const record = {
    id: 'planted',
    salt: '',
    fileName: 'scan.pdf',
    type: 'application/pdf' as const,
    octets: octets.length,
    addedAt: desk.clock.now(),
    encryptedSha256Hex: bytesToHex(desk.sha256(octets)),
  };
  taken(
    await transact(desk, () =>
      Promise.resolve(
        ok({
          acts: [
            {
              act: 'application-received' as const,
              subjects: [],
              puts: [{ collection: 'attachment' as const, record }],
            },
          ],
          unauditedPuts: [{ collection: 'blob' as const, record: { id: 'planted', octets } }],
          answer: null,
        }),
      ),
    ),
  );
}
