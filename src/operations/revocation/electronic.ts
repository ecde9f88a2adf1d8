import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type EntryStatus, type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { ElectronicEvidence } from '#domain/revocation/revocation-case.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import type { Desk } from '#ports/desk.ts';
import type { SignedDocumentRefusal } from '#ports/signed-document.ts';

export interface ElectronicApplication {
  readonly signer: RegisterEntry;
  readonly evidence: ElectronicEvidence;
  /** The signed text, when it is text: shown, and typed into the form by the officer. */
  readonly text?: string;
  /** Serial number named in the text as `serialNumber: …`, lower-case hex. */
  readonly serialNumber?: string;
}

export type ElectronicRefusal =
  | SignedDocumentRefusal
  | { readonly type: 'SignerUnreadable' | 'SignerNotOurs' | 'StationMissing' }
  /** The certificate must have been in force when the application was received; what the signer says of time counts nothing. */
  | { readonly type: 'SignerNotInForce'; readonly status: EntryStatus };

/** N-10: an application as an electronic document: signature, chain, in force in our register now, and whose it is. */
export async function readElectronicApplication(
  desk: Desk,
  file: { readonly name: string; readonly octets: Uint8Array },
): Promise<Result<ElectronicApplication, ElectronicRefusal>> {
  const read = await verified(desk, file.octets);
  if (!read.ok)
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(file.octets)),
      refusal: read.error.type,
    });
  return read;
}

async function verified(
  desk: Desk,
  octets: Uint8Array,
): Promise<Result<ElectronicApplication, ElectronicRefusal>> {
  const document = await desk.readSignedDocument(octets);
  if (!document.ok) return document;
  const { content, signerCertificateDer, claimedSigningTimeIso } = document.value;
  const certificate = readCertificate(signerCertificateDer);
  if (!certificate.ok) return err({ type: 'SignerUnreadable' });
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  if (station?.authorityCertificateDer === undefined) return err({ type: 'StationMissing' });
  const { tbs, signature } = certificate.value;
  const serial = bytesToHex(tbs.serialNumber);
  const entry = await snapshot.get('entry', serial);
  const stored = await snapshot.get('certificate', serial);
  // Byte for byte the certificate that we issued: a look-alike with our serial number is none of ours.
  if (entry === undefined || stored === undefined || !bytesEqual(stored.der, signerCertificateDer))
    return err({ type: 'SignerNotOurs' });
  const issuer = generationNumbered(station, entry.generation);
  const authority = readCertificate(issuer?.certificateDer ?? new Uint8Array());
  if (!authority.ok) return err({ type: 'StationMissing' });
  const issuerKey = authority.value.tbs.publicKey;
  const algorithm = issuerSignature(certificate.value, issuerKey.key);
  if (algorithm === null || !(await desk.verifier.verify(issuerKey.der, algorithm, tbs.der, signature)))
    return err({ type: 'SignerNotOurs' });
  const status = entryStatus(entry, desk.clock.now());
  if (status !== 'in-force') return err({ type: 'SignerNotInForce', status });
  const claimed = claimedTime(claimedSigningTimeIso);
  const text = decodeUtf8(content) ?? undefined;
  const named = /serialNumber:\s*([0-9a-f]{2,40})\b/i.exec(text ?? '')?.[1]?.toLowerCase();
  return ok({
    signer: entry,
    evidence: {
      cmsDer: octets,
      signerSerialNumber: serial,
      ...(claimed === null ? {} : { claimedSigningTime: claimed }),
    },
    ...(text === undefined ? {} : { text }),
    ...(named === undefined ? {} : { serialNumber: named }),
  });
}

function claimedTime(iso: string | undefined): Instant | null {
  return iso === undefined ? null : parseInstant(iso.replace(/\.\d{3}Z$/, 'Z'));
}
