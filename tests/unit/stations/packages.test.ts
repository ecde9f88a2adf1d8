import { beforeEach, describe, expect, it } from 'vitest';
import { outState } from '#domain/exchange/package/package-records.ts';
import { idOf } from '#tests/support/exchange-samples.ts';
import { openScan } from '#operations/application/scan.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { makeExchangePackage, makeReceipt } from '#operations/exchange/make-package.ts';
import { packageSeenAgain, packageWritten } from '#operations/exchange/package-on-medium.ts';
import { endPairing } from '#operations/exchange/pair-station.ts';
import { standingOf } from '#operations/exchange/peer-records.ts';
import { takePackage } from '#operations/exchange/take-package.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { registerFaults } from '#operations/soundness.ts';
import { anIndividual, issued, taken } from '#tests/support/office-at-work.ts';
import { picture } from '#tests/support/picture.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import {
  type Stations,
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

const others = [
  { iin: '920308400012', surname: 'Серікова', givenName: 'Айгүл' },
  { iin: '850101300015', surname: 'Әбілқасымов', givenName: 'Нұрлан' },
] as const;

async function numberAtAuthority(): Promise<number> {
  return (await stations.authority.desk.store.read()).count('application');
}

/** What the sender knows of one that it made. */
async function stateOf(id: string) {
  const reading = await stations.field.desk.store.read();
  const [out, taken] = [await reading.list('packageOut'), await reading.list('packageIn')];
  const record = out.find((each) => each.id === id);
  if (record === undefined) throw new Error('no package');
  const [peer] = (await stationOf(stations.field)).pairedStations ?? [];
  if (peer === undefined) throw new Error('not paired');
  return outState(record, standingOf({ peer, digest: '', out, in: taken }).acknowledged);
}

