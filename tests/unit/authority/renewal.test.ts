import { describe, expect, it } from 'vitest';
import {
  authorityKeys,
  generationNumbered,
  keyInMaking,
  ownGenerations,
  presentGeneration,
  signingGenerations,
  withCertificate,
  withRequest,
  withSetUpFacts,
  withSuccessor,
} from '#domain/authority/generations.ts';
import {
  type RenewalCommand,
  addressOfGeneration,
  firstNameOf,
  nextGenerationOf,
  planRenewal,
  renewalAdvice,
} from '#domain/authority/renewal.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { Station } from '#domain/authority/station.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { aStation } from '#tests/support/station-samples.ts';

const at = '2026-11-23T04:00:00Z' as Instant;
const later = '2030-01-01T00:00:00Z' as Instant;
const octets = (...values: number[]) => Uint8Array.from(values);

function aCommand(change: Partial<RenewalCommand> = {}): RenewalCommand {
  const addresses = { crl: 'http://crl.example.kz/n-2.crl' };
  return { name: 'ОРТАЛЫҚ', suite: 'ecdsa-p384', validityYears: 10, addresses, ...change };
}

/** With a next key that has the facts and the certificate that are given. */
function renewing(certificateDer?: Uint8Array, isBackedUp = true): Station {
  const planned = planRenewal(aStation(), aCommand());
  if (!planned.ok) throw new Error(planned.error.type);
  const station = aStation({
    generationsBegun: 2,
    nextAuthority: { ...planned.value, spkiDer: octets(5), setUp: { keyMadeAt: later } },
  });
  const facts = {
    backupWrittenAt: later,
    backupOpenedWithPassphraseAt: later,
    backupOpenedWithRecoveryAt: later,
  };
  const backed = isBackedUp ? withSetUpFacts(station, facts) : station;
  return certificateDer === undefined ? backed : withCertificate(backed, certificateDer, [octets(7)]);
}

describe('a plan of a renewal', () => {
  it('gives the next key the next number, and the number stands in its name', () => {
    expect(planRenewal(aStation(), aCommand())).toMatchObject({
      ok: true,
      value: { generation: 2, authority: { commonName: 'ОРТАЛЫҚ 2', organisation: 'Министрлік' } },
    });
  });

  it('uses no number twice, also not one whose key was given up', () => {
    const station = aStation({ generationsBegun: 3 });
    expect(nextGenerationOf(station)).toBe(4);
    expect(planRenewal(station, aCommand())).toMatchObject({
      value: { authority: { commonName: 'ОРТАЛЫҚ 4' } },
    });
  });

  it.each([
    ['a station without a certificate', aStation({ setUp: { keyMadeAt: at } }), {}, 'NotSetUp'],
    ['a renewal that is under way', renewing(), {}, 'RenewalBegun'],
    [
      'an authority that has ceased',
      aStation({ ceasedOn: '2026-11-23' as CalendarDate }),
      {},
      'AuthorityCeased',
    ],
    ['an empty name', aStation(), { name: '  ' }, 'RenewalNameUnfit'],
    ['a name too long for its number', aStation(), { name: 'О'.repeat(63) }, 'RenewalNameUnfit'],
    ['a name with a line break in it', aStation(), { name: 'ОРТА\u0000ЛЫҚ' }, 'RenewalNameUnfit'],
    ['a term of one year', aStation(), { validityYears: 1 }, 'RenewalTermUnfit'],
    ['a term of 31 years', aStation(), { validityYears: 31 }, 'RenewalTermUnfit'],
    ['half a year', aStation(), { validityYears: 2.5 }, 'RenewalTermUnfit'],
    [
      'the CRL address of the key before',
      aStation(),
      { addresses: { crl: 'http://crl.example.kz/n.crl' } },
      'AddressOfFormerKey',
    ],
    [
      'that address for the issuer’s certificate',
      aStation(),
      { addresses: { issuerCertificate: 'http://crl.example.kz/n.crl' } },
      'AddressOfFormerKey',
    ],
  ] as const)('refuses %s', (_, station, change, type) => {
    expect(planRenewal(station, aCommand(change))).toMatchObject({ ok: false, error: { type } });
  });

  it('takes a name of 62 letters, which has 64 with its number', () => {
    expect(planRenewal(aStation(), aCommand({ name: 'О'.repeat(62) })).ok).toBe(true);
  });

  it('refuses a name that an earlier key has signed under', () => {
    const authority = { ...aStation().authority, commonName: 'ОРТАЛЫҚ 2' };
    expect(planRenewal(aStation({ authority }), aCommand())).toMatchObject({
      error: { type: 'RenewalNameTaken', name: 'ОРТАЛЫҚ 2' },
    });
  });

  it.each([
    ['http://crl.example.kz/n.crl', 'http://crl.example.kz/n-2.crl'],
    ['http://crl.example.kz/a/n-1.crl', 'http://crl.example.kz/a/n-2.crl'],
    ['http://crl.example.kz/crl', 'http://crl.example.kz/crl/2'],
    ['http://crl.example.kz', 'http://crl.example.kz/2'],
    ['http://crl.example.kz/', 'http://crl.example.kz/2'],
  ])('proposes for %s the address %s', (address, proposed) => {
    expect(addressOfGeneration(address, 2)).toBe(proposed);
  });
});

