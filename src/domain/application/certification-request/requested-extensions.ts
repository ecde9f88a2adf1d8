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
  | { readonly type: 'extension'; readonly oid: string; readonly critical: boolean };

/** Reads the values of the extensions that it knows; one that is malformed throws `DerError`, critical or not. */
export function requestedNotGranted(extensions: readonly Extension[]): readonly RequestedNotGranted[] {
  return extensions.flatMap((extension) => notGranted(extension));
}

/** What an authority's request asks beyond the profile `subordinate-ca`: it gets cA with path length 0, and its two usages. */
export function notGrantedToAuthority(extensions: readonly Extension[]): readonly RequestedNotGranted[] {
  return extensions.flatMap((extension): readonly RequestedNotGranted[] => {
    const { oid: dotted, valueDer } = extension;
    if (dotted === oid.basicConstraints) {
      const { cA, pathLenConstraint } = readBasicConstraints(valueDer);
      if (!cA || pathLenConstraint === 0) return [];
      return [
        { type: 'pathLength', ...(pathLenConstraint === undefined ? {} : { asked: pathLenConstraint }) },
      ];
    }
    if (dotted === oid.keyUsage) {
      const usages = readKeyUsage(valueDer).filter((usage) => !authorityUsages.has(usage));
      return usages.length === 0 ? [] : [{ type: 'keyUsage', usages }];
    }
    if (dotted === oid.extKeyUsage) return [{ type: 'extKeyUsage', oids: readExtKeyUsage(valueDer) }];
    return notGranted(extension);
  });
}

const authorityUsages: ReadonlySet<KeyUsageName> = new Set<KeyUsageName>(['keyCertSign', 'cRLSign']);

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
