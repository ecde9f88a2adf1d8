import { beforeAll, describe, expect, it } from 'vitest';
import { zipFiles } from '#adapters/zip/zip.ts';
import { isSetUp } from '#domain/authority/station.ts';
import type { PairedStation } from '#domain/authority/paired-station.ts';
import { spokenDigest } from '#domain/base/spoken-words.ts';
import { without } from '#domain/base/without.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { endPairing, lookAtPairingRequest, pairStation } from '#operations/exchange/pair-station.ts';
import { makePairingAnswer } from '#operations/exchange/pairing-answer.ts';
import { requestPairing } from '#operations/exchange/request-pairing.ts';
import { lookAtPairingAnswer, takePairingAnswer } from '#operations/exchange/take-pairing-answer.ts';
import { registerFaults } from '#operations/soundness.ts';
import { type OfficeAtWork, taken } from '#tests/support/office-at-work.ts';
import {
  type Stations,
  aFieldStation,
  anAuthority,
  digestOfStation,
  pair,
  pairedStations,
  sent,
  handedIn,
  stationOf,
} from '#tests/support/stations-at-work.ts';

const day = 24 * 3600;

function bent(zip: Uint8Array, path: string): Uint8Array {
  const files = new Map(taken(unzipFiles(zip, 1e8)));
  const octets = Uint8Array.from(files.get(path) ?? new Uint8Array());
  const at = octets.length >> 1;
  octets[at] = (octets[at] ?? 0) ^ 1;
  return zipFiles(files.set(path, octets));
}

async function confirmed(authority: OfficeAtWork, file: Uint8Array): Promise<PairedStation> {
  const { manifestSha256 } = taken(await lookAtPairingRequest(authority.desk, file));
  return taken(await pairStation(authority.desk, { file, manifestSha256 }));
}

