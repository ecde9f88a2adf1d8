import { memberOf } from '#domain/base/member-of.ts';
import type { Result } from '#domain/base/result.ts';
import { ok } from '#domain/base/result.ts';
import type { WritingDesk } from '#ports/desk.ts';
import type { TransactionRefusal } from '#operations/transact.ts';
import type { Start } from './found-at-start.ts';

export type { Rebuilt, Start } from './found-at-start.ts';

/**
 * What a start finds, and mends what a crash may leave: see `start-thoroughly.ts`. At `first` a register that has nothing to be
 * mended is shown as it stands, before anything else is loaded; nothing can be written on it until the thorough start, which
 * follows, has compared it with what stands beside it.
 */
export async function startStation(
  desk: WritingDesk,
  reach: 'first' | 'thorough' = 'thorough',
): Promise<Result<Start, TransactionRefusal>> {
  if (reach === 'first') {
    const state = await desk.store.state('itself');
    if (state.type === 'empty' && (await desk.store.state()).type === 'empty') {
      const first = await (await import('./first-run.ts')).firstRun(desk.store);
      if (first?.type === 'first-run') return ok(first);
    }
    const snapshot = await desk.store.read();
    const station = await snapshot.get('station', 'station');
    // As anybody may have written it: what is no station's record is for the thorough start to tell.
    const isReadBack = memberOf(memberOf(station, 'setUp'), 'recoveryReadBackAt') !== undefined;
    const isOrdinary = state.type === 'present' && state.head === 'same' && isReadBack;
    if (
      station !== undefined &&
      isOrdinary &&
      (await snapshot.count('intent', { index: 'outcome', only: 'open' })) === 0
    )
      return ok({ type: 'ready', station, headCopy: 'same', abandoned: 0, isCompared: false });
  }
  return (await import('./start-thoroughly.ts')).startThoroughly(desk);
}
