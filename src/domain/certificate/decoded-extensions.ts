import { ok } from '#domain/base/result.ts';
import { type DerProblem, reading } from '#domain/der/der-refusal.ts';
import { type Extension, extensionByOid } from '#domain/der/extension.ts';
import {
  type AccessDescription,
  type AuthorityKeyIdentifier,
  type BasicConstraints,
  type DistributionPoint,
  type KeyUsageName,
  type PolicyInformation,
  readAuthorityInfoAccess,
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readCertificatePolicies,
  readCrlDistributionPoints,
  readExtKeyUsage,
  readKeyUsage,
  readSubjectAltName,
  readSubjectKeyIdentifier,
} from '#domain/der/extension-values.ts';
import type { GeneralName } from '#domain/der/general-name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

/** Values of a certificate's extensions, each read at most once; `null`: absent or unreadable (see `unreadable`). */
export interface DecodedExtensions {
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | null;
  readonly subjectKeyIdentifier: Uint8Array | null;
  readonly keyUsage: readonly KeyUsageName[] | null;
  readonly basicConstraints: BasicConstraints | null;
  readonly extKeyUsage: readonly string[] | null;
  readonly subjectAltName: readonly GeneralName[] | null;
  readonly certificatePolicies: readonly PolicyInformation[] | null;
  readonly crlDistributionPoints: readonly DistributionPoint[] | null;
  readonly authorityInfoAccess: readonly AccessDescription[] | null;
  /** Extensions that we know and whose value breaks its own syntax. */
  readonly unreadable: readonly UnreadableExtension[];
}

export interface UnreadableExtension {
  readonly oid: string;
  readonly problem: DerProblem;
}

/** All extensions whose value we can read, and how. */
const readers: ReadonlyMap<string, (valueDer: Uint8Array) => unknown> = new Map<
  string,
  (valueDer: Uint8Array) => unknown
>([
  [oid.authorityKeyIdentifier, readAuthorityKeyIdentifier],
  [oid.subjectKeyIdentifier, readSubjectKeyIdentifier],
  [oid.keyUsage, readKeyUsage],
  [oid.basicConstraints, readBasicConstraints],
  [oid.extKeyUsage, readExtKeyUsage],
  [oid.subjectAltName, readSubjectAltName],
  [oid.issuerAltName, readSubjectAltName],
  [oid.certificatePolicies, readCertificatePolicies],
  [oid.crlDistributionPoints, readCrlDistributionPoints],
  [oid.freshestCrl, readCrlDistributionPoints],
  [oid.authorityInfoAccess, readAuthorityInfoAccess],
]);

export function decodedExtensions(extensions: readonly Extension[]): DecodedExtensions {
  const kept = new Map<string, unknown>();
  const problems = new Map<string, DerProblem>();
  const value = <T>(dotted: string, read: (valueDer: Uint8Array) => T): T | null => {
    if (kept.has(dotted)) return kept.get(dotted) as T | null;
    const extension = extensionByOid(extensions, dotted);
    const result = extension === null ? ok(null) : reading(() => read(extension.valueDer));
    if (!result.ok) problems.set(dotted, result.error.problem);
    kept.set(dotted, result.ok ? result.value : null);
    return result.ok ? result.value : null;
  };
  return {
    get authorityKeyIdentifier() {
      return value(oid.authorityKeyIdentifier, readAuthorityKeyIdentifier);
    },
    get subjectKeyIdentifier() {
      return value(oid.subjectKeyIdentifier, readSubjectKeyIdentifier);
    },
    get keyUsage() {
      return value(oid.keyUsage, readKeyUsage);
    },
    get basicConstraints() {
      return value(oid.basicConstraints, readBasicConstraints);
    },
    get extKeyUsage() {
      return value(oid.extKeyUsage, readExtKeyUsage);
    },
    get subjectAltName() {
      return value(oid.subjectAltName, readSubjectAltName);
    },
    get certificatePolicies() {
      return value(oid.certificatePolicies, readCertificatePolicies);
    },
    get crlDistributionPoints() {
      return value(oid.crlDistributionPoints, readCrlDistributionPoints);
    },
    get authorityInfoAccess() {
      return value(oid.authorityInfoAccess, readAuthorityInfoAccess);
    },
    get unreadable() {
      for (const { oid: dotted } of extensions) {
        const read = readers.get(dotted);
        if (read !== undefined) value(dotted, read);
      }
      return [...problems].map(([dotted, problem]) => ({ oid: dotted, problem }));
    },
  };
}

export function isReadableExtension(dotted: string): boolean {
  return readers.has(dotted);
}
