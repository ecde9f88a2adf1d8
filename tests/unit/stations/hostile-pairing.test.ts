import { beforeAll, describe, expect, it } from 'vitest';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { without } from '#domain/base/without.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  authorityDocumentOf,
  readAuthorityDocument,
  writeAuthorityDocument,
} from '#domain/exchange/package/authority-document.ts';
import { readManifest } from '#domain/exchange/package/manifest.ts';
import { packedExchange } from '#operations/exchange/package-file.ts';
import { lookAtPairingRequest, pairStation } from '#operations/exchange/pair-station.ts';
import { makePairingAnswer } from '#operations/exchange/pairing-answer.ts';
import { pairingPaths } from '#operations/exchange/pairing-paths.ts';
import { documentItem, requestPairing } from '#operations/exchange/request-pairing.ts';
import { lookAtPairingAnswer } from '#operations/exchange/take-pairing-answer.ts';
import { issued, taken } from '#tests/support/office-at-work.ts';
import { type Stations, anAuthority, pairedStations, stationOf } from '#tests/support/stations-at-work.ts';

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

/** The authority's answer to a new request, with other documents in it, signed by its station all the same. */
async function answerWith(change: (files: Map<string, Uint8Array>) => void | Promise<void>) {
  const { authority, field } = stations;
  const request = taken(await requestPairing(field.desk));
  const { manifestSha256 } = request;
  const { pairing } = taken(await pairStation(authority.desk, { file: request.zip, manifestSha256 }));
  const answer = taken(await makePairingAnswer(authority.desk, { pairing }));
  const files = new Map(taken(unzipFiles(answer.zip, megabyte)));
  const read = readManifest(files.get('manifest.json') ?? new Uint8Array());
  if (read.type !== 'manifest') throw new Error('no manifest');
  for (const name of ['manifest.json', 'manifest.json.p7s', 'README.txt', 'station.pem']) files.delete(name);
  await change(files);
  const items = [...files].map(([path, octets], i) => documentItem(i + 1, path, octets));
  const { stationCertificateDer } = await stationOf(authority);
  const { zip } = await packedExchange(
    ...([authority.desk, stationCertificateDer, without(read.manifest, 'items'), items] as const),
  );
  return lookAtPairingAnswer(field.desk, zip);
}

describe('the authority’s certificate in an answer', () => {
  it('is taken as it is where its path holds', async () => {
    const seen = taken(await answerWith(() => undefined));
    const { authorityCertificateDer } = await stationOf(stations.authority);
    expect(seen.certificate.der).toEqual(authorityCertificateDer);
    expect(seen.chainDer).toEqual([]);
  });

  it('is none whose own signature does not hold, or whose term is over', async () => {
    const forged = await answerWith((files) => {
      const der = Uint8Array.from(files.get(pairingPaths.certificate) ?? []);
      const last = der.length - 1;
      der[last] = (der[last] ?? 0) ^ 1;
      files.set(pairingPaths.certificate, der);
    });
    expect(forged).toMatchObject({ error: { type: 'PathRefused', rule: 'SignatureInvalid' } });
  });

  it('is none that may not certify, and no path that leads nowhere', async () => {
    const entry = await issued(stations.authority);
    const stored = await (await stations.authority.desk.store.read()).get('certificate', entry.id);
    const der = stored?.der ?? new Uint8Array();
    expect(await answerWith((files) => void files.set(pairingPaths.certificate, der))).toMatchObject({
      error: { type: 'PathRefused', rule: 'IssuerMissing' },
    });
    const stranger = (await stationOf(await anAuthority())).authorityCertificateDer ?? new Uint8Array();
    // With a chain it is no root, and has to be led up to one.
    expect(
      await answerWith((files) => {
        files.set(pairingPaths.certificate, der);
        files.set(pairingPaths.chain(1), stranger);
      }),
    ).toMatchObject({ error: { type: 'PathRefused' } });
    expect(
      await answerWith((files) => void files.set(pairingPaths.chain(1), new Uint8Array(3))),
    ).toMatchObject({ error: { type: 'NotAnExchange' } });
  });
});
