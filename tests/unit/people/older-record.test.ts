import { expect, it } from 'vitest';
import type { Station } from '#domain/authority/station.ts';
import { ok } from '#domain/base/result.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { statedStation } from '#operations/stated-station.ts';
import { transact } from '#operations/transact.ts';
import { issued, taken } from '#tests/support/office-at-work.ts';
import { anOfficeWithPeople, officersOf, theStation } from '#tests/support/people-at-work.ts';

it('a station’s record of just before any act that states another is refused in the vault that stated it (K01) (J04)', async () => {
  const { office } = await anOfficeWithPeople();
  const { desk } = office;
  const entry = await issued(office);
  const reading = await desk.store.read();
  const application = await reading.get('application', entry.applicationId);
  const certificate = await reading.get('certificate', entry.id);
  if (application === undefined || certificate === undefined) throw new Error('nothing issued');
  const { der } = taken(readCertificate(certificate.der)).tbs;
  const at = (station: Station) =>
    desk.custody.signAsAuthority({
      ...{ what: 'certificates', station, tbs: [der], approved: [application] },
      ...{ suite: station.suite, spkiDer: station.authoritySpkiDer },
    });
  const acts = [
    async ({ settings, addresses }: Station) =>
      taken(
        await changeSettings(desk, {
          settings: { ...settings, lockMinutes: settings.lockMinutes - 1 },
          addresses,
        }),
      ),
    async ({ stationId }: Station) =>
      taken(
        await transact(desk, async (snapshot) => {
          const before = await snapshot.get('station', 'station');
          if (before === undefined) throw new Error('no station');
          const next = { ...before, epoch: before.epoch + 1 };
          const stated = await statedStation(desk, snapshot, before, next);
          if (!stated.ok) return stated;
          const puts = [{ collection: 'station' as const, record: stated.value }];
          return ok({
            acts: [{ act: 'ceremony-begun' as const, subjects: [stationId], puts }],
            answer: null,
          });
        }),
      ),
  ];
  for (const act of acts) {
    const older = await theStation(desk);
    expect(await at(older)).toMatchObject({ ok: true });
    office.pass(60);
    await act(older);
    expect(await at(older)).toMatchObject({ error: { because: 'station-unproven' } });
    const officers = await officersOf(desk);
    const again = { before: older, next: { ...older, epoch: older.epoch + 1 }, officers };
    expect(await desk.custody.signStatement(again)).toMatchObject({ error: { type: 'StatementInvalid' } });
  }
  office.pass(60);
});
