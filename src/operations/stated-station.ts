import { rolesToState } from '#domain/authority/roles-of-members.ts';
import { isWritable, statedDigest } from '#domain/authority/stated.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { SecondOfficer, StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { newSalt } from '#operations/transact.ts';
import { type NotYourRole, fileRefusal, rolesRefusal } from '#operations/your-role.ts';

/**
 * The station's record as an act puts it in the place of `before`: with a fresh salt, and with a new statement of the station where
 * something changes that bears on trust, if who is at the desk may change it. `second`: another officer, for what one alone can't. A register that has no statement yet goes on without.
 */
export async function statedStation(
  desk: Pick<Desk, 'custody' | 'random' | 'sha256'>,
  snapshot: Snapshot,
  before: Station,
  next: Station,
  second?: SecondOfficer,
): Promise<Result<Station, StatementRefusal | NotYourRole>> {
  const record: Station = { ...next, salt: newSalt(desk.random) };
  if (!isWritable(next, desk.sha256)) return err({ type: 'NotStated', because: 'record-unfit' });
  const isStatedAlready = statedDigest(before, desk.sha256) === statedDigest(next, desk.sha256);
  if (before.statement === undefined || isStatedAlready) return ok(record);
  const ofOthers =
    (await rolesRefusal(desk, snapshot, rolesToState(before, next, desk.sha256))) ??
    (await fileRefusal(desk, snapshot, 'station'));
  if (ofOthers !== null) return err(ofOthers);
  const officers = await snapshot.list('officer');
  const beside = second === undefined ? {} : { second };
  const statement = await desk.custody.signStatement({ before, next: record, officers, ...beside });
  return statement.ok ? ok({ ...record, statement: statement.value }) : statement;
}
