import { standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  authorityDocumentOf,
  writeAuthorityDocument,
  writeCalendar,
} from '#domain/exchange/package/authority-document.ts';
import { exchangeVersion, noDigest } from '#domain/exchange/package/manifest.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { newId } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { followedRules } from './followed-rules.ts';
import { type PackedFile, type PackedItem, packedExchange } from './package-file.ts';
import { pairingPaths } from './pairing-paths.ts';
import { documentItem } from './request-pairing.ts';

export type PairingAnswerRefusal = {
  readonly type: 'Locked' | 'StationMissing' | 'StationNotPaired' | 'AuthorityCertificateMissing';
};

const validSeconds = 30 * 24 * 3600;

/**
 * The answer to a request that was confirmed: the attestation, and what the field station works by until it hears more. It may be made again as
 * long as the pairing stands; the field station shows ten words of it, and so does this one.
 */
export async function makePairingAnswer(
  desk: Desk,
  { pairing }: { readonly pairing: string },
): Promise<Result<PackedFile, PairingAnswerRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const peer = standingPairings(station).find((each) => each.pairing === pairing);
  if (peer === undefined) return err({ type: 'StationNotPaired' });
  const { authorityCertificateDer, chainDer, stationCertificateDer, scansRecipient, ruleSet } = station;
  if (authorityCertificateDer === undefined) return err({ type: 'AuthorityCertificateMissing' });
  const held = station.heldRuleSets?.find(({ id }) => id === ruleSet);
  const lists = await snapshot.list('crl');
  const newest = lists.at(-1);
  const list = newest === undefined ? undefined : await snapshot.get('crlFile', newest.id);
  const documents: (readonly [string, Uint8Array])[] = [
    [pairingPaths.recipient, encodeUtf8(`${scansRecipient}\n`)],
    [pairingPaths.attestation, peer.attestationDer],
    [pairingPaths.authority, encodeUtf8(writeAuthorityDocument(authorityDocumentOf(station)))],
    [pairingPaths.certificate, authorityCertificateDer],
    ...chainDer.map((der, i) => [pairingPaths.chain(i + 1), der] as const),
    [pairingPaths.calendar, encodeUtf8(writeCalendar(await officeCalendar(snapshot)))],
    ...(held === undefined ? [] : [[pairingPaths.ruleSet, held.octets] as const]),
    ...(list === undefined ? [] : [[pairingPaths.crl, list.octets] as const]),
  ];
  const items: readonly PackedItem[] = documents.map(([path, octets], i) =>
    documentItem(i + 1, path, octets),
  );
  const madeAt = desk.clock.now();
  const nonce = newId(desk.random);
  return ok(
    await packedExchange(
      desk,
      stationCertificateDer,
      {
        version: exchangeVersion,
        kind: 'pairing-answer',
        sender: stationDigest(stationCertificateDer, desk.sha256),
        receiver: stationDigest(peer.certificateDer, desk.sha256),
        pairing,
        epoch: station.epoch,
        ...{ number: 0, since: 0, previous: noDigest, acknowledged: { upTo: 0, nonce: '', gaps: [] } },
        ...{ nonce, answers: pairing, madeAt, validUntil: addSeconds(madeAt, validSeconds) },
        rules: await followedRules(desk, snapshot, station),
        ...{ checkpoint: '', seenCheckpoint: '' },
      },
      items,
    ),
  );
}
