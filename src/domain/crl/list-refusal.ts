import { bytesEqual } from '#domain/base/bytes.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { type Extension, duplicateExtensions, extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { isOfAuthoritiesAlone } from './only-authorities.ts';
import type { CertificateList, CrlEntries } from './certificate-list.ts';

/** Why a CRL says nothing about a certificate: the rule that it breaks and the section of RFC 5280. No prose: the words are the pages'. */
export const listSections = {
  AlgorithmsDiffer: '5.1.1.2',
  VersionOld: '5.1.2.1',
  NextUpdateMissing: '5.1.2.5',
  NextUpdateEarlier: '5.1.2.5',
  ExtensionTwice: '5.2',
  ExtensionUnknown: '5.2',
  NumberMissing: '5.2.3',
  NumberCritical: '5.2.3',
  NumberUnfit: '5.2.3',
  Delta: '5.2.4',
  Partial: '5.2.5',
  EntryExtensionUnknown: '5.3',
  EntryIndirect: '5.3.3',
  IssuerMayNotSign: '6.3.3 (f)',
} as const satisfies Readonly<Record<string, string>>;

export type ListRule = keyof typeof listSections;

export type ListRefusal =
  | { readonly type: 'CrlRefused'; readonly rule: ListRule; readonly section: string }
  /** Nothing is wrong with it but its age (RFC 5280 §6.3.3 (a)). */
  | { readonly type: 'CrlStale'; readonly nextUpdate: Instant };

/** Whose certificates are asked about: a list of authorities alone (§5.2.5) is whole for theirs, and silent about anybody else's. */
export type AskedAbout = 'authorities' | 'anybody';

/**
 * RFC 5280 §6.3 for a whole list that the certificate's issuer signed with the same key: what is a delta, a part, or indirect is known by
 * its content, whether marked critical or not, and refused, since it is silent about others. The signature is the caller's.
 */
export function whyListUnfit(
  list: CertificateList,
  issuer: Certificate,
  now: Instant,
  about: AskedAbout = 'anybody',
): ListRefusal | null {
  const rule = brokenListRule(list, issuer, about);
  if (rule !== null) return listRefusal(rule);
  const { nextUpdate } = list.tbs;
  return nextUpdate !== undefined && compareInstants(nextUpdate, now) < 0
    ? { type: 'CrlStale', nextUpdate }
    : null;
}

export function listRefusal(rule: ListRule): ListRefusal {
  return { type: 'CrlRefused', rule, section: listSections[rule] };
}

/** Everything but the age: what a list of the station's own has to keep when it comes back from outside. */
export function brokenListRule(
  { tbs, signatureAlgorithm }: CertificateList,
  issuer: Certificate,
  about: AskedAbout = 'anybody',
): ListRule | null {
  const { version, thisUpdate, nextUpdate, extensions = [] } = tbs;
  // A certificate without the extension is bound to no use (§6.3.3 (f)).
  const { keyUsage } = decodedExtensions(issuer.tbs.extensions ?? []);
  const hasUsage = extensionByOid(issuer.tbs.extensions ?? [], oid.keyUsage) !== null;
  if (hasUsage && keyUsage?.includes('cRLSign') !== true) return 'IssuerMayNotSign';
  if (!bytesEqual(tbs.signature.der, signatureAlgorithm.der)) return 'AlgorithmsDiffer';
  if (version !== 2) return 'VersionOld';
  if (nextUpdate === undefined) return 'NextUpdateMissing';
  if (compareInstants(nextUpdate, thisUpdate) < 0) return 'NextUpdateEarlier';
  return (
    brokenByExtensions(extensions, about) ??
    brokenByNumber(extensions, tbs.crlNumber) ??
    brokenByEntry(tbs.entries)
  );
}

function brokenByExtensions(extensions: readonly Extension[], about: AskedAbout): ListRule | null {
  if (duplicateExtensions(extensions).length > 0) return 'ExtensionTwice';
  if (extensionByOid(extensions, oid.deltaCrlIndicator) !== null) return 'Delta';
  const isPart = extensionByOid(extensions, oid.issuingDistributionPoint) !== null;
  const isWholeForThem = about === 'authorities' && isOfAuthoritiesAlone(extensions);
  if (isPart && !isWholeForThem) return 'Partial';
  return extensions.some(({ oid: dotted, critical }) => critical && !known.has(dotted))
    ? 'ExtensionUnknown'
    : null;
}

/** §5.2.3: present, not critical, not negative, at most 20 octets. */
function brokenByNumber(extensions: readonly Extension[], number: bigint | undefined): ListRule | null {
  if (number === undefined) return 'NumberMissing';
  if (extensionByOid(extensions, oid.crlNumber)?.critical === true) return 'NumberCritical';
  return number < 0n || number >= greatestNumber ? 'NumberUnfit' : null;
}

function brokenByEntry(entries: CrlEntries): ListRule | null {
  let broken: ListRule | null = null;
  entries.scan(({ extensions: { hasCertificateIssuer, criticalOids } }) => {
    if (hasCertificateIssuer) broken ??= 'EntryIndirect';
    if (criticalOids.some((dotted) => !knownInEntries.has(dotted))) broken ??= 'EntryExtensionUnknown';
  });
  return broken;
}

const greatestNumber = 1n << 159n;

const known: ReadonlySet<string> = new Set<string>([
  oid.crlNumber,
  oid.authorityKeyIdentifier,
  oid.issuerAltName,
  oid.expiredCertsOnCrl,
  oid.issuingDistributionPoint,
]);

const knownInEntries: ReadonlySet<string> = new Set<string>([oid.reasonCode, oid.invalidityDate]);
