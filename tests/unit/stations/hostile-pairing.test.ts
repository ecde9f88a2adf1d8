import { beforeAll, describe, expect, it } from 'vitest';
import { zipFiles } from '#adapters/zip/zip.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  authorityDocumentOf,
  readAuthorityDocument,
  writeAuthorityDocument,
} from '#domain/exchange/package/authority-document.ts';
import { lookAtPairingRequest } from '#operations/exchange/pair-station.ts';
import { lookAtPairingAnswer } from '#operations/exchange/take-pairing-answer.ts';
import { type Stations, pairedStations, stationOf } from '#tests/support/stations-at-work.ts';

const megabyte = 1024 * 1024;

let stations: Stations;

beforeAll(async () => {
  stations = await pairedStations();
});

/** Without any order in it, so that it stays as long as it is. */
function noise(octets: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: octets }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('a file that asks for a pairing, or answers, from anybody', () => {
  it('is not unpacked beyond what such files have (C07)', async () => {
    const bomb = zipFiles(
      new Map([
        ['manifest.json', new Uint8Array(33 * megabyte)],
        ['noise', noise(megabyte / 2)],
      ]),
    );
    const tooLarge = { ok: false, error: { type: 'ExchangeTooLarge', maximumOctets: 32 * megabyte } };
    expect(bomb.length).toBeLessThan(megabyte);
    expect(await lookAtPairingRequest(stations.authority.desk, bomb)).toEqual(tooLarge);
    expect(await lookAtPairingAnswer(stations.field.desk, bomb)).toEqual(tooLarge);
  });

  it('names no authority by letters that nobody sees, or that turn others', async () => {
    const document = authorityDocumentOf(await stationOf(stations.authority));
    const read = (commonName: string) =>
      readAuthorityDocument(
        encodeUtf8(writeAuthorityDocument({ ...document, authority: { ...document.authority, commonName } })),
      );
    expect(read('Куәландырушы орталық')).not.toBeNull();
    for (const name of ['ҰКО\u202eОКҰ', 'ҰКО\u0000', 'Ұ\u200bКО', 'ҰКО\u2028']) expect(read(name)).toBeNull();
  });
});
