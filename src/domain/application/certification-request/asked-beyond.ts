import { bytesEqual } from '#domain/base/bytes.ts';
import type { Extension } from '#domain/der/extension.ts';
import {
  readBasicConstraints,
  readExtKeyUsage,
  readKeyUsage,
  readSubjectAltName,
} from '#domain/der/extension-values.ts';
import type { GeneralName } from '#domain/der/general-name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { CertificationRequest } from './certification-request.ts';
import type { RequestedNotGranted } from './requested-extensions.ts';

/**
 * Everything that the request asks for and the certificate that it leads to has not: names, usages, extensions, attributes. Held against
 * the certificate's own extensions, so that nothing is passed over because some other certificate has it.
 */
export function askedBeyond(
  { extensions, attributes }: Pick<CertificationRequest, 'extensions' | 'attributes'>,
  granted: readonly Extension[],
): readonly RequestedNotGranted[] {
  const byOid = new Map(granted.map((extension) => [extension.oid, extension]));
  const ofExtensions = extensions.flatMap((asked) => beyond(asked, byOid.get(asked.oid)));
  const ofAttributes = attributes
    .filter((attribute) => !spokenOf.has(attribute.oid))
    .map(({ oid: dotted, texts }) => ({ type: 'attribute', oid: dotted, texts }) as const);
  return [...ofExtensions, ...ofAttributes];
}

/** The extensions are looked at one by one, and a password for the authority is nobody's to read. */
const spokenOf: ReadonlySet<string> = new Set<string>([
  oid.extensionRequest,
  oid.microsoftExtensionRequest,
  oid.challengePassword,
]);

function beyond(asked: Extension, granted: Extension | undefined): readonly RequestedNotGranted[] {
  const { oid: dotted, critical, valueDer } = asked;
  switch (dotted) {
    case oid.basicConstraints:
      return beyondConstraints(asked, granted);
    case oid.keyUsage: {
      const given = granted === undefined ? [] : readKeyUsage(granted.valueDer);
      const usages = readKeyUsage(valueDer).filter((usage) => !given.includes(usage));
      return usages.length === 0 ? [] : [{ type: 'keyUsage', usages }];
    }
    case oid.extKeyUsage: {
      const given = granted === undefined ? [] : readExtKeyUsage(granted.valueDer);
      const oids = readExtKeyUsage(valueDer).filter((purpose) => !given.includes(purpose));
      return oids.length === 0 ? [] : [{ type: 'extKeyUsage', oids }];
    }
    case oid.subjectAltName: {
      const given = granted === undefined ? [] : readSubjectAltName(granted.valueDer);
      const names = readSubjectAltName(valueDer).filter(
        (name) => !given.some((each) => isSameName(each, name)),
      );
      return names.length === 0 ? [] : [{ type: 'subjectAltName', names }];
    }
    case oid.subjectKeyIdentifier:
      return [];
    default:
      return granted !== undefined && bytesEqual(granted.valueDer, valueDer)
        ? []
        : [{ type: 'extension', oid: dotted, critical }];
  }
}

function beyondConstraints(asked: Extension, granted: Extension | undefined): readonly RequestedNotGranted[] {
  const { cA, pathLenConstraint: length } = readBasicConstraints(asked.valueDer);
  if (!cA) return [];
  const given = granted === undefined ? { cA: false } : readBasicConstraints(granted.valueDer);
  if (!given.cA) return [{ type: 'cA' }];
  if (length !== undefined && length === given.pathLenConstraint) return [];
  return [{ type: 'pathLength', ...(length === undefined ? {} : { asked: length }) }];
}

function isSameName(one: GeneralName, other: GeneralName): boolean {
  return one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();
}
