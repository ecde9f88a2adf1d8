import { type Result, ok } from '#domain/base/result.ts';
import type { WritingDesk } from '#ports/desk.ts';
import type { HeadState } from '#ports/register-store.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';
import type { Start } from './found-at-start.ts';

export type { Start } from './found-at-start.ts';

/**
 * What a start finds, and mends what a crash may leave: the head's second copy one commit behind, and intents whose
 * certificate or CRL was never stored. Their numbers are burnt (E04).
 */
export async function startStation(desk: WritingDesk): Promise<Result<Start, TransactionRefusal>> {
  const state = await desk.store.state();
  if (state.type === 'missing') return ok({ type: 'register-missing', lastKnown: state.lastKnown });
  const station = await (await desk.store.read()).get('station', 'station');
  // Not loaded where a station is at work, which is where a start has to be quick.
  const first =
    station?.setUp.recoveryReadBackAt === undefined
      ? await (await import('./first-run.ts')).firstRun(desk.store)
      : null;
  if (first !== null || station === undefined || state.type === 'empty')
    return ok(first ?? { type: 'first-run' });
  if (state.head === 'rollback') return ok({ type: 'rolled-back', station });
  const headCopy = state.head;
  if (!desk.isWriter()) return ok({ type: 'ready', station, headCopy, abandoned: 0 });
  if (headCopy !== 'same') await desk.store.repairHead();
  const abandoned = await abandonOpenIntents(desk, headCopy);
  // A wrong clock does not keep anyone from reading: the refusal comes back at the first act.
  return ok({ type: 'ready', station, headCopy, abandoned: abandoned.ok ? abandoned.value : 0 });
}

function abandonOpenIntents(
  desk: WritingDesk,
  headCopy: HeadState,
): Promise<Result<number, TransactionRefusal>> {
  return transact(desk, async (snapshot) => {
    const open = await snapshot.list('intent', { index: 'outcome', only: 'open' });
    const acts = open.map((intent) => ({
      act: 'intent-abandoned' as const,
      subjects: [intent.id, intent.number],
      puts: [{ collection: 'intent' as const, record: { ...intent, outcome: 'abandoned' as const } }],
    }));
    // A crash leaves a copy that is behind. One that is gone was taken away, and the log says so for good.
    const repair = headCopy === 'same' ? [] : [{ act: 'head-repaired' as const, subjects: [headCopy] }];
    return ok({ acts: [...repair, ...acts], answer: open.length });
  });
}
