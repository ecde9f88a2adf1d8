import { type Sha256 } from '#domain/audit/audit-record.ts';
import { compareWithRegister, followChain, startChain, type ChainFault } from '#domain/audit/verify-chain.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { base64ToBytes, bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import type { Station } from '#domain/authority/station.ts';
import { auditedNames } from '#operations/audit/verify-log.ts';
import type { UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { CollectionName, Put } from '#ports/register-store.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type BackupRefusal =
  | TransactionRefusal
  | UnlockRefusal
  | { readonly type: 'StationMissing' | 'NotABackup' | 'OtherKey' }
  | { readonly type: 'BackupNewer'; readonly format: number }
  | { readonly type: 'FileChanged'; readonly name: string }
  | { readonly type: 'ChainBroken'; readonly faults: readonly ChainFault[] }
  | { readonly type: 'RegisterNotEmpty' };

const formatVersion = 1;
const backedUp: readonly CollectionName[] = [...auditedNames, 'audit', 'blob', 'crlFile', 'draft'];
const maximumOctets = 2 * 1024 * 1024 * 1024;

const readMe = `Tirkelim register backup
========================
This ZIP was encrypted as one age file to the officers and to the recovery secret:

  age -d -i officer.txt register.age > register.zip ; unzip register.zip

Each *.jsonl has one record a line; octets are written {"base64": "…"}. audit.jsonl is the log, in order.
manifest.json has the SHA-256 of each file and the log's head; manifest.json.p7s is the station's signature on it:

  openssl cms -verify -binary -inform DER -in manifest.json.p7s -content manifest.json -noverify
`;

/** The whole register as one file, encrypted to the officers and the recovery secret; what is in it opens without us. */
export async function makeRegisterBackup(
  desk: Desk,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Result<Uint8Array, BackupRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'DamagedOrWrongKey' });
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const files = new Map<string, Uint8Array>();
  for (const [done, collection] of backedUp.entries()) {
    const records = await snapshot.list(collection);
    files.set(
      `${collection}.jsonl`,
      encodeUtf8(records.map((record) => `${JSON.stringify(plain(record))}\n`).join('')),
    );
    options.onProgress?.(done + 1, backedUp.length + 2);
  }
  files.set('README.txt', encodeUtf8(readMe));
  const manifest = canonicalForm({
    format: 'tirkelim-register-backup',
    version: formatVersion,
    stationId: station.stationId,
    kind: station.kind,
    epoch: station.epoch,
    madeAt: desk.clock.now(),
    head: { seq: snapshot.head?.seq ?? 0, hash: snapshot.head?.hash ?? '', time: snapshot.head?.time ?? '' },
    files: [...files].map(([name, octets]) => ({ name, sha256: bytesToHex(desk.sha256(octets)) })),
  });
  const manifestOctets = encodeUtf8(manifest);
  files.set('manifest.json', manifestOctets);
  files.set('manifest.json.p7s', await desk.custody.signDetached(manifestOctets, desk.clock.now()));
  const officers = await snapshot.list('officer');
  const recipients = [...officers.map(({ ageRecipient }) => ageRecipient), station.recoveryRecipient];
  const encrypted = await desk.custody.encrypt(desk.archive.pack(files), recipients);
  options.onProgress?.(backedUp.length + 2, backedUp.length + 2);
  return ok(encrypted);
}

export interface OpenedBackup {
  readonly station: Station;
  readonly madeAt: Instant;
  readonly acts: number;
  readonly entries: number;
  readonly puts: readonly Put[];
}

/**
 * Opens a register backup and verifies all of it, log and records, before anything is written. The secret is the recovery
 * words, or an officer's passphrase with the key backup that holds that officer's file.
 */
