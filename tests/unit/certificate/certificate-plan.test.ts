import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { certificatePlan } from '#domain/certificate/certificate-plan.ts';
import { anIndividual } from '#tests/support/office-at-work.ts';
import { anAuthorityContent } from '#tests/support/root-at-work.ts';

const now = '2026-11-26T06:00:00Z' as Instant;
const rootEnd = '2046-01-01T00:00:00Z' as Instant;

describe('what an application leads to', () => {
  it('[R-3.1] an authority’s certificate certifies no other authority and has the term of its application', () => {
    const plan = certificatePlan(anAuthorityContent({ validityYears: 10 }), rulesByKind.R, now, rootEnd);
    expect(plan.settings).toEqual({ profile: 'subordinate-ca', pathLenConstraint: 0 });
    expect(plan.notAfter).toBe('2036-11-26T05:59:59Z');
    expect(plan.subject).toMatchObject({ kind: 'authority', commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' });
  });

  it('never beyond the Root’s own end, to the second', () => {
    expect(
      certificatePlan(anAuthorityContent({ validityYears: 30 }), rulesByKind.R, now, rootEnd).notAfter,
    ).toBe(rootEnd);
  });

  it('[N-3.1] a person’s certificate has the order’s year, whatever the authority’s end is', () => {
    const plan = certificatePlan(anIndividual(), rulesByKind.N, now, '2027-01-01T00:00:00Z' as Instant);
    expect(plan.settings).toEqual({ profile: 'signing' });
    expect(plan.notAfter).toBe('2027-11-26T05:59:59Z');
  });
});
