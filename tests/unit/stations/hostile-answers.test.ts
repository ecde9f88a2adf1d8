import { beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import type { Instant } from '#domain/base/instant.ts';
import { without } from '#domain/base/without.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type ApplicationAnswerItem, writeApplicationAnswer } from '#domain/exchange/package/answer-item.ts';
import { writeAuthorityDocument, authorityDocumentOf } from '#domain/exchange/package/authority-document.ts';
import { writeDeliveryItem } from '#domain/exchange/package/delivery-item.ts';
import type { ItemType } from '#domain/exchange/package/manifest.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { whyCertificateUnfit } from '#operations/exchange/fits-application.ts';
import type { PackedItem } from '#operations/exchange/package-file.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { registerFaults } from '#operations/soundness.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { idOf } from '#tests/support/exchange-samples.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
import { type OfficeAtWork, anIndividual, issued, taken } from '#tests/support/office-at-work.ts';
import {
  type Stations,
  anAuthority,
  handedIn,
  pairedStations,
  sent,
  signedAnew,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;
let application: Application;
let number = 0;

beforeAll(async () => {
  stations = await pairedStations();
  application = await handedIn(stations.field, applicants[0]);
  taken(await tookIn(stations.authority, (await sent(stations.field, stations.authority)).file));
});

function item(type: ItemType, octets: Uint8Array | string, restsOn: readonly string[] = []): PackedItem {
  number += 1;
  const id = idOf(0x7000 + number);
  const path = `items/${id}.json`;
  return {
    item: { id, type, path, restsOn, urgent: false },
    octets: typeof octets === 'string' ? encodeUtf8(octets) : octets,
  };
}

/** What the station would make of these items if its paired one were another program. */
async function outcomes(items: readonly PackedItem[], to: 'field' | 'authority' = 'field') {
  const { authority, field } = stations;
  const [sender, receiver] = to === 'field' ? [authority, field] : [field, authority];
  const file = await signedAnew(sender, receiver, { number: 50 + number, since: 49 + number }, items);
  return taken(await lookAtPackage(receiver.desk, file)).items.map(({ outcome }) => outcome);
}

async function answerWith(from: OfficeAtWork, serialNumber: string): Promise<string> {
  const stored = await (await from.desk.store.read()).get('certificate', serialNumber);
  const entry = await (await from.desk.store.read()).get('entry', serialNumber);
  if (stored === undefined || entry === undefined) throw new Error('no certificate');
  return writeApplicationAnswer({
    ...{ of: application.id, outcome: 'issued', at: entry.issuedAt, number: '2026-000001', grounds: [] },
    certificate: { serialNumber, number: 1, der: stored.der },
  });
}

describe('a certificate that came from the authority is not believed', () => {
  it('where another authority of the same name issued it', async () => {
    const other = await anAuthority();
    const entry = await issued(other, anIndividual(applicants[0]));
    expect(await outcomes([item('answer', await answerWith(other, entry.id))])).toEqual([
      { type: 'unfit', because: 'CertificateOfOtherAuthority' },
    ]);
  });

  it('where it is over another key than the request’s', async () => {
    const entry = await issued(stations.authority, anIndividual(applicants[0]));
    expect(await outcomes([item('answer', await answerWith(stations.authority, entry.id))])).toEqual([
      { type: 'unfit', because: 'CertificateOfOtherKey' },
    ]);
  });

  it('where it is another person’s, whatever the key', async () => {
    const { authority, field } = stations;
    const entry = await issued(authority, anIndividual(applicants[1]));
    // As of one that came without a request of its own.
    const withoutRequest = without(application, 'request');
    const stored = await (await authority.desk.store.read()).get('certificate', entry.id);
    const certificate = { der: stored?.der ?? new Uint8Array(), serialNumber: entry.id, number: 1 };
    const station = await stationOf(field);
    expect(await whyCertificateUnfit(field.desk, station, withoutRequest, certificate)).toBe(
      'CertificateOfOtherPerson',
    );
    expect(await whyCertificateUnfit(field.desk, station, application, certificate)).toBe(
      'CertificateOfOtherKey',
    );
  });

  it('where its octets were changed, or it is another number’s', async () => {
    const { authority } = stations;
    const entry = await issued(authority, anIndividual(applicants[1]));
    const stored = await (await authority.desk.store.read()).get('certificate', entry.id);
    const der = new Uint8Array(stored?.der ?? []);
    const last = der.length - 1;
    der[last] = (der[last] ?? 0) ^ 1;
    const base = { of: application.id, outcome: 'issued', at: entry.issuedAt, grounds: [] } as const;
    const answer = (certificate: ApplicationAnswerItem['certificate']) =>
      writeApplicationAnswer({
        ...{ ...base, number: '2026-000001' },
        ...(certificate === undefined ? {} : { certificate }),
      });
    const [forged, other] = await outcomes([
      item('answer', answer({ der, serialNumber: entry.id, number: 1 })),
      item('answer', answer({ der: stored?.der ?? der, serialNumber: 'ab12', number: 1 })),
    ]);
    expect(forged).toEqual({ type: 'unfit', because: 'CertificateOfOtherAuthority' });
    expect(other).toEqual({ type: 'unfit', because: 'CertificateUnreadable' });
  });
});

describe('what comes back and is none', () => {
  it('is an answer to what was never asked, or in another form', async () => {
    const answer: ApplicationAnswerItem = {
      of: 'f'.repeat(32),
      outcome: 'approved',
      at: '2026-11-23T04:00:00Z' as Instant,
      ...{ number: '2026-000001', grounds: [] },
    };
    expect(
      await outcomes([
        item('answer', writeApplicationAnswer(answer)),
        item('answer', writeApplicationAnswer(answer).replace('{', '{ ')),
        item('answer', writeApplicationAnswer({ ...answer, of: application.id, outcome: 'issued' })),
        item('revocation-answer', '{}'),
        item('calendar', '[{}]'),
        item('crl', new Uint8Array(3)),
      ]),
    ).toEqual([
      { type: 'unfit', because: 'ApplicationMissing' },
      { type: 'unfit', because: 'ItemUnreadable' },
      { type: 'unfit', because: 'ItemUnreadable' },
      { type: 'unfit', because: 'ItemUnreadable' },
      { type: 'unfit', because: 'ItemUnreadable' },
      { type: 'unfit', because: 'CrlUnreadable' },
    ]);
  });

  it('is a list of another authority, of whichever name', async () => {
    const other = await anAuthority();
    const list = taken(await signCrl(other.desk));
    const file = await (await other.desk.store.read()).get('crlFile', list.id);
    expect(await outcomes([item('crl', file?.octets ?? new Uint8Array())])).toEqual([
      { type: 'unfit', because: 'CrlSignatureInvalid' },
    ]);
  });

  it('is a list that is older than the one that is here', async () => {
    const { authority, field } = stations;
    const first = taken(await signCrl(authority.desk));
    const older = await (await authority.desk.store.read()).get('crlFile', first.id);
    authority.pass(3600);
    taken(await signCrl(authority.desk));
    field.pass(3600);
    taken(await tookIn(field, (await sent(authority, field)).file));
    expect(await outcomes([item('crl', older?.octets ?? new Uint8Array())])).toMatchObject([
      { type: 'older', number: first.crlNumber },
    ]);
  });

  it('is a set of rules of another kind of authority, or one that nobody sent along', async () => {
    const document = authorityDocumentOf(await stationOf(stations.authority));
    const set = item('rule-set', ruleSetOctets());
    const ruleSet = {
      id: 'x',
      from: '2026-11-01' as never,
      orderNumber: '1',
      orderDate: '2026-11-01' as never,
    };
    const write = (change: Partial<typeof document>) => writeAuthorityDocument({ ...document, ...change });
    expect(
      await outcomes([
        set,
        item('rules', write({ ruleSet, kind: 'G' }), [set.item.id]),
        item('rules', write({ ruleSet }), [set.item.id]),
        item('rules', write({ ruleSet })),
      ]),
    ).toEqual([
      { type: 'unfit', because: 'PairingOfOtherKind' },
      { type: 'unfit', because: 'PairingRulesUnreadable' },
      { type: 'unfit', because: 'ItemUnreadable' },
    ]);
  });

  it('is what goes the other way', async () => {
    const delivery = writeDeliveryItem({
      ...{ serialNumber: 'ab12', way: 'paper', at: '2026-11-23T04:00:00Z' as Instant, recipient: 'Серікова' },
    });
    const notForUs = { type: 'unfit', because: 'ItemNotForUs' };
    expect(await outcomes([item('delivery', delivery), item('application', '{}')])).toEqual([
      notForUs,
      notForUs,
    ]);
    expect(await outcomes([item('answer', '{}'), item('calendar', '[]')], 'authority')).toEqual([
      notForUs,
      notForUs,
    ]);
  });

  it('is a second answer on one application in one package', async () => {
    const answer = (outcome: 'approved' | 'withdrawn') =>
      writeApplicationAnswer({
        ...{ of: application.id, outcome, at: '2026-11-23T04:00:00Z' as Instant },
        ...{ number: '2026-000001', grounds: [] },
      });
    expect(
      await outcomes([item('answer', answer('approved')), item('answer', answer('withdrawn'))]),
    ).toMatchObject([{ type: 'new' }, { type: 'unfit', because: 'ItemTwice' }]);
  });
});

describe('a report of a handing over is not believed', () => {
  it('of a certificate that nobody issued, or that another desk asked for', async () => {
    const { authority } = stations;
    const entry = await issued(authority, anIndividual(applicants[1]));
    const write = (serialNumber: string, at: Instant) =>
      item('delivery', writeDeliveryItem({ serialNumber, way: 'paper', at, recipient: 'Серікова' }));
    expect(
      await outcomes([write('ab12', entry.issuedAt), write(entry.id, entry.issuedAt)], 'authority'),
    ).toEqual([
      { type: 'unfit', because: 'EntryMissing' },
      { type: 'unfit', because: 'ItemNotForUs' },
    ]);
  });

  it('and leaves both registers sound', async () => {
    for (const { desk } of [stations.authority, stations.field])
      expect(await registerFaults(desk)).toEqual([]);
  });
});
