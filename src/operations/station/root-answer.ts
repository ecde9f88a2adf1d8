import { type KeyInMaking, keyInMaking, withCertificate } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { CertificateRefusal } from '#domain/certificate/read-certificate.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import { type AuthorityAnswer, readAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { type ChainRefusal, authorityNameOf, whyChainFails } from '#domain/crl/chain-standing.ts';
import type { IssuerCrlRefusal } from '#domain/crl/issuer-crl.ts';
import { type AcceptedSignature, acceptedSignatures, algorithmName } from '#domain/der/algorithm.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { type AuthorityPathRefusal, pathOfAuthority } from '#operations/chain/authority-path.ts';
import { issuerOfCrl, issuersOf, planIssuerCrl } from '#operations/crl/take-issuer-crl.ts';
import { type Act, type TransactionRefusal, transact } from '#operations/transact.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import { statedStation } from '#operations/stated-station.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';

export type RootAnswerRefusal =
  | TransactionRefusal
  | StatementRefusal
  | CertificateRefusal
  | IssuerCrlRefusal
  | {
      readonly type:
        | 'StationMissing'
        | 'Locked'
        | 'CertificateTaken'
        | 'CertificateOfOtherKey'
        | 'CertificateNotAuthority'
        | 'CertificateNotForSigning';
    }
  | AuthorityPathRefusal
  | ChainRefusal
  /** Nobody has said yet that this is our Root: anybody can certify a key whose request was carried past him. */
  | {
      readonly type: 'RootToConfirm';
      readonly root: string;
      readonly spkiDer: Uint8Array;
      readonly certificateDer: Uint8Array;
    }
  | { readonly type: 'AuthorityNotYetValid'; readonly notBefore: Instant }
  /** Signed in another way than the station's key signs: ГОСТ and its encodings are never mixed in a chain. */
  | { readonly type: 'ChainMixed'; readonly seen: string; readonly expected: string }
  | { readonly type: 'AuthorityExpired'; readonly notAfter: Instant };

/**
 * The Root CA's answer, in one file or several: our certificate, those above it up to the root, and their CRLs. The path is validated
 * (RFC 5280 §6), every signature with it (G-2.2), the root's own too; a part that does not belong refuses the whole answer, and the log says
 * so. `confirmedRootDer` is the key of the Root, SubjectPublicKeyInfo, once the officer has compared it.
 */
export async function takeAuthorityCertificate(
  desk: Desk,
  files: readonly Uint8Array[],
  confirmedRootDer?: Uint8Array,
): Promise<Result<Station, RootAnswerRefusal>> {
  const taken = await take(desk, files, confirmedRootDer);
  const [first] = files;
  if (
    !taken.ok &&
    first !== undefined &&
    taken.error.type !== 'CertificateTaken' &&
    taken.error.type !== 'RootToConfirm' &&
    taken.error.type !== 'Locked'
  )
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(first)),
      refusal: taken.error.type,
    });
  return taken;
}

async function take(
  desk: Desk,
  files: readonly Uint8Array[],
  confirmedRootDer: Uint8Array | undefined,
): Promise<Result<Station, RootAnswerRefusal>> {
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const key = keyInMaking(station);
  if (key === null || key.certificateDer !== undefined) return err({ type: 'CertificateTaken' });
  // The certificate goes into the station's statement, which an open vault alone can sign.
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const answer = readAll(files);
  if (!answer.ok) return answer;
  const { certificates, lists } = answer.value;
  const now = desk.clock.now();
  const own = ownCertificate(key, certificates, now);
  if (!own.ok) return own;
  const mixed = whyMixed(key, [own.value]);
  if (mixed !== null) return err(mixed);
  const chain = await pathOfAuthority(desk, own.value, certificates, now);
  if (!chain.ok) return chain;
  const mixedAbove = whyMixed(key, chain.value);
  if (mixedAbove !== null) return err(mixedAbove);
  const issued: { list: CertificateList; issuer: Certificate }[] = [];
  for (const list of lists) {
    const issuer = await issuerOfCrl(desk, chain.value, list);
    if (!issuer.ok) return issuer;
    issued.push({ list, issuer: issuer.value });
  }
  const failed = whyChainFails([own.value, ...chain.value], lists, now);
  if (failed !== null) return err(failed);
  const unknown = whyRootUnknown(station, chain.value.at(-1), confirmedRootDer);
  if (unknown !== null) return err(unknown);
  return commit(desk, own.value, chain.value, issued);
}

