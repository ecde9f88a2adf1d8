import { beforeEach, describe, expect, it } from 'vitest';
import { without } from '#domain/base/without.ts';
import type { Station } from '#domain/authority/station.ts';
import { makeExchangePackage } from '#operations/exchange/make-package.ts';
import { stopSender } from '#operations/exchange/stop-sender.ts';
import { registerFaults } from '#operations/soundness.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { idOf } from '#tests/support/exchange-samples.ts';
import { type OfficeAtWork, taken } from '#tests/support/office-at-work.ts';
import {
  type Stations,
  aFieldStation,
  digestOfStation,
  handedIn,
  pair,
  pairedStations,
  receipt,
  sent,
  signedAnew,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;

beforeEach(async () => {
  stations = await pairedStations();
});

async function stopOf(station: Promise<Station>) {
  return (await station).pairedStations?.at(-1)?.stopped;
}

async function actsOf({ desk }: OfficeAtWork): Promise<readonly string[]> {
  return (await (await desk.store.read()).list('audit')).map(({ act }) => act);
}

/** A package 1 beside the one that was taken in, as the station's other half would make it. */
async function forked(): Promise<Uint8Array> {
  const { authority, field } = stations;
  await handedIn(field, applicants[0]);
  taken(await tookIn(authority, (await sent(field, authority)).file));
  return signedAnew(field, authority, { number: 1, epoch: 2, nonce: idOf(0x99) });
}

describe('a sender that contradicts itself (K07)', () => {
  it('is stopped by that package, and nothing else of it is taken in; the stop is an act', async () => {
    const { authority, field } = stations;
    const fork = await forked();
    expect(await tookIn(authority, fork)).toMatchObject({ error: { type: 'PackageForked', number: 1 } });
    expect(await stopOf(stationOf(authority))).toMatchObject({ because: 'forked', number: 1 });
    expect((await actsOf(authority)).filter((act) => act === 'sender-stopped')).toHaveLength(1);
    await handedIn(field, applicants[1]);
    const { file } = await sent(field, authority);
    expect(await tookIn(authority, file)).toMatchObject({
      error: { type: 'PackageSenderStopped', number: 1 },
    });
    expect(await tookIn(authority, fork)).toMatchObject({ error: { type: 'PackageSenderStopped' } });
    expect((await actsOf(authority)).filter((act) => act === 'sender-stopped')).toHaveLength(1);
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('is stopped where it is only looked at, by whoever looks', async () => {
    const { authority } = stations;
    const fork = await forked();
    expect(taken(await stopSender(authority.desk, { file: fork }))).toBe(true);
    expect(taken(await stopSender(authority.desk, { file: fork }))).toBe(false);
    expect(await stopOf(stationOf(authority))).toMatchObject({ because: 'forked' });
  });

  it('is stopped by a number of an earlier epoch', async () => {
    const { authority, field } = stations;
    taken(await tookIn(authority, await signedAnew(field, authority, { number: 1, epoch: 2 })));
    const old = await signedAnew(field, authority, { number: 3, since: 2, epoch: 1 });
    expect(await tookIn(authority, old)).toMatchObject({ error: { type: 'PackageOfEarlierEpoch' } });
    expect(await stopOf(stationOf(authority))).toMatchObject({ because: 'earlier-epoch', number: 3 });
  });

  it('alone is stopped, and is told what has arrived all the same', async () => {
    const { authority, field } = stations;
    const other = await aFieldStation();
    await pair({ authority, field: other });
    taken(await stopSender(authority.desk, { file: await forked() }));
    await handedIn(other, applicants[1]);
    taken(await tookIn(authority, (await sent(other, authority)).file));
    taken(await tookIn(field, await receipt(authority, field)));
    const peer = await digestOfStation(authority);
    expect(await makeExchangePackage(field.desk, { peer })).toMatchObject({
      error: { type: 'NothingToSend' },
    });
  });

  it('goes on when the two are paired anew, and nothing is lost', async () => {
    const { authority, field } = stations;
    taken(await stopSender(authority.desk, { file: await forked() }));
    await handedIn(field, applicants[1]);
    await pair(stations);
    expect(await stopOf(stationOf(authority))).toBeUndefined();
    expect(taken(await tookIn(authority, (await sent(field, authority)).file))).toMatchObject({
      ...{ entered: 1, same: 1 },
    });
  });

  it('is no package that was merely damaged, repeated or of another number', async () => {
    const { authority, field } = stations;
    await handedIn(field, applicants[0]);
    const { file } = await sent(field, authority);
    taken(await tookIn(authority, file));
    expect(taken(await stopSender(authority.desk, { file }))).toBe(false);
    expect((await stopSender(authority.desk, { file: file.subarray(9) })).ok).toBe(false);
    expect(await stopOf(stationOf(authority))).toBeUndefined();
  });
});

describe('the key worker', () => {
  it('states no pairing whose stop was taken away or changed', async () => {
    const { authority } = stations;
    taken(await stopSender(authority.desk, { file: await forked() }));
    const before = await stationOf(authority);
    const officers = await (await authority.desk.store.read()).list('officer');
    const state = (change: (pairing: NonNullable<Station['pairedStations']>[number]) => object) =>
      authority.desk.custody.signStatement({
        before,
        next: {
          ...before,
          pairedStations: (before.pairedStations ?? []).map((each) => ({ ...each, ...change(each) })),
        },
        officers,
      });
    const pairings = before.pairedStations ?? [];
    expect(
      await authority.desk.custody.signStatement({
        ...{ before, officers },
        next: { ...before, pairedStations: pairings.map((each) => without(each, 'stopped')) },
      }),
    ).toMatchObject({ ok: false });
    expect(
      await state(({ stopped }) => (stopped === undefined ? {} : { stopped: { ...stopped, number: 7 } })),
    ).toMatchObject({ ok: false });
    expect(await state(() => ({}))).toMatchObject({ ok: true });
  });
});
