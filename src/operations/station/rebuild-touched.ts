import { type Result, err, ok } from '#domain/base/result.ts';
import { registerFaults } from '#operations/soundness.ts';
import type { Desk } from '#ports/desk.ts';
import type { Rebuilt } from './found-at-start.ts';
import { rebuildRegister } from './rebuild-register.ts';

export interface RebuildRefusal {
  readonly type: 'NotTheWriter' | 'RegisterSound' | 'SecondStoreUnfit';
}

/**
 * The way out of a register in which rows were changed past the program: the journal has every commit of its own, and takes its
 * place where it verifies and nothing knows of a later act. Never over a register that verifies; what was changed is given out
 * before as what it is (`exportSalvage`). The keys are shut by it.
 */
export async function rebuildTouched(desk: Desk): Promise<Result<Rebuilt, RebuildRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  const copies = await desk.copies?.();
  if (copies === undefined) return err({ type: 'SecondStoreUnfit' });
  if ((await registerFaults(desk)).length === 0) return err({ type: 'RegisterSound' });
  const verdict = await copies.look();
  // Where a marker knows of a later act than the journal, rebuilding would make that act never have been.
  const isFurthest = verdict.type === 'journal-ahead' || (verdict.type === 'sound' && !verdict.isJournalLost);
  const rebuilt = isFurthest ? await rebuildRegister(desk, copies, 'damaged') : undefined;
  return rebuilt === undefined ? err({ type: 'SecondStoreUnfit' }) : ok(rebuilt);
}