describe('a pairing', () => {
  let stations: Stations;

  beforeAll(async () => {
    stations = await pairedStations();
  });

  it('sets the field station up, with the rules and the certificates of its authority and none of its keys', async () => {
    const { authority, field } = stations;
    const [own, other] = [await stationOf(field), await stationOf(authority)];
    expect(isSetUp(own)).toBe(true);
    expect(own.authority).toEqual(other.authority);
    expect(own.authorityCertificateDer).toEqual(other.authorityCertificateDer);
    expect(own.pairingAsked).toBeUndefined();
    const reading = await field.desk.store.read();
    const files = await reading.list('vaultFile');
    expect(files.map(({ holder }) => holder).sort()).toEqual(['anchor', 'officer', 'scans', 'station']);
    expect(await reading.get('calendar', 'calendar')).toBeDefined();
  });

  it('leaves both registers sound', async () => {
    expect(await registerFaults(stations.authority.desk)).toEqual([]);
    expect(await registerFaults(stations.field.desk)).toEqual([]);
  });

  it('shows the same ten words on both sides', async () => {
    const { authority } = stations;
    const field = await aFieldStation();
    const request = taken(await requestPairing(field.desk));
    const seen = taken(await lookAtPairingRequest(authority.desk, request.zip));
    const words = (hex: string) => spokenDigest(hexToBytes(hex) ?? new Uint8Array(), 'cyrillic').split(' ');
    expect(words(seen.manifestSha256)).toEqual(words(request.manifestSha256));
    expect(words(request.manifestSha256)).toHaveLength(10);
    const { pairing } = await confirmed(authority, request.zip);
    const answer = taken(await makePairingAnswer(authority.desk, { pairing }));
    const answerSeen = taken(await lookAtPairingAnswer(field.desk, answer.zip));
    expect(answerSeen.manifestSha256).toBe(answer.manifestSha256);
  });

  it('is not made from a file that was changed (C03)', async () => {
    const { authority } = stations;
    const field = await aFieldStation();
    const request = taken(await requestPairing(field.desk));
    for (const path of ['recipient.txt', 'kind.txt'])
      expect(await lookAtPairingRequest(authority.desk, bent(request.zip, path)), path).toMatchObject({
        error: { type: 'PackageItemsDamaged' },
      });
    for (const path of ['manifest.json', 'manifest.json.p7s'])
      expect((await lookAtPairingRequest(authority.desk, bent(request.zip, path))).ok, path).toBe(false);
    expect(await lookAtPairingRequest(authority.desk, request.zip.subarray(0, -9))).toMatchObject({
      error: { type: 'NotAnExchange' },
    });
    const before = await stationOf(authority);
    const other = { file: request.zip, manifestSha256: 'a'.repeat(64) };
    expect(await pairStation(authority.desk, other)).toMatchObject({ error: { type: 'PairingDiffers' } });
    expect(await stationOf(authority)).toEqual(before);
  });

  it('of a request that has expired, or that was used, is refused (K06)', async () => {
    const { authority } = stations;
    const field = await aFieldStation();
    const request = taken(await requestPairing(field.desk));
    authority.pass(31 * day);
    expect(await lookAtPairingRequest(authority.desk, request.zip)).toMatchObject({
      error: { type: 'PackageExpired' },
    });
    authority.pass(-31 * day);
    const { manifestSha256 } = request;
    await confirmed(authority, request.zip);
    expect(await pairStation(authority.desk, { file: request.zip, manifestSha256 })).toMatchObject({
      error: { type: 'PairingUsed' },
    });
  });

  it('answers the last request and no earlier one, and no other station’s (K06)', async () => {
    const { authority } = stations;
    const [field, other] = [await aFieldStation(), await aFieldStation()];
    const early = taken(await requestPairing(field.desk));
    const { pairing } = await confirmed(authority, early.zip);
    const answer = taken(await makePairingAnswer(authority.desk, { pairing }));
    expect(await lookAtPairingAnswer(other.desk, answer.zip)).toMatchObject({
      error: { type: 'PackageNotForUs' },
    });
    await requestPairing(field.desk);
    expect(await lookAtPairingAnswer(field.desk, answer.zip)).toMatchObject({
      error: { type: 'AnswerToOtherRequest' },
    });
    const { manifestSha256 } = answer;
    expect(await takePairingAnswer(field.desk, { file: answer.zip, manifestSha256 })).toMatchObject({
      error: { type: 'AnswerToOtherRequest' },
    });
  });

  it('is not taken where another request was made between looking and taking (K06)', async () => {
    const { authority } = stations;
    const field = await aFieldStation();
    const request = taken(await requestPairing(field.desk));
    const { pairing } = await confirmed(authority, request.zip);
    const { zip: file, manifestSha256 } = taken(await makePairingAnswer(authority.desk, { pairing }));
    let isAsked = false;
    const store = new Proxy(field.desk.store, {
      get: (target, name) =>
        (name === 'commit'
          ? async (...given: Parameters<typeof target.commit>) => {
              if (!isAsked) {
                isAsked = true;
                taken(await requestPairing(field.desk));
              }
              return target.commit(...given);
            }
          : Reflect.get(target, name)) as unknown,
    });
    expect(await takePairingAnswer({ ...field.desk, store }, { file, manifestSha256 })).toEqual({
      ok: false,
      error: { type: 'AnswerToOtherRequest' },
    });
    expect(await registerFaults(field.desk)).toEqual([]);
  });

  it('is not with a station of another kind, and an authority asks nobody', async () => {
    const { authority, field } = stations;
    expect(await requestPairing(authority.desk)).toMatchObject({ error: { type: 'StationOfAuthority' } });
    const request = taken(await requestPairing((await aFieldStation()).desk));
    expect(await lookAtPairingRequest(field.desk, request.zip)).toMatchObject({
      error: { type: 'FieldStation' },
    });
  });
});

