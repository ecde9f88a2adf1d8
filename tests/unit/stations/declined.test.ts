import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { correctApplication } from '#operations/application/receive.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { refuseRevocation } from '#operations/revocation/revoke.ts';
import { registerFaults } from '#operations/soundness.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { issued, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import {
  type Stations,
  handedIn,
  pairedStations,
  receipt,
  sent,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;

beforeEach(async () => {
  stations = await pairedStations();
});

describe('what was not taken in', () => {
  it('is taken in from the same medium when what stood against it is gone', async () => {
    const { authority, field } = stations;
    const entry = await issued(authority);
    const command = {
      ...{ serialNumber: entry.id, ground: 'key-compromise', source: applicationToRevoke(entry) },
    };
    const first = taken(await receiveRevocation(authority.desk, command));
    const brought = taken(await receiveRevocation(field.desk, command));
    const { file } = await sent(field, authority);
    expect(taken(await tookIn(authority, file))).toMatchObject({
      record: { declined: [{ id: brought.id, because: 'CaseOpen' }] },
    });
    // It has arrived, and is not asked for again: the medium is all that there is of it.
    taken(await tookIn(field, await receipt(authority, field)));
    taken(await refuseRevocation(authority.desk, { caseId: first.id, text: 'өтінішті иесі бермеген' }));
    expect(taken(await tookIn(authority, file))).toMatchObject({ entered: 1, record: { declined: [] } });
    const reading = await authority.desk.store.read();
    expect((await reading.get('revocation', brought.id))?.decision).toBeUndefined();
    expect(taken(await tookIn(authority, file))).toMatchObject({ type: 'same' });
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('by the officer as the same person’s is asked about once more, and changes nothing when it is declined again', async () => {
    const { authority, field } = stations;
    await handedIn(authority, applicants[0]);
    const { id } = await handedIn(field, applicants[0]);
    const { file } = await sent(field, authority);
    taken(await tookIn(authority, file, { [id]: 'declined' }));
    const { version } = await authority.desk.store.read();
    expect(taken(await tookIn(authority, file, { [id]: 'declined' }))).toMatchObject({ type: 'same' });
    expect((await authority.desk.store.read()).version).toBe(version);
    expect(taken(await tookIn(authority, file, { [id]: 'taken' }))).toMatchObject({ entered: 1 });
    expect(await registerFaults(authority.desk)).toEqual([]);
  });
});

describe('an application that a field station has packed', () => {
  it('is corrected by its authority alone, since a correction here would never arrive', async () => {
    const { authority, field } = stations;
    const { id, content, request } = await handedIn(field, applicants[0]);
    if (request === undefined) throw new Error('no request');
    const corrected = {
      content: { ...content, city: 'Тараз' } as Application['content'],
      request,
      scans: [],
    };
    taken(await correctApplication(field.desk, { applicationId: id, corrected }));
    const { file } = await sent(field, authority);
    const again = { ...corrected, content };
    expect(await correctApplication(field.desk, { applicationId: id, corrected: again })).toEqual({
      ok: false,
      error: { type: 'ApplicationSent' },
    });
    taken(await tookIn(authority, file));
    const here = await (await authority.desk.store.read()).get('application', id);
    expect(here?.content).toMatchObject({ city: 'Тараз' });
    taken(await correctApplication(authority.desk, { applicationId: id, corrected: again }));
  });
});
