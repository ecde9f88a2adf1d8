import { expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { fillTrial } from '#app/trial/fill-trial.ts';
import { isSetUp } from '#domain/authority/station.ts';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import type { Desk } from '#ports/desk.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';

function aTrial(): Desk {
  const { desk } = anOffice(memoryStore());
  const trial: Desk = {
    ...desk,
    demonstration: true,
    verifyRegister: (store) => verifyRegister({ ...trial, store }),
  };
  return trial;
}

const small = { issued: 7, waiting: 2, revoked: 2 };

it('a trial is filled by the ordinary acts, with weeks behind it, and its register verifies', async () => {
  const desk = aTrial();
  const told: number[] = [];
  let total = 0;
  taken(
    await fillTrial(
      desk,
      'synaq',
      {
        onProgress: (done, all) => {
          told.push(done);
          total = all;
        },
      },
      small,
    ),
  );
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(total);

  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  if (station === undefined) throw new Error('no station');
  expect([station.demonstration, isSetUp(station)]).toEqual([true, true]);
  const now = desk.clock.now();
  const entries = await snapshot.list('entry');
  expect(entries.map((entry) => entryStatus(entry, now)).toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => 'in-force'),
    ...Array.from({ length: 2 }, () => 'revoked'),
  ]);
  const crls = await snapshot.list('crl', { reverse: true });
  expect(crls[0]).toMatchObject({ entryCount: 2 });
  expect(crls[0]?.publishedAt).toBeDefined();
  expect((crls[0]?.nextUpdate ?? '') > now).toBe(true);

  const applications = await snapshot.list('application', { index: 'number' });
  const states = applications.map((each) =>
    applicationState(each, contentDigest(each, desk.sha256), rulesOf(station)),
  );
  expect(states).toEqual([...Array.from({ length: 7 }, () => 'issued'), 'received', 'received']);
  // One thing is overdue (N-9).
  const open = (await snapshot.list('revocation')).filter(({ decision }) => decision === undefined);
  expect(open).toHaveLength(1);
  expect((open[0]?.dueOn ?? '9999') < calendarDateOf(now)).toBe(true);

  const faults = (await verifyLog(desk)).faults;
  expect(faults).toEqual([]);
  desk.custody.lock();
  taken(
    await unlockStation(desk, {
      officerId: (await snapshot.list('officer'))[0]?.id ?? '',
      secret: { passphrase: 'synaq' },
    }),
  );
});

it('a trial that is cancelled stops between two acts, and what was made stays whole', async () => {
  const desk = aTrial();
  const stop = createCancellation();
  taken(
    await fillTrial(
      desk,
      'synaq',
      {
        cancellation: stop.token,
        onProgress: (done) => {
          if (done > 10) stop.cancel();
        },
      },
      small,
    ),
  );
  const snapshot = await desk.store.read();
  expect((await snapshot.list('entry')).length).toBeLessThan(small.issued);
  expect((await verifyLog(desk)).faults).toEqual([]);
});

it('nothing but a trial is filled, and none twice', async () => {
  const { desk } = anOffice();
  await expect(fillTrial(desk, 'synaq', {}, small)).rejects.toThrow('only a trial');
  const trial = aTrial();
  taken(await fillTrial(trial, 'synaq', {}, { issued: 0, waiting: 0, revoked: 0 }));
  const again = await fillTrial(trial, 'synaq', {}, small);
  expect(again).toMatchObject({ ok: false, error: { type: 'StationExists' } });
});
