import { describe, expect, it } from 'vitest';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { bytesEqual, concatBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { cms } from '#domain/der/cms-identifiers.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import { element, objectIdentifier, octetString, sequence, setOf } from '#domain/der/writer.ts';
import {
  aDocumentKey,
  contentInfo,
  type DocumentChange,
  signedDocument,
} from '#tests/support/cms-samples.ts';
import { attribute } from '#tests/support/gost-cms.ts';

const content = encodeUtf8('сұраймын\n');
const read = signedDocumentReader(() => Promise.reject(new Error('no ГОСТ here')));
const key = aDocumentKey();
const million = 1024 * 1024 - 4096;

/** One octet to an arc. */
const longIdentifier = element(tag.objectIdentifier, new Uint8Array(million).fill(1));
const nothing = Uint8Array.of(tag.null, 0);

function repeated(part: Uint8Array): Uint8Array {
  const count = Math.floor(million / part.length);
  const whole = new Uint8Array(count * part.length);
  for (let i = 0; i < count; i++) whole.set(part, i * part.length);
  return whole;
}

function nested(depth: number): Uint8Array {
  let inner: Uint8Array = nothing;
  for (let i = 0; i < depth; i++) inner = sequence(inner);
  return inner;
}

function signed(change: DocumentChange): Uint8Array {
  return signedDocument(key, content, change);
}

/** SignedData whose signers are these octets, and nothing else is wrong. */
function ofSigners(signers: Uint8Array): Uint8Array {
  return contentInfo(setOf(), sequence(objectIdentifier(cms.data)), element(tag.set, signers));
}

const right = signed({});
const shortAttribute = attribute('1.2.3', nothing);
const bombs: readonly (readonly [string, Uint8Array, string])[] = [
  ['a long identifier as the type', sequence(longIdentifier), 'ObjectIdentifier'],
  [
    'a long identifier among the attributes',
    signed({ attributes: (list) => [...list, sequence(longIdentifier, setOf(nothing))] }),
    'ObjectIdentifier',
  ],
  ['a long identifier that nobody signed', signed({ unsigned: [longIdentifier] }), 'ObjectIdentifier'],
  [
    'lists within lists',
    signed({ attributes: (list) => [...list, attribute('1.2.3', nested(10_000))] }),
    'TooDeep',
  ],
  ['a million lists opened', concatBytes(repeated(Uint8Array.of(0x30, 0x80))), 'IndefiniteLength'],
  ['as many attributes as fit', signed({ unsigned: [repeated(shortAttribute)] }), 'TooManyElements'],
  ['as many signers as fit', ofSigners(repeated(sequence(nothing))), 'TooManyElements'],
  ['as many certificates as fit', signed({ certificates: [repeated(sequence(nothing))] }), 'TooManyElements'],
  [
    'a length of four thousand million',
    Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 6, 1, 1),
    'Truncated',
  ],
  ['a length of 126 octets', Uint8Array.of(0x30, 0xfe, ...new Array<number>(126).fill(255)), 'LengthTooLong'],
  ['octets after its end', concatBytes(right, Uint8Array.of(0)), 'TrailingOctets'],
  ['half of it only', right.subarray(0, right.length / 2), 'Truncated'],
];

describe('[J17] a hostile electronic document', () => {
  it.each(bombs)('of %s is refused in under a second', async (_, octets, problem) => {
    const begin = performance.now();
    const answer = await read(octets);
    const took = performance.now() - begin;
    expect(answer).toMatchObject({ ok: false, error: { type: 'NotDer', problem } });
    expect(took).toBeLessThan(1000);
  });

  it('of indefinite length, as BER has it, is refused as no DER', async () => {
    const body = right.subarray(4);
    const indefinite = concatBytes(Uint8Array.of(0x30, 0x80), body, Uint8Array.of(0, 0));
    expect(await read(indefinite)).toMatchObject({ error: { type: 'NotDer', problem: 'IndefiniteLength' } });
  });

  it('of a content in pieces, as BER has it, is refused as no DER', async () => {
    const pieces = element(0x24, octetString(content));
    const inside = sequence(objectIdentifier(cms.data), element(contextTag(0), pieces));
    expect(await read(contentInfo(setOf(), inside, setOf()))).toMatchObject({
      error: { type: 'NotDer', problem: 'ConstructedPrimitive' },
    });
  });

  it('above a mebibyte is refused before it is looked at', async () => {
    expect(await read(new Uint8Array(1024 * 1024 + 1))).toEqual({
      ok: false,
      error: { type: 'DocumentTooLarge', maximumOctets: 1024 * 1024 },
    });
  });

  it('is refused with any octet of it changed, but where nothing is signed or read', async () => {
    const unnoticed: number[] = [];
    for (let at = 0; at < right.length; at++) {
      const answer = await read(right.map((octet, i) => (i === at ? octet ^ 0x01 : octet)));
      if (!answer.ok) continue;
      expect(answer.value.content).toEqual(content);
      // The register compares the certificate with its own.
      if (bytesEqual(answer.value.signerCertificateDer, key.certificateDer)) unnoticed.push(at);
    }
    // Version numbers, and the digests told beforehand.
    expect(unnoticed.length).toBeLessThan(16);
  });
});
