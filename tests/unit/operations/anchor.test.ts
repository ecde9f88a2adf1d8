/** What may be believed follows from a passphrase or from the recovery words alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptFile, encryptToRecipients, identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import type { Station } from '#domain/authority/station.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { requireSound } from '#operations/soundness.ts';
import { makeKeyBackup } from '#operations/station/key-backup.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { beginRenewal } from '#operations/station/renewal.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { changed, changedRow } from '#tests/support/changed-content.ts';
import { anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { aRenewal } from '#tests/support/renewal-at-work.ts';

interface Prepared {
  readonly content: RegisterContent;
  readonly words: readonly string[];
  readonly station: Station;
  readonly officerId: string;
  readonly keyBackup: Uint8Array;
}

let own: Prepared;
/** Another station that gave itself the very id of ours. */
let forger: Prepared & { readonly desk: Desk };

beforeAll(async () => {
  own = await aStation(anOffice().desk);
  const other = anOffice().desk;
  let ids = 0;
  const random: Desk['random'] = (octets) => {
    ids += 1;
    // The officer's id is drawn first, then the station's.
    return ids === 2 ? (hexToBytes(own.station.stationId) ?? other.random(octets)) : other.random(octets);
  };
  const desk = { ...other, random };
  forger = { ...(await aStation(desk)), desk };
  expect(forger.station.stationId).toBe(own.station.stationId);
});

async function aStation(desk: Desk): Promise<Prepared> {
  const words = await setUp({ ...anOffice(), desk });
  taken(await signCrl(desk));
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  const officerId = desk.custody.officerId();
  if (station === undefined || officerId === null) throw new Error('no station');
  const keyBackup = taken(await makeKeyBackup(desk));
  return { content: await contentOf(desk.store), words, station, officerId, keyBackup };
}

/** A browser in which that lies. */
function over(content: RegisterContent): Desk {
  return { ...anOffice().desk, store: memoryStore(content) };
}

const byPassphrase = () => ({ officerId: own.officerId, secret: { passphrase } });
const byWords = () => ({ officerId: own.officerId, secret: { words: own.words } });

const editedStation = (change: Partial<Station>) => changedRow(own.content, 'station', 0, () => change);

