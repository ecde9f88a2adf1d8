import { bytesEqual } from '#domain/base/bytes.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { whyListUnfit } from '#domain/crl/list-refusal.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { profileOf } from '#domain/microscope/foreign-examination.ts';
import type { Listing, SeenList } from '#domain/microscope/looked-at.ts';
import type { Desk } from '#ports/desk.ts';

export interface ListsAmong {
  readonly given: readonly CertificateList[];
  readonly own: readonly CertificateList[];
}

/** What the newest list of its issuer says of a certificate; a list that is too old still names whom it names (RFC 5280 §6.3.3). */
export async function listingOf(
  desk: Pick<Desk, 'verifier'>,
  certificate: Certificate,
  issuer: Certificate | undefined,
  { given, own }: ListsAmong,
  now: Instant,
): Promise<Listing> {
  const lists = [...own, ...given]
    .filter(({ tbs }) => isSameName(tbs.issuer, certificate.tbs.issuer))
    .toSorted((a, b) => compareInstants(b.tbs.thisUpdate, a.tbs.thisUpdate));
  let unfit: Listing | undefined;
  for (const list of lists) {
    const seen = seenList(list, own);
    if (issuer === undefined || !(await isListSignedBy(desk, list, issuer))) {
      unfit ??= { type: 'unfit', list: seen, refusal: 'signature' };
      continue;
    }
    const about = profileOf(certificate) === 'subordinate-ca' ? 'authorities' : 'anybody';
    const refusal = whyListUnfit(list, issuer, now, about);
    if (refusal !== null && refusal.type !== 'CrlStale') {
      unfit ??= { type: 'unfit', list: seen, refusal };
      continue;
    }
    const entry = list.tbs.entries.find(certificate.tbs.serialNumber);
    if (entry === null) return { type: 'not-listed', list: seen, stale: refusal !== null };
    const { reasonCode } = entry.extensions;
    return {
      type: 'revoked',
      at: entry.revocationDate,
      ...(reasonCode === undefined ? {} : { reason: reasonCode }),
      list: seen,
    };
  }
  return unfit ?? { type: 'no-list' };
}

function seenList({ der, tbs }: CertificateList, own: readonly CertificateList[]): SeenList {
  return {
    origin: own.some((each) => bytesEqual(each.der, der)) ? 'station' : 'files',
    ...(tbs.crlNumber === undefined ? {} : { number: tbs.crlNumber.toString() }),
    thisUpdate: tbs.thisUpdate,
  };
}

export async function isListSignedBy(
  desk: Pick<Desk, 'verifier'>,
  list: CertificateList,
  { tbs: { publicKey } }: Certificate,
): Promise<boolean> {
  const algorithm = issuerSignature(list, publicKey.key);
  return algorithm !== null && desk.verifier.verify(publicKey.der, algorithm, list.tbs.der, list.signature);
}