export async function openRegisterBackup(
  desk: Desk,
  command: { readonly backup: Uint8Array; readonly words: readonly string[] },
): Promise<Result<OpenedBackup, BackupRefusal>> {
  const opened = await desk.custody.decryptBackup({
    backup: command.backup,
    secret: { words: command.words },
  });
  if (!opened.ok) return opened;
  const archive = desk.archive.unpack(opened.value, maximumOctets);
  if (!archive.ok) return err({ type: 'NotABackup' });
  const manifest = readManifest(archive.value.get('manifest.json'));
  if (manifest === null) return err({ type: 'NotABackup' });
  if (manifest.version > formatVersion) return err({ type: 'BackupNewer', format: manifest.version });
  for (const { name, sha256 } of manifest.files) {
    const octets = archive.value.get(name);
    if (octets === undefined || bytesToHex(desk.sha256(octets)) !== sha256)
      return err({ type: 'FileChanged', name });
  }
  const puts: Put[] = [];
  for (const collection of backedUp) {
    const text = decodeUtf8(archive.value.get(`${collection}.jsonl`) ?? new Uint8Array());
    if (text === null) return err({ type: 'FileChanged', name: `${collection}.jsonl` });
    for (const line of text.split('\n'))
      if (line !== '') puts.push({ collection, record: revived(JSON.parse(line)) } as Put);
  }
  const faults = verifyPuts(puts, desk.sha256);
  if (faults.length > 0) return err({ type: 'ChainBroken', faults });
  const station = puts.find(({ collection }) => collection === 'station')?.record as Station | undefined;
  if (station === undefined) return err({ type: 'NotABackup' });
  const counted = (collection: CollectionName) => puts.filter((put) => put.collection === collection).length;
  return ok({ station, madeAt: manifest.madeAt, acts: counted('audit'), entries: counted('entry'), puts });
}

/**
 * Restores into an empty browser. The epoch rises, so that no serial or CRL number of before can come again; the keys stay
 * locked until an officer opens them.
 */
export async function restoreRegister(
  desk: Desk,
  command: { readonly opened: OpenedBackup; readonly highestEpochSeen: number },
): Promise<Result<Station, BackupRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  const state = await desk.store.state();
  if (state.type === 'present') return err({ type: 'RegisterNotEmpty' });
  const replaced = await desk.store.replaceAll(command.opened.puts);
  if (replaced.type === 'no-room') return err({ type: 'NoRoom' });
  if (replaced.type !== 'committed') return err({ type: 'NotABackup' });
  return transact<Station, BackupRefusal>(desk, async (snapshot, restoredAt) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const epoch = Math.max(before.epoch, command.highestEpochSeen) + 1;
    const record: Station = { ...before, salt: newSalt(desk.random), epoch, restoredAt };
    return ok({
      acts: [
        { act: 'register-restored', subjects: [before.stationId] },
        { act: 'epoch-raised', subjects: [String(epoch)], puts: [{ collection: 'station', record }] },
      ],
      answer: record,
    });
  });
}

function verifyPuts(puts: readonly Put[], sha256: Sha256): readonly ChainFault[] {
  const chain = startChain();
  const stored = new Map<string, string>();
  for (const { collection, record } of puts) {
    if (collection === 'audit') followChain(chain, record, sha256);
    else if ((auditedNames as readonly string[]).includes(collection))
      stored.set(`${collection}/${record.id}`, recordDigest(record, sha256));
  }
  compareWithRegister(chain, stored);
  return chain.faults;
}

interface Manifest {
  readonly version: number;
  readonly madeAt: Instant;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

function readManifest(octets: Uint8Array | undefined): Manifest | null {
  if (octets === undefined) return null;
  try {
    const read = JSON.parse(decodeUtf8(octets) ?? '') as Manifest & { readonly format?: string };
    return read.format === 'tirkelim-register-backup' ? read : null;
  } catch {
    return null;
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: bytesToBase64(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === 'base64') return base64ToBytes(String(entries[0][1]));
  return Object.fromEntries(entries.map(([key, part]) => [key, revived(part)]));
}
