import { describe, expect, it } from 'vitest';
import { magnifier } from '#app/magnifier.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { sequence } from '#domain/der/writer.ts';
import type { Look, LookedAt } from '#domain/microscope/looked-at.ts';
import { lookWith } from '#operations/microscope/look-with.ts';
import { instant } from '#tests/support/authority-samples.ts';
import { aListBy, ofSubscribersOnly, withListExtension } from '#tests/support/list-samples.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import {
  type PathAuthority,
  certifiedBy,
  crlSignOnly,
  extension,
  mailboxes,
  noAuthority,
  pathAuthority,
  pathLength,
  unheardOf,
} from '#tests/support/path-samples.ts';

const office = anOffice(undefined, '2026-06-03T06:00:00Z');
const [top, middle, low] = [pathAuthority('Root'), pathAuthority('Middle'), pathAuthority('Low')];
const root = certifiedBy(top, top);
const sub = certifiedBy(top, middle, { number: 2 });
const target = certifiedBy(middle, low, { number: 3 });
/** The same name, and another key. */
const twin: PathAuthority = pathAuthority('Middle');

async function seen(given: readonly Uint8Array[], authorities: readonly Certificate[] = []): Promise<Look> {
  const files = given.map((octets, i) => ({ name: `${i}.der`, size: octets.length, octets }));
  return lookWith({ ...office.desk, ...magnifier }, { files }, { authorities, lists: [] });
}

async function first(...[given, own]: Parameters<typeof seen>): Promise<LookedAt> {
  const [part] = (await seen(given, own)).parts;
  if (part === undefined) throw new Error('nothing was seen');
  return part;
}

const entryOf = ({ tbs }: Certificate) =>
  encodeCrlEntry({ serialNumber: tbs.serialNumber, revocationDate: instant('2026-05-04T03:02:01Z') });
const naming = (by: PathAuthority, of: Certificate) => aListBy(by, { chunks: packEntries([entryOf(of)]) });

describe('a chain that does not hold', () => {
  it('holds as it should, before anything is changed', async () => {
    expect((await first([target.der], [root, sub])).chain?.verdict).toEqual({
      type: 'holds',
      under: 'station',
    });
    expect((await first([target.der, sub.der, root.der])).chain?.verdict).toEqual({
      type: 'holds',
      under: 'files',
    });
  });

  it.each([
    ['expired', { notAfter: instant('2026-06-01T00:00:00Z') }, 'Expired'],
    ['not yet in force', { notBefore: instant('2026-07-01T00:00:00Z') }, 'NotYetValid'],
    ['no authority', { tbs: [noAuthority] }, 'NotAuthority'],
    ['not to certify', { tbs: [crlSignOnly] }, 'MayNotCertify'],
    ['to certify subscribers only', { tbs: [pathLength(0)] }, 'PathTooLong'],
    ['held to other mailboxes', { tbs: [mailboxes('permitted', 'example.com')] }, 'NameForbidden'],
    [
      'of a critical extension that is unheard of',
      { tbs: [extension(unheardOf, sequence())] },
      'ExtensionUnknown',
    ],
  ])('has an authority in it that is %s', async (_, change, rule) => {
    const other = certifiedBy(top, middle, { number: 2, ...change });
    for (const [given, own] of [
      [[target.der, other.der], [root]],
      [[target.der, other.der, root.der], []],
    ] as const)
      expect((await first(given, own)).chain?.verdict).toMatchObject({ type: 'refused', refusal: { rule } });
  });

  it('was signed by another of that name, of whom there may be two', async () => {
    const other = certifiedBy(top, twin, { number: 2 });
    expect((await first([target.der, other.der], [root])).chain?.verdict).toMatchObject({
      type: 'refused',
      refusal: { rule: 'SignatureInvalid' },
    });
    expect((await first([target.der, other.der, sub.der], [root])).chain?.verdict).toMatchObject({
      type: 'holds',
    });
  });

  it('goes round in a circle', async () => {
    const [up, down] = [certifiedBy(low, middle), certifiedBy(middle, low)];
    expect((await first([target.der, up.der, down.der])).chain?.verdict).toMatchObject({
      type: 'unfinished',
    });
  });

  it('ends at a root of the station’s name that is another’s: nobody vouches for it', async () => {
    const false_ = pathAuthority('Root');
    const forged = certifiedBy(false_, middle);
    const { chain } = await first([target.der, forged.der, certifiedBy(false_, false_).der], [root]);
    expect(chain?.verdict).toEqual({ type: 'holds', under: 'files' });
  });

  it('goes through an authority that is revoked (RFC 5280 §6.3)', async () => {
    const { chain } = await first([target.der, naming(top, sub)], [root, sub]);
    expect(chain?.verdict).toMatchObject({ type: 'revoked' });
    const false_ = await first([target.der, naming(pathAuthority('Root'), sub)], [root, sub]);
    expect(false_.chain?.verdict).toEqual({ type: 'holds', under: 'station' });
  });
});

describe('a list that says nothing', () => {
  const cases: readonly (readonly [string, () => Uint8Array, object])[] = [
    ['is another’s of that name', () => naming(twin, target), { type: 'unfit', refusal: 'signature' }],
    ['is another authority’s', () => naming(top, target), { type: 'no-list' }],
    [
      'is a part, without saying so as critical',
      () => aListBy(middle, {}, (tbs) => withListExtension(tbs, ofSubscribersOnly)),
      { type: 'unfit', refusal: { rule: 'Partial' } },
    ],
    [
      'has a critical extension that is unheard of',
      () => aListBy(middle, {}, (tbs) => withListExtension(tbs, writeExtension(unheardOf, true, sequence()))),
      { type: 'unfit', refusal: { rule: 'ExtensionUnknown' } },
    ],
    [
      'is too old',
      () => aListBy(middle, { nextUpdate: instant('2026-06-02T06:00:00Z') }),
      { type: 'not-listed', stale: true },
    ],
    ['names it', () => naming(middle, target), { type: 'revoked' }],
  ];

  it.each(cases)('%s', async (_, list, listing) => {
    expect((await first([target.der, list()], [root, sub])).listing).toMatchObject(listing);
  });

  it('is signed by whoever made a certificate of that name', async () => {
    const forged = certifiedBy(twin, twin);
    const list = aListBy(twin);
    expect(await first([list, forged.der], [root, sub])).toMatchObject({
      signature: 'holds',
      signedUnder: 'files',
    });
    expect(await first([aListBy(middle)], [root, sub])).toMatchObject({
      signature: 'holds',
      signedUnder: 'station',
    });
  });
});

describe('more than anybody looks at', () => {
  it('is refused, and what came before it is seen', async () => {
    const bundle = writeCertificateChain(Array.from({ length: 100 }, () => root.der));
    const { parts, refused } = await seen(Array.from({ length: 5 }, () => bundle));
    expect(parts.length).toBeLessThanOrEqual(400);
    expect(refused.map(({ refusal }) => refusal.type)).toContain('MicroscopeTooMany');
  });
});
