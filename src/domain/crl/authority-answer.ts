import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import {
  type CertificateRefusal,
  certificateFileLimitOctets,
  readCertificate,
} from '#domain/certificate/read-certificate.ts';
import { readArmor } from '#domain/der/armor.ts';
import { contentKindOf, kindOfLabel } from '#domain/der/content-kind.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readSignedData } from '#domain/der/signed-data.ts';
import { writePem } from '#domain/der/pem.ts';
import type { CertificateList } from './certificate-list.ts';
import { readCrl } from './read-crl.ts';

/** What a Root CA sends back: the subordinate's certificate, those above it, and the newest CRL of each. */
export interface AuthorityAnswer {
  readonly certificates: readonly Certificate[];
  readonly lists: readonly CertificateList[];
}

/** The parts of one file: PEM with any number of certificates and CRLs, a single one in DER, or a `.p7b`. One bad part refuses the file. */
export function readAuthorityAnswer(file: Uint8Array): Result<AuthorityAnswer, CertificateRefusal> {
  if (file.length > certificateFileLimitOctets)
    return err({ type: 'FileTooLarge', limitOctets: certificateFileLimitOctets, seenOctets: file.length });
  const found = contentKindOf(file);
  if (found === 'privateKey' || found === 'encryptedPrivateKey')
    return err({ type: 'PrivateKeyInFile', encrypted: found === 'encryptedPrivateKey' });
  if (found !== 'certificate' && found !== 'crl' && found !== 'cms' && found !== 'unknown')
    return err({ type: 'NotACertificate', found });
  const armor = readArmor(file);
  if (!armor.ok) return armor.error.type === 'ArmorMissing' ? err({ type: 'NotACertificate', found }) : armor;
  const certificates: Certificate[] = [];
  const lists: CertificateList[] = [];
  for (const { label, der } of armor.value) {
    const kind = label === undefined ? contentKindOf(der) : kindOfLabel(label);
    if (kind === 'cms') {
      const parts = readCertsOnly(der);
      if (!parts.ok) return parts;
      certificates.push(...parts.value.certificates);
      lists.push(...parts.value.lists);
    } else if (kind === 'crl') {
      const list = readCrl(der);
      if (!list.ok) return list;
      lists.push(list.value);
    } else if (kind === 'certificate' || label === undefined) {
      const certificate = readCertificate(der);
      if (!certificate.ok) return certificate;
      certificates.push(certificate.value);
    }
  }
  return certificates.length + lists.length === 0
    ? err({ type: 'NotACertificate', found })
    : ok({ certificates, lists });
}

/** A `.p7b` (RFC 5652 §5.2, certs-only): a SignedData whose parts count for themselves, since nobody's signature covers them. */
function readCertsOnly(der: Uint8Array): Result<AuthorityAnswer, CertificateRefusal> {
  const read = readSignedData(der);
  if (!read.ok)
    return read.error.type === 'NotDer' ? err(read.error) : err({ type: 'NotACertificate', found: 'cms' });
  const { certificatesDer, crlsDer, signerInfos } = read.value;
  if (signerInfos.length > 0) return err({ type: 'NotACertificate', found: 'cms' });
  const certificates: Certificate[] = [];
  for (const each of certificatesDer) {
    const certificate = readCertificate(each);
    if (!certificate.ok) return certificate;
    certificates.push(certificate.value);
  }
  const lists: CertificateList[] = [];
  for (const each of crlsDer) {
    const list = readCrl(each);
    if (!list.ok) return list;
    lists.push(list.value);
  }
  return ok({ certificates, lists });
}

/** The answer as one PEM file, as OpenSSL reads it: the subordinate's certificate first, then those above, then the CRL. */
export function writeAuthorityAnswer(
  certificatesDer: readonly Uint8Array[],
  crlDer: Uint8Array | undefined,
): Uint8Array {
  const parts = certificatesDer.map((der) => writePem('CERTIFICATE', der));
  return encodeUtf8([...parts, ...(crlDer === undefined ? [] : [writePem('X509 CRL', crlDer)])].join(''));
}
