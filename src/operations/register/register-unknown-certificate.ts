import { ownGenerations } from '#domain/authority/generations.ts';
import type { AuthorityGeneration } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { kazakhSortKey } from '#domain/base/alphabets.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import {
  type CertificateRefusal,
  readCertificate,
  readCertificates,
} from '#domain/certificate/read-certificate.ts';
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
 * recovered entry, so that it can be revoked (B11). It counts only with a signature of one of our own keys on it; a refused file
 * leaves one line in the log.
 */
export async function registerUnknownCertificate(
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
  const issuer = await issuerAmong(desk, ownGenerations(authority.value.station), certificate);
  if (issuer === undefined) return err({ type: 'NotOurCertificate' });
  const serialNumber = bytesToHex(certificate.tbs.serialNumber);
  return transact<RegisterEntry, OrphanRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if ((await snapshot.get('entry', serialNumber)) !== undefined)
      return err({ type: 'AlreadyRegistered', serialNumber });
    const [last] = await snapshot.list('entry', { index: 'number', reverse: true, limit: 1 });
    const record: RegisterEntry = {
      ...recoveredEntry(desk, certificate, serialNumber),
      suite: issuer.suite,
      generation: issuer.generation,
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

/** The key of ours that signed it; undefined when none did. */
async function issuerAmong(
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
function recoveredEntry(
  desk: Desk,
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
