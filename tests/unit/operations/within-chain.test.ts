import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import { element, sequence } from '#domain/der/writer.ts';
import { whyOutsideChain } from '#operations/certificate/within-chain.ts';
import { aTbs, individual } from '#tests/support/authority-samples.ts';
import { certifiedBy, extension, mailboxes, pathAuthority } from '#tests/support/path-samples.ts';

const now = '2026-06-02T00:00:00Z' as Instant;
const root = pathAuthority('НЕГІЗГІ');
const own = pathAuthority('ҰЛТТЫҚ');

/** A subscriber's certificate under an authority whose root is bound by this. */
function judged(bound: (tbsDer: Uint8Array) => Uint8Array, email = individual.email) {
  const above = certifiedBy(root, root, { number: 1, tbs: [bound] });
  const certificate = certifiedBy(root, own, { number: 2 });
  const tbsDer = aTbs(
    { kind: 'N', suite: 'ecdsa-p256', issuer: own.issuer, certificate },
    { subject: { ...individual, email }, settings: { addresses: {} } },
  );
  const answer = whyOutsideChain({ generation: { chainDer: [above.der] }, certificate }, tbsDer, now);
  return answer?.rule ?? null;
}

describe('a certificate that an authority above forbids', () => {
  it('[A24] is not made: an address outside its domains', () => {
    expect(judged(mailboxes('permitted', 'example.kz'))).toBeNull();
    expect(judged(mailboxes('permitted', 'example.kz'), 'a@other.kz')).toBe('NameForbidden');
    expect(judged(mailboxes('excluded', 'other.kz'), 'a@other.kz')).toBe('NameForbidden');
  });

  it('[A24] is not made: no policy where one is required', () => {
    const required = extension(
      oid.policyConstraints,
      sequence(element(primitiveContextTag(0), Uint8Array.of(0))),
    );
    expect(judged(required)).toBe('PolicyMissing');
  });

  it('a chain that binds nothing is not looked at', () => {
    expect(judged((tbsDer) => tbsDer, 'a@other.kz')).toBeNull();
  });
});
