/**
 * What R-F2 and G-F2 print of a certificate (R-8, G-6): read out of its own octets, but for number, date and tool, so that
 * the paper and the file are two faces of one document (R-3.4, G-2.3).
 */
import { bytesToHex } from '#domain/base/bytes.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { displayName } from '#domain/der/name.ts';
import { writePem } from '#domain/der/pem.ts';
import type { SubjectPublicKeyInfo } from '#domain/der/public-key.ts';
import type { CertificatePaperData } from './certificate-paper.ts';
import { kazakhMoment } from './kazakh-date.ts';
import { algorithmWithOid, keyAlgorithm, usageFlags } from './n-f3-of-certificate.ts';

export interface CertificatePaperSource {
  readonly certificate: Certificate;
  /** The key that signed it; absent when the authority's certificate is not at hand. */
  readonly issuerKey?: SubjectPublicKeyInfo;
  /** Number of the paper or of its blank. */
  readonly number: string;
  readonly signatureTool: string;
  readonly fingerprintSha256Hex: string;
  readonly date: CalendarDate;
}

export function certificatePaperOf({
  certificate,
  issuerKey,
  ...given
}: CertificatePaperSource): CertificatePaperData {
  const { tbs } = certificate;
  const extensions = tbs.extensions ?? [];
  const { bits } = keyName(tbs.publicKey.key);
  return {
    ...given,
    version: `v${String(tbs.version)} (${String(tbs.version - 1)})`,
    serialNumberHex: bytesToHex(tbs.serialNumber),
    signatureAlgorithm: algorithmWithOid(certificate.signatureAlgorithm.oid),
    issuerName: displayName(tbs.issuer),
    subjectName: displayName(tbs.subject),
    issuerKeyAlgorithm: issuerKey === undefined ? '' : keyAlgorithm(issuerKey),
    notBefore: kazakhMoment(tbs.notBefore),
    notAfter: kazakhMoment(tbs.notAfter),
    privateKeyBits: bits,
    publicKeyBits: bits,
    publicKeyHex: bytesToHex(tbs.publicKey.keyBits),
    keyPurpose: purposeInWords(decodedExtensions(extensions).keyUsage ?? []),
    flags: usageFlags(extensions),
    signatureHex: bytesToHex(certificate.signature),
    annexFormat: 'PEM',
    annexText: writePem('CERTIFICATE', certificate.der),
  };
}

/** What the usages come to, said to a person; nothing for a set that no profile of ours has. */
function purposeInWords(usages: readonly string[]): string {
  if (usages.includes('keyCertSign')) return 'тіркеу куәліктері мен КТКТ-ға қол қою';
  if (usages.includes('nonRepudiation')) return 'электрондық құжаттарға қол қою';
  return usages.includes('digitalSignature') ? 'түпнұсқалықты растау' : '';
}
