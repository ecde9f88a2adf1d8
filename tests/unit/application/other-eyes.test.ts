import { describe, expect, it } from 'vitest';
import { isOfAnother } from '#domain/application/other-eyes.ts';
import type { Role } from '#domain/authority/roles.ts';
import type { Instant } from '#domain/base/instant.ts';
import { fourEyesRefusal } from '#operations/application/four-eyes.ts';

const at = (minute: number) => `2026-11-23T04:${String(minute).padStart(2, '0')}:00Z` as Instant;
const officer = (id: string, ...entries: readonly (readonly [number, readonly Role[]])[]) => ({
  id,
  roles: entries.map(([minute, roles]) => ({ from: at(minute), roles })),
});

const officers = [
  officer('anna', [0, ['ca-officer']]),
  officer('berik', [0, ['registrar']], [30, []]),
  officer('dana', [0, ['auditor']], [20, ['registrar']]),
];

const counts = (id: string, minute: number, approvedAt: Instant | null, received = 0) =>
  isOfAnother(
    { officer: id, at: at(minute) },
    { approver: 'anna', approvedAt, receivedAt: at(received) },
    officers,
  );

describe('a confirmation of another officer (D10)', () => {
  it('counts while he is there, of his role at the time, after the application came', () => {
    expect(counts('dana', 25, null)).toBe(true);
    expect(counts('dana', 10, null)).toBe(false);
    expect(counts('dana', 25, null, 26)).toBe(false);
    expect(counts('anna', 25, null)).toBe(false);
    expect(counts('nobody', 25, null)).toBe(false);
    expect(counts('berik', 10, at(20))).toBe(true);
    expect(counts('berik', 10, at(40))).toBe(false);
    expect(counts('berik', 10, null)).toBe(false);
  });

  it('is asked for by the operation as by the key worker', () => {
    const settings = { crlValidityDays: 7, lockMinutes: 5, fourEyes: true };
    const refusalOf = (id: string, minute: number, received: number) => {
      const confirmations = [{ clause: 'N-2', officer: id, at: at(minute), signature: 'AA==' }];
      const examination = { contentDigest: '', confirmations, reasons: [] };
      const application = { receivedBy: 'berik', receivedAt: at(received), examination };
      return fourEyesRefusal({ settings }, application, 'anna', officers);
    };
    expect(refusalOf('dana', 25, 0)).toBeNull();
    for (const [id, minute, received] of [
      ['berik', 10, 0],
      ['dana', 10, 0],
      ['dana', 25, 26],
      ['nobody', 25, 0],
    ] as const)
      expect(refusalOf(id, minute, received)).toEqual({ type: 'FourEyes', because: 'gone' });
  });
});
