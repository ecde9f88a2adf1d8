import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';

const at = '2026-11-23T04:00:00Z' as Instant;
const octets = (...values: number[]) => Uint8Array.from(values);

/** A station's record as rules see it: its keys are none. */
export function aStation(change: Partial<Station> = {}): Station {
  return {
    id: 'station',
    salt: '00',
    stationId: 'aa',
    kind: 'N',
    ruleSet: 'order-348',
    demonstration: false,
    epoch: 1,
    createdAt: at,
    authority: {
      organisation: 'Министрлік',
      commonName: 'ОРТАЛЫҚ',
      region: 'Астана',
      email: 'ca@example.kz',
    },
    addresses: { crl: 'http://crl.example.kz/n.crl' },
    suite: 'ecdsa-p256',
    authorityValidityYears: 10,
    authoritySpkiDer: octets(1),
    stationSpkiDer: octets(2),
    stationCertificateDer: octets(3),
    recoveryRecipient: 'age1r',
    scansRecipient: 'age1s',
    setUp: { keyMadeAt: at, firstCrlAt: at },
    authorityCertificateDer: octets(4),
    chainDer: [],
    settings: { crlValidityDays: 7, lockMinutes: 5 },
    ...change,
  };
}
