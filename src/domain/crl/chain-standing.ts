import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { CertificateList } from './certificate-list.ts';

/** Why no certificate may be issued under this chain; `authority` is the name of the one that is meant. */
export type ChainRefusal =
  | { readonly type: 'IssuerExpired'; readonly authority: string; readonly notAfter: Instant }
  | {
      readonly type: 'AuthorityRevoked';
      readonly authority: string;
      readonly since: Instant;
      readonly reasonCode?: string;
    };

/**
 * The chain from the authority's own certificate up to the root, judged by the newest CRL of each issuer. A suspended
 * certificate counts as revoked. What is over or revoked above closes issuing below (RFC 5280 §6.1.3).
 */
export function whyChainFails(
  chain: readonly Certificate[],
  lists: readonly CertificateList[],
  now: Instant,
): ChainRefusal | null {
  for (const [i, { tbs }] of chain.entries()) {
    const authority = authorityNameOf(tbs);
    if (i > 0 && compareInstants(now, tbs.notAfter) > 0)
      return { type: 'IssuerExpired', authority, notAfter: tbs.notAfter };
    const issuer = chain[i + 1];
    if (issuer === undefined) continue;
    const entry = lists
      .filter((list) => isSameName(list.tbs.issuer, issuer.tbs.subject))
      .map((list) => list.tbs.entries.find(tbs.serialNumber))
      .find((found) => found !== null && found.extensions.reasonCode !== 'removeFromCRL');
    if (entry === undefined || entry === null || compareInstants(entry.revocationDate, now) > 0) continue;
    const { reasonCode } = entry.extensions;
    return {
      type: 'AuthorityRevoked',
      authority,
      since: entry.revocationDate,
      ...(reasonCode === undefined ? {} : { reasonCode }),
    };
  }
  return null;
}

/** Common name; an authority without one is told by its organisation. */
export function authorityNameOf({ subject }: Pick<Certificate['tbs'], 'subject'>): string {
  const [name] = [...valuesOf(subject, oid.commonName), ...valuesOf(subject, oid.organizationName)];
  return name ?? '—';
}
