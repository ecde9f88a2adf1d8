import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import { type RevokeCaseRefusal, decideRevocation } from './revoke.ts';

export interface DecideOutcome {
  readonly caseId: string;
  readonly result: Result<RegisterEntry, RevokeCaseRefusal | { readonly type: 'Cancelled' }>;
}

/**
 * The cases of one letter, each decided by itself and in its own commit (G-12.1): who has a fault is named and left open, the
 * others are revoked. Broken off, it can be begun again: what was decided says so.
 */
export async function decideRevocations(
  desk: Desk,
  command: { readonly caseIds: readonly string[]; readonly confirmedCorrect: boolean },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<readonly DecideOutcome[]> {
  const { caseIds, confirmedCorrect } = command;
  const outcomes: DecideOutcome[] = [];
  for (const caseId of caseIds) {
    const result =
      options.cancellation?.isCancelled === true
        ? err({ type: 'Cancelled' as const })
        : await decideRevocation(desk, { caseId, confirmedCorrect });
    outcomes.push({ caseId, result });
    options.onProgress?.(outcomes.length, caseIds.length);
  }
  return outcomes;
}
