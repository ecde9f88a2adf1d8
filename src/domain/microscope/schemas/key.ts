import { keyName } from '#domain/certificate/key-name.ts';
import { algorithmName } from '#domain/der/algorithm.ts';
import { reading } from '#domain/der/der-refusal.ts';
import { publicKeyOf } from '#domain/der/public-key.ts';
import { certificateLimits, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import type { FieldValue } from '#domain/microscope/described-field.ts';
import type { FieldWord } from '#domain/microscope/field-words.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { firstOid } from './first-oid.ts';

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export function algorithmSchema(name: string, word: FieldWord, section: string): Schema {
  return {
    name,
    word,
    section,
    value: (element, file) => {
      const dotted = firstOid(element, file);
      return dotted === null ? undefined : { type: 'algorithm', name: algorithmName(dotted) };
    },
    parts: [
      part({ name: 'algorithm', word: 'algorithm', section: 'RFC 5280 §4.1.1.2' }, tag.objectIdentifier),
      { name: 'parameters', word: 'parameters', section: 'RFC 5280 §4.1.1.2' },
    ],
  };
}

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), its key opened where it is RSA's. */
export function publicKeySchema(name: string, section: string): Schema {
  return {
    name,
    word: 'publicKey',
    section,
    of: (element, file) => {
      const [isRsa, isGost] = keyKind(element, file);
      const bits: Schema = {
        name: 'subjectPublicKey',
        word: 'publicKeyValue',
        section: 'RFC 5280 §4.1.2.7',
        ...(isRsa ? { inside: rsaPublicKey } : {}),
        ...(isGost ? { inside: { name: 'OCTET STRING', section: 'RFC 4491 §2.3.2' } } : {}),
      };
      return {
        name,
        word: 'publicKey',
        section,
        value: keyValue,
        parts: [
          part(algorithmSchema('algorithm', 'algorithm', 'RFC 5280 §4.1.2.7'), tag.sequence),
          part(bits, tag.bitString),
        ],
      };
    },
  };
}

const rsaPublicKey: Schema = {
  name: 'RSAPublicKey',
  section: 'RFC 3279 §2.3.1',
  parts: [
    part({ name: 'modulus', word: 'modulus', section: 'RFC 3279 §2.3.1' }, tag.integer),
    part({ name: 'publicExponent', word: 'publicExponent', section: 'RFC 3279 §2.3.1' }, tag.integer),
  ],
};

function keyKind(element: LooseElement, file: Uint8Array): readonly [rsa: boolean, gost: boolean] {
  const key = readKey(element, file);
  return [key?.kind === 'rsa', key?.kind === 'gost'];
}

function keyValue(element: LooseElement, file: Uint8Array): FieldValue | undefined {
  const key = readKey(element, file);
  return key === null || key.kind === 'other' ? undefined : { type: 'algorithm', name: keyName(key).name };
}

function readKey(element: LooseElement, file: Uint8Array): ReturnType<typeof publicKeyOf>['key'] | null {
  const octets = file.subarray(element.start, element.end);
  const read = reading(
    () =>
      publicKeyOf(readDer(octets, { ...certificateLimits, toleratedDeviations: [] }), 'subjectPublicKeyInfo')
        .key,
  );
  return read.ok ? read.value : null;
}
