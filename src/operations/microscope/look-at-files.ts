import type { Look } from '#domain/microscope/looked-at.ts';
import type { Desk } from '#ports/desk.ts';
import { knownAtStation } from './known-at-station.ts';
import { type LookCommand, lookWith } from './look-with.ts';

/** Files under the microscope, at a station: held against its own authorities, lists and register. */
export async function lookAtFiles(desk: Desk, command: LookCommand): Promise<Look> {
  const { magnifier } = desk;
  if (magnifier === undefined) throw new TypeError('this desk has no microscope');
  return lookWith({ ...desk, ...(await magnifier()) }, command, await knownAtStation(desk));
}
