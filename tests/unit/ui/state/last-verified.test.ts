import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { Instant } from '#domain/base/instant.ts';
import { lastVerifiedOf } from '#ui/state/last-verified.ts';

/** A log of these acts, a second apart; a number is a verification that found so many faults. */
async function logOf(acts: readonly (AuditAct | number)[]) {
  const store = memoryStore();
  for (const [i, act] of acts.entries()) {
    const { version, head } = await store.read();
    const time = `2026-11-23T06:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}Z`;
    const subjects = typeof act === 'number' ? ['12', String(act)] : [];
    const line = {
      act: typeof act === 'number' ? ('log-verified' as const) : act,
      officer: 'o1',
      subjects,
      writes: [],
    };
    const audit = chainActs(head, time as Instant, [line], sha256);
    await store.commit(version, { puts: [], removals: [], audit });
  }
  return store.read();
}

describe('the last verification of the register', () => {
  it('is none in an empty log, and none where none was made', async () => {
    expect(await lastVerifiedOf(await logOf([]))).toBeUndefined();
    expect(await lastVerifiedOf(await logOf(['station-opened', 'crl-signed']))).toBeUndefined();
  });

  it('is the youngest, with its day and how many faults it found', async () => {
    const log = await logOf([0, 'crl-signed', 3, 'station-locked']);
    expect(await lastVerifiedOf(log)).toEqual({ at: '2026-11-23T06:00:02Z', faults: 3 });
  });

  it('is found behind more acts than one page has', async () => {
    const later = Array.from({ length: 1_100 }, () => 'settings-changed' as const);
    expect(await lastVerifiedOf(await logOf(['station-opened', 0, ...later]))).toMatchObject({ faults: 0 });
  });
});
