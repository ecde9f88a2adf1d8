import { vaultFileId } from '#domain/authority/officer-record.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type Result, err } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writePem } from '#domain/der/pem.ts';
import { backedUpNames } from '#domain/exchange/collections.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import {
  anchorFileName,
  backupFormat,
  backupFormatVersion,
  plainRecord,
  readRecordLine,
} from './backup-format.ts';
import { type NotYourRole, actRefusal, fileRefusal } from '#operations/your-role.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';

export type MakeBackupRefusal =
  RegisterTouched | NotYourRole | { readonly type: 'Locked' | 'StationMissing' };

const readMe = `Tirkelim register backup
========================
This ZIP was encrypted as one age file to the officers and to the recovery secret:

  age -d -i officer.txt register.age > register.zip ; unzip register.zip

Each *.jsonl has one record a line; octets are written {"base64": "…"}. audit.jsonl is the log, in order.
manifest.json has the SHA-256 of each file and the log's head; manifest.json.p7s is the station's signature on it, station.pem
the station's certificate; anchor.age says which station and which key of it the recovery words vouch for:

  openssl x509 -in station.pem -noout -fingerprint -sha256
  openssl cms -verify -binary -purpose any -inform DER -in manifest.json.p7s -content manifest.json -certfile station.pem -CAfile station.pem -out manifest.checked.json
  sha256sum *.jsonl

Compare the fingerprint with the one that is kept on paper or came with an archive package: a forger would have put his own
certificate here. Then compare the sums with those in manifest.checked.json.
`;

/**
 * The whole register as one file, encrypted to the officers and the recovery secret; what is in it opens without us. It is
 * what keeps the certificates physically safe (R-15, G-16, N-12).
 */
export async function makeRegisterBackup(
  desk: Desk,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Result<Uint8Array, MakeBackupRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const sound = await requireSound(desk, 'backup');
  if (!sound.ok) return sound;
  const snapshot = await provenReading(desk);
  const ofOthers =
    (await actRefusal(desk, snapshot, 'backup-written')) ?? (await fileRefusal(desk, snapshot, 'station'));
  if (ofOthers !== null) return err(ofOthers);
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const files = new Map<string, Uint8Array>();
  for (const [done, collection] of backedUpNames.entries()) {
    const records: readonly unknown[] = await snapshot.list(collection);
    const lines = collection === 'draft' ? records.flatMap(draftLine) : records.map(lineOf);
    files.set(`${collection}.jsonl`, encodeUtf8(lines.join('')));
    options.onProgress?.(done + 1, backedUpNames.length + 2);
  }
  files.set('station.pem', encodeUtf8(writePem('CERTIFICATE', station.stationCertificateDer)));
  const anchor = await snapshot.get('vaultFile', vaultFileId('anchor', '1'));
  if (anchor !== undefined) files.set(anchorFileName, anchor.ageFile);
  files.set('README.txt', encodeUtf8(readMe));
  const manifest = canonicalForm({
    format: backupFormat,
    version: backupFormatVersion,
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
  const encrypted = await desk.custody.encrypt(await desk.archive.pack(files), 'officers');
  if (!encrypted.ok) return encrypted;
  options.onProgress?.(backedUpNames.length + 2, backedUpNames.length + 2);
  return encrypted;
}

function lineOf(record: unknown): string {
  return `${JSON.stringify(plainRecord(record))}\n`;
}

/** None of a draft that could not be read again: nothing verifies drafts, and one would keep the whole backup from opening. */
function draftLine(record: unknown): readonly string[] {
  try {
    const line = lineOf(record);
    return readRecordLine(line) === null ? [] : [line];
  } catch {
    return [];
  }
}
