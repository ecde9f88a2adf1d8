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
import { writePem } from '#domain/der/pem.ts';
import type { CertificateList } from './certificate-list.ts';
import { readCrl } from './read-crl.ts';

/** What a Root CA sends back: the subordinate's certificate, those above it, and the newest CRL of each. */
export interface AuthorityAnswer {
  readonly certificates: readonly Certificate[];
  readonly lists: readonly CertificateList[];
}

/** The parts of one file: PEM with any number of certificates and CRLs, or a single one in DER. One bad part refuses the file. */
export function readAuthorityAnswer(file: Uint8Array): Result<AuthorityAnswer, CertificateRefusal> {
  if (file.length > certificateFileLimitOctets)
    return err({ type: 'FileTooLarge', limitOctets: certificateFileLimitOctets, seenOctets: file.length });
  const found = contentKindOf(file);
  if (found === 'privateKey' || found === 'encryptedPrivateKey')
    return err({ type: 'PrivateKeyInFile', encrypted: found === 'encryptedPrivateKey' });
  if (found !== 'certificate' && found !== 'crl' && found !== 'unknown')
    return err({ type: 'NotACertificate', found });
  const armor = readArmor(file);
  if (!armor.ok) return armor.error.type === 'ArmorMissing' ? err({ type: 'NotACertificate', found }) : armor;
  const certificates: Certificate[] = [];
  const lists: CertificateList[] = [];
  for (const { label, der } of armor.value) {
    const kind = label === undefined ? contentKindOf(der) : kindOfLabel(label);
    if (kind === 'crl') {
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

/** The answer as one PEM file, as OpenSSL reads it: the subordinate's certificate first, then those above, then the CRL. */
export function writeAuthorityAnswer(
  certificatesDer: readonly Uint8Array[],
  crlDer: Uint8Array | undefined,
): Uint8Array {
  const parts = certificatesDer.map((der) => writePem('CERTIFICATE', der));
  return encodeUtf8([...parts, ...(crlDer === undefined ? [] : [writePem('X509 CRL', crlDer)])].join(''));
}
