import { beforeAll, describe, expect, it } from 'vitest';
import { contentDigest } from '#domain/application/content-digest.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import { registerFaults } from '#operations/soundness.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { beginRenewal } from '#operations/station/renewal.ts';
import { type OfficeAtWork, issued, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { type Stations, handedIn, pairedStations, stationOf } from '#tests/support/stations-at-work.ts';

describe('a field station', () => {
  let stations: Stations;
  let field: OfficeAtWork;

  beforeAll(async () => {
    stations = await pairedStations();
    ({ field } = stations);
  });

  async function examined(): Promise<{ readonly applicationId: string; readonly contentDigest: string }> {
    const application = await handedIn(field);
    const command = {
      applicationId: application.id,
      contentDigest: contentDigest(application, field.desk.sha256),
    };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(field.desk, { ...command, clause, reasons: [] }));
    return command;
  }

  it('takes applications in and examines them, and decides nothing', async () => {
    const command = await examined();
    const approved = await approveApplication(field.desk, command);
    expect(approved).toEqual({ ok: false, error: { type: 'NotWarranted', because: 'field-station' } });
    expect(
      await refuseApplication(field.desk, {
        ...command,
        grounds: [{ ground: 'document-missing', text: 'сенімхат жоқ' }],
      }),
    ).toEqual({ ok: false, error: { type: 'FieldStation' } });
    const after = await (await field.desk.store.read()).get('application', command.applicationId);
    expect(after?.decision).toBeUndefined();
    const [outcome] = await issueCertificates(field.desk, { applicationIds: [command.applicationId] });
    expect(outcome?.result.ok).toBe(false);
  });

  it('signs no list, no certificate and no key of an authority', async () => {
    expect(await signCrl(field.desk)).toEqual({ ok: false, error: { type: 'FieldStation' } });
    expect(await selfSignAuthority(field.desk)).toMatchObject({ ok: false });
    expect(
      await beginRenewal(field.desk, {
        ...{ name: 'Орталық', suite: 'ecdsa-p256', validityYears: 10, addresses: {} },
      }),
    ).toMatchObject({ ok: false });
    const reading = await field.desk.store.read();
    for (const collection of ['crl', 'entry', 'intent'] as const)
      expect(await reading.count(collection), collection).toBe(0);
  });

  it('takes in what revokes a certificate that it does not know, and does not decide it', async () => {
    const entry = await issued(stations.authority);
    const found = taken(
      await receiveRevocation(field.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    for (const decided of [
      await decideRevocation(field.desk, { caseId: found.id, confirmedCorrect: true }),
      await refuseRevocation(field.desk, { caseId: found.id, text: 'жоқ' }),
    ])
      expect(['EntryMissing', 'FieldStation']).toContain(decided.ok ? '' : decided.error.type);
    const after = await (await field.desk.store.read()).get('revocation', found.id);
    expect(after?.decision).toBeUndefined();
  });

  it('writes nothing down without a signature once it is paired', async () => {
    const { custody } = field.desk;
    const locked = {
      ...field.desk,
      custody: { ...custody, isUnlocked: () => false, officerId: () => null },
    };
    const fact = { backupOpenedWithPassphraseAt: field.desk.clock.now() };
    expect(await recordSetUpFact(locked, fact)).toEqual({ ok: false, error: { type: 'Locked' } });
  });

  it('has a sound register after all that', async () => {
    expect(await registerFaults(field.desk)).toEqual([]);
  });

  it('has a key worker that signs as no authority, whoever asks', async () => {
    const { applicationId } = await examined();
    const station = await stationOf(field);
    const application = await (await field.desk.store.read()).get('application', applicationId);
    if (application === undefined) throw new Error('no application');
    const { custody, clock } = field.desk;
    const officer = custody.officerId() ?? '';
    const at = clock.now();
    expect(await custody.signApprovals({ station, officer, at, applications: [application] })).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'field-station' },
    });
    const asking = { station, suite: station.suite, spkiDer: station.authoritySpkiDer };
    for (const what of ['certificates', 'crl', 'certification-request'] as const)
      expect(await custody.signAsAuthority({ ...asking, what, tbs: [new Uint8Array()] }), what).toEqual({
        ok: false,
        error: { type: 'Locked' },
      });
    // Called what it is not, it is not believed.
    const called = { ...station, purpose: 'authority' as const };
    expect(
      await custody.signApprovals({ station: called, officer, at, applications: [application] }),
    ).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'station-unproven' },
    });
  });
});
