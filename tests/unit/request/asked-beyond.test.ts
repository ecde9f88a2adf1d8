import { describe, expect, it } from 'vitest';
import { askedBeyond } from '#domain/application/certification-request/asked-beyond.ts';
import type { Extension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { namedBits, objectIdentifier, sequence } from '#domain/der/writer.ts';
import { ia5String } from '#domain/der/writer.ts';

const extension = (dotted: string, valueDer: Uint8Array, critical = false): Extension => ({
  oid: dotted,
  critical,
  valueDer,
  der: new Uint8Array(),
});
const names = (...list: readonly Uint8Array[]) => extension(oid.subjectAltName, sequence(...list));
const email = (text: string) => ia5String(text, 0x81);
const dns = (text: string) => ia5String(text, 0x82);
const beyond = (asked: readonly Extension[], granted: readonly Extension[] = []) =>
  askedBeyond({ extensions: asked, attributes: [] }, granted);

describe('what a request asks beyond its certificate', () => {
  it('[A09] a foreign e-mail and a host among the names are shown, the granted e-mail is not', () => {
    const granted = [names(email('n@example.kz'))];
    expect(beyond([names(email('N@example.kz'))], granted)).toEqual([]);
    expect(
      beyond([names(email('n@example.kz'), email('other@example.kz'), dns('bank.example.kz'))], granted),
    ).toEqual([
      {
        type: 'subjectAltName',
        names: [
          { kind: 'rfc822Name', value: 'other@example.kz' },
          { kind: 'dNSName', value: 'bank.example.kz' },
        ],
      },
    ]);
    expect(beyond([names(email('n@example.kz'))])).toHaveLength(1);
  });

  it('[A09] a usage or purpose that this very certificate has not, whatever others have', () => {
    const granted = [
      extension(oid.keyUsage, namedBits([0, 1])),
      extension(oid.extKeyUsage, sequence(objectIdentifier(oid.emailProtection))),
    ];
    expect(
      beyond(
        [
          extension(oid.keyUsage, namedBits([0, 1, 2])),
          extension(oid.extKeyUsage, sequence(objectIdentifier(oid.clientAuth))),
        ],
        granted,
      ),
    ).toEqual([
      { type: 'keyUsage', usages: ['keyEncipherment'] },
      { type: 'extKeyUsage', oids: [oid.clientAuth] },
    ]);
    expect(beyond(granted, granted)).toEqual([]);
  });

  it('[A09] any other extension, unless the certificate has the very same; a key identifier is nobody’s wish', () => {
    const own = extension('1.2.3.4', sequence(), true);
    expect(beyond([own])).toEqual([{ type: 'extension', oid: '1.2.3.4', critical: true }]);
    expect(beyond([own], [own])).toEqual([]);
    expect(beyond([own], [extension('1.2.3.4', sequence(sequence()))])).toHaveLength(1);
    expect(beyond([extension(oid.subjectKeyIdentifier, sequence())])).toEqual([]);
  });

  it('[A09] to be an authority, and one above others', () => {
    const authority = (...parts: readonly number[]) =>
      extension(oid.basicConstraints, new Uint8Array([0x30, 3 + parts.length, 0x01, 0x01, 0xff, ...parts]));
    expect(beyond([authority()])).toEqual([{ type: 'cA' }]);
    expect(beyond([authority()], [authority(0x02, 0x01, 0x00)])).toEqual([{ type: 'pathLength' }]);
    expect(beyond([authority(0x02, 0x01, 0x03)], [authority(0x02, 0x01, 0x00)])).toEqual([
      { type: 'pathLength', asked: 3 },
    ]);
    expect(beyond([authority(0x02, 0x01, 0x00)], [authority(0x02, 0x01, 0x00)])).toEqual([]);
  });

  it('[A09] attributes beside the extensions, but for a password', () => {
    const attributes = [
      { oid: oid.extensionRequest, texts: [], der: new Uint8Array() },
      { oid: oid.challengePassword, texts: [], der: new Uint8Array() },
      { oid: '1.2.840.113549.1.9.2', texts: ['мәтін'], der: new Uint8Array() },
    ];
    expect(askedBeyond({ extensions: [], attributes }, [])).toEqual([
      { type: 'attribute', oid: '1.2.840.113549.1.9.2', texts: ['мәтін'] },
    ]);
  });
});
