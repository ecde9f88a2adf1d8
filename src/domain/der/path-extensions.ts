/*
 * Readers of the extensions that only the validation of paths looks into (RFC 5280 §4.2.1.5, §4.2.1.10, §4.2.1.11, §4.2.1.14). Each
 * takes `Extension.valueDer` and throws `DerError`.
 */
import { childrenOf, oidOf, smallIntegerOf } from './element.ts';
import { DerError } from './der-refusal.ts';
import { type PlainName, plainNameOf } from './plain-name.ts';
import { type DerElement, certificateLimits, contentOf, readDer } from './reader.ts';
import { contextTag, primitiveContextTag, tag } from './tag.ts';
import { element } from './writer.ts';

export interface NameConstraints {
  readonly permitted: readonly PlainName[];
  readonly excluded: readonly PlainName[];
}

export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** Numbers of certificates that may follow; absent: nothing is asked. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

/** `minimum` is 0 and `maximum` absent (§4.2.1.10): what has another is refused as unreadable. Neither list may be empty. */
export function readNameConstraints(valueDer: Uint8Array): NameConstraints {
  const part = 'nameConstraints';
  const lists = childrenOf(readNames(valueDer), tag.sequence, part);
  const permitted = lists.takeOptional(contextTag(0));
  const excluded = lists.takeOptional(contextTag(1));
  lists.end(part);
  if (permitted === undefined && excluded === undefined) throw new DerError('MissingElement', 0, part);
  return { permitted: subtreesOf(permitted, part), excluded: subtreesOf(excluded, part) };
}

/** Names of a certificate, for the same comparison. */
export function readPlainNames(valueDer: Uint8Array): readonly PlainName[] {
  const names = readNames(valueDer);
  if (names.tag !== tag.sequence || names.children.length === 0)
    throw new DerError('MissingElement', 0, 'subjectAltName');
  return names.children.map((name) => plainNameOf(name, 'subjectAltName'));
}

export function readPolicyMappings(valueDer: Uint8Array): readonly PolicyMapping[] {
  const part = 'policyMappings';
  const list = readDer(valueDer);
  if (list.tag !== tag.sequence || list.children.length === 0) throw new DerError('MissingElement', 0, part);
  return list.children.map((each) => {
    const pair = childrenOf(each, tag.sequence, part);
    const issuerDomainPolicy = oidOf(pair.take(tag.objectIdentifier, part), part);
    const subjectDomainPolicy = oidOf(pair.take(tag.objectIdentifier, part), part);
    pair.end(part);
    return { issuerDomainPolicy, subjectDomainPolicy };
  });
}

export function readPolicyConstraints(valueDer: Uint8Array): PolicyConstraints {
  const part = 'policyConstraints';
  const parts = childrenOf(readDer(valueDer), tag.sequence, part);
  const explicit = parts.takeOptional(primitiveContextTag(0));
  const mapping = parts.takeOptional(primitiveContextTag(1));
  parts.end(part);
  if (explicit === undefined && mapping === undefined) throw new DerError('MissingElement', 0, part);
  return {
    ...(explicit === undefined ? {} : { requireExplicitPolicy: skipCertsOf(explicit, part) }),
    ...(mapping === undefined ? {} : { inhibitPolicyMapping: skipCertsOf(mapping, part) }),
  };
}

export function readInhibitAnyPolicy(valueDer: Uint8Array): number {
  return notNegative(smallIntegerOf(readDer(valueDer), 'inhibitAnyPolicy'), 'inhibitAnyPolicy');
}

/** Letters outside IA5String are tolerated as in certificates: such a name matches no constraint and is refused by one. */
function readNames(valueDer: Uint8Array): DerElement {
  return readDer(valueDer, { ...certificateLimits, toleratedDeviations: [] });
}

function subtreesOf(list: DerElement | undefined, part: string): readonly PlainName[] {
  if (list === undefined) return [];
  if (list.children.length === 0) throw new DerError('MissingElement', list.start, part);
  return list.children.map((subtree) => {
    const parts = childrenOf(subtree, tag.sequence, part);
    const base = plainNameOf(parts.takeAny(part), part);
    parts.end(part);
    return base;
  });
}

/** An IMPLICIT INTEGER: read as the INTEGER that it stands for. */
function skipCertsOf(implicit: DerElement, part: string): number {
  return notNegative(smallIntegerOf(readDer(element(tag.integer, contentOf(implicit))), part), part);
}

function notNegative(value: number, part: string): number {
  if (value < 0) throw new DerError('NegativeInteger', 0, part);
  return value;
}
