import type { Instant } from '#domain/base/instant.ts';
import {
  bigIntOf,
  booleanOf,
  type Children,
  childrenOf,
  integerOctetsOf,
  oidOf,
  smallIntegerOf,
  textOf,
  timeOf,
} from './element.ts';
import { DerError } from './der-refusal.ts';
import { type GeneralName, generalNamesOf } from './general-name.ts';
import { certificateLimits, contentOf, type DerElement, readDer } from './reader.ts';
import { contextTag, primitiveContextTag, tag } from './tag.ts';

/*
 * Readers of extension values (RFC 5280 §4.2, §5.2, §5.3). Each takes `Extension.valueDer` and throws `DerError`,
 * whose offset counts from the beginning of the value.
 */

export interface BasicConstraints {
  readonly cA: boolean;
  readonly pathLenConstraint?: number;
}

/** X.509 §9.2.2.3, by bit number. */
export const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof keyUsageNames)[number];

export interface AuthorityKeyIdentifier {
  readonly keyIdentifier?: Uint8Array;
  /** authorityCertIssuer or authorityCertSerialNumber is there too. */
  readonly namesIssuer: boolean;
}

export interface PolicyInformation {
  readonly policyOid: string;
  readonly cpsUris: readonly string[];
  /** Qualifiers other than a CPS pointer. */
  readonly otherQualifiers: number;
}

export interface AccessDescription {
  readonly methodOid: string;
  readonly location: GeneralName;
}

export interface DistributionPoint {
  readonly fullName: readonly GeneralName[];
  readonly hasReasons: boolean;
  readonly hasCrlIssuer: boolean;
}

export function readBasicConstraints(valueDer: Uint8Array): BasicConstraints {
  const part = 'basicConstraints';
  const children = childrenOf(readDer(valueDer), tag.sequence, part);
  const flag = children.takeOptional(tag.boolean);
  const length = children.takeOptional(tag.integer);
  children.end(part);
  const cA = flag !== undefined && booleanOf(flag, part);
  return length === undefined ? { cA } : { cA, pathLenConstraint: smallIntegerOf(length, part) };
}

export function readKeyUsage(valueDer: Uint8Array): readonly KeyUsageName[] {
  const element = readDer(valueDer);
  if (element.tag !== tag.bitString) throw new DerError('UnexpectedElement', element.start, 'keyUsage');
  const content = contentOf(element);
  return keyUsageNames.filter((_, bit) => ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}

/** Trailing zero bits of a named-bit list are not written (X.690 §11.2.2). */
export function isMinimalBitList(valueDer: Uint8Array): boolean {
  const content = contentOf(readDer(valueDer));
  if (content.length === 1) return content[0] === 0;
  return ((content[content.length - 1] ?? 0) & (1 << (content[0] ?? 0))) !== 0;
}

export function readExtKeyUsage(valueDer: Uint8Array): readonly string[] {
  const children = childrenOf(readDer(valueDer), tag.sequence, 'extKeyUsage');
  return takeAll(children, () => oidOf(children.takeAny('extKeyUsage'), 'extKeyUsage'));
}

export function readSubjectKeyIdentifier(valueDer: Uint8Array): Uint8Array {
  const element = readDer(valueDer);
  if (element.tag !== tag.octetString) throw new DerError('UnexpectedElement', 0, 'subjectKeyIdentifier');
  return contentOf(element);
}

export function readAuthorityKeyIdentifier(valueDer: Uint8Array): AuthorityKeyIdentifier {
  const part = 'authorityKeyIdentifier';
  const children = childrenOf(readDer(valueDer), tag.sequence, part);
  const identifier = children.takeOptional(primitiveContextTag(0));
  const issuer = children.takeOptional(contextTag(1));
  const serial = children.takeOptional(primitiveContextTag(2));
  children.end(part);
  const namesIssuer = issuer !== undefined || serial !== undefined;
  return identifier === undefined ? { namesIssuer } : { keyIdentifier: contentOf(identifier), namesIssuer };
}

export function readSubjectAltName(valueDer: Uint8Array): readonly GeneralName[] {
  return generalNamesOf(readDer(valueDer), tag.sequence, 'subjectAltName');
}

export function readCertificatePolicies(valueDer: Uint8Array): readonly PolicyInformation[] {
  const part = 'certificatePolicies';
  const policies = childrenOf(readDer(valueDer), tag.sequence, part);
  return takeAll(policies, () => {
    const policy = childrenOf(policies.takeAny(part), tag.sequence, part);
    const policyOid = oidOf(policy.take(tag.objectIdentifier, part), part);
    const list = policy.takeOptional(tag.sequence);
    policy.end(part);
    const qualifiers = (list?.children ?? []).map((element) => qualifierOf(element, part));
    const cpsUris = qualifiers.filter((uri) => uri !== null);
    return { policyOid, cpsUris, otherQualifiers: qualifiers.length - cpsUris.length };
  });
}

const cpsOid = '1.3.6.1.5.5.7.2.1';

function qualifierOf(element: DerElement, part: string): string | null {
  const children = childrenOf(element, tag.sequence, part);
  const kind = oidOf(children.take(tag.objectIdentifier, part), part);
  const value = children.takeAny(part);
  return kind === cpsOid ? textOf(value, part) : null;
}

export function readAuthorityInfoAccess(valueDer: Uint8Array): readonly AccessDescription[] {
  const part = 'authorityInfoAccess';
  const list = childrenOf(readDer(valueDer), tag.sequence, part);
  return takeAll(list, () => {
    const access = list.takeAny(part);
    const [method, ...names] = access.children;
    if (method === undefined) throw new DerError('MissingElement', access.start, part);
    const [location, ...more] = generalNamesOf({ ...access, children: names }, tag.sequence, part);
    if (location === undefined || more.length > 0) throw new DerError('MissingElement', access.start, part);
    return { methodOid: oidOf(method, part), location };
  });
}

export function readCrlDistributionPoints(valueDer: Uint8Array): readonly DistributionPoint[] {
  const part = 'cRLDistributionPoints';
  // Some CAs put letters into the address that no IA5String has: it is shown as read.
  const list = childrenOf(
    readDer(valueDer, { ...certificateLimits, toleratedDeviations: [] }),
    tag.sequence,
    part,
  );
  return takeAll(list, () => {
    const point = childrenOf(list.takeAny(part), tag.sequence, part);
    const name = point.takeOptional(contextTag(0));
    const reasons = point.takeOptional(primitiveContextTag(1));
    const issuer = point.takeOptional(contextTag(2));
    point.end(part);
    const full = name?.children[0];
    const fullName = full?.tag === contextTag(0) ? generalNamesOf(full, contextTag(0), part) : [];
    return { fullName, hasReasons: reasons !== undefined, hasCrlIssuer: issuer !== undefined };
  });
}

/** Of any size: RFC 5280 §5.2.3 lets it have 20 octets. */
export function readCrlNumber(valueDer: Uint8Array): bigint {
  return bigIntOf(integerOctetsOf(readDer(valueDer), 'cRLNumber'));
}

export function readTimeExtension(valueDer: Uint8Array, part: string): Instant {
  const element = readDer(valueDer);
  if (element.tag !== tag.generalizedTime) throw new DerError('UnexpectedElement', 0, part);
  return timeOf(element, part);
}

function takeAll<T>(children: Children, take: () => T): readonly T[] {
  const taken: T[] = [];
  while (children.peekTag() !== undefined) taken.push(take());
  return taken;
}
