import { bytesEqual } from '#domain/base/bytes.ts';
import { compareInstants } from '#domain/base/instant.ts';
import { err, ok, type Result } from '#domain/base/result.ts';
import { algorithmName, algorithmOf } from '#domain/der/algorithm.ts';
import { type ArmorRefusal, readArmor } from '#domain/der/armor.ts';
import { type ContentKind, contentKindOf, kindOfLabel } from '#domain/der/content-kind.ts';
import { type DerRefusal, reading } from '#domain/der/der-refusal.ts';
import { childrenOf, wholeBitStringOf } from '#domain/der/element.ts';
import { duplicateExtensions } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { certificateLimits, type ToleratedDeviation, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import type { Certificate, CertificateOddity, TbsCertificate } from './certificate.ts';
import { decodedExtensions, isReadableExtension } from './decoded-extensions.ts';
import { parseTbsCertificate } from './parse-tbs-certificate.ts';

export type CertificateRefusal =
  | { readonly type: 'FileTooLarge'; readonly limitOctets: number; readonly seenOctets: number }
  | { readonly type: 'NotACertificate'; readonly found: ContentKind }
  | { readonly type: 'PrivateKeyInFile'; readonly encrypted: boolean }
  | ArmorRefusal
  | DerRefusal;

/** A chain of ten RSA certificates is under 32 KiB. */
export const certificateFileLimitOctets = 1_048_576;

/** Any X.509 certificate, foreign ones too: what is strange is listed, only what can't be understood is refused. */
export function readCertificate(der: Uint8Array): Result<Certificate, DerRefusal> {
  return reading(() => {
    const toleratedDeviations: ToleratedDeviation[] = [];
    const parts = childrenOf(
      readDer(der, { ...certificateLimits, toleratedDeviations }),
      tag.sequence,
      'certificate',
    );
    const tbs = parseTbsCertificate(parts.take(tag.sequence, 'tbsCertificate'), toleratedDeviations);
    const signatureAlgorithm = algorithmOf(
      parts.take(tag.sequence, 'signatureAlgorithm'),
      'signatureAlgorithm',
    );
    const signature = wholeBitStringOf(parts.take(tag.bitString, 'signatureValue'), 'signatureValue');
    parts.end('certificate');
    const differ = !bytesEqual(tbs.signature.der, signatureAlgorithm.der);
    const inner = algorithmName(tbs.signature.oid);
    const outer = algorithmName(signatureAlgorithm.oid);
    const own: readonly CertificateOddity[] = differ ? [{ type: 'AlgorithmsDiffer', inner, outer }] : [];
    return {
      der,
      tbs,
      signatureAlgorithm,
      signature,
      toleratedDeviations: [...certificateOddities(tbs), ...own],
    };
  });
}

/** The certificates of a PEM file, in its order, or the one of a DER file. One bad block refuses the file. */
export function readCertificates(file: Uint8Array): Result<readonly Certificate[], CertificateRefusal> {
  if (file.length > certificateFileLimitOctets) {
    return err({ type: 'FileTooLarge', limitOctets: certificateFileLimitOctets, seenOctets: file.length });
  }
  const found = contentKindOf(file);
  if (found === 'privateKey' || found === 'encryptedPrivateKey') {
    return err({ type: 'PrivateKeyInFile', encrypted: found === 'encryptedPrivateKey' });
  }
  if (found !== 'certificate' && found !== 'unknown') return err({ type: 'NotACertificate', found });
  const armor = readArmor(file);
  if (!armor.ok) return armor.error.type === 'ArmorMissing' ? err({ type: 'NotACertificate', found }) : armor;
  const certificates: Certificate[] = [];
  for (const { label, der } of armor.value) {
    if (label !== undefined && kindOfLabel(label) !== 'certificate') continue;
    const certificate = readCertificate(der);
    if (!certificate.ok) return certificate;
    certificates.push(certificate.value);
  }
  return certificates.length === 0 ? err({ type: 'NotACertificate', found }) : ok(certificates);
}

function certificateOddities(tbs: TbsCertificate): readonly CertificateOddity[] {
  const toleratedDeviations: CertificateOddity[] = tbs.derOddities.map((oddity) => ({
    type: 'Der',
    ...oddity,
  }));
  const extensions = tbs.extensions ?? [];
  const values = decodedExtensions(extensions);
  const { serialNumber } = tbs;
  if (tbs.version !== 3) toleratedDeviations.push({ type: 'Version', version: tbs.version });
  if ((serialNumber[0] ?? 0) >= 0x80) toleratedDeviations.push({ type: 'SerialNumberNegative' });
  if (serialNumber.every((octet) => octet === 0)) toleratedDeviations.push({ type: 'SerialNumberZero' });
  if (serialNumber.length > 20)
    toleratedDeviations.push({ type: 'SerialNumberTooLong', octets: serialNumber.length });
  if (compareInstants(tbs.notAfter, tbs.notBefore) < 0)
    toleratedDeviations.push({ type: 'ValidityReversed' });
  if (tbs.hasUniqueIdentifiers) toleratedDeviations.push({ type: 'UniqueIdentifiers' });
  for (const dotted of duplicateExtensions(extensions))
    toleratedDeviations.push({ type: 'DuplicateExtension', oid: dotted });
  for (const { oid: dotted, critical } of extensions) {
    if (critical && !isReadableExtension(dotted))
      toleratedDeviations.push({ type: 'UnknownCriticalExtension', oid: dotted });
  }
  for (const { oid: dotted, problem } of values.unreadable) {
    toleratedDeviations.push({ type: 'ExtensionUnreadable', oid: dotted, problem });
  }
  const points = values.crlDistributionPoints ?? [];
  for (const { kind, value } of points.flatMap(({ fullName }) => fullName)) {
    // A directory's name has blanks by right.
    if (kind === 'uniformResourceIdentifier' && /[\u0000-\u0020]/.test(value)) {
      toleratedDeviations.push({
        type: 'AddressWithLineBreak',
        oid: oid.crlDistributionPoints,
        address: value,
      });
    }
  }
  return toleratedDeviations;
}
