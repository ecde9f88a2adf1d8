import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { appendEntry, type CrlChunk, packEntries, replaceEntry } from '#domain/crl/crl-chunk.ts';
import { crlNumber } from '#domain/crl/crl-number.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { examineCrl } from '#domain/crl/examine-crl.ts';
import { readCrl, readCrlFile } from '#domain/crl/read-crl.ts';
import { reasonByNumber, reasonNumber } from '#domain/crl/reason-code.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { bitString, enumerated, sequence, time, unsignedInteger } from '#domain/der/writer.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { anAuthority, aCertificate, instant } from '#tests/support/authority-samples.ts';
import {
  aCrl,
  anEntry,
  crlContextOf,
  manyEntries,
  nextUpdate,
  serialOf,
  thisUpdate,
} from '#tests/support/crl-samples.ts';
import { pemOf, textFile } from '#tests/support/request-samples.ts';
import { inHashings } from '#tests/support/in-hashings.ts';

const authority = anAuthority();

function read(der: Uint8Array) {
  const result = readCrl(der);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a CRL', () => {
  it('[N-11] comes back as it was written', () => {
    const invalidityDate = instant('2026-05-01T00:00:00Z');
    const entries = [
      anEntry(1, 'keyCompromise'),
      anEntry(2),
      { ...anEntry(3, 'superseded'), invalidityDate },
    ];
    const { tbs, signature } = read(aCrl(authority, { chunks: packEntries(entries.map(encodeCrlEntry)) }));
    expect(tbs).toMatchObject({ version: 2, thisUpdate, nextUpdate, crlNumber: 5n, derOddities: [] });
    expect(tbs.issuer.der).toEqual(authority.issuer.subjectDer);
    expect(tbs.authorityKeyIdentifier?.keyIdentifier).toEqual(authority.issuer.keyIdentifier);
    expect(signature.length).toBeGreaterThan(60);
    const readEntries = [...tbs.entries].map(({ serialNumber, revocationDate, extensions }) => ({
      serialNumber,
      revocationDate,
      ...(extensions.reasonCode === undefined ? {} : { reasonCode: extensions.reasonCode }),
      ...(extensions.invalidityDate === undefined ? {} : { invalidityDate: extensions.invalidityDate }),
    }));
    expect(readEntries).toEqual(entries);
  });

  it('[B02] without entries has no list at all', () => {
    const { tbs } = read(aCrl(authority, { chunks: [] }));
    expect(tbs).toMatchObject({ hasEmptyList: false });
    expect(tbs.entries.count).toBe(0);
    expect([...tbs.entries]).toEqual([]);
  });

  it.each([1_200, 1_300, 20_000, 100_000])('[B01] of %d entries is written and read again', (count) => {
    const chunks = packEntries(manyEntries(count));
    const der = aCrl(authority, { chunks });
    const { tbs } = read(der);
    expect(tbs.entries.count).toBe(count);
    expect(tbs.entries.find(serialOf(count - 1))?.serialNumber).toEqual(serialOf(count - 1));
    expect(tbs.entries.find(serialOf(count))).toBeNull();
    expect(inHashings(() => aCrl(authority, { chunks }))).toBeLessThan(36);
    // The goal is one second for 100,000.
    expect(inHashings(() => read(der))).toBeLessThan(14);
  });

  it('[B01] of 20,000 entries is examined in a moment', () => {
    const der = aCrl(authority, { chunks: packEntries(manyEntries(20_000)) });
    const examined = inHashings(() => {
      expect(examineCrl(read(der).tbs.der, crlContextOf(authority))).toEqual([]);
    });
    expect(examined).toBeLessThan(24);
  });

  it.each(['certificateHold', 'removeFromCRL'] as const)(
    '[B04] of others with %s is read; we never write it',
    (reason) => {
      const list = sequence(
        sequence(
          unsignedInteger(serialOf(1)),
          time(instant('2026-05-04T03:02:01Z')),
          sequence(writeExtension(oid.reasonCode, false, enumerated(reasonNumber(reason)))),
        ),
      );
      const { signatureAlgorithmDer } = keySuites[authority.suite];
      const tbs = sequence(
        unsignedInteger(Uint8Array.of(1)),
        signatureAlgorithmDer,
        authority.issuer.subjectDer,
        time(thisUpdate),
        list,
      );
      const crl = read(sequence(tbs, signatureAlgorithmDer, bitString(Uint8Array.of(1))));
      expect([...crl.tbs.entries].map(({ extensions }) => extensions.reasonCode)).toEqual([reason]);
      expect(crl.tbs.nextUpdate).toBeUndefined();
      expect(() => encodeCrlEntry(anEntry(1, reason))).toThrow(RangeError);
    },
  );

  it('[A20] in PEM is read, and another file is called by what it is', () => {
    const der = aCrl(authority);
    expect(readCrlFile(textFile(pemOf(der, 'X509 CRL')))).toMatchObject({ ok: true });
    expect(readCrlFile(aCertificate(authority))).toEqual({
      ok: false,
      error: { type: 'NotACrl', found: 'certificate' },
    });
    expect(readCrlFile(new Uint8Array(0))).toEqual({ ok: false, error: { type: 'NotACrl', found: 'empty' } });
  });
});

