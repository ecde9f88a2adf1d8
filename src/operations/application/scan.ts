import { type Attachment, type ScanRefusal, acceptedScanType } from '#domain/application/attachment.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { type NotYourRole, fileRefusal } from '#operations/your-role.ts';
import { newId, newSalt } from '#operations/transact.ts';

/** Checks a scan by its content and encrypts it to the station's scans key; nothing is stored before the application is. */
export async function encryptScan(
  desk: Desk,
  file: { readonly name: string; readonly octets: Uint8Array },
): Promise<
  Result<{ attachment: Attachment; ageFile: Uint8Array }, ScanRefusal | { readonly type: 'Locked' }>
> {
  const { name, octets } = file;
  const accepted = acceptedScanType(octets);
  if (!accepted.ok) return accepted;
  const encrypted = await desk.custody.encrypt(octets, 'scans');
  if (!encrypted.ok) return encrypted;
  const ageFile = encrypted.value;
  const attachment: Attachment = {
    id: newId(desk.random),
    salt: newSalt(desk.random),
    fileName: name,
    type: accepted.value,
    octets: octets.length,
    addedAt: desk.clock.now(),
    encryptedSha256Hex: bytesToHex(desk.sha256(ageFile)),
  };
  return ok({ attachment, ageFile });
}

/** The scan in clear, for the screen only; refused while locked and when the stored file is not the registered one. */
export async function openScan(
  desk: Desk,
  attachmentId: string,
): Promise<
  Result<
    { attachment: Attachment; octets: Uint8Array },
    NotYourRole | { readonly type: 'Locked' | 'ScanMissing' | 'DamagedOrWrongKey' }
  >
> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const snapshot = await provenReading(desk);
  const attachment = await snapshot.get('attachment', attachmentId);
  const ofOthers = await fileRefusal(desk, snapshot, 'scans');
  if (ofOthers !== null) return err(ofOthers);
  const blob = await snapshot.get('blob', attachmentId);
  if (attachment === undefined || blob === undefined) return err({ type: 'ScanMissing' });
  if (bytesToHex(desk.sha256(blob.octets)) !== attachment.encryptedSha256Hex)
    return err({ type: 'DamagedOrWrongKey' });
  const opened = await desk.custody.decryptScan(blob.octets);
  return opened.ok ? ok({ attachment, octets: opened.value }) : opened;
}
