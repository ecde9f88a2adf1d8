import { describe, expect, it } from 'vitest';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { examineCertificate } from '#domain/certificate/examine-certificate.ts';
import { readCertificates } from '#domain/certificate/read-certificate.ts';
import { examineCrl } from '#domain/crl/examine-crl.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import {
  anAuthority,
  aCertificate,
  addresses,
  aTbs,
  instant,
  legalEntity,
  sha1,
} from '#tests/support/authority-samples.ts';
import { aCrl, aTbsCertList, crlContextOf } from '#tests/support/crl-samples.ts';
import {
  aRequest,
  basicConstraintsCa,
  extensionRequest,
  pemOf,
  textFile,
} from '#tests/support/request-samples.ts';
import { inHashings } from '#tests/support/in-hashings.ts';

/** xorshift32: the same mutants in every run, so that a failure can be looked at. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Bit flips, octets put anew, cuts, insertions, doubled pieces, lengths made larger or smaller: one to three of them. */
function mutant(file: Uint8Array, next: (below: number) => number): Uint8Array {
  const octets = [...file];
  for (let i = next(3); i >= 0 && octets.length > 0; i--) {
    const at = next(octets.length);
    const here = octets[at] ?? 0;
    switch (next(7)) {
      case 0:
        octets[at] = here ^ (1 << next(8));
        break;
      case 1:
        octets[at] = next(256);
        break;
      case 2:
        octets.splice(at, 1 + next(8));
        break;
      case 3:
        octets.splice(at, 0, ...Array.from({ length: 1 + next(4) }, () => next(256)));
        break;
      case 4:
        octets.length = at;
        break;
      case 5:
        octets.splice(at, 0, ...octets.slice(at, at + 1 + next(40)));
        break;
      default:
        octets[at] = (here + (next(2) === 0 ? 1 : 255)) % 256;
    }
  }
  return Uint8Array.from(octets);
}

const authority = anAuthority();
const request = aRequest({ attributes: [extensionRequest(basicConstraintsCa())] });
const issuance = {
  kind: 'N',
  profile: 'signing',
  issuer: authority.certificate.tbs,
  issuerSuite: authority.suite,
  addresses,
  epoch: 1,
  sha1,
  now: instant('2026-03-02T04:00:00Z'),
} as const;

/** Each reader answers with a value, whatever it is given; an exception fails the test. */
const readers: readonly [string, Uint8Array, (file: Uint8Array) => unknown][] = [
  ['a request', request, readCertificationRequest],
  ['a request in PEM', textFile(pemOf(request)), readCertificationRequest],
  ['a certificate', aCertificate(authority, { subject: legalEntity }), readCertificates],
  ['a CRL', aCrl(authority), readCrlFile],
  ['octets to be signed as a certificate', aTbs(authority), (tbsDer) => examineCertificate(tbsDer, issuance)],
  [
    'octets to be signed as a CRL',
    aTbsCertList(authority),
    (tbsDer) => examineCrl(tbsDer, crlContextOf(authority)),
  ],
];

describe('mutants', () => {
  it.each(readers)(
    '[A26] 4,000 mutants of %s are read or refused, without a fault and in time',
    (_, file, read) => {
      const next = generator(0x5eed);
      let slowest = 0;
      for (let i = 0; i < 4_000; i++) {
        const mutated = mutant(file, next);
        const start = performance.now();
        expect(read(mutated)).toBeTypeOf('object');
        // Long by the clock may be another program's turn: it is read again beside something to compare with.
        if (performance.now() - start > 200)
          slowest = Math.max(
            slowest,
            inHashings(() => read(mutated)),
          );
      }
      expect(slowest).toBeLessThan(12);
    },
  );
});
