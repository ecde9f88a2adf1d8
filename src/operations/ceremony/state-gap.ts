import { hasGap, openCeremony, withCeremonyFact } from '#domain/authority/ceremony.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';

export type StateGapRefusal =
  | TransactionRefusal
  | UnlockRefusal
  | StatementRefusal
  | {
      readonly type: 'StationMissing' | 'CeremonyWithoutGap' | 'StatementTextMissing' | 'WordsOfOtherStation';
    };

/**
 * What is lost and can't be shown any more, stated in writing by an officer who has the recovery words at hand: with a full CRL it ends
 * the ceremony. The statement stays in the station's record, and the log says that it was made.
 */
export async function stateGap(
  desk: Desk,
  command: { readonly text: string; readonly words: readonly string[] },
): Promise<Result<Station, StateGapRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  const text = command.text.trim();
  if (text === '') return err({ type: 'StatementTextMissing' });
  const own = await desk.custody.knowsWords(command.words);
  if (!own.ok) return own;
  if (!own.value) return err({ type: 'WordsOfOtherStation' });
  return transact<Station, StateGapRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const ceremony = openCeremony(station);
    if (ceremony === undefined || !hasGap(ceremony)) return err({ type: 'CeremonyWithoutGap' });
    const next = withCeremonyFact(station, { stated: { at, officer, text } }, at);
    const stated = await statedStation(desk, snapshot, station, next);
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        {
          act: 'ceremony-stated',
          subjects: [station.stationId, String(ceremony.missing.length), String(ceremony.lostActs)],
          puts: [{ collection: 'station', record }],
        },
      ],
      answer: record,
    });
  });
}