describe('what vouches for a pairing', () => {
  let stations: Stations;

  beforeAll(async () => {
    stations = await pairedStations();
  });

  it('is the station’s statement: an edited row names nobody', async () => {
    const { authority, field } = stations;
    const station = await stationOf(authority);
    const receiver = await digestOfStation(field);
    const seal = (edited: typeof station) =>
      authority.desk.custody.sealExchange({
        ...{ station: edited, receiver, zip: new Uint8Array(3), at: authority.desk.clock.now() },
      });
    expect((await seal(station)).ok).toBe(true);
    const at = addSeconds(authority.desk.clock.now(), 3 * 365 * day);
    expect(
      await authority.desk.custody.sealExchange({ station, receiver, zip: new Uint8Array(3), at }),
    ).toEqual({ ok: false, error: { type: 'StationNotPaired' } });
    // An earlier moment than the worker's own, and than that of the log, does not bring an ended pairing back.
    const early = authority.desk.clock.now();
    authority.pass(3 * 365 * day);
    expect(
      await authority.desk.custody.sealExchange({ station, receiver, zip: new Uint8Array(3), at: early }),
    ).toEqual({ ok: false, error: { type: 'StationNotPaired' } });
    authority.setClock(early);
    const [peer] = station.pairedStations ?? [];
    if (peer === undefined) throw new Error('not paired');
    const unpaired = without(station, 'pairedStations');
    for (const pairedStations of [
      [{ ...peer, recipient: station.scansRecipient }],
      [{ ...peer, validUntil: addSeconds(peer.validUntil, 1) }],
      [],
    ])
      expect(await seal({ ...unpaired, pairedStations })).toEqual({
        ok: false,
        error: { type: 'NotWarranted', because: 'station-unproven' },
      });
    expect(await seal(unpaired)).toMatchObject({ error: { because: 'station-unproven' } });
  });

  it('is not stated of a station that nobody has attested', async () => {
    const { authority, field } = stations;
    const before = await stationOf(authority);
    const [peer] = before.pairedStations ?? [];
    if (peer === undefined) throw new Error('not paired');
    const stranger = await stationOf(await aFieldStation());
    const officers = await (await authority.desk.store.read()).list('officer');
    const state = (...pairedStations: readonly PairedStation[]) =>
      authority.desk.custody.signStatement({ before, next: { ...before, pairedStations }, officers });
    const unproven = { ok: false, error: { type: 'NotStated', because: 'pairing-unproven' } };
    const foreign = { ...peer, certificateDer: stranger.stationCertificateDer };
    // Not attested, attested for another time, the same once more, itself, two at once.
    expect(await state(peer, foreign)).toEqual(unproven);
    const ended = { at: before.createdAt, officer: 'a', because: 'ended' as const };
    expect(await state({ ...peer, ended }, { ...peer, validUntil: before.createdAt })).toEqual(unproven);
    expect(await state(peer, peer)).toEqual(unproven);
    expect(await state(peer, { ...peer, certificateDer: before.stationCertificateDer })).toEqual(unproven);
    expect(await state({ ...peer, ended }, peer, peer)).toEqual(unproven);
    // Nothing is lost, changed, or goes on after its end.
    expect(await state()).toEqual(unproven);
    expect(await state({ ...peer, recipient: before.scansRecipient })).toEqual(unproven);
    expect((await state({ ...peer, ended })).ok).toBe(true);
    const own = await stationOf(field);
    const fieldOfficers = await (await field.desk.store.read()).list('officer');
    expect(
      await field.desk.custody.signStatement({
        before: own,
        next: { ...own, purpose: 'authority' },
        officers: fieldOfficers,
      }),
    ).toEqual(unproven);
  });

  it('ends for good: nothing is encrypted to the station any more, and a later one is another', async () => {
    const { authority, field } = stations;
    const peer = await digestOfStation(field);
    taken(await endPairing(authority.desk, { peer, because: 'revoked' }));
    const station = await stationOf(authority);
    const sealing = { station, receiver: peer, zip: new Uint8Array(3), at: authority.desk.clock.now() };
    expect(await authority.desk.custody.sealExchange(sealing)).toEqual({
      ok: false,
      error: { type: 'StationNotPaired' },
    });
    const officers = await (await authority.desk.store.read()).list('officer');
    const [row] = station.pairedStations ?? [];
    if (row === undefined) throw new Error('not paired');
    const again = without(row, 'ended');
    expect(
      await authority.desk.custody.signStatement({
        ...{ before: station, next: { ...station, pairedStations: [again] }, officers },
      }),
    ).toMatchObject({ error: { because: 'pairing-unproven' } });
    expect(await endPairing(authority.desk, { peer, because: 'ended' })).toMatchObject({
      error: { type: 'StationNotPaired' },
    });
    await pair(stations);
    expect((await stationOf(authority)).pairedStations).toHaveLength(2);
    expect((await stationOf(field)).pairedStations?.map(({ ended }) => ended?.because)).toEqual([
      'replaced',
      undefined,
    ]);
    await handedIn(field);
    expect((await sent(field, authority)).record.peer).toBe(await digestOfStation(authority));
    expect(await registerFaults(authority.desk)).toEqual([]);
    expect(await registerFaults(field.desk)).toEqual([]);
  });
});

describe('the key worker', () => {
  it('attests a field station by its own request alone, for five years at most, and not at a field station', async () => {
    const authority = await anAuthority();
    const field = await aFieldStation();
    const station = await stationOf(authority);
    const { zip: request } = taken(await requestPairing(field.desk));
    const notBefore = authority.desk.clock.now();
    const validUntil = addSeconds(notBefore, 3 * 365 * day);
    const attest = (change: object = {}) =>
      authority.desk.custody.attestFieldStation({ station, request, notBefore, validUntil, ...change });
    expect((await attest()).ok).toBe(true);
    expect(await attest({ validUntil: addSeconds(notBefore, 9 * 365 * day) })).toMatchObject({ ok: false });
    expect(await attest({ request: bent(request, 'manifest.json') })).toMatchObject({ ok: false });
    expect(await attest({ station: { ...station, kind: 'G' } })).toMatchObject({
      error: { because: 'station-unproven' },
    });
    const own = await stationOf(field);
    const atField = { station: own, request, notBefore, validUntil };
    expect(await field.desk.custody.attestFieldStation(atField)).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'field-station' },
    });
  });
});
