import { beforeAll, describe, expect, it } from 'vitest';
import { decryptFile, encryptToRecipients } from '#adapters/age/age.ts';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Instant } from '#domain/base/instant.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { packageSeenAgain, packageWritten } from '#operations/exchange/package-on-medium.ts';
import { takePackage } from '#operations/exchange/take-package.ts';
import { idOf } from '#tests/support/exchange-samples.ts';
import { taken } from '#tests/support/office-at-work.ts';
import {
  type Stations,
  digestOfStation,
  handedIn,
  pairedStations,
  receipt,
  sent,
  signedAnew,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;
let made: Awaited<ReturnType<typeof sent>>;
let zip: Uint8Array;

beforeAll(async () => {
  stations = await pairedStations();
  const { authority, field } = stations;
  await handedIn(field, {}, true);
  made = await sent(field, authority);
  zip = taken(
    await authority.desk.custody.openExchange({ station: await stationOf(authority), file: made.file }),
  ).zip;
});

/** Refused as a whole, and nothing is written. */
async function refusal(file: Uint8Array): Promise<string> {
  const { desk } = stations.authority;
  const before = (await desk.store.read()).version;
  const looked = await lookAtPackage(desk, file);
  const outcome = looked.ok ? await takePackage(desk, { file, id: looked.value.id, conflicts: {} }) : looked;
  expect((await desk.store.read()).version).toBe(before);
  if (outcome.ok) throw new Error(`taken: ${outcome.value.type}`);
  return outcome.error.type;
}

/** What whoever knows the authority's public recipient can encrypt to it. */
async function sealed(files: Map<string, Uint8Array>): Promise<Uint8Array> {
  return encryptToRecipients(zipFiles(files), [(await stationOf(stations.authority)).scansRecipient]);
}

describe('a package that was changed on its way (C03)', () => {
  it.each([0, 10, 150, 300, -1, -100])('at octet %d does not open', async (at) => {
    const bent = Uint8Array.from(made.file);
    const place = (at + bent.length) % bent.length;
    bent[place] = (bent[place] ?? 0) ^ 1;
    expect(await refusal(bent)).toBe('ExchangeUnopened');
  });

  it('cut off anywhere does not open', async () => {
    for (const length of [0, 1, 100, made.file.length >> 1, made.file.length - 1])
      expect(await refusal(made.file.subarray(0, length)), String(length)).toBe('ExchangeUnopened');
  });

  it('with its halves swapped, or the header of another, does not open', async () => {
    const half = made.file.length >> 1;
    const swapped = Uint8Array.from([...made.file.subarray(half), ...made.file.subarray(0, half)]);
    expect(await refusal(swapped)).toBe('ExchangeUnopened');
    await handedIn(stations.field, { iin: '920308400012' });
    const other = await sent(stations.field, stations.authority);
    const headed = Uint8Array.from([...other.file.subarray(0, 200), ...made.file.subarray(200)]);
    expect(await refusal(headed)).toBe('ExchangeUnopened');
  });

  it('and encrypted again is refused by what is in it', async () => {
    const files = () => new Map(taken(unzipFiles(zip, 1e8)));
    const item = [...files().keys()].find((path) => path.startsWith('items/')) ?? '';
    const scan = [...files().keys()].find((path) => path.startsWith('scans/')) ?? '';
    const manifest = new TextDecoder().decode(files().get('manifest.json'));
    const newer = manifest.replace('"version":2}', '"version":3}');
    expect(newer).not.toBe(manifest);
    const other = Uint8Array.from(files().get(item) ?? new Uint8Array());
    other[other.length - 1] = 0;
    const cases: readonly (readonly [Map<string, Uint8Array>, string])[] = [
      [files().set(item, new Uint8Array(3)), 'PackageItemsDamaged'],
      [files().set(item, other), 'PackageItemsDamaged'],
      [files().set(item, files().get(scan) ?? new Uint8Array()), 'PackageItemsDamaged'],
      [files().set('items/other.json', new Uint8Array(3)), 'ExchangeFileExtra'],
      [files().set('../escape', new Uint8Array(3)), 'ExchangeFileExtra'],
      [
        files().set('manifest.json', encodeUtf8(manifest.replace('"epoch":1', '"epoch":2'))),
        'ExchangeSignatureInvalid',
      ],
      [files().set('manifest.json', encodeUtf8(newer)), 'ExchangeNewer'],
      [files().set('manifest.json', encodeUtf8('{}')), 'NotAnExchange'],
      [files().set('manifest.json.p7s', new Uint8Array(3)), 'ExchangeSignatureInvalid'],
    ];
    for (const [changed, expected] of cases)
      expect(await refusal(await sealed(changed)), expected).toBe(expected);
    const without = files();
    without.delete(scan);
    expect(await refusal(await sealed(without))).toBe('PackageItemsDamaged');
    expect(
      await refusal(
        await encryptToRecipients(encodeUtf8('PK no'), [
          (await stationOf(stations.authority)).scansRecipient,
        ]),
      ),
    ).toBe('NotAnExchange');
  });
});

describe('a package of somebody else', () => {
  it('is refused of a station that is not paired, and of none of its items anything is read (C05)', async () => {
    const strangers = await pairedStations();
    await handedIn(strangers.field);
    const { file } = await sent(strangers.field, strangers.authority);
    expect(await refusal(file)).toBe('ExchangeUnopened');
    const station = await stationOf(strangers.authority);
    const opened = taken(await strangers.authority.desk.custody.openExchange({ station, file }));
    const files = new Map(taken(unzipFiles(opened.zip, 1e8)));
    // Encrypted to us by the stranger; what lies beside the manifest is worse than nothing.
    for (const path of files.keys()) if (!path.startsWith('manifest')) files.set(path, new Uint8Array(1));
    expect(await refusal(await sealed(files))).toBe('PackageSenderUnknown');
  });

  it('is refused where it is addressed to another station', async () => {
    const { authority, field } = stations;
    const file = await signedAnew(field, authority, { receiver: 'b'.repeat(64), number: 9 });
    expect(await refusal(file)).toBe('PackageNotForUs');
  });

  it('signed by the one and said to be of the other is of nobody', async () => {
    const { authority, field } = stations;
    const file = await signedAnew(field, authority, { sender: await digestOfStation(authority), number: 9 });
    expect(await refusal(file)).toBe('ExchangeSignatureInvalid');
  });

  it('of other rules, older or newer forms, or too old, names its way out (K06, K08)', async () => {
    const { authority, field } = stations;
    const rules = {
      ruleSet: 'order-348',
      ruleSetSha256: '0'.repeat(64),
      forms: 1,
      calendarSha256: '0'.repeat(64),
    };
    const validUntil = '2026-11-01T00:00:00Z' as Instant;
    for (const [change, expected] of [
      [{ rules: { ...rules, ruleSet: 'other' } }, 'PackageOfOtherRules'],
      [{ rules: { ...rules, forms: 0 } }, 'PackageOfOlderForms'],
      [{ rules: { ...rules, forms: 2 } }, 'PackageOfNewerForms'],
      [{ validUntil }, 'PackageExpired'],
      [{ answers: idOf(5) }, 'AnswerToOtherRequest'],
      [{ pairing: idOf(5) }, 'AnswerToOtherRequest'],
    ] as const)
      expect(await refusal(await signedAnew(field, authority, { number: 1, ...change })), expected).toBe(
        expected,
      );
  });
});

describe('a receipt (K11)', () => {
  it('for a package that was never sent is refused', async () => {
    const { authority, field } = stations;
    const forged = await signedAnew(authority, field, {
      ...{ kind: 'receipt', number: 0, acknowledged: { upTo: 7, nonce: idOf(7), gaps: [] } },
    });
    expect(await tookIn(field, forged)).toEqual({
      ok: false,
      error: { type: 'ReceiptUnfounded', number: 7 },
    });
  });

  it('that somebody else made is refused', async () => {
    const strangers = await pairedStations();
    await handedIn(strangers.field);
    taken(await tookIn(strangers.authority, (await sent(strangers.field, strangers.authority)).file));
    const foreign = await receipt(strangers.authority, strangers.field);
    expect(await tookIn(stations.field, foreign)).toMatchObject({ error: { type: 'ExchangeUnopened' } });
  });
});

describe('a medium', () => {
  it('that was pulled out too early, or that has something else, is not written (C09, K09)', async () => {
    const { field } = stations;
    const { id } = made.record;
    const { length } = made.file;
    for (const file of [new Uint8Array(), made.file.subarray(0, length - 1), new Uint8Array(length)])
      for (const act of [packageWritten, packageSeenAgain])
        expect(await act(field.desk, { id, file })).toMatchObject({ error: { type: 'PackageReadDiffers' } });
    expect(await packageSeenAgain(field.desk, { id, file: made.file })).toMatchObject({
      error: { type: 'PackageNotWritten' },
    });
    expect(await packageWritten(field.desk, { id: 'a'.repeat(64), file: made.file })).toMatchObject({
      error: { type: 'PackageUnknown' },
    });
    const record = await (await field.desk.store.read()).get('packageOut', id);
    expect([record?.writtenAt, record?.seenAgainAt]).toEqual([undefined, undefined]);
  });
});

describe('the key worker', () => {
  it('gives nothing out of a file that is no package, whatever it is encrypted to', async () => {
    const { authority } = stations;
    const station = await stationOf(authority);
    const scan = await encryptToRecipients(encodeUtf8('%PDF-1.7'), [station.scansRecipient]);
    expect(await authority.desk.custody.openExchange({ station, file: scan })).toEqual({
      ok: false,
      error: { type: 'NotAnExchange' },
    });
    // And no package by the way that scans go.
    expect(await authority.desk.custody.decryptScan(made.file)).toMatchObject({ ok: false });
    expect(await decryptFile(made.file, { identities: [] })).toBeNull();
  });
});
