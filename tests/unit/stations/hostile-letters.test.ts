import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { type CanonicalValue, canonicalForm } from '#domain/base/canonical-form.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { applicationItemOf, writeApplicationItem } from '#domain/exchange/package/application-item.ts';
import type { ItemType } from '#domain/exchange/package/manifest.ts';
import { revocationItemOf, writeRevocationItem } from '#domain/exchange/package/revocation-item.ts';
import type { PackedItem } from '#operations/exchange/package-file.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { issued, taken } from '#tests/support/office-at-work.ts';
import { picture } from '#tests/support/picture.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import {
  type Stations,
  handedIn,
  pairedStations,
  signedAnew,
  tookIn,
} from '#tests/support/stations-at-work.ts';

type Members = Record<string, CanonicalValue>;

let stations: Stations;

beforeEach(async () => {
  stations = await pairedStations();
});

function packed(type: ItemType, id: string, octets: Uint8Array, restsOn: readonly string[] = []): PackedItem {
  const path = type === 'scan' ? `scans/${id}.bin` : `items/${id}.json`;
  return { item: { id, type, path, restsOn, urgent: false }, octets };
}

/** An item as another program would have written it. */
function changed(text: string, change: (item: Members) => void): Uint8Array {
  const item = JSON.parse(text) as Members;
  change(item);
  return encodeUtf8(canonicalForm(item));
}

function itemText(application: Application, scans: readonly string[] = []): string {
  const listed = scans.map((id) => ({ id, fileName: 'a.png' }));
  const item = applicationItemOf(application, listed);
  if (item === null) throw new Error('no item');
  return writeApplicationItem(item);
}

/** Of each item of a package, why it was not taken in. */
async function declined(items: readonly PackedItem[]): Promise<readonly string[]> {
  const { authority, field } = stations;
  const outcome = taken(await tookIn(authority, await signedAnew(field, authority, { number: 1 }, items)));
  if (outcome.type !== 'taken') throw new Error(outcome.type);
  return outcome.record.declined.map(({ because }) => because);
}

describe('a paired station in wrong hands writes nothing that reads otherwise than it is', () => {
  it('in the name of a scan', async () => {
    const application = await handedIn(stations.field, applicants[0], true);
    const id = application.content.documents[0]?.attachmentId ?? '';
    for (const fileName of ['gnp.\u202ecod', 'a\u0000.png', 'a\u200b.png']) {
      const octets = changed(itemText(application, [id]), (item) => {
        item['scans'] = [{ id, fileName }];
      });
      const items = [packed('scan', id, picture), packed('application', application.id, octets, [id])];
      expect(await declined(items), JSON.stringify(fileName)).toEqual(['ItemUnreadable']);
      stations = await pairedStations();
    }
  });

  it('in the name of a request', async () => {
    const application = await handedIn(stations.field, applicants[0]);
    const octets = changed(itemText(application), (item) => {
      item['request'] = { ...(item['request'] as Members), fileName: 'rsc.\u202ereq' };
    });
    expect(await declined([packed('application', application.id, octets)])).toEqual(['ItemUnreadable']);
  });

  it('in days: what its clock says makes no document of a day to come one of today', async () => {
    const application = await handedIn(stations.field, applicants[0]);
    const octets = changed(itemText(application), (item) => {
      const content = item['content'] as Members;
      const documents = content['documents'] as readonly Members[];
      item['receivedAt'] = '2096-01-01T00:00:00Z';
      item['content'] = { ...content, documents: documents.map((each) => ({ ...each, date: '2095-05-05' })) };
    });
    expect(await declined([packed('application', application.id, octets)])).toEqual(['ItemFilledWrongly']);
  });

  it.each<[string, (source: Members) => Members]>([
    [
      'an IIN that is none',
      (source) => ({ ...source, content: { ...(source['content'] as Members), iin: '0' } }),
    ],
    [
      'a telephone',
      (source) => ({ ...source, content: { ...(source['content'] as Members), phone: 'жоқ' } }),
    ],
    ['an address', (source) => ({ ...source, content: { ...(source['content'] as Members), email: 'a' } })],
    [
      'a day',
      (source) => ({ ...source, content: { ...(source['content'] as Members), issuedOn: '2095-05-05' } }),
    ],
    [
      'a representative’s number',
      (source) => ({
        ...source,
        representative: {
          ...{ name: 'Оспанов Данияр', iin: '111111111111' },
          power: { number: '1', date: '2026-11-01', validUntil: '2027-11-01', issuer: 'нотариус' },
        },
      }),
    ],
  ])('in what is brought to revoke: %s', async (_, change) => {
    const { authority, field } = stations;
    const entry = await issued(authority);
    const source = applicationToRevoke(entry);
    const found = taken(
      await receiveRevocation(field.desk, { serialNumber: entry.id, ground: 'key-compromise', source }),
    );
    const item = revocationItemOf(found, calendarDateOf(field.desk.clock.now()));
    if (item === null) throw new Error('no item');
    const octets = changed(writeRevocationItem(item), (members) => {
      members['source'] = change(members['source'] as Members);
    });
    expect(await declined([packed('revocation', found.id, octets)])).toEqual(['ItemFilledWrongly']);
  });
});
