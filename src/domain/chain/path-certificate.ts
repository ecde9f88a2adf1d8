import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate, TbsCertificate } from '#domain/certificate/certificate.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import { reading } from '#domain/der/der-refusal.ts';
import { type Extension, duplicateExtensions, extensionByOid } from '#domain/der/extension.ts';
import {
  type BasicConstraints,
  type KeyUsageName,
  type PolicyInformation,
  readBasicConstraints,
  readCertificatePolicies,
  readExtKeyUsage,
  readKeyUsage,
} from '#domain/der/extension-values.ts';
import { type ComparableName, comparableName } from '#domain/der/name-match.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import {
  type NameConstraints,
  type PolicyConstraints,
  type PolicyMapping,
  readInhibitAnyPolicy,
  readNameConstraints,
  readPlainNames,
  readPolicyConstraints,
  readPolicyMappings,
} from '#domain/der/path-extensions.ts';
import type { PlainName } from '#domain/der/plain-name.ts';
import { type PathRefusal, pathRefusal } from './path-refusal.ts';

/** One certificate with all that the validation of a path asks of it, read once; what is absent is undefined. */
export interface PathCertificate {
  readonly tbs: TbsCertificate;
  /** For the refusals. */
  readonly name: string;
  readonly subject: ComparableName;
  readonly issuer: ComparableName;
  readonly isSelfIssued: boolean;
  readonly basicConstraints: BasicConstraints | undefined;
  readonly keyUsage: readonly KeyUsageName[] | undefined;
  readonly extKeyUsage: readonly string[] | undefined;
  readonly subjectAltName: readonly PlainName[] | undefined;
  readonly nameConstraints: NameConstraints | undefined;
  readonly policies: readonly PolicyInformation[] | undefined;
  readonly policyMappings: readonly PolicyMapping[] | undefined;
  readonly policyConstraints: PolicyConstraints | undefined;
  readonly inhibitAnyPolicy: number | undefined;
  readonly extensions: readonly Extension[];
}

/** An extension twice, or one whose value is not what its standard says, refuses the certificate, critical or not. */
export function readPathCertificate({ tbs }: Pick<Certificate, 'tbs'>): Result<PathCertificate, PathRefusal> {
  const name = authorityNameOf(tbs);
  const extensions = tbs.extensions ?? [];
  if (duplicateExtensions(extensions).length > 0) return err(pathRefusal('ExtensionTwice', name));
  const value = <T>(dotted: string, read: (valueDer: Uint8Array) => T): T | undefined => {
    const extension = extensionByOid(extensions, dotted);
    return extension === null ? undefined : read(extension.valueDer);
  };
  const [subject, issuer] = [comparableName(tbs.subject), comparableName(tbs.issuer)];
  const read = reading(() => ({
    tbs,
    name,
    subject,
    issuer,
    isSelfIssued: subject.length === issuer.length && subject.every((rdn, i) => rdn === issuer[i]),
    basicConstraints: value(oid.basicConstraints, readBasicConstraints),
    keyUsage: value(oid.keyUsage, readKeyUsage),
    extKeyUsage: value(oid.extKeyUsage, readExtKeyUsage),
    subjectAltName: value(oid.subjectAltName, readPlainNames),
    nameConstraints: value(oid.nameConstraints, readNameConstraints),
    policies: value(oid.certificatePolicies, readCertificatePolicies),
    policyMappings: value(oid.policyMappings, readPolicyMappings),
    policyConstraints: value(oid.policyConstraints, readPolicyConstraints),
    inhibitAnyPolicy: value(oid.inhibitAnyPolicy, readInhibitAnyPolicy),
    extensions,
  }));
  return read.ok ? ok(read.value) : err(pathRefusal('ExtensionUnreadable', name));
}
