import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { element } from '#domain/der/writer.ts';
import {
  carriedBy,
  describePart,
  filePartsOf,
  microscopeLimitOctets,
} from '#domain/microscope/file-parts.ts';
import { examineForeignCertificate, examineForeignCrl } from '#domain/microscope/foreign-examination.ts';
import { contentsSeen, isSafeContents, safesOf } from '#domain/microscope/pkcs12-safes.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import { aCertificate, anAuthority, instant, sha1 } from '#tests/support/authority-samples.ts';
import { aCrl } from '#tests/support/crl-samples.ts';
import { allFields } from '#tests/support/described.ts';
import { aRequest, ecKeyPair, pemOf, textFile } from '#tests/support/request-samples.ts';

const authority = anAuthority();
const certificate = aCertificate(authority);
const crl = aCrl(authority);

function kinds(file: Uint8Array): readonly string[] {
  const parts = filePartsOf(file);
  return parts.ok ? parts.value.map(({ kind }) => kind) : [parts.error.type];
}

function problems(file: Uint8Array): readonly string[] {
  const parts = filePartsOf(file);
  if (!parts.ok) return [parts.error.type];
  return parts.value.flatMap((part) => describePart(part)?.problems.map(({ problem }) => problem) ?? []);
}

describe('a file that is not what it should be', () => {
  it.each([
    ['nothing', new Uint8Array(), ['MicroscopeEmpty']],
    ['a letter', encodeUtf8('Құрметті әріптестер, куәлікті жіберіп отырмыз.'), ['MicroscopeUnknown']],
    ['a table', textFile('a;b;c\n1;2;3\n'), ['MicroscopeUnknown']],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), ['MicroscopeUnknown']],
    ['octets by chance', Uint8Array.of(0x17, 0x93, 0x00, 0xff, 0x80), ['MicroscopeUnknown']],
    ['a digit', textFile('0'), ['MicroscopeUnknown']],
    ['a block that does not end', textFile('-----BEGIN CERTIFICATE-----\nMIIB\n'), ['ArmorEndMissing']],
  ])('is refused by its name: %s', (_, file, expected) => {
    expect(kinds(file)).toEqual(expected);
  });

  it('is refused by its size before it is read, and by the number of its blocks', () => {
    expect(kinds(new Uint8Array(microscopeLimitOctets + 1))).toEqual(['MicroscopeTooLarge']);
    expect(kinds(textFile(pemOf(Uint8Array.of(0x30, 0), 'CERTIFICATE').repeat(101)))).toEqual([
      'MicroscopeTooMany',
    ]);
  });

  it('has a block on every third line: each line is gone over once', () => {
    const blocks = 150_000;
    const file = textFile(pemOf(Uint8Array.of(0x30, 0), 'CERTIFICATE').repeat(blocks));
    expect(filePartsOf(file)).toMatchObject({ error: { type: 'MicroscopeTooMany', seen: blocks } });
  });

  it('has several blocks: each is looked at, and called by what is in it', () => {
    const file = textFile(
      `Subject: somebody\n${pemOf(certificate, 'CERTIFICATE')}${pemOf(crl, 'X509 CRL')}${pemOf(aRequest(), 'CERTIFICATE')}`,
    );
    expect(kinds(file)).toEqual(['certificate', 'crl', 'certificationRequest']);
  });

  it('has a private key in it: of that nothing is shown', () => {
    const { privateKey } = ecKeyPair();
    const pkcs8 = Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' }));
    for (const file of [
      pkcs8,
      textFile(pemOf(pkcs8, 'PRIVATE KEY')),
      textFile(pemOf(pkcs8, 'EC PRIVATE KEY')),
    ]) {
      const parts = filePartsOf(file);
      expect(parts.ok && parts.value.map((part) => [part.kind, describePart(part)])).toEqual([
        ['privateKey', null],
      ]);
    }
  });

  it('has a private key in it that is not DER: of that nothing is shown either', () => {
    const { privateKey } = ecKeyPair();
    for (const type of ['pkcs8', 'sec1'] as const) {
      const der = Uint8Array.from(privateKey.export({ type, format: 'der' }));
      const header = (der[1] ?? 0) > 0x80 ? 3 : 2;
      const ber = concatBytes(Uint8Array.of(0x30, 0x80), der.subarray(header), Uint8Array.of(0, 0));
      expect(kinds(ber)).toEqual(['privateKey']);
    }
  });
});

