import { sha1 } from '#adapters/digest/sha1.ts';
import type { ApprovedApplication } from '#domain/application/approval.ts';
import { keyInMaking, ownGenerations } from '#domain/authority/generations.ts';
import type { NotWarranted } from '#domain/authority/stated.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import { authorityOfKey } from '#domain/certificate/known-authority-key.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import type { ExaminedCertificate, IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import { examinedCertificate, findingsOn } from '#domain/certificate/examine-certificate.ts';
import type { CertificateIssuer, CertificateProfile } from '#domain/certificate/profile.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { epochOfCrlNumber } from '#domain/crl/crl-number.ts';
import { examineCrl, examinedCrl } from '#domain/crl/examine-crl.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { SignRequest } from '#ports/custody.ts';
import { followsApproval, isApproved, rulesFor } from './approval.ts';
import type { AuthoritySigner, Keys } from './keys.ts';
import { type Ground, isStated } from './stated-station.ts';

export interface Warrant {
  /** The number of the list that is to be signed, where it is one. */
  readonly crlNumber?: bigint;
}

/** What the vault has seen and made since it was opened. */
export interface Known {
  readonly lastCrlNumber: bigint | undefined;
  /** Public key (SPKI) of the owner whose key was made here for that application (G-8). */
  readonly madeKey?: (applicationId: string) => Uint8Array | undefined;
}

/**
 * What the authority's key may sign is judged here, beside it, and not where it was asked for: a certification request of that very
 * key, a certificate that keeps every rule of the examination for its profile, under the name of that key, and is just the one that an
 * application leads to whose approval an officer's key has signed; a CRL that keeps every rule
 * and is numbered above the last one signed. What they are examined against is the station's record as far as the station's own
 * statement holds for it.
 */
export async function warrantFor(
  request: SignRequest,
  key: AuthoritySigner,
  keys: Ground & Pick<Keys, 'officers'>,
  known: Known,
): Promise<Warrant | NotWarranted> {
  if (!(await isStated(request.station, keys))) return 'station-unproven';
  const { what, tbs, station } = request;
  switch (what) {
    case 'certification-request':
      return tbs.every((octets) => isOwnRequest(octets, station, key)) ? {} : 'examination';
    case 'certificates': {
      const own = certificateOf(station, key);
      const issuer = own === null ? null : issuerOf(own, key);
      const approved = request.approved ?? [];
      const holds = await Promise.all(tbs.map((_, i) => isApproved(approved[i], station, keys)));
      for (const [i, octets] of tbs.entries()) {
        const because = whyNoCertificate(octets, holds[i] === true ? approved[i] : undefined, {
          ...{ station, key, own, issuer, known },
        });
        if (because !== null) return because;
      }
      return {};
    }
    case 'crl': {
      const [octets, ...more] = tbs;
      const own = certificateOf(station, key);
      if (octets === undefined || more.length > 0 || own === null) return 'examination';
      const { kind, epoch } = station;
      return crlWarrant(octets, key, own, { ...known, epoch, onlyAuthorities: kind === 'R' });
    }
  }
}

function certificateOf(station: Station, { spkiDer }: AuthoritySigner): Certificate | null {
  const own = ownGenerations(station).find((each) => bytesEqual(each.spkiDer, spkiDer));
  const read = own === undefined ? null : readCertificate(own.certificateDer);
  return read?.ok === true && bytesEqual(read.value.tbs.publicKey.der, spkiDer) ? read.value : null;
}

function issuerOf({ tbs }: Certificate, { suite }: AuthoritySigner): CertificateIssuer {
  return { subjectDer: tbs.subject.der, keyIdentifier: sha1(tbs.publicKey.keyBits), suite };
}

function isOwnRequest(octets: Uint8Array, station: Station, { spkiDer }: AuthoritySigner): boolean {
  const making = keyInMaking(station);
  if (making === null || !bytesEqual(making.spkiDer, spkiDer)) return false;
  return bytesEqual(octets, writeCertificationRequestInfo(authoritySubject(making), spkiDer));
}

/** Null where the key may sign it. `approved`: the application whose approval was found to be signed. */
function whyNoCertificate(
  octets: Uint8Array,
  approved: ApprovedApplication | undefined,
  {
    station,
    key,
    own,
    issuer,
    known: { madeKey },
  }: {
    readonly station: Station;
    readonly key: AuthoritySigner;
    readonly own: Certificate | null;
    readonly issuer: CertificateIssuer | null;
    readonly known: Known;
  },
): NotWarranted | null {
  const examined = examinedCertificate(octets);
  if (examined instanceof DerError) return 'examination';
  const { tbs } = examined;
  const common = { kind: station.kind, issuerSuite: key.suite, epoch: station.epoch, sha1 };
  if (bytesEqual(tbs.publicKey.der, key.spkiDer)) {
    // The authority's own, of the key that waits for one.
    const making = keyInMaking(station);
    if (making === null || !bytesEqual(making.spkiDer, key.spkiDer)) return 'examination';
    const subject = authoritySubject(making);
    const { addresses } = making;
    return keepsRules(examined, { ...common, profile: 'ca-self-signed', addresses, subject })
      ? null
      : 'examination';
  }
  // The same that the operation asks, of every key that the station knows as an authority's (A05).
  if (own === null || issuer === null || authorityOfKey(station, tbs.publicKey.keyBits) !== undefined)
    return 'examination';
  const profile = profileOf(station, examined.values.keyUsage ?? []);
  const { addresses } = station;
  // An application that came in before the station passed to other rules has the term of its own, which its approval says.
  const rules = rulesFor(station, approved ?? { ruleSet: station.ruleSet });
  if (rules === null || !keepsRules(examined, { ...common, profile, rules, issuer: own.tbs, addresses }))
    return 'examination';
  if (approved === undefined || station.ceasedOn !== undefined) return 'not-approved';
  const at = { station, own, issuer, madeKey: madeKey?.(approved.id) };
  return followsApproval(approved, tbs, at) ? null : 'not-approved';
}

function profileOf({ kind }: Station, keyUsage: readonly string[]): CertificateProfile {
  if (kind === 'R') return 'subordinate-ca';
  return keyUsage.includes('nonRepudiation') ? 'signing' : 'authentication';
}

function keepsRules(examined: ExaminedCertificate, context: IssuanceContext): boolean {
  return !findingsOn(examined, context).some(isMust);
}

function crlWarrant(
  octets: Uint8Array,
  { suite }: AuthoritySigner,
  { tbs: issuer }: Certificate,
  {
    lastCrlNumber: last,
    epoch,
    onlyAuthorities,
  }: {
    readonly lastCrlNumber: bigint | undefined;
    readonly epoch: number;
    readonly onlyAuthorities: boolean;
  },
): Warrant | NotWarranted {
  const examined = examinedCrl(octets);
  if (examined instanceof DerError) return 'examination';
  const { thisUpdate, crlNumber } = examined.tbs;
  const issuerKeyIdentifier = sha1(readPublicKey(issuer.publicKey.der).keyBits);
  const findings = examineCrl(octets, {
    issuer,
    issuerSuite: suite,
    issuerKeyIdentifier,
    now: thisUpdate,
    onlyAuthorities,
  });
  if (crlNumber === undefined || findings.some(isMust)) return 'examination';
  // There are 127 epochs: a list of the last one, shown to the station, would leave it no number ever.
  if (epochOfCrlNumber(crlNumber) > epoch) return 'examination';
  return last !== undefined && crlNumber <= last ? 'number-not-above' : { crlNumber };
}

function isMust({ severity }: Finding): boolean {
  return severity === 'must';
}
