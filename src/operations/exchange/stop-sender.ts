import { pairingsWith } from '#domain/authority/paired-station.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { stopsSender } from '#domain/exchange/package/judge.ts';
import { statedStation } from '#operations/stated-station.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type LookRefusal, type OpenedPackage, judged, openedPackage } from './look-at-package.ts';

type StopRefusal = TransactionRefusal | StatementRefusal | { readonly type: 'Locked' | 'StationMissing' };

export type StopSenderRefusal = LookRefusal | StopRefusal;

/**
 * A package that contradicts what was taken in of its sender stops that sender alone, until the two are paired anew by ten words: which of its two
 * halves goes on, nobody can say from here. `false` where the package says nothing of that kind, or the sender is stopped already.
 */
export async function stopSender(
  desk: Desk,
  { file }: { readonly file: Uint8Array },
): Promise<Result<boolean, StopSenderRefusal>> {
  const before = await (await provenReading(desk)).get('station', 'station');
  if (before === undefined) return err({ type: 'StationMissing' });
  const opened = await openedPackage(desk, before, file);
  return opened.ok ? stopSenderOf(desk, opened.value) : opened;
}

export function stopSenderOf(desk: Desk, opened: OpenedPackage): Promise<Result<boolean, StopRefusal>> {
  return transact<boolean, StopRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const { verdict } = await judged(desk, snapshot, before, opened);
    const because = stopsSenderBy(verdict);
    const { sender, number } = opened.manifest;
    const standing = pairingsWith(before, sender, desk.sha256).at(-1);
    if (because === null || standing === undefined) return ok({ acts: [], answer: false });
    const stopped = { at, officer, because, number };
    const pairedStations = before.pairedStations?.map((each) =>
      each === standing ? { ...each, stopped } : each,
    );
    const next: Station = { ...before, ...(pairedStations === undefined ? {} : { pairedStations }) };
    const stated = await statedStation(desk, snapshot, before, next);
    if (!stated.ok) return stated;
    return ok({
      acts: [
        {
          act: 'sender-stopped' as const,
          subjects: [sender, standing.pairing, because, String(number)],
          puts: [{ collection: 'station' as const, record: stated.value }],
        },
      ],
      answer: true,
    });
  });
}

function stopsSenderBy(verdict: Awaited<ReturnType<typeof judged>>['verdict']) {
  return verdict.type === 'new' ||
    verdict.type === 'receipt' ||
    verdict.type === 'same' ||
    verdict.type === 'covered'
    ? null
    : stopsSender(verdict);
}
