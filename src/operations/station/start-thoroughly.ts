import type { Result } from '#domain/base/result.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { ok } from '#domain/base/result.ts';
import type { WritingDesk } from '#ports/desk.ts';
import type { CopiesVerdict } from '#domain/exchange/compare-copies.ts';
import { type SigningIntent, intendedIn } from '#domain/register/register-entry.ts';
import type { HeadState } from '#ports/register-store.ts';
import type { RegisterCopies } from '#ports/register-copies.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';
import { firstRun } from './first-run.ts';
import type { Rebuilt, Start } from './found-at-start.ts';
import { rebuildRegister } from './rebuild-register.ts';

/** Hex of 16 octets, of a serial number, or the digits of a CRL's number. */
const longestName = 64;
/** Certificates of one intent: more than a slice has, few enough for one line of the log. */
const mostTogether = 1_000;
/** In hex: 20 octets (RFC 5280 §4.1.2.2). */
const serialNumber = /^[0-9a-f]{1,40}$/;

/**
 * Compares the register with what stands beside it. A register that is missing, damaged or older than its journal is rebuilt from
 * it; a journal that is lost or behind is written again from the register. Mends what a crash leaves: the head's second copy one
 * commit behind, and intents whose certificate or CRL was never stored. Their numbers are burnt (E04).
 */
export async function startThoroughly(desk: WritingDesk): Promise<Result<Start, TransactionRefusal>> {
  const copies = await desk.copies?.();
  const verdict = await copies?.look();
  let rebuilt: Rebuilt | undefined;
  if (copies !== undefined && verdict !== undefined && desk.isWriter())
    rebuilt = await rebuiltRegister(desk, copies, verdict);
  const found = await whatStands(desk);
  if (found.type !== 'ready' || !desk.isWriter()) return ok(found);
  const isJournalLost = verdict?.type === 'sound' && verdict.isJournalLost;
  const outcome = await copies?.bringUp();
  const isJournalAnew = outcome === 'begun-anew' && rebuilt === undefined && isJournalLost;
  if (found.headCopy !== 'same') await desk.store.repairHead();
  const abandoned = await mend(desk, found.headCopy, isJournalAnew);
  if (isJournalAnew) rebuilt = { what: 'journal' };
  // A wrong clock does not keep anyone from reading: the refusal comes back at the first act.
  return ok({
    ...found,
    abandoned: abandoned.ok ? abandoned.value : 0,
    ...(rebuilt === undefined ? {} : { rebuilt }),
  });
}

/** Undefined where nothing had to be rebuilt, or could be. */
async function rebuiltRegister(
  desk: WritingDesk,
  copies: RegisterCopies,
  verdict: CopiesVerdict,
): Promise<Rebuilt | undefined> {
  if (verdict.type !== 'journal-ahead' && verdict.type !== 'sound') return undefined;
  const state = await desk.store.state('itself');
  if (state.type !== 'present') return rebuildRegister(desk, copies, 'missing');
  const isDamaged = (await firstRun(desk.store))?.type === 'register-damaged';
  if (isDamaged || (await lacksCommits(desk))) return rebuildRegister(desk, copies, 'damaged');
  return verdict.type === 'sound' ? undefined : rebuildRegister(desk, copies, 'behind');
}

/**
 * The newest acts are there and some before them are not: a power cut that took a block out of the middle of the browser's own log leaves
 * that behind, and nothing else of the program's making does (0086).
 */
async function lacksCommits({ store }: WritingDesk): Promise<boolean> {
  const snapshot = await store.read();
  return snapshot.head !== null && (await snapshot.count('audit')) < snapshot.head.seq;
}

async function whatStands(desk: WritingDesk): Promise<Start> {
  const state = await desk.store.state();
  if (state.type === 'missing') return { type: 'register-missing', lastKnown: state.lastKnown };
  const first = await firstRun(desk.store);
  if (first !== null) return first;
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined || state.type === 'empty') return { type: 'first-run' };
  if (state.head === 'rollback') return { type: 'rolled-back', station };
  return { type: 'ready', station, headCopy: state.head, abandoned: 0, isCompared: true };
}

async function mend(
  desk: WritingDesk,
  headCopy: HeadState,
  isJournalAnew: boolean,
): Promise<Result<number, TransactionRefusal>> {
  const isOpen = (await (await desk.store.read()).count('intent', { index: 'outcome', only: 'open' })) > 0;
  // Whether anything is left to do is asked without a proof: what is done is done on proven readings.
  if (!isOpen && headCopy === 'same' && !isJournalAnew) return ok(0);
  return transact(desk, async (snapshot) => {
    const found = await snapshot.list('intent', { index: 'outcome', only: 'open' });
    const open = found.filter(isNameable);
    const acts = open.map((intent) => ({
      act: 'intent-abandoned' as const,
      subjects: [intent.id, ...intendedIn(intent).map(({ number }) => number)],
      puts: [{ collection: 'intent' as const, record: { ...intent, outcome: 'abandoned' as const } }],
    }));
    // A crash leaves a copy that is behind. One that is gone was taken away, and the log says so for good.
    const repair = headCopy === 'same' ? [] : [{ act: 'head-repaired' as const, subjects: [headCopy] }];
    const anew = isJournalAnew ? [{ act: 'journal-rebuilt' as const, subjects: [] }] : [];
    return ok({ acts: [...repair, ...anew, ...acts], answer: open.length });
  });
}

/** An intent is given up without a key, so anybody may have written it: one that no line of the log can name is left as it lies. */
function isNameable({ id, number, others }: SigningIntent): boolean {
  const together: unknown = others ?? [];
  if (!Array.isArray(together) || together.length > mostTogether) return false;
  const isName = (name: unknown) => typeof name === 'string' && name.length <= longestName;
  return (
    [id, number].every(isName) &&
    together.every((each: unknown) => {
      const name = memberOf(each, 'number');
      return typeof name === 'string' && serialNumber.test(name);
    })
  );
}
