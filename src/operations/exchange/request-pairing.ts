import { stationDigest } from '#domain/authority/paired-station.ts';
import { purposeOf } from '#domain/authority/station.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { exchangeVersion, noDigest } from '#domain/exchange/package/manifest.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, newId, transact } from '#operations/transact.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { followedRules } from './followed-rules.ts';
import { type PackedFile, packedExchange } from './package-file.ts';
import { pairingPaths } from './pairing-paths.ts';

export type RequestPairingRefusal =
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'Locked' | 'StationMissing' }
  /** An authority is asked, and asks nobody. */
  | { readonly type: 'StationOfAuthority' };

/** A request is carried within a month, or made anew. */
const validSeconds = 30 * 24 * 3600;

/**
 * What a field station asks its authority with: its certificate, the key that packages for it are encrypted to, a nonce. The answer has to
 * repeat the nonce, so that a later request makes every answer to an earlier one worthless. In clear: nothing in it is secret.
 */
export async function requestPairing(desk: Desk): Promise<Result<PackedFile, RequestPairingRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const asked = await transact<string, RequestPairingRefusal>(desk, async (snapshot, at) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    if (purposeOf(before) !== 'field') return err({ type: 'StationOfAuthority' });
    const nonce = newId(desk.random);
    const stated = await statedStation(desk, snapshot, before, { ...before, pairingAsked: { nonce, at } });
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        {
          act: 'pairing-requested' as const,
          subjects: [before.stationId, nonce],
          puts: [{ collection: 'station' as const, record }],
        },
      ],
      answer: nonce,
    });
  });
  if (!asked.ok) return asked;
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  if (station?.pairingAsked?.nonce !== asked.value) return err({ type: 'RegisterBusy' });
  const { stationCertificateDer, pairingAsked, epoch, kind, scansRecipient } = station;
  const { nonce, at } = pairingAsked;
  return ok(
    await packedExchange(
      desk,
      stationCertificateDer,
      {
        version: exchangeVersion,
        kind: 'pairing-request',
        sender: stationDigest(stationCertificateDer, desk.sha256),
        receiver: noDigest,
        pairing: nonce,
        epoch,
        ...{ number: 0, since: 0, previous: noDigest, acknowledged: { upTo: 0, nonce: '', gaps: [] } },
        ...{ nonce, answers: '', madeAt: at, validUntil: addSeconds(at, validSeconds) },
        rules: await followedRules(desk, snapshot, station),
        ...{ checkpoint: '', seenCheckpoint: '' },
      },
      [
        documentItem(1, pairingPaths.recipient, encodeUtf8(`${scansRecipient}\n`)),
        documentItem(2, pairingPaths.kind, encodeUtf8(`${kind}\n`)),
      ],
    ),
  );
}

/** Documents of a pairing have no ids that anybody keeps: their places will do. */
export function documentItem(place: number, path: string, octets: Uint8Array) {
  const id = place.toString(16).padStart(32, '0');
  return { item: { id, type: 'document' as const, path, restsOn: [], urgent: false }, octets };
}
