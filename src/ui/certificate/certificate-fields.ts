import { bytesToHex } from '#domain/base/bytes.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { type DecodedExtensions, decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { algorithmName } from '#domain/der/algorithm.ts';
import { displayName } from '#domain/der/name.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import { dateTimeSecondsOf, groupsOfFour } from '#ui/i18n/format.ts';
import { algorithmText } from '#ui/i18n/algorithm-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';

export interface CertificateField {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly explained: string;
  readonly critical?: boolean;
  readonly isOctets?: boolean;
}

type Explained = keyof typeof words.t.certificate.fields;

/** Every field of the certificate in its order, with what it says in plain words. */
export function certificateFields({
  tbs,
  signatureAlgorithm,
  signature,
}: Certificate): readonly CertificateField[] {
  const t = words.t.certificate.fields;
  const field = (id: Explained, ...values: string[]): CertificateField => ({ id, ...t[id], values });
  const octets = (id: Explained, value: Uint8Array): CertificateField => ({
    ...field(id, groupsOfFour(bytesToHex(value))),
    isOctets: true,
  });
  const extensions = tbs.extensions ?? [];
  const decoded = decodedExtensions(extensions);
  const isAuthority = decoded.basicConstraints?.cA === true;
  return [
    field('version', `v${tbs.version}`),
    octets('serialNumber', tbs.serialNumber),
    field('signature', algorithmText(algorithmName(signatureAlgorithm.oid))),
    field('issuer', displayName(tbs.issuer)),
    field('validity', dateTimeSecondsOf(tbs.notBefore), dateTimeSecondsOf(tbs.notAfter)),
    {
      ...field('subject', displayName(tbs.subject)),
      ...(isAuthority ? { explained: words.t.root.certificate.subjectExplained } : {}),
    },
    field('publicKey', algorithmText(keyName(tbs.publicKey.key).name)),
    octets('publicKeyValue', tbs.publicKey.keyBits),
    ...extensions.map(({ oid: dotted, critical }): CertificateField => {
      const name = oidName(dotted);
      const id = name !== null && name in t ? (name as Explained) : 'otherExtension';
      return {
        ...field(id, ...extensionValues(dotted, decoded)),
        ...(id === 'otherExtension' ? { label: name ?? dotted } : {}),
        critical,
        isOctets: dotted === oid.authorityKeyIdentifier || dotted === oid.subjectKeyIdentifier,
      };
    }),
    octets('signatureValue', signature),
  ];
}

function extensionValues(dotted: string, decoded: DecodedExtensions): string[] {
  const hex = (octets: Uint8Array | null | undefined) =>
    octets === null || octets === undefined ? [] : [groupsOfFour(bytesToHex(octets))];
  switch (dotted) {
    case oid.authorityKeyIdentifier:
      return hex(decoded.authorityKeyIdentifier?.keyIdentifier);
    case oid.subjectKeyIdentifier:
      return hex(decoded.subjectKeyIdentifier);
    case oid.keyUsage:
      return (decoded.keyUsage ?? []).map((usage) => usageName(usage));
    case oid.extKeyUsage:
      return (decoded.extKeyUsage ?? []).map(purposeName);
    case oid.basicConstraints:
      return [constraintsText(decoded.basicConstraints)];
    case oid.subjectAltName:
      return (decoded.subjectAltName ?? []).map(({ value }) => value);
    case oid.certificatePolicies:
      return (decoded.certificatePolicies ?? []).flatMap(({ policyOid, cpsUris }) => [policyOid, ...cpsUris]);
    case oid.crlDistributionPoints:
      return (decoded.crlDistributionPoints ?? []).flatMap(({ fullName }) =>
        fullName.map(({ value }) => value),
      );
    case oid.authorityInfoAccess:
      return (decoded.authorityInfoAccess ?? []).map(({ location }) => location.value);
    default:
      return [];
  }
}

function constraintsText(constraints: DecodedExtensions['basicConstraints']): string {
  if (constraints?.cA !== true) return 'CA:FALSE';
  const { pathLenConstraint } = constraints;
  return pathLenConstraint === undefined ? 'CA:TRUE' : `CA:TRUE, pathLen ${pathLenConstraint}`;
}

export function usageName(usage: string): string {
  const { keyUsages } = words.t.certificate;
  const plain = usage in keyUsages ? keyUsages[usage as keyof typeof keyUsages] : undefined;
  return plain === undefined ? usage : `${plain} (${usage})`;
}

/** Who the owner is stands in the purposes too: an individual, or a legal entity and what one may do for it. */
export function purposeName(dotted: string): string {
  const { purposes } = words.t.certificate;
  const role = new RegExp(`^${oid.kzLegalEntity}\\.([1-5])$`).exec(dotted)?.[1];
  const name = oidName(dotted);
  const plain =
    role === undefined
      ? name !== null && name in purposes
        ? purposes[name as keyof typeof purposes]
        : name
      : words.t.application.roles[Number(role) - 1];
  return plain === undefined || plain === null ? dotted : `${plain} (${dotted})`;
}
