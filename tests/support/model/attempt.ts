import type { Result } from '#domain/base/result.ts';
import { contentOf } from '../busy-offices.ts';
import { type ModelOffice, PowerCut, keepLists, mended, observed, restart } from './model-office.ts';
import { type RegisterModel, holdsWhat, promise } from './register-model.ts';

type Refusal = { readonly type: string };

/** Seconds from one act to the next: two lists never have the same time. */
const pace = 61;

/**
 * One act, as the officer meets it: acknowledged, refused for a reason that the model knows of, or cut off in the middle, after which
 * the program is started again. Null unless it was acknowledged. `signs`: as the authority, or packs the register.
 */
export async function attempt<T>(
  model: RegisterModel,
  real: ModelOffice,
  { name, signs }: { readonly name: string; readonly signs: boolean },
  act: () => Promise<Result<T, Refusal>>,
): Promise<T | null> {
  real.office.pass(pace);
  try {
    const done = await act();
    const { clock } = real.office.desk;
    if (!done.ok) {
      const words = `${name} is refused: ${JSON.stringify(done.error)}`;
      real.done.set(`refused: ${done.error.type}`, (real.done.get(`refused: ${done.error.type}`) ?? 0) + 1);
      promise(isExpected(model, done.error.type, clock.now() <= model.lastActAt), words);
      return null;
    }
    promise(!model.isRolledBack, `${name} is done on a register that was set back`);
    promise(!signs || !model.isTouched, `${name} is done on a register that was changed`);
    promise(name !== 'issue' || !model.isInCeremony, 'a certificate is issued before the ceremony has ended');
    promise(!signs || !model.isLocked, `${name} is done without a key`);
    if (clock.now() > model.lastActAt) model.lastActAt = clock.now();
    real.done.set(name, (real.done.get(name) ?? 0) + 1);
    return done.value;
  } catch (fault) {
    if (!(fault instanceof PowerCut)) throw fault;
    real.done.set('cut off', (real.done.get('cut off') ?? 0) + 1);
    await startedAgain(model, real);
    return null;
  }
}

/** What was acknowledged is there; what was under way is there or is not, and goes on from there. */
async function startedAgain(model: RegisterModel, real: ModelOffice): Promise<void> {
  restart(real, await contentOf(real.office.desk.store));
  await mended(real);
  model.isLocked = true;
  if (model.isTouched) return;
  await keepLists(real);
  holdsWhat(model, await observed(real), true);
  const snapshot = await real.office.desk.store.read();
  const waiting: string[] = [];
  for (const id of model.waiting)
    if ((await snapshot.get('application', id))?.issued === undefined) waiting.push(id);
  model.waiting = waiting;
}

function isExpected(
  { isLocked, isTouched, isRolledBack, isInCeremony }: RegisterModel,
  type: string,
  isBehind: boolean,
): boolean {
  switch (type) {
    case 'Locked':
      return isLocked;
    case 'RegisterTouched':
      return isTouched || isRolledBack;
    case 'CeremonyOpen':
      return isInCeremony;
    // Nothing is lost, or it was stated already.
    case 'CeremonyWithoutGap':
      return isInCeremony;
    case 'RegisterRolledBack':
      return isRolledBack;
    case 'RegisterNotEmpty':
      return !isTouched && !isRolledBack;
    // A list has to be later than the one before it, and a clock that went back makes it wait.
    case 'ClockBehind':
    case 'ExaminationFailed':
      return isBehind;
    default:
      return false;
  }
}
