import type { Extension } from '#domain/der/extension.ts';
import {
  type KeyUsageName,
  readBasicConstraints,
  readExtKeyUsage,
  readKeyUsage,
  readSubjectAltName,
} from '#domain/der/extension-values.ts';
import type { GeneralName } from '#domain/der/general-name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

/** Asked for in the request, and given by no profile of the certificate that the application is for. */
export type RequestedNotGranted =
  | { readonly type: 'cA' }
  /** Of an authority: another bound than 0, or none. */
  | { readonly type: 'pathLength'; readonly asked?: number }
  | { readonly type: 'keyUsage'; readonly usages: readonly KeyUsageName[] }
  | { readonly type: 'extKeyUsage'; readonly oids: readonly string[] }
  | { readonly type: 'subjectAltName'; readonly names: readonly GeneralName[] }
  | { readonly type: 'extension'; readonly oid: string; readonly critical: boolean }
  /** An attribute of the request beside its extensions (RFC 2986 §4.1). */
  | { readonly type: 'attribute'; readonly oid: string; readonly texts: readonly string[] };

/**
 * What no certificate of a person has. Reads the values of the extensions that it knows; one that is malformed throws `DerError`, critical or not.
 */
export function requestedNotGranted(extensions: readonly Extension[]): readonly RequestedNotGranted[] {
  return extensions.flatMap((extension) => notGranted(extension));
}

const grantableUsages: ReadonlySet<KeyUsageName> = new Set<KeyUsageName>([
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
]);

const grantablePurposes: ReadonlySet<string> = new Set<string>([oid.emailProtection, oid.clientAuth]);

function notGranted({ oid: dotted, critical, valueDer }: Extension): readonly RequestedNotGranted[] {
  switch (dotted) {
    case oid.basicConstraints:
      return readBasicConstraints(valueDer).cA ? [{ type: 'cA' }] : [];
    case oid.keyUsage: {
      const usages = readKeyUsage(valueDer).filter((usage) => !grantableUsages.has(usage));
      return usages.length === 0 ? [] : [{ type: 'keyUsage', usages }];
    }
    case oid.extKeyUsage: {
      const oids = readExtKeyUsage(valueDer).filter((purpose) => !grantablePurposes.has(purpose));
      return oids.length === 0 ? [] : [{ type: 'extKeyUsage', oids }];
    }
    case oid.subjectAltName: {
      const names = readSubjectAltName(valueDer).filter(({ kind }) => kind !== 'rfc822Name');
      return names.length === 0 ? [] : [{ type: 'subjectAltName', names }];
    }
    case oid.subjectKeyIdentifier:
      return [];
    default:
      return [{ type: 'extension', oid: dotted, critical }];
  }
}
