import { exportedRecordText } from '#domain/audit/audit-record.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writePem } from '#domain/der/pem.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { rowsOf } from './compare-rows.ts';
import { checkProgram, logReadMe } from './exported-log-words.ts';

/**
 * The whole log as a ZIP in which a stranger reckons every hash again and verifies every signature without us: the records as they were
 * signed, one a line (RFC 8785, SHA-256), the officers' public keys, the station's certificate and the heads that it signed with each CRL.
 */
export async function exportLog(
  desk: Pick<Desk, 'store' | 'archive'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const total = snapshot.head?.seq ?? 0;
  const lines: string[] = [];
  for await (const page of rowsOf(snapshot, 'audit')) {
    for (const { record: stored } of page) {
      const record = readAuditRecord(stored);
      // A row that is none is told by the verification; what can be checked is given out all the same.
      if (record !== null) lines.push(`${exportedRecordText(record)}\n`);
    }
    options.onProgress?.(lines.length, total);
  }
  const files = new Map([
    ['README.txt', encodeUtf8(logReadMe)],
    ['check.py', encodeUtf8(checkProgram)],
    ['log.jsonl', encodeUtf8(lines.join(''))],
  ]);
  const certificate = memberOf(await snapshot.get('station', 'station'), 'stationCertificateDer');
  if (certificate instanceof Uint8Array)
    files.set('station.pem', encodeUtf8(writePem('CERTIFICATE', certificate)));
  await addOfficers(snapshot, files);
  await addHeads(snapshot, files);
  return desk.archive.pack(files);
}

async function addOfficers(snapshot: Snapshot, files: Map<string, Uint8Array>): Promise<void> {
  for await (const page of rowsOf(snapshot, 'officer'))
    for (const { key, record } of page) {
      const spkiDer = memberOf(record, 'signingSpkiDer');
      if (isPlainName(key) && spkiDer instanceof Uint8Array)
        files.set(`officers/${key}.pem`, encodeUtf8(writePem('PUBLIC KEY', spkiDer)));
    }
}

async function addHeads(snapshot: Snapshot, files: Map<string, Uint8Array>): Promise<void> {
  for await (const page of rowsOf(snapshot, 'crl'))
    for (const { key, record } of page) {
      const text = memberOf(record, 'headJson');
      const signature = memberOf(record, 'headSignatureDer');
      if (!isPlainName(key) || typeof text !== 'string' || !(signature instanceof Uint8Array)) continue;
      const number = key.replace(/^0+(?=.)/u, '');
      files.set(`heads/${number}.json`, encodeUtf8(text));
      files.set(`heads/${number}.json.p7s`, signature);
    }
}

/** Keys come from the database as anybody may have left it. */
function isPlainName(key: string): boolean {
  return /^[\w-]{1,100}$/.test(key);
}
