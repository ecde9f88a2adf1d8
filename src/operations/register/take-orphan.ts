import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { foldForSearch, kazakhSortKey } from '#domain/base/text.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { type CertificateRefusal, readCertificates } from '#domain/certificate/read-certificate.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type AuthorityRefusal, authorityAtWork } from '#operations/certificate/prepare.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

export type OrphanRefusal =
  | TransactionRefusal
  | AuthorityRefusal
  | CertificateRefusal
  | { readonly type: 'Locked' | 'NotOurCertificate' | 'OneCertificateOnly' }
  | { readonly type: 'AlreadyRegistered'; readonly serialNumber: string };

/**
 * A certificate that this authority signed and its register lacks, as after an older backup was restored: taken in as a
 * recovered entry, so that it can be revoked (B11). It counts only with our own key's signature on it; a refused file
 * leaves one line in the log.
 */
export async function takeOrphan(
  desk: Desk,
  file: Uint8Array,
): Promise<Result<RegisterEntry, OrphanRefusal>> {
  const took = await takeFile(desk, file);
  if (!took.ok)
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(file)),
      refusal: took.error.type,
    });
  return took;
}

async function takeFile(desk: Desk, file: Uint8Array): Promise<Result<RegisterEntry, OrphanRefusal>> {
  const read = readCertificates(file);
  if (!read.ok) return read;
  const [certificate, ...others] = read.value;
  if (certificate === undefined || others.length > 0) return err({ type: 'OneCertificateOnly' });
  const station = await (await desk.store.read()).get('station', 'station');
  const authority = authorityAtWork(desk, station, desk.clock.now());
  if (!authority.ok) return authority;
  const { subject, publicKey } = authority.value.certificate.tbs;
  const algorithm = issuerSignature(certificate, publicKey.key);
  const isOurs =
    bytesEqual(certificate.tbs.issuer.der, subject.der) &&
    certificate.oddities.length === 0 &&
    algorithm !== null &&
    (await desk.verifier.verify(publicKey.der, algorithm, certificate.tbs.der, certificate.signature));
  if (!isOurs) return err({ type: 'NotOurCertificate' });
  const serialNumber = bytesToHex(certificate.tbs.serialNumber);
  return transact<RegisterEntry, OrphanRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if ((await snapshot.get('entry', serialNumber)) !== undefined)
      return err({ type: 'AlreadyRegistered', serialNumber });
    const [last] = await snapshot.list('entry', { index: 'number', reverse: true, limit: 1 });
    const record: RegisterEntry = {
      ...recoveredEntry(desk, certificate, serialNumber),
      suite: authority.value.station.suite,
      salt: newSalt(desk.random),
      number: (last?.number ?? 0) + 1,
      issuedAt: time,
      issuedBy: officer,
    };
    return ok({
      acts: [
        {
          act: 'certificate-recovered',
          subjects: [serialNumber],
          puts: [
            { collection: 'entry', record },
            {
              collection: 'certificate',
              record: { id: serialNumber, salt: newSalt(desk.random), der: certificate.der },
            },
          ],
        },
      ],
      answer: record,
    });
  });
}

/** What the certificate itself says; there is no application to take more from. */
function recoveredEntry(
  desk: Desk,
  { tbs, der }: Certificate,
  serialNumber: string,
): Omit<RegisterEntry, 'salt' | 'number' | 'issuedAt' | 'issuedBy' | 'suite'> {
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
    generation: 1,
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
