import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { authorityNameOf, whyChainFails } from '#domain/crl/chain-standing.ts';
import { whyNotNewer } from '#domain/crl/issuer-crl.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import {
  aCertificate,
  anAuthority,
  instant,
  newSerial,
  readOrThrow,
} from '#tests/support/authority-samples.ts';
import { aCrl } from '#tests/support/crl-samples.ts';

const root = anAuthority('ecdsa-p256', 'R');
const national = {
  kind: 'authority',
  region: 'Астана',
  organization: 'О',
  commonName: 'ҰКО',
  email: 'a@b.kz',
} as const;
const serialNumber = newSerial(9);
const own = readOrThrow(
  aCertificate(root, {
    settings: { profile: 'subordinate-ca', pathLenConstraint: 0 },
    subject: national,
    serialNumber,
    notAfter: instant('2036-03-02T03:59:59Z'),
  }),
);

function listOf(change: Parameters<typeof aCrl>[1] = {}) {
  const read = readCrl(aCrl(root, change));
  if (!read.ok) throw new Error('no CRL');
  return read.value;
}

const revokedAt = instant('2026-05-04T03:02:01Z');
const revoking = (reasonCode?: 'cACompromise') =>
  listOf({
    chunks: packEntries([
      encodeCrlEntry({
        serialNumber,
        revocationDate: revokedAt,
        ...(reasonCode === undefined ? {} : { reasonCode }),
      }),
    ]),
  });

/** A foreign list with a reason that we never write. */
function foreignList(reasonCode: 'certificateHold' | 'removeFromCRL'): CertificateList {
  const list = revoking();
  const { entries } = list.tbs;
  const find = (serial: Uint8Array) => {
    const found = entries.find(serial);
    return found === null ? null : { ...found, extensions: { ...found.extensions, reasonCode } };
  };
  return { ...list, tbs: { ...list.tbs, entries: { ...entries, find } } };
}

describe('the chain above an authority', () => {
  const chain = [own, root.certificate];
  const now = instant('2026-06-02T00:00:00Z');

  it('holds as long as nothing in it is over or revoked', () => {
    expect(whyChainFails(chain, [], now)).toBeNull();
    expect(whyChainFails(chain, [listOf()], now)).toBeNull();
  });

  it('[R-13] fails with the reason when the Root’s CRL names the authority’s own certificate', () => {
    expect(whyChainFails(chain, [revoking('cACompromise')], now)).toEqual({
      type: 'AuthorityRevoked',
      authority: 'ҰКО',
      since: revokedAt,
      reasonCode: 'cACompromise',
    });
  });

  it('[B04] a suspended certificate counts as revoked, one taken off the list does not', () => {
    expect(whyChainFails(chain, [foreignList('certificateHold')], now)).toMatchObject({
      type: 'AuthorityRevoked',
    });
    expect(whyChainFails(chain, [foreignList('removeFromCRL')], now)).toBeNull();
  });

  it('does not fail before the revocation’s own second', () => {
    expect(whyChainFails(chain, [revoking()], instant('2026-05-04T03:02:00Z'))).toBeNull();
    expect(whyChainFails(chain, [revoking()], revokedAt)).toMatchObject({ since: revokedAt });
  });

  it('fails when an issuer above is over, also while the own certificate is not', () => {
    const late = instant('2046-01-01T00:00:00Z');
    expect(whyChainFails([own, root.certificate], [], late)).toEqual({
      type: 'IssuerExpired',
      authority: authorityNameOf(root.certificate.tbs),
      notAfter: root.certificate.tbs.notAfter,
    });
  });

  it('a list of another issuer says nothing about it', () => {
    const foreign = anAuthority('ecdsa-p256', 'R');
    const renamed = { ...revoking(), tbs: { ...revoking().tbs, issuer: own.tbs.subject } };
    expect(bytesToHex(foreign.key.spkiDer)).not.toBe(bytesToHex(root.key.spkiDer));
    expect(whyChainFails(chain, [renamed], now)).toBeNull();
  });
});

describe('a CRL of the authority above', () => {
  const now = instant('2026-06-02T00:00:00Z');
  const { thisUpdate } = listOf().tbs;
  const kept = (number: string | undefined, at: Instant) => ({
    thisUpdate: at,
    ...(number === undefined ? {} : { crlNumber: number }),
  });

  it('is taken in when it is the first one, and when it is later and greater', () => {
    expect(whyNotNewer(listOf().tbs, undefined, now)).toBeNull();
    expect(whyNotNewer(listOf().tbs, kept('4', instant('2026-05-31T06:00:00Z')), now)).toBeNull();
    expect(whyNotNewer(listOf().tbs, kept(undefined, instant('2026-05-31T06:00:00Z')), now)).toBeNull();
  });

  it.each([
    ['the same one again', '5', '2026-06-01T06:00:00Z'],
    ['an older one', '6', '2026-06-01T18:00:00Z'],
    ['a later one with a smaller number', '7', '2026-05-31T06:00:00Z'],
    ['an earlier one with a greater number', '3', '2026-06-01T18:00:00Z'],
  ])('%s is refused', (_, number, at) => {
    expect(whyNotNewer(listOf().tbs, kept(number, instant(at)), now)).toEqual({
      type: 'CrlNotNewer',
      thisUpdate,
      kept: at,
    });
  });

  it('one out of the future is refused: it would shut out every true one after it', () => {
    const early = instant('2026-06-01T05:54:59Z');
    expect(whyNotNewer(listOf().tbs, undefined, early)).toEqual({ type: 'CrlFromFuture', thisUpdate });
    expect(whyNotNewer(listOf().tbs, undefined, instant('2026-06-01T05:55:00Z'))).toBeNull();
  });
});
