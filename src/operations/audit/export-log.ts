import { type Digest, exportedRecordText } from '#domain/audit/audit-record.ts';
import { readCheckpoint } from '#domain/audit/checkpoint.ts';
import { logTiles } from '#domain/audit/log-tiles.ts';
import { appendLeaf, emptyEdge, leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { bytesEqual, bytesToBase64 } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';
import { writePem } from '#domain/der/pem.ts';
import { logEdge, requireSound } from '#operations/soundness.ts';
import type { SignedCheckpoint } from '#ports/custody.ts';
import { fileRefusal } from '#operations/your-role.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { rowsOf } from './compare-rows.ts';
import { checkProgram, logReadMe } from './exported-log-words.ts';

/**
 * The whole log as a ZIP in which a stranger reckons every hash again and verifies every signature without us: the records as they were
 * signed, one a line (RFC 8785, SHA-256), the officers' public keys, the station's certificate and the heads that it signed with each CRL.
 */
export async function exportLog(
  desk: Pick<Desk, 'store' | 'archive' | 'sha256' | 'custody' | 'verifyRegister'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const total = snapshot.head?.seq ?? 0;
  const lines: string[] = [];
  const entries: Uint8Array[] = [];
  for await (const page of rowsOf(snapshot, 'audit')) {
    for (const { record: stored } of page) {
      const record = readAuditRecord(stored);
      // A row that is none is told by the verification; what can be checked is given out all the same.
      if (record === null) continue;
      lines.push(`${exportedRecordText(record)}\n`);
      entries.push(treeEntry(record));
    }
    options.onProgress?.(lines.length, total);
  }
  const files = new Map([
    ['README.txt', encodeUtf8(logReadMe)],
    ['check.py', encodeUtf8(checkProgram)],
    ['log.jsonl', encodeUtf8(lines.join(''))],
  ]);
  addStation(await snapshot.get('station', 'station'), files);
  await addOfficers(snapshot, files);
  const newest = await addHeads(snapshot, files);
  addTree(files, entries, (await freshCheckpoint(desk, snapshot, entries)) ?? newest, desk.sha256);
  return desk.archive.pack(files);
}

/** As anybody may have left it. */
function addStation(station: unknown, files: Map<string, Uint8Array>): void {
  const [certificate, spkiDer] = [
    memberOf(station, 'stationCertificateDer'),
    memberOf(station, 'stationSpkiDer'),
  ];
  if (certificate instanceof Uint8Array)
    files.set('station.pem', encodeUtf8(writePem('CERTIFICATE', certificate)));
  if (spkiDer instanceof Uint8Array)
    files.set('station-key.pem', encodeUtf8(writePem('PUBLIC KEY', spkiDer)));
  const statement = memberOf(station, 'statement');
  const [text, signature] = [memberOf(statement, 'text'), memberOf(statement, 'signature')];
  if (typeof text !== 'string' || !(signature instanceof Uint8Array)) return;
  files.set('statement.json', encodeUtf8(text));
  files.set('statement.txt', encodeUtf8(`${bytesToBase64(signature)}\n`));
  const chain = memberOf(statement, 'chain');
  for (const [i, link] of (Array.isArray(chain) ? (chain as readonly unknown[]) : []).entries())
    addLink(`chain/${String(i + 1).padStart(4, '0')}`, link, files);
}

function addLink(name: string, link: unknown, files: Map<string, Uint8Array>): void {
  const [text, signatures] = [memberOf(link, 'text'), memberOf(link, 'signatures')];
  if (typeof text !== 'string') return;
  const ofOfficers = (Array.isArray(signatures) ? (signatures as readonly unknown[]) : []).map(
    (each): readonly [string, unknown] => [
      `officer ${String(memberOf(each, 'officer'))}`,
      memberOf(each, 'signature'),
    ],
  );
  const others = (['words', 'station'] as const).map((who) => [who, memberOf(link, who)] as const);
  const lines = [...ofOfficers, ...others].flatMap(([who, signature]) =>
    signature instanceof Uint8Array ? [`${who} ${bytesToBase64(signature)}\n`] : [],
  );
  files.set(`${name}.json`, encodeUtf8(text));
  files.set(`${name}.txt`, encodeUtf8(lines.join('')));
}

async function addOfficers(snapshot: Snapshot, files: Map<string, Uint8Array>): Promise<void> {
  for await (const page of rowsOf(snapshot, 'officer'))
    for (const { key, record } of page) {
      const spkiDer = memberOf(record, 'signingSpkiDer');
      if (isPlainName(key) && spkiDer instanceof Uint8Array)
        files.set(`officers/${key}.pem`, encodeUtf8(writePem('PUBLIC KEY', spkiDer)));
    }
}

/** Signed now, where the station is open: the tree that was verified, and only where what goes out has that very tree. */
async function freshCheckpoint(
  desk: Parameters<typeof exportLog>[0],
  snapshot: Snapshot,
  entries: readonly Uint8Array[],
): Promise<SignedCheckpoint | null> {
  // Not everybody has the station's key: the log goes out by the last checkpoint that was signed.
  const isOpen = desk.custody.isUnlocked() && (await fileRefusal(desk, snapshot, 'station')) === null;
  if (!isOpen || !(await requireSound(desk, 'backup')).ok) return null;
  const read = entries.reduce(
    (before, entry) => appendLeaf(before, leafHash(entry, desk.sha256), desk.sha256),
    emptyEdge,
  );
  const verified = await logEdge(desk, snapshot);
  const root = rootOf(verified, desk.sha256);
  const isSame = read.size === verified.size && bytesEqual(rootOf(read, desk.sha256), root);
  return isSame ? desk.custody.signCheckpoint({ size: verified.size, root }) : null;
}

/** The log as c2sp.org/tlog-tiles has it, up to the checkpoint: as far as the station vouches for it. */
function addTree(
  files: Map<string, Uint8Array>,
  entries: readonly Uint8Array[],
  signed: SignedCheckpoint | null,
  sha256: Digest,
): void {
  const checkpoint = signed === null ? null : readCheckpoint(signed.checkpoint);
  if (signed === null || checkpoint === null || checkpoint.size > entries.length) return;
  files.set('checkpoint', encodeUtf8(signed.checkpoint));
  files.set('vkey.txt', encodeUtf8(`${signed.logKey}\n`));
  for (const [path, octets] of logTiles(entries.slice(0, checkpoint.size), sha256)) files.set(path, octets);
}

/** The heads beside the CRLs, and the newest checkpoint among them. */
async function addHeads(
  snapshot: Snapshot,
  files: Map<string, Uint8Array>,
): Promise<SignedCheckpoint | null> {
  let newest: SignedCheckpoint | null = null;
  for await (const page of rowsOf(snapshot, 'crl'))
    for (const { key, record } of page) {
      const text = memberOf(record, 'headJson');
      const signature = memberOf(record, 'headSignatureDer');
      if (!isPlainName(key) || typeof text !== 'string' || !(signature instanceof Uint8Array)) continue;
      const number = key.replace(/^0+(?=.)/u, '');
      files.set(`heads/${number}.json`, encodeUtf8(text));
      files.set(`heads/${number}.json.p7s`, signature);
      const { checkpoint, logKey } = readSignedHead(text) ?? {};
      if (checkpoint === undefined || logKey === undefined) continue;
      files.set(`checkpoints/${number}`, encodeUtf8(checkpoint));
      // Keys are numbers of lists, and those of an earlier version were greater.
      if (sizeOf(checkpoint) > sizeOf(newest?.checkpoint)) newest = { checkpoint, logKey };
    }
  return newest;
}

function sizeOf(checkpoint = ''): number {
  return readCheckpoint(checkpoint)?.size ?? -1;
}

/** Keys come from the database as anybody may have left it. */
function isPlainName(key: string): boolean {
  return /^[\w-]{1,100}$/.test(key);
}
