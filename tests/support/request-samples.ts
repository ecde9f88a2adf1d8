import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeExtension } from '#domain/der/extension.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import {
  bitString,
  derNull,
  element,
  explicit,
  integer,
  objectIdentifier,
  sequence,
  setOf,
} from '#domain/der/writer.ts';
import { latin1 } from './der-samples.ts';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly spkiDer: Uint8Array;
}

export function ecKeyPair(namedCurve = 'P-256'): KeyPair {
  return pairOf(generateKeyPairSync('ec', { namedCurve }));
}

export function rsaKeyPair(modulusLength = 2048, publicExponent = 65_537): KeyPair {
  return pairOf(generateKeyPairSync('rsa', { modulusLength, publicExponent }));
}

function pairOf({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): KeyPair {
  return { privateKey, spkiDer: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })) };
}

export function spkiOf(key: KeyObject): Uint8Array {
  return Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' }));
}

/** A SubjectPublicKeyInfo with numbers of one's own choice. */
export function rsaSpki(modulus: bigint, exponent: bigint): Uint8Array {
  return sequence(
    sequence(objectIdentifier(oid.rsaEncryption), derNull),
    bitString(sequence(integer(modulus), integer(exponent))),
  );
}

export function ecSpki(curve: Uint8Array, point: Uint8Array): Uint8Array {
  return sequence(sequence(objectIdentifier(oid.ecPublicKey), curve), bitString(point));
}

export const subjectDer: Uint8Array = writeName([
  { oid: oid.countryName, value: 'KZ' },
  { oid: oid.commonName, value: 'ӘБІЛОВ ҒАЛЫМ' },
  { oid: oid.serialNumber, value: 'IIN850101300015' },
]);

export interface RequestParts {
  readonly version?: number;
  readonly subjectDer?: Uint8Array;
  readonly spkiDer?: Uint8Array;
  /** `null`: the `[0]` is left out altogether. */
  readonly attributes?: readonly Uint8Array[] | null;
  readonly signatureAlgorithmDer?: Uint8Array;
  readonly key?: KeyPair;
}

export const ecdsaSha256: Uint8Array = sequence(objectIdentifier(oid.ecdsaWithSha256));

/** A request that is right but for the parts given; its signature is right too. */
export function aRequest(parts: RequestParts = {}): Uint8Array {
  const key = parts.key ?? ecKeyPair();
  const attributes = parts.attributes === undefined ? [] : parts.attributes;
  const info = sequence(
    integer(parts.version ?? 0),
    parts.subjectDer ?? subjectDer,
    parts.spkiDer ?? key.spkiDer,
    ...(attributes === null ? [] : [explicit(0, ...attributes)]),
  );
  const signature = Uint8Array.from(sign('sha256', info, key.privateKey));
  return sequence(info, parts.signatureAlgorithmDer ?? ecdsaSha256, bitString(signature));
}

export function attribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return sequence(objectIdentifier(type), setOf(...values));
}

export function extensionRequest(...extensions: readonly Uint8Array[]): Uint8Array {
  return attribute(oid.extensionRequest, sequence(...extensions));
}

export function basicConstraintsCa(): Uint8Array {
  return writeExtension(oid.basicConstraints, true, sequence(element(tag.boolean, Uint8Array.of(0xff))));
}

/** PEM text in octets. */
export function pemOf(der: Uint8Array, label = 'CERTIFICATE REQUEST'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

export function textFile(text: string): Uint8Array {
  return latin1(text);
}