describe.each([
  ['the passphrase', byPassphrase],
  ['the recovery words', byWords],
])('[J07] an unlock by %s', (_, secret) => {
  it('of an untouched register goes by its anchor, and tells nothing', async () => {
    const desk = over(own.content);
    expect(await unlockStation(desk, secret())).toEqual({ ok: true, value: { damaged: [], edited: [] } });
    expect(desk.custody.anchoredKeyHex()).toBe(Buffer.from(own.station.stationSpkiDer).toString('hex'));
  });

  it.each<[string, Partial<Station>, string]>([
    ['another recovery recipient', { recoveryRecipient: 'age1stranger' }, 'recovery-recipient'],
    ['another recipient of scans', { scansRecipient: 'age1stranger' }, 'scans-recipient'],
    ['another epoch', { epoch: 9 }, 'epoch'],
    ['another key of the authority', { authoritySpkiDer: new Uint8Array([1]) }, 'authority-keys'],
    ['other addresses', { addresses: { crl: 'http://x.kz/n.crl' } }, 'station-record'],
  ])('tells %s, takes nothing from it, and nothing is packed or signed', async (_name, change, part) => {
    const desk = over(editedStation(change));
    const { edited } = taken(await unlockStation(desk, secret()));
    expect(edited).toContain(part);
    expect(await signCrl(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
    expect(await makeRegisterBackup(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
    expect(await beginRenewal(desk, aRenewal())).toMatchObject({
      ok: false,
      error: { type: 'RegisterTouched' },
    });
  });

  it('tells an officer’s row with a stranger’s keys', async () => {
    const { signingSpkiDer, ageRecipient } = await officerOf(forger);
    const touched = changedRow(own.content, 'officer', 0, () => ({ signingSpkiDer, ageRecipient }));
    const desk = over(touched);
    expect(taken(await unlockStation(desk, secret())).edited).toEqual(['officers']);
    expect(await makeRegisterBackup(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });

  it('encrypts to whom the statement names, whatever the rows say', async () => {
    const { ageRecipient } = await officerOf(forger);
    const desk = over(
      changedRow(editedStation({ recoveryRecipient: ageRecipient }), 'officer', 0, () => ({ ageRecipient })),
    );
    taken(await unlockStation(desk, secret()));
    const zip = zipFiles(
      new Map([
        ['manifest.json', new TextEncoder().encode('{"format":"tirkelim-register-backup","files":[]}')],
      ]),
    );
    const file = taken(await desk.custody.encrypt(zip, 'officers'));
    const opened = async (words: readonly string[]) =>
      (await anOffice().desk.custody.decryptBackup({ backup: file, secret: { words } })).ok;
    expect(await opened(own.words)).toBe(true);
    expect(await opened(forger.words)).toBe(false);
  });

  it.each<[string, (station: Station) => Partial<Station>]>([
    ['is gone', () => ({ statement: undefined as never })],
    ['is one by another key', () => ({ statement: forger.station.statement as never })],
    [
      'says one thing more',
      ({ statement }) => ({
        statement: { ...statement, text: statement?.text.replace('"epoch":1', '"epoch":7') } as never,
      }),
    ],
  ])('is refused where the statement %s', async (_name, change) => {
    const desk = over(editedStation(change(own.station)));
    expect(await unlockStation(desk, secret())).toEqual({ ok: false, error: { type: 'StatementInvalid' } });
    expect(desk.custody.isUnlocked()).toBe(false);
    // The secret was right: it is no guess that would have to wait.
    expect(await (await desk.store.read()).get('device', `unlock-failures:${own.officerId}`)).toBeUndefined();
  });

  it('is refused where the whole register is a forger’s, sound by his own keys', async () => {
    const ids = new Set(['anchor:1', `officer:${own.officerId}`]);
    const planted = changed(forger.content, (tables) => {
      const files = tables.get('vaultFile');
      for (const [id, row] of own.content.tables.get('vaultFile') ?? []) if (ids.has(id)) files?.set(id, row);
    });
    const desk = over({ ...planted, vault: own.content.vault.filter(({ id }) => ids.has(id)) });
    expect(await unlockStation(desk, secret())).toEqual({ ok: false, error: { type: 'StationForeign' } });
  });
});

it('a forger’s log beside our own vault and station is signed by nobody whom the statement names', async () => {
  const desk = over(
    changed(forger.content, (tables) => {
      for (const name of ['station', 'vaultFile'])
        tables.set(name, new Map(own.content.tables.get(name as never) ?? []));
    }),
  );
  const mine = { ...desk, store: { ...desk.store, vaultCopy: () => Promise.resolve(own.content.vault) } };
  const { edited } = taken(await unlockStation(mine, byPassphrase()));
  expect(edited).toEqual(['officers']);
  expect((await verifyLog(mine)).faults.map(({ type }) => type)).toContain('SignerUnknown');
  expect(await signCrl(mine)).toMatchObject({ error: { type: 'RegisterTouched' } });
});

it('a register that is a forger’s since the station was opened is refused before a signature', async () => {
  const opened = over(own.content);
  taken(await unlockStation(opened, byPassphrase()));
  const swapped = { ...opened, store: memoryStore(forger.content) };
  expect(await requireSound(swapped, 'crl')).toEqual({
    ok: false,
    error: { type: 'RegisterTouched', faults: [{ type: 'StatementInvalid' }] },
  });
});

it('[D05] a vault file of another station is refused by what the secret vouches for', async () => {
  const desk = over(own.content);
  const files = await (await over(forger.content).store.read()).list('vaultFile');
  for (const file of files.filter(({ holder }) => holder !== 'officer')) {
    const bent = changed(own.content, (tables) => {
      tables.get('vaultFile')?.set(file.id, { record: file, keys: {} });
    });
    const copies = own.content.vault.map((each) => (each.id === file.id ? file : each));
    const refused = await unlockStation(over({ ...bent, vault: copies }), byPassphrase());
    expect(refused.ok, file.id).toBe(false);
  }
  expect((await unlockStation(desk, byPassphrase())).ok).toBe(true);
});

describe('[J06] a backup by a foreign station key, encrypted to the real recipients', () => {
  /** The forger's own, whole and signed, with that file in the place of the anchor's. */
  async function forged(anchor: Uint8Array | null): Promise<Uint8Array> {
    const { desk, words } = forger;
    const backup = taken(await makeRegisterBackup(desk));
    const { octets } = taken(await desk.custody.decryptBackup({ backup, secret: { words } }));
    const files = new Map(taken(unzipFiles(octets, 1e9)));
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as {
      readonly files: readonly { readonly name: string }[];
    };
    files.delete('anchor.age');
    const named = manifest.files.filter(({ name }) => name !== 'anchor.age');
    const signed = new TextEncoder().encode(JSON.stringify({ ...manifest, files: named }));
    if (anchor !== null) files.set('anchor.age', anchor);
    files.set('manifest.json', signed);
    files.set('manifest.json.p7s', await desk.custody.signDetached(signed, desk.clock.now()));
    const { ageRecipient } = await officerOf(own);
    return encryptToRecipients(zipFiles(files), [ageRecipient, own.station.recoveryRecipient]);
  }

  const anchorOf = ({ content }: Prepared) =>
    content.vault.find(({ holder }) => holder === 'anchor')?.ageFile ?? new Uint8Array();

  const secrets = () => [{ words: own.words }, { passphrase, keyBackup: own.keyBackup }];

  it('is refused with our own anchor in it, by words and by passphrase', async () => {
    const backup = await forged(anchorOf(own));
    for (const secret of secrets())
      expect(await openRegisterBackup(anOffice().desk, { backup, secret })).toEqual({
        ok: false,
        error: { type: 'BackupOfForeignKey' },
      });
  });

  it('is refused with an anchor by other words', async () => {
    // Encrypted to our recipients, as anybody can: the MAC is the forger's.
    const { words } = forger;
    const text = await plainAnchor(anchorOf(forger), words);
    const backup = await forged(await encryptToRecipients(text, [own.station.recoveryRecipient]));
    const [ofWords, ofPassphrase] = secrets();
    if (ofWords === undefined || ofPassphrase === undefined) throw new Error('no secret');
    expect(await openRegisterBackup(anOffice().desk, { backup, secret: ofWords })).toEqual({
      ok: false,
      error: { type: 'VaultKeyForeign', holder: 'anchor' },
    });
    expect(await openRegisterBackup(anOffice().desk, { backup, secret: ofPassphrase })).toEqual({
      ok: false,
      error: { type: 'BackupOfForeignKey' },
    });
  });

  it('is refused without an anchor: the words ask for the fingerprint, and its own does not help', async () => {
    const backup = await forged(null);
    const [secret, ofPassphrase] = secrets();
    if (secret === undefined || ofPassphrase === undefined) throw new Error('no secret');
    const { desk } = anOffice();
    expect(await openRegisterBackup(desk, { backup, secret })).toEqual({
      ok: false,
      error: { type: 'BackupWithoutAnchor' },
    });
    const stationFingerprint = Buffer.from(desk.sha256(own.station.stationCertificateDer)).toString('hex');
    expect(await openRegisterBackup(desk, { backup, secret, stationFingerprint })).toEqual({
      ok: false,
      error: { type: 'BackupOfForeignKey' },
    });
    expect(await openRegisterBackup(desk, { backup, secret: ofPassphrase })).toEqual({
      ok: false,
      error: { type: 'BackupOfForeignKey' },
    });
  });

  it('and our own opens by both', async () => {
    const desk = over(own.content);
    taken(await unlockStation(desk, byPassphrase()));
    const backup = taken(await makeRegisterBackup(desk));
    for (const secret of secrets())
      expect((await openRegisterBackup(anOffice().desk, { backup, secret })).ok).toBe(true);
  });
});

describe('[J16] a backup', () => {
  it('of a trial, at the address of a real station', async () => {
    const { desk } = anOffice();
    const made = taken(await makeStation(desk, { ...aTrial, passphrase }));
    const backup = taken(await makeRegisterBackup(desk));
    const secret = { words: made.recoveryWords };
    expect(await openRegisterBackup(desk, { backup, secret })).toEqual({
      ok: false,
      error: { type: 'BackupOfTrial' },
    });
    expect((await openRegisterBackup({ ...desk, demonstration: true }, { backup, secret })).ok).toBe(true);
  });

  it.each([
    ['a real station’s, in the trial', true, 'BackupOfRealStation'],
    ['a real station’s, at its address', false, null],
  ] as const)('of %s', async (_, demonstration, refusal) => {
    const desk = over(own.content);
    taken(await unlockStation(desk, byPassphrase()));
    const backup = taken(await makeRegisterBackup(desk));
    const at = { ...anOffice().desk, demonstration };
    const opened = await openRegisterBackup(at, { backup, secret: { words: own.words } });
    expect(opened.ok ? null : opened.error.type).toBe(refusal);
  });
});

const aTrial = {
  kind: 'N',
  demonstration: true,
  authority: { organisation: 'О', commonName: 'Н', region: 'Астана', email: 'ca@example.kz' },
  addresses: {},
  suite: 'ecdsa-p256',
  authorityValidityYears: 10,
  officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
  wordScript: 'latin',
} as const;

async function officerOf({ content }: Pick<Prepared, 'content'>) {
  const [officer] = await (await memoryStore(content).read()).list('officer');
  if (officer === undefined) throw new Error('no officer');
  return officer;
}

async function plainAnchor(ageFile: Uint8Array, words: readonly string[]): Promise<Uint8Array> {
  const secret = readRecoveryWords(words, sha256);
  if (!(secret instanceof Uint8Array)) throw new Error('no words');
  const text = await decryptFile(ageFile, { identities: [identityOfOctets(secret)] });
  if (text === null) throw new Error('no anchor');
  return text;
}
