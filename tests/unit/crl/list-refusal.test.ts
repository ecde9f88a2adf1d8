import { describe, expect, it } from 'vitest';
import { readOrThrow } from '#tests/support/authority-samples.ts';
import type { Instant } from '#domain/base/instant.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { onlyAuthoritiesDer } from '#domain/crl/only-authorities.ts';
import { type ListRule, listSections, whyListUnfit } from '#domain/crl/list-refusal.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import type { CrlContent } from '#domain/crl/write-crl.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { boolean, derNull, element, explicit, integer, namedBits, sequence } from '#domain/der/writer.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import { anEntry, nextUpdate, thisUpdate } from '#tests/support/crl-samples.ts';
import { aListBy } from '#tests/support/list-samples.ts';
import { asCertified, certify, extension, pathAuthority, unheardOf } from '#tests/support/path-samples.ts';

const root = pathAuthority('НЕГІЗГІ');
const certificate = (...tbs: readonly ((tbsDer: Uint8Array) => Uint8Array)[]) =>
  readOrThrow(certify(root, asCertified(root), { tbs }));
const now = '2026-06-02T00:00:00Z' as Instant;

type Change = (tbsDer: Uint8Array) => Uint8Array;

/** The parts of a list: version, algorithm, issuer, times, entries, extensions. */
const parts = (tbsDer: Uint8Array) => readDer(tbsDer).children.map(octetsOf);
const withParts = (tbsDer: Uint8Array, from: number, count: number, ...put: readonly Uint8Array[]) => {
  const all = parts(tbsDer);
  all.splice(from, count, ...put);
  return sequence(...all);
};
const extensionsOf = (tbsDer: Uint8Array) =>
  (readDer(tbsDer).children.at(-1)?.children[0]?.children ?? []).map(octetsOf);
const putExtensions = (tbsDer: Uint8Array, extensions: readonly Uint8Array[]) =>
  withParts(tbsDer, -1, 1, explicit(0, sequence(...extensions)));
const also =
  (...added: readonly Uint8Array[]): Change =>
  (tbsDer) =>
    putExtensions(tbsDer, [...extensionsOf(tbsDer), ...added]);
const numberAs =
  (...number: readonly Uint8Array[]): Change =>
  (tbsDer) =>
    putExtensions(tbsDer, [...extensionsOf(tbsDer).filter((_, i) => i !== 1), ...number]);
const crlNumber = (value: number | bigint, critical = false) =>
  writeExtension(oid.crlNumber, critical, integer(value));
/** One entry more, with an extension of its own. */
const withEntryOf =
  (added: Uint8Array): Change =>
  (tbsDer) => {
    const entry = encodeCrlEntry(anEntry(7));
    const [serial, date] = readDer(entry).children.map(octetsOf);
    if (serial === undefined || date === undefined) throw new Error('no entry');
    return withParts(tbsDer, 5, 0, sequence(sequence(serial, date, sequence(added))));
  };
const userCertificatesOnly = sequence(element(primitiveContextTag(1), Uint8Array.of(0xff)));

function judged(change?: Change, content: Partial<CrlContent> = {}, at = now, issuer = certificate()) {
  const read = readCrl(aListBy(root, content, change));
  if (!read.ok) throw new Error(read.error.problem);
  return whyListUnfit(read.value, issuer, at);
}

describe('[R-13] the Root’s list, of authorities alone (RFC 5280, 5.2.5)', () => {
  const listed = (point: Uint8Array, about: 'authorities' | 'anybody') => {
    const read = readCrl(aListBy(root, {}, also(point)));
    if (!read.ok) throw new Error(read.error.problem);
    return whyListUnfit(read.value, certificate(), now, about);
  };
  const point = (critical: boolean, der: Uint8Array) =>
    writeExtension(oid.issuingDistributionPoint, critical, der);

  it('is whole for an authority’s certificate, and silent about anybody else’s', () => {
    expect([...onlyAuthoritiesDer]).toEqual([0x30, 0x03, 0x82, 0x01, 0xff]);
    expect(listed(point(true, onlyAuthoritiesDer), 'authorities')).toBeNull();
    expect(listed(point(true, onlyAuthoritiesDer), 'anybody')).toMatchObject({ rule: 'Partial' });
  });

  it('is known by exactly that, and critical', () => {
    const reasonsToo = sequence(
      element(primitiveContextTag(2), Uint8Array.of(0xff)),
      element(primitiveContextTag(3), Uint8Array.of(7, 0x80)),
    );
    for (const other of [
      point(false, onlyAuthoritiesDer),
      point(true, userCertificatesOnly),
      point(true, reasonsToo),
    ])
      expect(listed(other, 'authorities')).toMatchObject({ rule: 'Partial' });
  });
});

