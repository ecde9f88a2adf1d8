import { sha256 } from '#adapters/digest/digest.ts';
import { sha1 } from '#adapters/digest/sha1.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { isExamined } from '#domain/application/application.ts';
import { type ApprovedApplication, approvalOctets } from '#domain/application/approval.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { type UnderRuleSet, firstRuleSet, knownRules } from '#domain/authority/rule-sets.ts';
import { rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { hasRole, rolesAt } from '#domain/authority/roles.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { base64ToBytes, bytesEqual, bytesToBase64 } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate, TbsCertificate } from '#domain/certificate/certificate.ts';
import { certificatePlan } from '#domain/certificate/certificate-plan.ts';
import type { CertificateIssuer } from '#domain/certificate/profile.ts';
import { authorityOfKey } from '#domain/certificate/known-authority-key.ts';
import { keptTemplate } from '#domain/certificate/certificate-template.ts';
import type { ApprovalRequest, SignatureNotWarranted, VaultLocked } from '#ports/custody.ts';
import { isOfOtherEyes } from './four-eyes.ts';
import { type Keys, stationKeyOf } from './keys.ts';
import { isStated } from './stated-station.ts';

/**
 * Signs approvals by the officer's key, and by the station's where the recovery words opened the vault. What an approval needs that can be
 * seen from the application alone is judged here: everything that the rules ask for is confirmed for this very content, the form is this
 * authority's, and the request proves possession of a key that is no authority's (N-2.9, A05). Base64, one for each application.
 */
export async function signApprovals(
  { station, officer, at, applications }: ApprovalRequest,
  keys: Keys,
): Promise<Result<readonly string[], SignatureNotWarranted | VaultLocked>> {
  if (!(await isStated(station, keys))) return refused('station-unproven');
  if (purposeOf(station) === 'field') return refused('field-station');
  if (officer !== keys.officerId) return refused('not-approved');
  if (!rolesOfAct('application-approved').some((role) => keys.roles.includes(role)))
    return refused('not-your-role');
  const hasFourEyes = station.settings.fourEyes === true;
  // After the recovery words nobody is known to be a second one.
  if (hasFourEyes && keys.officerSigning === undefined) return refused('four-eyes');
  const signatures: string[] = [];
  for (const application of applications) {
    if (!(await mayBeApproved(application, station))) return refused('not-approved');
    if (hasFourEyes && !(await isOfOtherEyes(application, officer, null, keys))) return refused('four-eyes');
    const octets = approvalOctets(keys.anchor.stationId, application, { officer, at }, sha256);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const key = keys.officerSigning ?? stationKeyOf(keys);
    signatures.push(
      bytesToBase64(new Uint8Array(await crypto.subtle.sign(algorithm, key, new Uint8Array(octets)))),
    );
  }
  return ok(signatures);
}

async function mayBeApproved(application: ApprovedApplication, station: Station): Promise<boolean> {
  const { content, request } = application;
  // Each form's name begins with its authority's letter.
  if (!content.form.startsWith(station.kind)) return false;
  const rules = rulesFor(station, application);
  if (rules === null || !isExamined(application, contentDigest(application, sha256), rules)) return false;
  // The owner's key is made when it is issued, in here (G-8).
  if (request === undefined) return rules.keyCarrier !== undefined;
  const read = readCertificationRequest(request.der);
  if (!read.ok || authorityOfKey(station, read.value.publicKey.keyBits) !== undefined) return false;
  const { publicKey, infoDer, signature } = read.value;
  const algorithm = signatureAlgorithmOf(read.value);
  const verifier =
    algorithm.kind === 'gost3410'
      ? (await import('#adapters/gost/signature-verifier.ts')).gostSignatureVerifier
      : (await import('#adapters/webcrypto/signature-verifier.ts')).webCryptoSignatureVerifier;
  return verifier.verify(publicKey.der, algorithm, infoDer, signature);
}

/** Null for a set that the station does not hold: whatever stands in the application, it throws nothing here. */
export function rulesFor(station: Station, { ruleSet = firstRuleSet }: UnderRuleSet): AuthorityRules | null {
  return knownRules(station, ruleSet);
}

/**
 * Whether a CA officer of the station, as it states them, now and at the time, has signed the approval of just this application; under four
 * eyes, of one that others have examined. The station's own signature, which the recovery words give, counts where there are no two
 * officers, or where the words have the vault open: several people hold the station's key.
 */
export async function isApproved(
  application: ApprovedApplication | undefined,
  station: Pick<Station, 'settings'>,
  { anchor, officers, officerSigning }: Pick<Keys, 'anchor' | 'officers' | 'officerSigning'>,
): Promise<boolean> {
  const decision = application?.decision;
  if (application === undefined || decision?.outcome !== 'approved') return false;
  const signature = base64ToBytes(decision.signature ?? '');
  if (signature === null || signature.length === 0) return false;
  const octets = approvalOctets(anchor.stationId, application, decision, sha256);
  const stated = officers.find(({ id }) => id === decision.officer);
  if (stated !== undefined && (await verifyAct(stated.signingSpkiDer, octets, signature))) {
    if (!hasRole(stated, 'ca-officer') || !rolesAt(stated, decision.at).has('ca-officer')) return false;
    const hasFourEyes = station.settings.fourEyes === true;
    return !hasFourEyes || isOfOtherEyes(application, decision.officer, decision.at, { anchor, officers });
  }
  const isAlone = officers.every(({ roles }) => roles === undefined);
  if (station.settings.fourEyes === true || !(isAlone || officerSigning === undefined)) return false;
  return verifyAct(anchor.stationSpkiDer, octets, signature);
}

/**
 * Whether the certificate is, to the octet, the one that the application leads to; only its number and the moment in which it begins, which is
 * never before the approval, are left to who asks. `madeKey`: of the owner whose key is made here.
 */
export function followsApproval(
  application: ApprovedApplication,
  tbs: TbsCertificate,
  {
    station,
    own,
    issuer,
    madeKey,
  }: {
    readonly station: Station;
    readonly own: Certificate;
    /** Of the key that `own` certifies; the same object for all that are signed together. */
    readonly issuer: CertificateIssuer;
    readonly madeKey: Uint8Array | undefined;
  },
): boolean {
  const { content, request, decision } = application;
  const rules = rulesFor(station, application);
  if (rules === null || decision === undefined || tbs.notBefore < decision.at) return false;
  const read = request === undefined ? null : readCertificationRequest(request.der);
  const asked = read?.ok === true ? read.value.publicKey.der : undefined;
  const spkiDer = rules.keyCarrier === undefined ? asked : madeKey;
  if (spkiDer === undefined || !bytesEqual(tbs.publicKey.der, spkiDer)) return false;
  const plan = certificatePlan(content, rules, tbs.notBefore, own.tbs.notAfter);
  const again = keptTemplate(issuer, { ...plan.settings, addresses: station.addresses }).fill({
    ...{ serialNumber: tbs.serialNumber, notBefore: tbs.notBefore, notAfter: plan.notAfter },
    ...{ subject: plan.subject, spkiDer, keyIdentifier: sha1(tbs.publicKey.keyBits) },
  });
  return bytesEqual(tbs.der, again);
}

function refused(because: SignatureNotWarranted['because']): Result<never, SignatureNotWarranted> {
  return err({ type: 'NotWarranted', because });
}