describe('chunks of entries', () => {
  it('grow by one entry, and a full one gives way to the next', () => {
    const entries = manyEntries(2_001);
    const chunks: CrlChunk[] = [];
    for (const entry of entries) {
      const { chunk, isNew } = appendEntry(chunks.at(-1), entry);
      if (!isNew) chunks.pop();
      chunks.push(chunk);
    }
    expect(chunks.map(({ entryCount }) => entryCount)).toEqual([1_000, 1_000, 1]);
    expect(chunks).toEqual(packEntries(entries));
  });

  it('[B03] a second reason replaces the first within its one entry', () => {
    const [chunk] = packEntries(manyEntries(5));
    if (chunk === undefined) throw new Error('no chunk');
    const changed = replaceEntry(chunk, serialOf(3), encodeCrlEntry(anEntry(3, 'keyCompromise')));
    if (changed === null) throw new Error('not found');
    const { tbs } = read(aCrl(authority, { chunks: [changed] }));
    expect(tbs.entries.count).toBe(5);
    expect(tbs.entries.find(serialOf(3))?.extensions.reasonCode).toBe('keyCompromise');
    expect(replaceEntry(chunk, serialOf(9), new Uint8Array(0))).toBeNull();
  });
});

describe('CRL numbers', () => {
  it('[B06] rise with the clock, with the epoch, and where the clock stands still or goes back', () => {
    const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 126 }), ms, ms, (epoch, first, second) => {
        const one = crlNumber(epoch, first);
        const two = crlNumber(epoch, second, one);
        expect(two > one).toBe(true);
        expect(crlNumber(epoch + 1, second) > one).toBe(true);
        expect(two < 1n << 63n).toBe(true);
      }),
    );
    expect(crlNumber(1, 0)).toBe(1n << 48n);
    expect(() => crlNumber(0, 5)).toThrow(RangeError);
    expect(() => crlNumber(1, 2 ** 48)).toThrow(RangeError);
    expect(() => crlNumber(1, -1)).toThrow(RangeError);
  });
});

it('reason codes have the numbers of RFC 5280 §5.3.1', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(reasonByNumber)).toEqual([
    'unspecified',
    'keyCompromise',
    'cACompromise',
    'affiliationChanged',
    'superseded',
    'cessationOfOperation',
    'certificateHold',
    null,
    'removeFromCRL',
    'privilegeWithdrawn',
    'aACompromise',
    null,
  ]);
});

it('[B02] the entry of a certificate revoked without a reason has no extensions', () => {
  expect(
    bytesToHex(
      encodeCrlEntry({ serialNumber: Uint8Array.of(5), revocationDate: instant('2026-05-04T03:02:01Z') }),
    ),
  ).toBe('3012020105170d3236303530343033303230315a');
});