describe('a list that is taken in (RFC 5280, 6.3)', () => {
  it('is good when it is whole, in time, with one number', () => {
    expect(judged()).toBeNull();
    expect(judged(undefined, { chunks: packEntries([encodeCrlEntry(anEntry(1, 'superseded'))]) })).toBeNull();
    expect(judged(undefined, { crlNumber: (1n << 159n) - 1n })).toBeNull();
    expect(judged(also(writeExtension(unheardOf, false, derNull)))).toBeNull();
    expect(judged(withEntryOf(writeExtension(unheardOf, false, derNull)))).toBeNull();
  });

  it.each<readonly [ListRule, string, Change]>([
    ['NumberMissing', 'no CRLNumber', numberAs()],
    ['ExtensionTwice', 'two numbers', also(crlNumber(6))],
    ['NumberCritical', 'a critical number', numberAs(crlNumber(5, true))],
    ['NumberUnfit', 'a negative number', numberAs(crlNumber(-5))],
    ['NumberUnfit', 'a number of 21 octets', numberAs(crlNumber(1n << 159n))],
    ['ExtensionUnknown', 'an unknown critical extension', also(writeExtension(unheardOf, true, derNull))],
    [
      'Partial',
      'a distribution point, critical',
      also(writeExtension(oid.issuingDistributionPoint, true, userCertificatesOnly)),
    ],
    [
      'Partial',
      'a distribution point, not critical',
      also(writeExtension(oid.issuingDistributionPoint, false, userCertificatesOnly)),
    ],
    ['Delta', 'a delta, critical', also(writeExtension(oid.deltaCrlIndicator, true, integer(4)))],
    ['Delta', 'a delta, not critical', also(writeExtension(oid.deltaCrlIndicator, false, integer(4)))],
    [
      'EntryIndirect',
      'an entry of another issuer, critical',
      withEntryOf(writeExtension(oid.certificateIssuer, true, sequence())),
    ],
    [
      'EntryIndirect',
      'an entry of another issuer, not critical',
      withEntryOf(writeExtension(oid.certificateIssuer, false, sequence())),
    ],
    [
      'EntryExtensionUnknown',
      'an entry with an unknown critical extension',
      withEntryOf(writeExtension(unheardOf, true, derNull)),
    ],
    ['NextUpdateMissing', 'no nextUpdate', (tbsDer) => withParts(tbsDer, 4, 1)],
    ['VersionOld', 'version 1', (tbsDer) => withParts(tbsDer, 0, 1)],
  ])('[B08] %s: %s', (rule, _, change) => {
    expect(judged(change)).toEqual({ type: 'CrlRefused', rule, section: listSections[rule] });
  });

  it('[B08] one whose next update comes before it', () => {
    expect(judged(undefined, { nextUpdate: '2026-06-01T05:59:59Z' as Instant })).toMatchObject({
      rule: 'NextUpdateEarlier',
    });
    expect(judged(undefined, { nextUpdate: thisUpdate }, thisUpdate)).toBeNull();
  });

  it('[B08] one that is only stale is said to be stale', () => {
    expect(judged(undefined, {}, nextUpdate)).toBeNull();
    expect(judged(undefined, {}, '2026-06-08T06:00:01Z' as Instant)).toEqual({
      type: 'CrlStale',
      nextUpdate,
    });
  });

  it('[B08] one of an authority whose key may not sign lists; without a use it may', () => {
    const certifierOnly = certificate(extension(oid.keyUsage, namedBits([5])));
    expect(judged(undefined, {}, now, certifierOnly)).toMatchObject({ rule: 'IssuerMayNotSign' });
    expect(judged(undefined, {}, now, certificate(extension(oid.keyUsage, null)))).toBeNull();
    expect(judged(undefined, {}, now, certificate(extension(oid.keyUsage, boolean(true))))).toMatchObject({
      rule: 'IssuerMayNotSign',
    });
  });

  it('[B08] one that names two algorithms', () => {
    const read = readCrl(aListBy(root));
    if (!read.ok) throw new Error('no list');
    const other = { ...read.value, signatureAlgorithm: { oid: oid.ecdsaWithSha384, der: derNull } };
    expect(whyListUnfit(other, certificate(), now)).toMatchObject({ rule: 'AlgorithmsDiffer' });
  });
});
