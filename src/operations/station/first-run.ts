import { memberOf } from '#domain/base/member-of.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { isBrokenOff, tracesOf } from './earlier-station.ts';
import type { Start } from './found-at-start.ts';

/** Null where a station is, or a set-up that was begun and may go on. */
export async function firstRun(store: RegisterStore): Promise<Start | null> {
  const snapshot = await store.read();
  const station = await snapshot.get('station', 'station');
  // As anybody may have written it.
  if (memberOf(memberOf(station, 'setUp'), 'recoveryReadBackAt') !== undefined) return null;
  if (station !== undefined && (await isBrokenOff(snapshot, station))) return null;
  const found = await tracesOf(store, snapshot);
  return found.length === 0 ? { type: 'first-run' } : { type: 'register-damaged', found };
}