describe('a structure that is not DER', () => {
  it('is cut short: it is said, and the beginning is shown', () => {
    const cut = certificate.subarray(0, 200);
    expect(kinds(cut)).toEqual(['certificate']);
    expect(problems(cut)).toContain('Truncated');
    const parts = filePartsOf(cut);
    const [part] = parts.ok ? parts.value : [];
    const description = part === undefined ? null : describePart(part);
    expect(description?.root.children[0]?.children.map(({ name }) => name)).toContain('issuer');
  });

  it('has octets behind it', () => {
    expect(problems(concatBytes(certificate, Uint8Array.of(1, 2, 3)))).toEqual(['TrailingOctets']);
  });

  it('has indefinite lengths, as BER may', () => {
    const p7b = writeCertificateChain([certificate]);
    const [, ...inside] = p7b;
    // The outer length, of two octets after 0x82, gives way to 0x80 and two zeros at the end.
    const ber = concatBytes(Uint8Array.of(0x30, 0x80), Uint8Array.from(inside.slice(3)), Uint8Array.of(0, 0));
    expect(kinds(ber)).toEqual(['cms']);
    expect(problems(ber)).toEqual(['IndefiniteLength']);
    expect(carriedBy(ber).map(({ kind }) => kind)).toEqual(['certificate']);
  });

  it('has a length that is longer than it need be, and a number padded with zeros', () => {
    expect(problems(Uint8Array.of(0x30, 0x81, 4, 2, 2, 0, 1))).toEqual(['PaddedLength', 'PaddedInteger']);
  });

  it('is nested to no end', () => {
    let deep: Uint8Array = Uint8Array.of(5, 0);
    for (let i = 0; i < 2_000; i++) deep = element(0x30, deep);
    const parts = filePartsOf(deep);
    const [part] = parts.ok ? parts.value : [];
    const description = part === undefined ? null : describePart(part);
    expect(description === null ? 0 : allFields(description).length).toBe(33);
  });
});

describe('octets that somebody changed', () => {
  const samples: readonly Uint8Array[] = [
    certificate,
    Uint8Array.from(readFileSync('tests/vectors/kz-real/test-legal-entity-2024.der')),
    crl,
    aRequest(),
    writeCertificateChain([certificate, authority.certificate.der]),
    Uint8Array.from(readFileSync('tests/vectors/kz-real/test-signed-2024.p7m')),
  ];
  const change = fc.record({
    sample: fc.nat({ max: samples.length }),
    at: fc.nat(),
    what: fc.constantFrom('set', 'cut', 'insert', 'remove', 'twice'),
    octets: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  });

  it('are explained as far as they go: never an error, never without end', async () => {
    const { privateKey } = ecKeyPair();
    const pkcs8 = Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' }));
    const carrier = await writeKeyCarrier(pkcs8, 'a long passphrase', 'key', [certificate]);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const [{ sample }] = changes as [(typeof changes)[0]];
        let file = [...samples, carrier][sample] ?? carrier;
        for (const each of changes) file = changed(file, each);
        lookAtAll(file);
      }),
      { numRuns: 600 },
    );
  });

  it('of any kind are explained or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        lookAtAll(octets);
        lookAtAll(element(0x30, octets));
      }),
      { numRuns: 600 },
    );
  });
});

interface Change {
  readonly at: number;
  readonly what: string;
  readonly octets: Uint8Array;
}

function changed(file: Uint8Array, { at, what, octets }: Change): Uint8Array {
  const place = file.length === 0 ? 0 : at % file.length;
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (what) {
    case 'cut':
      return before;
    case 'insert':
      return concatBytes(before, octets, after);
    case 'remove':
      return concatBytes(before, after.subarray(octets.length));
    case 'twice':
      return concatBytes(file, after);
    default:
      return concatBytes(before, octets, after.subarray(octets.length));
  }
}

/** Everything that is done with a file before anything of it is shown. */
function lookAtAll(file: Uint8Array): void {
  const parts = filePartsOf(file);
  for (const part of parts.ok ? parts.value : []) {
    const description = describePart(part);
    if (description !== null) {
      const fields = allFields(description);
      expect(fields.length).toBeLessThanOrEqual(6_001);
      for (const { start, end } of fields)
        expect(start >= 0 && start < end && end <= part.der.length).toBe(true);
    }
    for (const carried of carriedBy(part.der)) expect(carried.der.length).toBeGreaterThan(0);
    for (const safe of safesOf(part.der)) if (safe.type === 'open') contentsSeen(safe.contents);
    isSafeContents(part.der);
    const read = readCertificate(part.der);
    if (read.ok) examined(read.value);
    const list = readCrl(part.der);
    if (list.ok) {
      const { kept, unasked, findings } = examineForeignCrl(
        list.value,
        undefined,
        instant('2026-06-01T06:00:00Z'),
      );
      expect(kept + unasked + findings.length).toBeGreaterThan(0);
    }
  }
}

function examined(foreign: Certificate): void {
  for (const issuer of [undefined, authority.certificate]) {
    const { kept, unasked, findings } = examineForeignCertificate(foreign, issuer, sha1);
    expect(kept + unasked + findings.length).toBeGreaterThan(0);
  }
}
