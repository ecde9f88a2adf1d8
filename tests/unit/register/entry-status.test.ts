import { describe, expect, it } from 'vitest';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { revocationFor } from '#domain/revocation/revoke-entry.ts';

const notBefore = '2026-11-23T04:00:00Z' as Instant;
const notAfter = '2027-11-23T03:59:59Z' as Instant;
const entry = { id: 'aa', notBefore, notAfter } as RegisterEntry;

describe('the status of a certificate', () => {
  it('is in force from its first second to its last, both included', () => {
    expect(entryStatus(entry, addSeconds(notBefore, -1))).toBe('not-yet');
    expect(entryStatus(entry, notBefore)).toBe('in-force');
    expect(entryStatus(entry, notAfter)).toBe('in-force');
    expect(entryStatus(entry, addSeconds(notAfter, 1))).toBe('expired');
  });

  it('ends with the authority above it, whose last second is included too', () => {
    const end = addSeconds(notAfter, -60);
    expect(entryStatus(entry, end, end)).toBe('in-force');
    expect(entryStatus(entry, addSeconds(end, 1), end)).toBe('expired');
  });

  it('is revoked from the second of its revocation on', () => {
    const date = addSeconds(notBefore, 60);
    const revoked = { ...entry, revocation: { caseId: 'c', ground: 'owners-wish', date } };
    expect(entryStatus(revoked, addSeconds(date, -1))).toBe('in-force');
    expect(entryStatus(revoked, date)).toBe('revoked');
    expect(entryStatus(revoked, addSeconds(notAfter, 1))).toBe('revoked');
  });
});

describe('a revocation', () => {
  const facts = { caseId: 'c2', ground: 'key-compromise', reasonCode: 'keyCompromise' } as const;
  const date = addSeconds(notBefore, 60);
  const now = addSeconds(notBefore, 3600);

  it('has the second in which it is entered', () => {
    expect(revocationFor(entry, facts, now)).toEqual({ ok: true, value: { ...facts, date: now } });
  });

  it('keeps its date when its reason becomes a compromise', () => {
    const revoked = { ...entry, revocation: { caseId: 'c1', ground: 'owners-wish', date } };
    expect(revocationFor(revoked, facts, now)).toEqual({ ok: true, value: { ...facts, date } });
  });

  it('takes no other reason after that', () => {
    const revoked = { ...entry, revocation: { ...facts, date } };
    const refused = { type: 'AlreadyRevoked', since: date, reasonCode: 'keyCompromise' };
    expect(revocationFor(revoked, facts, now)).toEqual({ ok: false, error: refused });
    expect(
      revocationFor(
        { ...entry, revocation: { caseId: 'c1', ground: 'owners-wish', date } },
        {
          caseId: 'c2',
          ground: 'own-error',
        },
        now,
      ),
    ).toEqual({ ok: false, error: { type: 'AlreadyRevoked', since: date } });
  });

  it('is possible from the first second of the certificate on, and never ahead of its own compromise', () => {
    expect(revocationFor(entry, facts, notBefore).ok).toBe(true);
    expect(revocationFor(entry, facts, addSeconds(notBefore, -1))).toEqual({
      ok: false,
      error: { type: 'NotIssuedYet', notBefore },
    });
    expect(revocationFor(entry, { ...facts, invalidityDate: now }, now).ok).toBe(true);
    const invalidityDate = addSeconds(now, 1);
    expect(revocationFor(entry, { ...facts, invalidityDate }, now)).toEqual({
      ok: false,
      error: { type: 'InvalidityInFuture', invalidityDate },
    });
  });
});
