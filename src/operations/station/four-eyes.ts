import { canKeepFourEyes } from '#domain/authority/roles.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { without } from '#domain/base/without.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';
import { type NotYourRole, actRefusal } from '#operations/your-role.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type Beside, besideOf } from './change-officers.ts';
import { type TooSoon, mayTry, recordFailure } from './unlock.ts';

export type FourEyesSettingRefusal =
  | TransactionRefusal
  | StatementRefusal
  | NotYourRole
  | TooSoon
  | { readonly type: 'StationMissing' | 'Locked' | 'FourEyesTooFew' };

/**
 * Four eyes: who entered or examined an application does not approve it (D10, K02). An administrator sets them, where there are people enough;
 * it takes a second officer’s passphrase to lift them. What was confirmed before has to be confirmed anew.
 */
export async function setFourEyes(
  desk: Desk,
  command: { readonly on: true } | { readonly on: false; readonly beside: Beside },
): Promise<Result<Station, FourEyesSettingRefusal>> {
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  const act = command.on ? 'four-eyes-set' : 'four-eyes-lifted';
  const beside = command.on ? undefined : command.beside;
  const waiting =
    beside === undefined ? ok(null) : await mayTry(desk, await provenReading(desk), beside.officerId);
  if (!waiting.ok) return waiting;
  const set = await transact<Station, FourEyesSettingRefusal>(desk, async (snapshot) => {
    const ofOthers = await actRefusal(desk, snapshot, act);
    if (ofOthers !== null) return err(ofOthers);
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    if ((before.settings.fourEyes === true) === command.on) return ok({ acts: [], answer: before });
    if (command.on && !canKeepFourEyes(await snapshot.list('officer')))
      return err({ type: 'FourEyesTooFew' });
    const kept = without(before.settings, 'fourEyes');
    const next = { ...before, settings: command.on ? { ...kept, fourEyes: true } : kept };
    const second =
      beside === undefined ? undefined : besideOf(await snapshot.list('vaultFile'), beside).second;
    const stated = await statedStation(desk, snapshot, before, next, second);
    if (!stated.ok) return stated;
    const record = stated.value;
    const subjects = [before.stationId, ...(beside === undefined ? [] : [beside.officerId])];
    return ok({ acts: [{ act, subjects, puts: [{ collection: 'station', record }] }], answer: record });
  });
  if (!set.ok && set.error.type === 'DamagedOrWrongKey' && beside !== undefined)
    await recordFailure(desk, beside.officerId);
  return set;
}
