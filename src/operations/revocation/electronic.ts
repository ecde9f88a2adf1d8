import { rulesOf } from '#domain/authority/rule-sets.ts';
import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf, parseInstant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { PathRefusal } from '#domain/chain/path-refusal.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type EntryStatus, type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { ElectronicEvidence } from '#domain/revocation/revocation-case.ts';
import {
  type RevocationTextRefusal,
  type SignedRevocation,
  readRevocationText,
} from '#domain/revocation/revocation-text.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { verifiedPath } from '#operations/chain/verified-path.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { SignedDocumentRefusal } from '#ports/signed-document.ts';

export interface ElectronicApplication {
  readonly signer: RegisterEntry;
  readonly evidence: ElectronicEvidence;
  /** What was signed: the application itself, and what is registered. */
  readonly application: SignedRevocation;
  /** As it was written. */
  readonly text: string;
}

export type ElectronicRefusal =
  | SignedDocumentRefusal
  | RevocationTextRefusal
  /** The chain from our root down to the signer's certificate does not hold (RFC 5280 §6.1). */
  | PathRefusal
  | { readonly type: 'SignerUnreadable' | 'SignerNotOurs' | 'StationMissing' }
  /** The certificate must have been in force when the application was received; what the signer says of time counts nothing. */
  | { readonly type: 'SignerNotInForce'; readonly status: EntryStatus };

/** N-10: an application as an electronic document: its text, signature, chain, in force in our register now, and whose it is. */
export async function readElectronicApplication(
  desk: Desk,
  file: { readonly name: string; readonly octets: Uint8Array },
): Promise<Result<ElectronicApplication, ElectronicRefusal>> {
  const read = await verifiedApplication(desk, await provenReading(desk), file.octets, desk.clock.now());
  if (!read.ok)
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(file.octets)),
      refusal: read.error.type,
    });
  return read;
}

/**
 * The same once more inside the act that registers it: the signer may have been revoked since the file was read. Both times are
 * kept in the evidence.
 */
export async function verifiedAgain(
  desk: Desk,
  snapshot: Snapshot,
  { cmsDer, readAt }: ElectronicEvidence,
  now: Instant,
): Promise<Result<ElectronicApplication, ElectronicRefusal>> {
  const read = await verifiedApplication(desk, snapshot, cmsDer, now);
  if (!read.ok) return read;
  const evidence = { ...read.value.evidence, readAt: readAt ?? now, verifiedAt: now };
  return ok({ ...read.value, evidence });
}

async function verifiedApplication(
  desk: Desk,
  snapshot: Snapshot,
  octets: Uint8Array,
  now: Instant,
): Promise<Result<ElectronicApplication, ElectronicRefusal>> {
  const document = await desk.readSignedDocument(octets);
  if (!document.ok) return document;
  const { content, signerCertificateDer, claimedSigningTimeIso } = document.value;
  const signer = await signerInForce(desk, snapshot, signerCertificateDer, now);
  if (!signer.ok) return signer;
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const rules = rulesOf(station);
  const application = readRevocationText(content, { today: calendarDateOf(now), rules });
  if (!application.ok) return application;
  const claimed = claimedTime(claimedSigningTimeIso);
  return ok({
    signer: signer.value,
    evidence: {
      cmsDer: octets,
      signerSerialNumber: signer.value.id,
      ...(claimed === null ? {} : { claimedSigningTime: claimed }),
      readAt: now,
    },
    application: application.value,
    text: decodeUtf8(content) ?? '',
  });
}

/** Our own certificate, in force now, under a chain that holds. */
async function signerInForce(
  desk: Desk,
  snapshot: Snapshot,
  certificateDer: Uint8Array,
  now: Instant,
): Promise<Result<RegisterEntry, ElectronicRefusal>> {
  const certificate = readCertificate(certificateDer);
  if (!certificate.ok) return err({ type: 'SignerUnreadable' });
  const station = await snapshot.get('station', 'station');
  if (station?.authorityCertificateDer === undefined) return err({ type: 'StationMissing' });
  const serial = bytesToHex(certificate.value.tbs.serialNumber);
  const entry = await snapshot.get('entry', serial);
  const stored = await snapshot.get('certificate', serial);
  // Byte for byte the certificate that we issued: a look-alike with our serial number is none of ours.
  if (entry === undefined || stored === undefined || !bytesEqual(stored.der, certificateDer))
    return err({ type: 'SignerNotOurs' });
  const issuer = generationNumbered(station, entry.generation);
  const authority = readCertificate(issuer?.certificateDer ?? new Uint8Array());
  if (!authority.ok) return err({ type: 'StationMissing' });
  const status = entryStatus(entry, now);
  if (status !== 'in-force') return err({ type: 'SignerNotInForce', status });
  const above = (issuer?.chainDer ?? [])
    .map(readCertificate)
    .flatMap((each) => (each.ok ? [each.value] : []));
  const path = [...above.reverse(), authority.value, certificate.value];
  const valid = await verifiedPath(desk, path, now);
  return valid.ok ? ok(entry) : valid;
}

function claimedTime(iso: string | undefined): Instant | null {
  return iso === undefined ? null : parseInstant(iso.replace(/\.\d{3}Z$/, 'Z'));
}