function readAll(files: readonly Uint8Array[]): Result<AuthorityAnswer, CertificateRefusal> {
  const certificates: Certificate[] = [];
  const lists: CertificateList[] = [];
  for (const file of files) {
    const read = readAuthorityAnswer(file);
    if (!read.ok) return read;
    certificates.push(...read.value.certificates);
    lists.push(...read.value.lists);
  }
  return ok({ certificates, lists });
}

/** For our key, in our name, in force, and with the right to sign certificates and CRLs. */
function ownCertificate(
  key: KeyInMaking,
  certificates: readonly Certificate[],
  now: Instant,
): Result<Certificate, RootAnswerRefusal> {
  const own = certificates.find(({ tbs }) => bytesEqual(tbs.publicKey.der, key.spkiDer));
  if (own === undefined) return err({ type: 'CertificateOfOtherKey' });
  const { tbs, toleratedDeviations } = own;
  if (!bytesEqual(tbs.subject.der, writeSubjectName(authoritySubject(key))))
    return err({ type: 'CertificateNotAuthority' });
  const { keyUsage } = decodedExtensions(tbs.extensions ?? []);
  const maySign = keyUsage?.includes('keyCertSign') === true && keyUsage.includes('cRLSign');
  if (!isAuthority(own) || !maySign || toleratedDeviations.length > 0)
    return err({ type: 'CertificateNotForSigning' });
  if (compareInstants(now, tbs.notAfter) > 0)
    return err({ type: 'AuthorityExpired', notAfter: tbs.notAfter });
  if (compareInstants(now, tbs.notBefore) < 0)
    return err({ type: 'AuthorityNotYetValid', notBefore: tbs.notBefore });
  return ok(own);
}

/** ГОСТ and its encodings are never mixed in a chain, whoever signed. */
function whyMixed({ suite }: KeyInMaking, path: readonly Certificate[]): RootAnswerRefusal | null {
  const { signature, signatureName } = keySuites[suite];
  for (const { signatureAlgorithm } of path) {
    const signedBy = acceptedSignatures.get(signatureAlgorithm.oid);
    if (signedBy !== undefined && !isSameFamily(signedBy, signature))
      return { type: 'ChainMixed', seen: algorithmName(signatureAlgorithm.oid), expected: signatureName };
  }
  return null;
}

function isSameFamily(a: AcceptedSignature, b: AcceptedSignature): boolean {
  if (a.kind !== 'gost3410' || b.kind !== 'gost3410') return a.kind !== 'gost3410' && b.kind !== 'gost3410';
  return a.encoding === b.encoding;
}

function isAuthority({ tbs }: Certificate): boolean {
  return decodedExtensions(tbs.extensions ?? []).basicConstraints?.cA === true;
}

/** A Root is known by its key above an earlier key of the station's, or because the officer has compared it with what the Root gave by hand. */
function whyRootUnknown(
  station: Station,
  root: Certificate | undefined,
  confirmedRootDer: Uint8Array | undefined,
): RootAnswerRefusal | null {
  if (root === undefined) return null;
  const { der } = root.tbs.publicKey;
  const isConfirmed = confirmedRootDer !== undefined && bytesEqual(confirmedRootDer, der);
  const isKnown = issuersOf(station).some(({ tbs }) => bytesEqual(tbs.publicKey.der, der));
  if (isConfirmed || isKnown) return null;
  return { type: 'RootToConfirm', root: authorityNameOf(root.tbs), spkiDer: der, certificateDer: root.der };
}

function commit(
  desk: Desk,
  own: Certificate,
  chain: readonly Certificate[],
  issued: readonly { readonly list: CertificateList; readonly issuer: Certificate }[],
): Promise<Result<Station, RootAnswerRefusal>> {
  return transact<Station, RootAnswerRefusal>(desk, async (snapshot, now) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const crls: Act[] = [];
    for (const each of issued) {
      const planned = await planIssuerCrl(desk, snapshot, each, desk.custody.officerId() ?? 'station', now);
      // The answer is about the certificate: a list that the station has already, or a later one of, is not needed again.
      if (!planned.ok && planned.error.type === 'CrlNotNewer') continue;
      if (!planned.ok) return planned;
      crls.push(planned.value.act);
    }
    const above = chain.map(({ der }) => der);
    const stated = await statedStation(desk, snapshot, before, withCertificate(before, own.der, above));
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        {
          act: 'authority-certificate-taken',
          subjects: [record.stationId, bytesToHex(desk.sha256(own.der))],
          puts: [{ collection: 'station', record }],
        },
        ...crls,
      ],
      answer: record,
    });
  });
}
