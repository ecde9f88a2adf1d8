import { describe, expect, it, vi } from 'vitest';
import type { GivenAcknowledgement } from '#domain/exchange/package/numbering.ts';
import { type StationStep, ranStations } from '#tests/support/model/stations-model.ts';

/** A fault that was once near: whatever is acknowledged counts for all before it, gaps and all. */
vi.mock('#domain/exchange/package/numbering.ts', async (original) => ({
  ...(await original<object>()),
  acknowledgedNumbers: (given: readonly GivenAcknowledgement[]) =>
    new Set(Array.from({ length: Math.max(0, ...given.map(({ upTo }) => upTo)) }, (_, i) => i + 1)),
}));

describe('the model of stations', () => {
  it('finds a planted fault: an acknowledgement that forgets its gaps loses what went before an urgent package', async () => {
    const steps: readonly StationStep[] = [
      { type: 'collect', field: 0 },
      { type: 'send', field: 0, which: 'all' },
      { type: 'revoke', field: 0 },
      { type: 'send', field: 0, which: 'urgent' },
      // The first medium is lost, the urgent one arrives, and so does its receipt.
      { type: 'read', at: 1 },
      { type: 'receipt', field: 0, from: 'authority' },
      { type: 'read', at: 2 },
    ];
    expect(await ranStations(steps)).toMatch(/^lost: /);
  });
});
