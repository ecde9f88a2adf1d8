import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { applicationItemOf, writeApplicationItem } from '#domain/exchange/package/application-item.ts';
import type { ItemType } from '#domain/exchange/package/manifest.ts';
import { revocationItemOf, writeRevocationItem } from '#domain/exchange/package/revocation-item.ts';
import type { PackedItem } from '#operations/exchange/package-file.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { registerFaults } from '#operations/soundness.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { idOf } from '#tests/support/exchange-samples.ts';
import { issued, taken } from '#tests/support/office-at-work.ts';
import { picture } from '#tests/support/picture.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import {
  type Stations,
  handedIn,
  pairedStations,
  receipt,
  signedAnew,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;

beforeEach(async () => {
  stations = await pairedStations();
});

function packed(type: ItemType, id: string, octets: Uint8Array, restsOn: readonly string[] = []): PackedItem {
  const path = type === 'scan' ? `scans/${id}.bin` : `items/${id}.json`;
  return { item: { id, type, path, restsOn, urgent: false }, octets };
}

function itemOf(application: Application, scans: readonly string[] = []): Uint8Array {
  const item = applicationItemOf(
    application,
    scans.map((id) => ({ id, fileName: 'a.png' })),
  );
  if (item === null) throw new Error('no item');
  return encodeUtf8(writeApplicationItem(item));
}

function scanOf({ content }: Application): string {
  return content.documents[0]?.attachmentId ?? '';
}

/** A whole package of a paired station that keeps to nothing else; what became of its items. */
async function declinedOf(items: readonly PackedItem[]) {
  const { authority, field } = stations;
  const outcome = taken(await tookIn(authority, await signedAnew(field, authority, { number: 1 }, items)));
  if (outcome.type !== 'taken') throw new Error(outcome.type);
  expect(await registerFaults(authority.desk)).toEqual([]);
  return outcome.record.declined;
}

describe('a paired station in wrong hands', () => {
  it('puts nothing in the place of what is here, by no id', async () => {
    const { authority, field } = stations;
    const here = await handedIn(authority, applicants[0], true);
    const other = await handedIn(field, applicants[1], true);
    const before = await authority.desk.store.read();
    expect(
      await declinedOf([
        packed('application', here.id, itemOf({ ...other, content: here.content }, [scanOf(here)])),
      ]),
    ).toEqual([{ id: here.id, because: 'ItemDiffers' }]);
    const after = await authority.desk.store.read();
    expect(await after.get('application', here.id)).toEqual(await before.get('application', here.id));
  });

  it('takes no scan of another application over', async () => {
    const { authority, field } = stations;
    const here = await handedIn(authority, applicants[0], true);
    const other = await handedIn(field, applicants[1], true);
    const id = scanOf(here);
    const content = {
      ...other.content,
      documents: other.content.documents.map((each) => ({ ...each, attachmentId: id })),
    };
    const item = itemOf({ ...other, content } as Application, [id]);
    const before = await (await authority.desk.store.read()).get('blob', id);
    const another = Uint8Array.from(picture);
    another[45] = (another[45] ?? 0) ^ 1;
    expect(
      await declinedOf([packed('scan', id, another), packed('application', other.id, item, [id])]),
    ).toEqual([{ id: other.id, because: 'ScanTaken' }]);
    expect(await (await authority.desk.store.read()).get('blob', id)).toEqual(before);
  });

  it('brings no scan that is none, and none that the package lacks (C13)', async () => {
    const { field } = stations;
    const other = await handedIn(field, applicants[1], true);
    const id = scanOf(other);
    const item = itemOf(other, [id]);
    const page = encodeUtf8('<script>alert(1)</script>');
    expect(await declinedOf([packed('scan', id, page), packed('application', other.id, item, [id])])).toEqual(
      [{ id: other.id, because: 'ScanUnreadable' }],
    );
  });

  it('brings no request whose key nobody has shown to have (N-2.9)', async () => {
    const { field } = stations;
    const other = await handedIn(field, applicants[1]);
    const der = Uint8Array.from(other.request?.der ?? []);
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    const { request } = other;
    if (request === undefined) throw new Error('no request');
    const item = itemOf({ ...other, request: { ...request, der } });
    expect(await declinedOf([packed('application', other.id, item)])).toEqual([
      { id: other.id, because: 'PossessionNotProved' },
    ]);
  });

  it('brings no decision: what it says beside what was handed in makes the item none', async () => {
    const { field } = stations;
    const other = await handedIn(field, applicants[1]);
    const text = new TextDecoder()
      .decode(itemOf(other))
      .replace('"content"', '"aDecision":"approved","content"');
    expect(await declinedOf([packed('application', other.id, encodeUtf8(text))])).toEqual([
      { id: other.id, because: 'ItemUnreadable' },
    ]);
  });

  it('revokes nothing that is not here, and opens one case for one certificate', async () => {
    const { authority, field } = stations;
    const entry = await issued(authority);
    const found = taken(
      await receiveRevocation(field.desk, {
        ...{ serialNumber: entry.id, ground: 'key-compromise', source: applicationToRevoke(entry) },
      }),
    );
    const item = revocationItemOf(found, calendarDateOf(field.desk.clock.now()));
    if (item === null) throw new Error('no item');
    const octets = (serialNumber: string) => encodeUtf8(writeRevocationItem({ ...item, serialNumber }));
    expect(
      await declinedOf([
        packed('revocation', idOf(1), octets('0101')),
        packed('revocation', idOf(2), octets(entry.id)),
        packed('revocation', idOf(3), octets(entry.id)),
      ]),
    ).toEqual([
      { id: idOf(1), because: 'EntryMissing' },
      { id: idOf(3), because: 'CaseOpen' },
    ]);
    // What was declined is not asked for again.
    expect((await receipt(authority, field)).length).toBeGreaterThan(0);
  });

  it('has nothing taken in at a field station', async () => {
    const { authority, field } = stations;
    const application = await handedIn(authority, applicants[0]);
    const items = [packed('application', application.id, itemOf(application))];
    const outcome = taken(await tookIn(field, await signedAnew(authority, field, { number: 1 }, items)));
    expect(outcome).toMatchObject({ entered: 0, record: { declined: [{ because: 'ItemNotForUs' }] } });
  });
});