describe('a package from a field station', () => {
  it('brings applications with their scans, and is known again by its receipt', async () => {
    const { authority, field } = stations;
    const first = await handedIn(field, others[0], true);
    await handedIn(field, others[1]);
    const { record, file } = await sent(field, authority);
    expect(await stateOf(record.id)).toBe('made');
    taken(await packageWritten(field.desk, { id: record.id, file }));
    expect(await stateOf(record.id)).toBe('written');
    taken(await packageSeenAgain(field.desk, { id: record.id, file }));
    expect(await stateOf(record.id)).toBe('seen-again');
    const outcome = taken(await tookIn(authority, file));
    expect(outcome).toMatchObject({ type: 'taken', entered: 2, same: 0 });
    const reading = await authority.desk.store.read();
    const application = await reading.get('application', first.id);
    expect(application?.content).toEqual(first.content);
    expect(application?.request?.der).toEqual(first.request?.der);
    expect(application?.fromStation).toMatchObject({
      station: await digestOfStation(field),
      number: first.number,
    });
    const scanId = first.content.documents[0]?.attachmentId ?? '';
    const scan = taken(await openScan(authority.desk, scanId));
    expect(scan.octets).toEqual(picture);
    expect(scan.attachment.fileName).toBe('құжат.png');
    taken(await tookIn(field, await receipt(authority, field)));
    expect(await stateOf(record.id)).toBe('received');
    const peer = await digestOfStation(authority);
    expect(await makeExchangePackage(field.desk, { peer })).toMatchObject({
      error: { type: 'NothingToSend' },
    });
    expect(await registerFaults(authority.desk)).toEqual([]);
    expect(await registerFaults(field.desk)).toEqual([]);
  });

  it('is looked at before anything is written', async () => {
    const { authority, field } = stations;
    await handedIn(field, {}, true);
    const { file } = await sent(field, authority);
    const before = (await authority.desk.store.read()).version;
    const seen = taken(await lookAtPackage(authority.desk, file));
    expect(seen.verdict).toEqual({ type: 'new', missing: [] });
    expect(seen.items.map(({ outcome }) => outcome.type)).toEqual(['new']);
    expect((await authority.desk.store.read()).version).toBe(before);
    expect(seen.manifest.checkpoint).toContain('tirkelim/');
  });

  it('twice, from two media, enters once (C04, K07)', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const { file } = await sent(field, authority);
    taken(await tookIn(authority, file));
    const before = (await authority.desk.store.read()).version;
    expect(taken(await tookIn(authority, file))).toEqual({ type: 'same', number: 1 });
    expect((await authority.desk.store.read()).version).toBe(before);
    expect(await numberAtAuthority()).toBe(1);
  });

  it('is taken in as it was looked at, and no other in its place', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const { file } = await sent(field, authority);
    expect(await takePackage(authority.desk, { file, id: 'a'.repeat(64), conflicts: {} })).toEqual({
      ok: false,
      error: { type: 'PackageDiffers' },
    });
    expect(await numberAtAuthority()).toBe(0);
  });

  it('made in two tabs at once uses one number once', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const command = { peer: await digestOfStation(authority) };
    const made = await Promise.all([
      makeExchangePackage(field.desk, command),
      makeExchangePackage(field.desk, command),
    ]);
    const [refused] = made.filter(({ ok }) => !ok);
    expect(refused).toEqual({ ok: false, error: { type: 'RegisterBusy' } });
    expect(await (await field.desk.store.read()).count('packageOut')).toBe(1);
  });

  it('read in two tabs at once enters by one of them (K10)', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const { file } = await sent(field, authority);
    const { id } = taken(await lookAtPackage(authority.desk, file));
    const command = { file, id, conflicts: {} };
    const outcomes = await Promise.all([
      takePackage(authority.desk, command),
      takePackage(authority.desk, command),
    ]);
    expect(outcomes.map((each) => taken(each).type).sort()).toEqual(['same', 'taken']);
    expect(await numberAtAuthority()).toBe(1);
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('has all of the one that was lost before it, which is then told as contained (C04, K07)', async () => {
    const { authority, field } = stations;
    await handedIn(field, others[0], true);
    const lost = await sent(field, authority);
    await handedIn(field, others[1]);
    const { file } = await sent(field, authority);
    expect(taken(await tookIn(authority, file))).toMatchObject({ type: 'taken', entered: 2 });
    expect(taken(await tookIn(authority, lost.file))).toEqual({ type: 'covered', number: 1, by: 2 });
    taken(await tookIn(field, await receipt(authority, field)));
    expect(await stateOf(lost.record.id)).toBe('received');
  });

  it('whose receipt was lost is healed by the next one (K11)', async () => {
    const { authority, field } = stations;
    await handedIn(field, others[0]);
    const first = await sent(field, authority);
    taken(await tookIn(authority, first.file));
    await receipt(authority, field);
    await handedIn(field, others[1]);
    const second = await sent(field, authority);
    expect(taken(await tookIn(authority, second.file))).toMatchObject({ entered: 1, same: 1 });
    taken(await tookIn(field, await receipt(authority, field)));
    for (const { record } of [first, second]) expect(await stateOf(record.id)).toBe('received');
    expect(await numberAtAuthority()).toBe(2);
  });

  it('with what revokes is acted on at once, through a gap (rule 4)', async () => {
    const { authority, field } = stations;
    const entry = await issued(authority);
    await handedIn(field, others[0]);
    await sent(field, authority);
    const found = taken(
      await receiveRevocation(field.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    const urgent = await sent(field, authority, 'urgent');
    const seen = taken(await lookAtPackage(authority.desk, urgent.file));
    expect(seen.verdict).toEqual({ type: 'new', missing: [1] });
    expect(taken(await tookIn(authority, urgent.file))).toMatchObject({ entered: 1 });
    const known = await (await authority.desk.store.read()).get('revocation', found.id);
    expect(known).toMatchObject({ serialNumber: entry.id, source: found.source });
    taken(await tookIn(field, await receipt(authority, field)));
    const rest = await sent(field, authority);
    expect(taken(await tookIn(authority, rest.file))).toMatchObject({ entered: 1, same: 0 });
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('of which something waits is read again when the rest has come', async () => {
    const { authority, field } = stations;
    const item = (n: number, ...restsOn: readonly number[]) => ({
      item: {
        ...{ id: idOf(n), type: 'document' as const, path: `items/${String(n)}.json`, urgent: false },
        restsOn: restsOn.map(idOf),
      },
      octets: new Uint8Array(1),
    });
    const waiting = await signedAnew(field, authority, { number: 1 }, [item(1, 9)]);
    expect(taken(await tookIn(authority, waiting))).toMatchObject({ record: { waiting: [idOf(1)] } });
    const peer = await digestOfStation(field);
    expect(await makeReceipt(authority.desk, { peer })).toMatchObject({ error: { type: 'NothingToSend' } });
    expect(taken(await tookIn(authority, waiting)).type).toBe('taken');
    expect(await registerFaults(authority.desk)).toEqual([]);
  });
});

describe('the same person at two stations (I04)', () => {
  it('is asked about, one by one, and the decision is kept', async () => {
    const { authority, field } = stations;
    const here = await handedIn(authority);
    const again = await handedIn(field);
    const other = await handedIn(field, others[0]);
    const { file } = await sent(field, authority);
    const seen = taken(await lookAtPackage(authority.desk, file));
    expect(seen.items.map(({ item, outcome }) => [item.id, outcome.type])).toEqual([
      [again.id, 'conflict'],
      [other.id, 'new'],
    ]);
    expect(seen.items[0]?.outcome).toMatchObject({ with: [here.number] });
    expect(await tookIn(authority, file)).toEqual({
      ok: false,
      error: { type: 'ConflictUndecided', ids: [again.id] },
    });
    expect(await numberAtAuthority()).toBe(1);
    const outcome = taken(await tookIn(authority, file, { [again.id]: 'declined' }));
    expect(outcome).toMatchObject({ record: { declined: [{ id: again.id, because: 'SamePerson' }] } });
    expect(await numberAtAuthority()).toBe(2);
    taken(await tookIn(field, await receipt(authority, field)));
    const peer = await digestOfStation(authority);
    expect(await makeExchangePackage(field.desk, { peer })).toMatchObject({
      error: { type: 'NothingToSend' },
    });
  });

  it('may be taken in all the same; twice in one package, the second is asked about', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const second = await handedIn(field);
    const { file } = await sent(field, authority);
    expect(await tookIn(authority, file)).toMatchObject({ error: { ids: [second.id] } });
    taken(await tookIn(authority, file, { [second.id]: 'taken' }));
    expect(await numberAtAuthority()).toBe(2);
  });

  it('with a certificate in force is told of it', async () => {
    const { authority, field } = stations;
    const entry = await issued(authority, anIndividual());
    await handedIn(field);
    const { file } = await sent(field, authority);
    const seen = taken(await lookAtPackage(authority.desk, file));
    expect(seen.items[0]?.outcome).toMatchObject({ type: 'conflict', with: [`№ ${String(entry.number)}`] });
  });
});

describe('pairing anew', () => {
  it('is the way on after a fork, and nothing of what was collected is lost', async () => {
    const { authority, field } = stations;
    await handedIn(field, others[0]);
    taken(await tookIn(authority, (await sent(field, authority)).file));
    // The field station’s other half, restored from a backup, makes a package 1 of its own.
    const forked = await signedAnew(field, authority, { number: 1, epoch: 2 });
    expect(await tookIn(authority, forked)).toMatchObject({ error: { type: 'PackageForked', number: 1 } });
    const old = await sent(field, authority).catch(() => null);
    expect(old).not.toBeNull();
    await handedIn(field, others[1]);
    await pair(stations);
    const { file, record } = await sent(field, authority);
    expect(record.place.endsWith('/000001')).toBe(true);
    expect(taken(await tookIn(authority, file))).toMatchObject({ entered: 1, same: 1 });
    expect(await tookIn(authority, old?.file ?? new Uint8Array())).toMatchObject({
      error: { type: 'PackageOfEarlierPairing' },
    });
    expect(await numberAtAuthority()).toBe(2);
  });

  it('is asked for where the pairing was ended (C05, K08)', async () => {
    const { authority, field } = stations;
    await handedIn(field);
    const { file } = await sent(field, authority);
    taken(await endPairing(authority.desk, { peer: await digestOfStation(field), because: 'revoked' }));
    expect(await tookIn(authority, file)).toMatchObject({ error: { type: 'PackageSenderEnded' } });
    expect(await numberAtAuthority()).toBe(0);
  });
});
