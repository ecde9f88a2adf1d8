import { sha1 } from '#adapters/digest/sha1.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { keyInMaking, ownGenerations } from '#domain/authority/generations.ts';
import { allRules } from '#domain/authority/rule-sets.ts';
import { type NotWarranted, editedParts } from '#domain/authority/stated.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import type { IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import { examineCertificate, examinedCertificate } from '#domain/certificate/examine-certificate.ts';
import type { CertificateProfile } from '#domain/certificate/profile.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { examineCrl, examinedCrl } from '#domain/crl/examine-crl.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { SignRequest } from '#ports/custody.ts';
import type { AuthoritySigner, Keys } from './keys.ts';
import { provenStatement } from './sign-statement.ts';

export interface Warrant {
  /** The number of the list that is to be signed, where it is one. */
  readonly crlNumber?: bigint;
}

/**
 * What the authority's key may sign is judged here, beside it, and not where it was asked for: a certification request of that very
 * key, a certificate that keeps every rule of the examination for its profile, under the name of that key; a CRL that keeps every rule
 * and is numbered above the last one signed. What they are examined against is the station's record as far as the station's own
 * statement holds for it.
 */
export async function warrantFor(
  request: SignRequest,
  key: AuthoritySigner,
  keys: Ground,
  known: { readonly lastCrlNumber: bigint | undefined },
): Promise<Warrant | NotWarranted> {
  if (!(await isStated(request.station, keys))) return 'station-unproven';
  const { what, tbs, station } = request;
  switch (what) {
    case 'certification-request':
      return tbs.every((octets) => isOwnRequest(octets, station, key)) ? {} : 'examination';
    case 'certificates': {
      const own = certificateOf(station, key);
      const isRight = tbs.every((octets) => isRightCertificate(octets, station, key, own));
      return isRight ? {} : 'examination';
    }
    case 'crl': {
      const [octets, ...more] = tbs;
      const own = certificateOf(station, key);
      if (octets === undefined || more.length > 0 || own === null) return 'examination';
      return crlWarrant(octets, key, own, { ...known, onlyAuthorities: station.kind === 'R' });
    }
  }
}

type Ground = Pick<Keys, 'anchor' | 'isAnchored' | 'latest' | 'officerSigning'>;

/**
 * A register of before there were statements is believed where an officer's passphrase opened it, whose own key has signed its log. The
 * recovery words alone open whatever lies there, also one that somebody made whole around the authority's file: it is read, and
 * nothing is signed on it.
 */
async function isStated(
  station: Station,
  { anchor, isAnchored, latest, officerSigning }: Ground,
): Promise<boolean> {
  if (!isAnchored && station.statement === undefined) return officerSigning !== undefined;
  const stated = await provenStatement(station.statement, anchor);
  if (stated === null || stated.number < latest) return false;
  // Officers are the log's matter; here it is the record that counts.
  return editedParts(stated, { station, officers: stated.officers }, sha256).length === 0;
}

function certificateOf(station: Station, { spkiDer }: AuthoritySigner): Certificate | null {
  const own = ownGenerations(station).find((each) => bytesEqual(each.spkiDer, spkiDer));
  const read = own === undefined ? null : readCertificate(own.certificateDer);
  return read?.ok === true && bytesEqual(read.value.tbs.publicKey.der, spkiDer) ? read.value : null;
}

function isOwnRequest(octets: Uint8Array, station: Station, { spkiDer }: AuthoritySigner): boolean {
  const making = keyInMaking(station);
  if (making === null || !bytesEqual(making.spkiDer, spkiDer)) return false;
  return bytesEqual(octets, writeCertificationRequestInfo(authoritySubject(making), spkiDer));
}

function isRightCertificate(
  octets: Uint8Array,
  station: Station,
  key: AuthoritySigner,
  own: Certificate | null,
): boolean {
  const examined = examinedCertificate(octets);
  if (examined instanceof DerError) return false;
  const common = { kind: station.kind, issuerSuite: key.suite, epoch: station.epoch, sha1 };
  if (bytesEqual(examined.tbs.publicKey.der, key.spkiDer)) {
    // The authority's own, of the key that waits for one.
    const making = keyInMaking(station);
    if (making === null || !bytesEqual(making.spkiDer, key.spkiDer)) return false;
    const subject = authoritySubject(making);
    return keepsRules(octets, { ...common, profile: 'ca-self-signed', addresses: making.addresses, subject });
  }
  if (own === null) return false;
  const profile = profileOf(station, examined.values.keyUsage ?? []);
  // Of an application that came in before the station passed to other rules: it has the term of its own.
  return allRules(station).some((rules) =>
    keepsRules(octets, { ...common, profile, rules, issuer: own.tbs, addresses: station.addresses }),
  );
}

function profileOf({ kind }: Station, keyUsage: readonly string[]): CertificateProfile {
  if (kind === 'R') return 'subordinate-ca';
  return keyUsage.includes('nonRepudiation') ? 'signing' : 'authentication';
}

function keepsRules(octets: Uint8Array, context: IssuanceContext): boolean {
  return !examineCertificate(octets, context).some(isMust);
}

function crlWarrant(
  octets: Uint8Array,
  { suite }: AuthoritySigner,
  { tbs: issuer }: Certificate,
  {
    lastCrlNumber: last,
    onlyAuthorities,
  }: { readonly lastCrlNumber: bigint | undefined; readonly onlyAuthorities: boolean },
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
  return last !== undefined && crlNumber <= last ? 'number-not-above' : { crlNumber };
}

function isMust({ severity }: Finding): boolean {
  return severity === 'must';
}
