import { type KeyInMaking, keyInMaking, withCertificate } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { CertificateRefusal } from '#domain/certificate/read-certificate.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import { type AuthorityAnswer, readAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import type { IssuerCrlRefusal } from '#domain/crl/issuer-crl.ts';
import { type AcceptedSignature, acceptedSignatures, algorithmName } from '#domain/der/algorithm.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { issuerOfCrl, planIssuerCrl } from '#operations/crl/take-issuer-crl.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { authoritySubject } from './authority-certificate.ts';

export type RootAnswerRefusal =
  | TransactionRefusal
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
  | { readonly type: 'ChainBroken'; readonly subject: string }
  /** Signed in another way than the station's key signs: ГОСТ and its encodings are never mixed in a chain. */
  | { readonly type: 'ChainMixed'; readonly seen: string; readonly expected: string }
  | { readonly type: 'AuthorityExpired'; readonly notAfter: Instant };

/** No chain of ours is longer: a root, a subordinate, and one between. */
const longestChain = 4;

/**
 * The Root CA's answer, in one file or several: our certificate, those above it up to the root, and their CRLs. Every
 * signature is checked (G-2.2), the root's own too; a part that does not belong refuses the whole answer, and the log says so.
 */
export async function takeAuthorityCertificate(
  desk: Desk,
  files: readonly Uint8Array[],
): Promise<Result<Station, RootAnswerRefusal>> {
  const taken = await take(desk, files);
  const [first] = files;
  if (
    !taken.ok &&
    first !== undefined &&
    taken.error.type !== 'CertificateTaken' &&
    taken.error.type !== 'Locked'
  )
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(first)),
      refusal: taken.error.type,
    });
  return taken;
}

async function take(desk: Desk, files: readonly Uint8Array[]): Promise<Result<Station, RootAnswerRefusal>> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const key = keyInMaking(station);
  if (key === null || key.certificateDer !== undefined) return err({ type: 'CertificateTaken' });
  // A station at work has the act signed by its officer; in the set-up the next signed record covers it.
  if (key.generation > 1 && !desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const answer = readAll(files);
  if (!answer.ok) return answer;
  const { certificates, lists } = answer.value;
  const own = ownCertificate(key, certificates, desk.clock.now());
  if (!own.ok) return own;
  const chain = await chainAbove(desk, key, own.value, certificates);
  if (!chain.ok) return chain;
  const issued: { list: CertificateList; issuer: Certificate }[] = [];
  for (const list of lists) {
    const issuer = await issuerOfCrl(desk, chain.value, list);
    if (!issuer.ok) return issuer;
    issued.push({ list, issuer: issuer.value });
  }
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
  return ok(own);
}

/** From the issuer up to the root, each signature verified, the root's by its own key; a circle ends as a broken chain (A23). */
async function chainAbove(
  desk: Pick<Desk, 'verifier'>,
  { suite }: KeyInMaking,
  own: Certificate,
  certificates: readonly Certificate[],
): Promise<Result<readonly Certificate[], RootAnswerRefusal>> {
  const chain: Certificate[] = [];
  const { signature, signatureName } = keySuites[suite];
  for (let below = own; ;) {
    const signedBy = acceptedSignatures.get(below.signatureAlgorithm.oid);
    if (signedBy !== undefined && !isSameFamily(signedBy, signature)) {
      const seen = algorithmName(below.signatureAlgorithm.oid);
      return err({ type: 'ChainMixed', seen, expected: signatureName });
    }
    const isRoot = isSelfIssued(below);
    const above = isRoot ? below : issuerAmong(certificates, below);
    const isSound = above !== undefined && isAuthority(above) && (await isSignedBy(desk, below, above));
    if (!isSound || chain.length === longestChain)
      return err({ type: 'ChainBroken', subject: authorityNameOf(below.tbs) });
    if (isRoot) return ok(chain);
    chain.push(above);
    below = above;
  }
}

function isSelfIssued({ tbs }: Certificate): boolean {
  return bytesEqual(tbs.issuer.der, tbs.subject.der);
}

/** Of several certificates of one name the root's own: authorities that certify each other lead nowhere (A23). */
function issuerAmong(certificates: readonly Certificate[], below: Certificate): Certificate | undefined {
  const named = certificates.filter(({ tbs }) => bytesEqual(tbs.subject.der, below.tbs.issuer.der));
  return named.find(isSelfIssued) ?? named[0];
}

function isSameFamily(a: AcceptedSignature, b: AcceptedSignature): boolean {
  if (a.kind !== 'gost3410' || b.kind !== 'gost3410') return a.kind !== 'gost3410' && b.kind !== 'gost3410';
  return a.encoding === b.encoding;
}

function isAuthority({ tbs }: Certificate): boolean {
  return decodedExtensions(tbs.extensions ?? []).basicConstraints?.cA === true;
}

async function isSignedBy(
  desk: Pick<Desk, 'verifier'>,
  below: Certificate,
  { tbs: { publicKey } }: Certificate,
): Promise<boolean> {
  const algorithm = issuerSignature(below, publicKey.key);
  return algorithm !== null && desk.verifier.verify(publicKey.der, algorithm, below.tbs.der, below.signature);
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
    const record: Station = {
      ...withCertificate(
        before,
        own.der,
        chain.map(({ der }) => der),
      ),
      salt: newSalt(desk.random),
    };
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
