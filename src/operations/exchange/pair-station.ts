import {
  type PairedStation,
  type PairingEnd,
  pairingsWith,
  standingPairings,
  stationDigest,
} from '#domain/authority/paired-station.ts';
import { type AuthorityKind, type Station, purposeOf } from '#domain/authority/station.ts';
import { type Instant, addYears, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { manifestName, signatureName } from '#domain/archive/package-manifest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';
import { actRefusal } from '#operations/your-role.ts';
import type { PairingRefusal, StatementRefusal } from '#ports/custody.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { type ContentFault, unpackedExchange } from './package-file.ts';
import { pairingPaths, recipientIn } from './pairing-paths.ts';

export interface PairingSeen {
  readonly manifest: ExchangeManifest;
  readonly manifestSha256: string;
  /** The sender's own certificate. */
  readonly certificateDer: Uint8Array;
  readonly recipient: string;
  readonly files: ArchiveFiles;
}

export type PairingFileRefusal =
  | ContentFault
  | { readonly type: 'ExchangeSignatureInvalid' | 'NotAnExchange' }
  | { readonly type: 'PackageExpired'; readonly validUntil: Instant };

/** A request is a page long; an answer has certificates, a rule set, a calendar and a list. Anybody may have written either. */
const maximumOctets = 32 * 1024 * 1024;

/** A request or an answer as it came: signed by the station that it names as its sender. Whose that is, ten words tell. */
export async function readPairingFile(
  desk: Pick<Desk, 'archive' | 'sha256' | 'readSignedDocument' | 'clock'>,
  file: Uint8Array,
  kind: 'pairing-request' | 'pairing-answer',
): Promise<Result<PairingSeen, PairingFileRefusal>> {
  const unpacked = await unpackedExchange(desk, file, maximumOctets);
  if (!unpacked.ok) return unpacked;
  const { manifest, files } = unpacked.value;
  if (manifest.kind !== kind) return err({ type: 'NotAnExchange' });
  const octets = files.get(manifestName) ?? new Uint8Array();
  const signed = await desk.readSignedDocument(files.get(signatureName) ?? new Uint8Array(), octets);
  const certificateDer = signed.ok ? signed.value.signerCertificateDer : null;
  if (certificateDer === null || stationDigest(certificateDer, desk.sha256) !== manifest.sender)
    return err({ type: 'ExchangeSignatureInvalid' });
  const recipient = recipientIn(files);
  if (recipient === null) return err({ type: 'NotAnExchange' });
  const { validUntil } = manifest;
  if (compareInstants(desk.clock.now(), validUntil) > 0) return err({ type: 'PackageExpired', validUntil });
  return ok({ manifest, manifestSha256: bytesToHex(desk.sha256(octets)), certificateDer, recipient, files });
}

export type LookAtPairingRefusal =
  | PairingFileRefusal
  | { readonly type: 'StationMissing' | 'FieldStation' }
  /** It asks an authority of another kind. */
  | { readonly type: 'PairingOfOtherKind'; readonly seen: string; readonly expected: AuthorityKind };

/** What the administrator sees before confirming: the digest whose ten words both read aloud. Nothing is written. */
export async function lookAtPairingRequest(
  desk: Desk,
  file: Uint8Array,
): Promise<Result<PairingSeen & { readonly isPairedAlready: boolean }, LookAtPairingRefusal>> {
  const seen = await readPairingFile(desk, file, 'pairing-request');
  if (!seen.ok) return seen;
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  if (purposeOf(station) !== 'authority') return err({ type: 'FieldStation' });
  const kind = (decodeUtf8(seen.value.files.get(pairingPaths.kind) ?? new Uint8Array()) ?? '').trim();
  if (kind !== station.kind) return err({ type: 'PairingOfOtherKind', seen: kind, expected: station.kind });
  const { sender } = seen.value.manifest;
  return ok({ ...seen.value, isPairedAlready: pairingsWith(station, sender, desk.sha256).length > 0 });
}

export type PairStationRefusal =
  | LookAtPairingRefusal
  | TransactionRefusal
  | StatementRefusal
  | PairingRefusal
  | { readonly type: 'Locked' | 'PairingDiffers' | 'PairingUsed' };

const attestedYears = 2;

/**
 * The administrator has compared the words of that digest with the field station. From now on the station states it as one whose packages are
 * taken in, for two years; a pairing with the same station before it ends.
 */
export async function pairStation(
  desk: Desk,
  command: { readonly file: Uint8Array; readonly manifestSha256: string },
): Promise<Result<PairedStation, PairStationRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const seen = await lookAtPairingRequest(desk, command.file);
  if (!seen.ok) return seen;
  const { manifest, manifestSha256, certificateDer, recipient } = seen.value;
  if (manifestSha256 !== command.manifestSha256) return err({ type: 'PairingDiffers' });
  return transact<PairedStation, PairStationRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const ofOthers = await actRefusal(desk, snapshot, 'station-paired');
    if (ofOthers !== null) return err(ofOthers);
    const { pairing, sender } = manifest;
    if (before.pairedStations?.some((each) => each.pairing === pairing) === true)
      return err({ type: 'PairingUsed' });
    const validUntil = addYears(at, attestedYears);
    const attested = await desk.custody.attestFieldStation({
      ...{ station: before, request: command.file, notBefore: at, validUntil },
    });
    if (!attested.ok) return attested;
    const peer: PairedStation = {
      ...{ pairing, certificateDer, recipient, validUntil, officer },
      attestationDer: attested.value,
      pairedAt: at,
    };
    const kept = endedPairings(before, sender, { at, officer, because: 'replaced' }, desk);
    const stated = await statedStation(desk, snapshot, before, {
      ...before,
      pairedStations: [...kept, peer],
    });
    if (!stated.ok) return stated;
    return ok({
      acts: [
        {
          act: 'station-paired' as const,
          subjects: [sender, pairing],
          puts: [{ collection: 'station' as const, record: stated.value }],
        },
      ],
      answer: peer,
    });
  });
}

export type EndPairingRefusal =
  TransactionRefusal | StatementRefusal | { readonly type: 'Locked' | 'StationMissing' | 'StationNotPaired' };

/** From now on nothing is encrypted to that station and nothing of it is taken in; `revoked`: its key may be in other hands. */
export function endPairing(
  desk: Desk,
  command: { readonly peer: string; readonly because: 'ended' | 'revoked' },
): Promise<Result<Station, EndPairingRefusal>> {
  return transact<Station, EndPairingRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const { peer, because } = command;
    const standing = standingPairings(before).find(
      ({ certificateDer }) => stationDigest(certificateDer, desk.sha256) === peer,
    );
    if (standing === undefined) return err({ type: 'StationNotPaired' });
    const pairedStations = endedPairings(before, peer, { at, officer, because }, desk);
    const stated = await statedStation(desk, snapshot, before, { ...before, pairedStations });
    if (!stated.ok) return stated;
    return ok({
      acts: [
        {
          act: 'pairing-ended' as const,
          subjects: [peer, standing.pairing, because],
          puts: [{ collection: 'station' as const, record: stated.value }],
        },
      ],
      answer: stated.value,
    });
  });
}

/** All of them, those with that station ended. */
export function endedPairings(
  { pairedStations = [] }: Station,
  peer: string,
  ended: PairingEnd,
  { sha256 }: Pick<Desk, 'sha256'>,
): readonly PairedStation[] {
  return pairedStations.map((each) =>
    each.ended === undefined && stationDigest(each.certificateDer, sha256) === peer
      ? { ...each, ended }
      : each,
  );
}
