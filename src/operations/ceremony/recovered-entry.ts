import { kazakhSortKey } from '#domain/base/alphabets.ts';
import type { AuthorityGeneration } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';

/** The key of ours that signed it; undefined when none did. */
export async function issuerAmong(
  desk: Pick<Desk, 'verifier'>,
  generations: readonly AuthorityGeneration[],
  certificate: Certificate,
): Promise<AuthorityGeneration | undefined> {
  const { tbs, signature, toleratedDeviations } = certificate;
  if (toleratedDeviations.length > 0) return undefined;
  for (const generation of generations) {
    const own = readCertificate(generation.certificateDer);
    if (!own.ok || !bytesEqual(tbs.issuer.der, own.value.tbs.subject.der)) continue;
    const { publicKey } = own.value.tbs;
    const algorithm = issuerSignature(certificate, publicKey.key);
    if (algorithm === null) continue;
    if (await desk.verifier.verify(publicKey.der, algorithm, tbs.der, signature)) return generation;
  }
  return undefined;
}

/** What the certificate itself says; there is no application to take more from. */
export function recoveredEntry(
  desk: Pick<Desk, 'sha1' | 'sha256'>,
  { tbs, der }: Certificate,
  serialNumber: string,
): Omit<RegisterEntry, 'salt' | 'number' | 'issuedAt' | 'issuedBy' | 'suite' | 'generation'> {
  const first = (type: string) => valuesOf(tbs.subject, type)[0] ?? '';
  const commonName = first(oid.commonName);
  const [surname = '', givenName = ''] = commonName.split(' ');
  const bin = first(oid.organizationalUnitName).replace(/^BIN/, '');
  const organisation = first(oid.organizationName);
  const key = keyName(tbs.publicKey.key);
  const { basicConstraints, extKeyUsage } = decodedExtensions(tbs.extensions ?? []);
  const isAuthority = basicConstraints?.cA === true;
  const place = { region: first(oid.stateOrProvinceName), city: first(oid.localityName) };
  const email = first(oid.emailAddress);
  return {
    id: serialNumber,
    applicationId: '',
    applicationNumber: '',
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    subject: isAuthority
      ? { kind: 'authority', commonName, organisation, ...place, email }
      : {
          commonName,
          surname,
          givenName,
          iin: first(oid.serialNumber).replace(/^IIN/, ''),
          ...(bin === '' ? {} : { bin }),
          ...(organisation === '' ? {} : { organisation }),
          ...place,
          email,
        },
    purpose: isAuthority
      ? 'certification'
      : (extKeyUsage ?? []).includes(oid.clientAuth)
        ? 'authentication'
        : 'signing',
    subjectKey: key.name,
    keyIdentifierHex: bytesToHex(desk.sha1(tbs.publicKey.keyBits)),
    fingerprintSha256Hex: bytesToHex(desk.sha256(der)),
    folded: foldForSearch(`${commonName} ${organisation}`),
    sortKey: kazakhSortKey(commonName),
    recovered: true,
  };
}
