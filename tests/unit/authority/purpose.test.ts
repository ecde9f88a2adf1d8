import { describe, expect, it } from 'vitest';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { ok } from '#domain/base/result.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { statedStation } from '#operations/stated-station.ts';
import type { NotYourRole } from '#operations/your-role.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import { transact } from '#operations/transact.ts';
import { matchRoute, pages } from '#routes/pages.ts';
import { makeStation } from '#operations/station/make-station.ts';
import {
  type OfficeAtWork,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

async function stationOf({ desk }: OfficeAtWork): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

/** The register as it was left before stations had a purpose: the record under the log's digest has none. */
async function withoutPurpose(office: OfficeAtWork): Promise<void> {
  const before = await stationOf(office);
  const { purpose, ...older } = before;
  expect(purpose).toBe('authority');
  taken(
    await transact<null, StatementRefusal | NotYourRole>(office.desk, async (snapshot) => {
      const stated = await statedStation(office.desk, snapshot, before, older);
      if (!stated.ok) return stated;
      const puts = [{ collection: 'station' as const, record: stated.value }];
      const act = { act: 'settings-changed' as const, subjects: ['lockMinutes'], puts };
      return ok({ acts: [act], answer: null });
    }),
  );
}

describe('what a station is for', () => {
  it('is never a field station of the Root CA or of the CA of State Bodies: no package carries what they take in', async () => {
    const { desk } = anOffice();
    for (const kind of ['R', 'G'] as const)
      expect(
        await makeStation(desk, {
          ...{ kind, purpose: 'field', demonstration: false, addresses: {}, suite: 'ecdsa-p256' },
          authority: {
            organisation: 'ХҚКО',
            commonName: 'Станция',
            region: 'Түркістан',
            email: 'f@example.kz',
          },
          officer: { name: 'Оспанов Данияр', position: 'Тіркеуші' },
          ...{ authorityValidityYears: 1, passphrase, wordScript: 'cyrillic' },
        }),
      ).toEqual({ ok: false, error: { type: 'FieldStationOfOtherKind' } });
    expect(await (await desk.store.read()).get('station', 'station')).toBeUndefined();
  });

  it('is written down when it is made, beside the kind of its authority', async () => {
    const office = anOffice();
    await setUp(office);
    expect(await stationOf(office)).toMatchObject({ kind: 'N', purpose: 'authority' });
  });

  it('is to be the authority itself, where an older register says nothing; its log holds and it goes on working', async () => {
    const office = anOffice();
    await setUp(office);
    await withoutPurpose(office);
    expect(purposeOf(await stationOf(office))).toBe('authority');
    await issued(office);
    taken(
      await changeSettings(office.desk, { settings: { crlValidityDays: 5, lockMinutes: 3 }, addresses: {} }),
    );
    // Nothing is written into the record that the officers' acts did not change.
    expect(Object.hasOwn(await stationOf(office), 'purpose')).toBe(false);
    const report = await verifyLog(office.desk);
    expect(report.faults).toEqual([]);
    expect(report.registerRecords).toBeGreaterThan(5);
  });

  it('survives a backup of before there was one', async () => {
    const office = anOffice();
    const words = await setUp(office);
    await withoutPurpose(office);
    const backup = taken(await makeRegisterBackup(office.desk));
    const fresh = anOffice(undefined, '2026-11-23T05:00:00Z');
    const opened = taken(await openRegisterBackup(fresh.desk, { backup, secret: { words } }));
    const restored = taken(await restoreRegister(fresh.desk, { opened }));
    expect(purposeOf(restored)).toBe('authority');
    expect((await verifyLog(fresh.desk)).faults).toEqual([]);
  });
});

describe('the pages of a station', () => {
  const at = (path: string, kind: Station['kind'], purpose: Station['purpose'] = 'authority') =>
    matchRoute(path, { kind, purpose })?.route.pattern;

  it('are those of its authority', () => {
    expect(at('/applications/new/N-F1', 'N')).toBe('/applications/new/:form');
    expect(at('/applications/new/R-F1', 'N')).toBeUndefined();
    expect(at('/carriers', 'G')).toBe('/carriers');
    expect(at('/carriers', 'N')).toBeUndefined();
  });

  it('take in and look at, where it is a field station, and nowhere decide, issue, revoke or sign', () => {
    expect(at('/applications/new/N-F1', 'N', 'field')).toBe('/applications/new/:form');
    expect(at('/revocations/new', 'N', 'field')).toBe('/revocations/new');
    const acting = ['/applications/issue', '/revocations/cessation', '/crl', '/archive', '/station/renewal'];
    expect(acting.map((path) => at(path, 'N'))).toEqual(acting);
    expect(acting.filter((path) => at(path, 'N', 'field') !== undefined)).toEqual([]);
    // What was handed in is looked at there; the page has nothing to decide with.
    expect(at('/applications/a1', 'N', 'field')).toBe('/applications/:id');
    expect(at('/exchanges', 'N', 'field')).toBe('/exchanges');
    expect(at('/exchanges', 'G')).toBeUndefined();
  });

  it('are an authority’s own alone, unless they say otherwise', () => {
    const silent = pages.filter(({ purposes }) => purposes === undefined);
    expect(silent.length).toBeGreaterThan(10);
    for (const { pattern, kinds } of silent)
      expect(at(pattern, kinds?.[0] ?? 'N', 'field'), pattern).toBeUndefined();
  });
});
