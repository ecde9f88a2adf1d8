import { statedDigest } from '#domain/authority/stated.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { newSalt } from '#operations/transact.ts';

/**
 * The station's record as an act puts it in the place of `before`: with a fresh salt, and with a new statement of the station where
 * something changes that bears on trust. A register that has no statement yet goes on without.
 */
export async function statedStation(
  desk: Pick<Desk, 'custody' | 'random' | 'sha256'>,
  snapshot: Snapshot,
  before: Station,
  next: Station,
): Promise<Result<Station, StatementRefusal>> {
  const record: Station = { ...next, salt: newSalt(desk.random) };
  const isStatedAlready = statedDigest(before, desk.sha256) === statedDigest(next, desk.sha256);
  if (before.statement === undefined || isStatedAlready) return ok(record);
  const officers = await snapshot.list('officer');
  const statement = await desk.custody.signStatement({ before, next: record, officers });
  return statement.ok ? ok({ ...record, statement: statement.value }) : statement;
}
