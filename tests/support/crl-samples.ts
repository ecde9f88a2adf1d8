import type { Instant } from '#domain/base/instant.ts';
import { encodeCrlEntry, type CrlEntry } from '#domain/crl/crl-entry.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import type { CrlReasonCode } from '#domain/crl/reason-code.ts';
import type { CrlContext } from '#domain/crl/crl-rule.ts';
import { assembleCrl, type CrlContent, writeTbsCertList } from '#domain/crl/write-crl.ts';
import { type IssuingAuthority, instant, signed, type TestAuthority } from './authority-samples.ts';

export const thisUpdate: Instant = instant('2026-06-01T06:00:00Z');
export const nextUpdate: Instant = instant('2026-06-08T06:00:00Z');

/** A serial number of 20 octets, another one for each number. */
export function serialOf(number: number): Uint8Array {
  const serial = new Uint8Array(20).fill(0x5a);
  serial[0] = 1;
  new DataView(serial.buffer).setUint32(10, number);
  return serial;
}

export function anEntry(number: number, reasonCode?: CrlReasonCode): CrlEntry {
  const revocationDate = instant('2026-05-04T03:02:01Z');
  const serialNumber = serialOf(number);
  return reasonCode === undefined
    ? { serialNumber, revocationDate }
    : { serialNumber, revocationDate, reasonCode };
}

export function aTbsCertList(authority: IssuingAuthority, change: Partial<CrlContent> = {}): Uint8Array {
  return writeTbsCertList({
    issuerDer: authority.issuer.subjectDer,
    suite: authority.suite,
    thisUpdate,
    nextUpdate,
    crlNumber: 5n,
    authorityKeyIdentifier: authority.issuer.keyIdentifier,
    expiredCertsOnCrl: authority.certificate.tbs.notBefore,
    chunks: packEntries([encodeCrlEntry(anEntry(1, 'keyCompromise')), encodeCrlEntry(anEntry(2))]),
    ...change,
  });
}

export function aCrl(authority: TestAuthority, change: Partial<CrlContent> = {}): Uint8Array {
  const tbsDer = aTbsCertList(authority, change);
  return assembleCrl(tbsDer, authority.suite, signed(tbsDer, authority.suite, authority.key.privateKey));
}

export function manyEntries(count: number): readonly Uint8Array[] {
  const reasons: readonly (CrlReasonCode | undefined)[] = [
    'keyCompromise',
    'superseded',
    undefined,
    'privilegeWithdrawn',
  ];
  return Array.from({ length: count }, (_, i) => encodeCrlEntry(anEntry(i, reasons[i % reasons.length])));
}

export function crlContextOf(authority: IssuingAuthority, change: Partial<CrlContext> = {}): CrlContext {
  return {
    issuer: authority.certificate.tbs,
    issuerSuite: authority.suite,
    issuerKeyIdentifier: authority.issuer.keyIdentifier,
    now: thisUpdate,
    onlyAuthorities: false,
    last: { crlNumber: 4n, thisUpdate: instant('2026-05-25T06:00:00Z') },
    ...change,
  };
}
