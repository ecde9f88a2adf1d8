import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { candidatePaths } from '#domain/chain/candidate-paths.ts';
import { type PolicyInputs, anyPolicyWill } from '#domain/chain/path-state.ts';
import { whyListUnfit } from '#domain/crl/list-refusal.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { readSignedData } from '#domain/der/signed-data.ts';
import type { Instant } from '#domain/base/instant.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { verifiedPath } from '#operations/chain/verified-path.ts';
import { pkitsFolder } from './find-tools.mjs';

/** NIST's Public Key Interoperability Test Suite of 2011: one signed message for each test, with the certificates and CRLs it needs. */
export const pkitsNames: readonly string[] = existsSync(pkitsFolder)
  ? readdirSync(`${pkitsFolder}/smime`)
      .map((file) => /^Signed(.+)\.eml$/.exec(file)?.[1])
      .filter((name) => name !== undefined)
      .sort()
  : [];

/** Within the validity of everything in the suite that is meant to be valid. */
export const pkitsNow = '2020-01-01T00:00:00Z' as Instant;

const policyArc = '2.16.840.1.101.3.2.1.48.';

/** `wanted` by the suite's numbers of policies; none: any policy. */
export function pkitsInputs(wanted: readonly number[], flags: string): PolicyInputs {
  return {
    wanted:
      wanted.length === 0 ? anyPolicyWill.wanted : new Set(wanted.map((number) => `${policyArc}${number}`)),
    requireExplicit: flags.includes('e'),
    inhibitMapping: flags.includes('m'),
    inhibitAny: flags.includes('a'),
  };
}

/** `null` when the message's signer is good by some path and the lists of all issuers on it; else why not, of each path tried. */
export async function judgedByUs(name: string, inputs: PolicyInputs = anyPolicyWill): Promise<string | null> {
  const message = readMessage(name);
  if (typeof message === 'string') return message;
  const { trusted, certificates, lists, target } = message;
  const why = new Set<string>();
  for (const path of candidatePaths(target, [trusted, ...certificates], (each) => each === trusted)) {
    const valid = await verifiedPath({ verifier: webCryptoSignatureVerifier }, path, pkitsNow, { inputs });
    const refusal = valid.ok ? await revocation(path, lists) : valid.error.rule;
    if (refusal === null) return null;
    why.add(refusal);
  }
  return why.size === 0 ? 'no path' : [...why].sort().join(', ');
}

interface Message {
  readonly trusted: Certificate;
  readonly certificates: readonly Certificate[];
  readonly lists: readonly CertificateList[];
  readonly target: Certificate;
}

function readMessage(name: string): Message | string {
  const trusted = readCertificate(readFileSync(`${pkitsFolder}/certs/TrustAnchorRootCertificate.crt`));
  const text = readFileSync(`${pkitsFolder}/smime/Signed${name}.eml`, 'utf8');
  const base64 = /name="smime\.p7s"[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\s]+)/.exec(text)?.[1] ?? '';
  const data = readSignedData(Uint8Array.from(Buffer.from(base64, 'base64')));
  if (!trusted.ok || !data.ok) return `unreadable message: ${JSON.stringify(data)}`;
  const certificates = data.value.certificatesDer.map(readCertificate);
  const lists = data.value.crlsDer.map(readCrl);
  const read = certificates.flatMap((each) => (each.ok ? [each.value] : []));
  const [signer] = data.value.signerInfos;
  const target = read.find(
    ({ tbs }) =>
      signer?.sid.type === 'issuerAndSerialNumber' &&
      Buffer.compare(tbs.issuer.der, signer.sid.issuerDer) === 0 &&
      Buffer.compare(tbs.serialNumber, signer.sid.serialNumber) === 0,
  );
  if (target === undefined) return 'unreadable certificate';
  return {
    trusted: trusted.value,
    certificates: read,
    lists: lists.flatMap((each) => (each.ok ? [each.value] : [])),
    target,
  };
}

/**
 * RFC 5280 §6.3 by the whole lists that each issuer on the path signed; the newest one counts. As at a station, a newer one that is not taken in
 * leaves nothing known: it would have been shown to the officer with its reason.
 */
async function revocation(
  path: readonly Certificate[],
  lists: readonly CertificateList[],
): Promise<string | null> {
  for (const [i, { tbs }] of path.entries()) {
    const issuer = path[i - 1];
    if (issuer === undefined) continue;
    const signed = await signedBy(issuer, lists);
    if (typeof signed === 'string') return signed;
    const [newest] = signed;
    if (newest === undefined) return 'no list of the issuer';
    const refusal = whyListUnfit(newest, issuer, pkitsNow);
    if (refusal !== null) return refusal.type === 'CrlStale' ? refusal.type : `CRL ${refusal.rule}`;
    if (newest.tbs.entries.find(tbs.serialNumber) !== null) return 'revoked';
  }
  return null;
}

/** Newest first; why there is none. */
async function signedBy(
  { tbs: { subject, publicKey } }: Certificate,
  lists: readonly CertificateList[],
): Promise<readonly CertificateList[] | string> {
  const named = lists.filter(({ tbs }) => isSameName(tbs.issuer, subject));
  const signed: CertificateList[] = [];
  for (const list of named) {
    const algorithm = issuerSignature(list, publicKey.key);
    if (algorithm === null) continue;
    const { tbs, signature } = list;
    if (await webCryptoSignatureVerifier.verify(publicKey.der, algorithm, tbs.der, signature))
      signed.push(list);
  }
  if (named.length > 0 && signed.length === 0) return 'list of another key';
  return signed.sort((a, b) => (a.tbs.thisUpdate < b.tbs.thisUpdate ? 1 : -1));
}
