import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { keyInForce } from '#domain/register/one-key.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';

const now = '2026-11-23T04:00:00Z' as Instant;

function anEntry(id: string, notBefore: string, notAfter: string, revoked?: string): RegisterEntry {
  return {
    id,
    notBefore,
    notAfter,
    ...(revoked === undefined ? {} : { revocation: { caseId: 'x', ground: 'owners-wish', date: revoked } }),
  } as RegisterEntry;
}

describe('one owner has one private key', () => {
  const over = anEntry('01', '2024-11-23T04:00:00Z', '2025-11-23T03:59:59Z');
  const revoked = anEntry('02', '2026-01-01T00:00:00Z', '2026-12-31T23:59:59Z', '2026-02-01T00:00:00Z');
  const living = anEntry('03', '2026-03-01T00:00:00Z', '2027-02-28T23:59:59Z');
  const coming = anEntry('04', '2026-12-01T00:00:00Z', '2027-11-30T23:59:59Z');

  it('[G-11] an ended or revoked certificate hinders nothing', () => {
    expect(keyInForce([], now)).toBeNull();
    expect(keyInForce([over, revoked], now)).toBeNull();
  });

  it('[G-11] one in force, or to begin, is the one that the refusal names', () => {
    expect(keyInForce([over, revoked, living], now)?.id).toBe('03');
    expect(keyInForce([coming], now)?.id).toBe('04');
  });

  it('[G-11] the one that ends in the same act is set apart, and no other', () => {
    expect(keyInForce([living], now, '03')).toBeNull();
    expect(keyInForce([living, coming], now, '03')?.id).toBe('04');
  });
});