describe('the advice to renew', () => {
  const notAfter = '2036-11-22T04:00:00Z' as Instant;
  const advised = (now: string, kind: 'R' | 'N' = 'N', notBefore = '2006-11-22T04:00:01Z') =>
    renewalAdvice({ notBefore: notBefore as Instant, notAfter }, rulesByKind[kind], now as Instant);

  it('[N-3.1] comes 90 days before a certificate of full term would outlive its issuer', () => {
    expect(advised('2035-08-20T12:00:00Z')).toEqual({
      state: 'not-yet',
      advisedFrom: '2035-08-23',
      neededBy: '2035-11-21',
    });
    expect(advised('2035-08-23T12:00:00Z').state).toBe('advised');
    expect(advised('2035-11-21T12:00:00Z').state).toBe('advised');
    expect(advised('2035-11-22T12:00:00Z').state).toBe('late');
  });

  it('leaves ten years for an authority that applies to the Root CA, whose rules set no term', () => {
    expect(advised('2026-11-21T12:00:00Z', 'R')).toMatchObject({ state: 'advised', neededBy: '2026-11-21' });
  });

  it('leaves half its own term in a Root of a short one', () => {
    const ofSixYears = advised('2030-11-22T12:00:00Z', 'R', '2030-11-22T04:00:01Z');
    expect(ofSixYears).toMatchObject({ state: 'not-yet', neededBy: '2033-11-21' });
  });
});

describe('the generations of a station', () => {
  it('that was never renewed are its one key', () => {
    const station = aStation();
    expect(signingGenerations(station).map(({ generation }) => generation)).toEqual([1]);
    expect(presentGeneration(station)?.certificateDer).toEqual(octets(4));
    expect(keyInMaking(station)).toBeNull();
    expect(authorityKeys(station)).toEqual([{ generation: 1, suite: 'ecdsa-p256', spkiDer: octets(1) }]);
    expect(firstNameOf(station)).toBe('ОРТАЛЫҚ');
  });

  it('of a set-up have their first key in making', () => {
    const station = aStation({ setUp: { keyMadeAt: at } });
    expect(keyInMaking(station)).toMatchObject({ generation: 1, spkiDer: octets(1), validityYears: 10 });
  });

  it('have the next key among the keys at once, and among the issuers only at the end', () => {
    const station = renewing();
    expect(authorityKeys(station).map(({ generation }) => generation)).toEqual([1, 2]);
    expect(signingGenerations(station)).toHaveLength(1);
    expect(ownGenerations(station)).toHaveLength(1);
    expect(keyInMaking(station)).toMatchObject({ generation: 2, suite: 'ecdsa-p384' });
    expect(ownGenerations(renewing(octets(6)))).toHaveLength(2);
  });

  it('let the next key sign its CRL after its certificate is there and its backup was opened both ways', () => {
    expect(generationNumbered(renewing(), 2)).toBeUndefined();
    expect(generationNumbered(renewing(octets(6), false), 2)).toBeUndefined();
    expect(generationNumbered(renewing(octets(6)), 2)).toMatchObject({ certificateDer: octets(6) });
    expect(generationNumbered(renewing(octets(6)), 3)).toBeUndefined();
  });

  it('keep facts about a key backup with the next key, and others with the station', () => {
    const station = withSetUpFacts(renewing(undefined, false), {
      backupWrittenAt: later,
      storageAnswer: 'kept',
    });
    expect(station.setUp).toEqual({ keyMadeAt: at, firstCrlAt: at, storageAnswer: 'kept' });
    expect(station.nextAuthority?.setUp).toEqual({ keyMadeAt: later, backupWrittenAt: later });
    expect(withRequest(station, octets(9)).certificationRequestDer).toBeUndefined();
    expect(withRequest(station, octets(9)).nextAuthority?.certificationRequestDer).toEqual(octets(9));
  });

  it('go over to the next key as a whole, the one before being kept with its own name, chain and address', () => {
    const after = withSuccessor(renewing(octets(6)), later);
    expect(after).toMatchObject({
      generation: 2,
      authority: { commonName: 'ОРТАЛЫҚ 2' },
      suite: 'ecdsa-p384',
      authoritySpkiDer: octets(5),
      authorityCertificateDer: octets(6),
      chainDer: [octets(7)],
      addresses: { crl: 'http://crl.example.kz/n-2.crl' },
      setUp: { keyMadeAt: later, firstCrlAt: later },
    });
    expect(after.nextAuthority).toBeUndefined();
    expect(after.formerAuthorities).toEqual([
      {
        generation: 1,
        authority: aStation().authority,
        addresses: { crl: 'http://crl.example.kz/n.crl' },
        suite: 'ecdsa-p256',
        spkiDer: octets(1),
        certificateDer: octets(4),
        chainDer: [],
        replacedAt: later,
      },
    ]);
    expect(keyInMaking(after)).toBeNull();
    expect(firstNameOf(after)).toBe('ОРТАЛЫҚ');
    expect(nextGenerationOf(after)).toBe(3);
    expect(signingGenerations(after).map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it('never go over to a key without a certificate', () => {
    expect(() => withSuccessor(renewing(), later)).toThrow('no key is ready');
    expect(() => withSuccessor(aStation(), later)).toThrow('no key is ready');
  });
});
