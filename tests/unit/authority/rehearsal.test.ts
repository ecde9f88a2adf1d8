import { describe, expect, it } from 'vitest';
import { rehearsalOf } from '#domain/authority/rehearsal.ts';
import type { SetUpFacts } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';

const facts = {
  keyMadeAt: '2026-01-10T04:00:00Z' as Instant,
  backupOpenedWithPassphraseAt: '2026-01-10T05:00:00Z' as Instant,
  backupOpenedWithRecoveryAt: '2026-01-11T05:00:00Z' as Instant,
};

function stateAt(now: string, setUp: SetUpFacts = facts, next?: SetUpFacts) {
  const station = { setUp, ...(next === undefined ? {} : { nextAuthority: { setUp: next } as never }) };
  return rehearsalOf(station, now as Instant);
}

describe('the yearly rehearsal of the key backup (F15)', () => {
  it('[N-12] [R-15] [G-16] is due a year after the older of its two openings, told a month ahead', () => {
    expect(stateAt('2026-01-11T05:00:00Z')).toEqual({
      lastAt: '2026-01-10T05:00:00Z',
      dueOn: '2027-01-10',
      issuingUntil: '2027-02-09',
      state: 'done',
    });
    // Days are those of Asia/Almaty: 11 December begins at 19:00 UTC.
    expect(stateAt('2026-12-10T19:00:00Z')?.state).toBe('soon');
    expect(stateAt('2026-12-10T18:59:59Z')?.state).toBe('done');
    expect(stateAt('2027-01-10T18:59:59Z')?.state).toBe('soon');
    expect(stateAt('2027-01-10T19:00:00Z')?.state).toBe('overdue');
    expect(stateAt('2027-02-09T18:59:59Z')?.state).toBe('overdue');
    expect(stateAt('2027-02-09T19:00:00Z')?.state).toBe('closed');
  });

  it('one way alone does not make it', () => {
    const opened = { ...facts, backupOpenedWithPassphraseAt: '2027-01-05T05:00:00Z' as Instant };
    expect(stateAt('2027-01-12T05:00:00Z', opened)?.state).toBe('overdue');
    const both = { ...opened, backupOpenedWithRecoveryAt: '2027-01-06T05:00:00Z' as Instant };
    expect(stateAt('2027-01-12T05:00:00Z', both)).toMatchObject({ state: 'done', dueOn: '2028-01-05' });
    const { backupOpenedWithRecoveryAt: never, ...byPassphrase } = facts;
    expect([never, stateAt('2027-01-12T05:00:00Z', byPassphrase)]).toEqual(['2026-01-11T05:00:00Z', null]);
  });

  it('what is opened while the next key is being made counts, and one that was not yet takes nothing away', () => {
    const keyMadeAt = '2027-01-02T05:00:00Z' as Instant;
    expect(stateAt('2027-01-12T05:00:00Z', facts, { keyMadeAt })?.state).toBe('overdue');
    const next = {
      keyMadeAt,
      backupOpenedWithPassphraseAt: '2027-01-03T05:00:00Z' as Instant,
      backupOpenedWithRecoveryAt: '2027-01-03T06:00:00Z' as Instant,
    };
    expect(stateAt('2027-01-12T05:00:00Z', facts, next)).toMatchObject({
      state: 'done',
      lastAt: next.backupOpenedWithPassphraseAt,
    });
  });
});
