import { describe, expect, it } from 'vitest';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { SubscriberRevocationContent } from '#domain/revocation/revocation-case.ts';
import type { ApplicationContent, Relation } from '#domain/application/application.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approvedAnyhow } from '#tests/support/approved-anyhow.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { correctApplication, receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { confirmReplacement } from '#operations/revocation/confirm-replacement.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

/** Received, examined, approved where that is possible, or as it was in a register where approving asked for less; then issued. */
async function issueFollowing(
  office: OfficeAtWork,
  content: ApplicationContent,
  options: {
    readonly relation?: Relation;
    readonly keyOf?: string;
    readonly toRevoke?: {
      readonly ground: string;
      readonly entry: RegisterEntry;
      readonly change?: Partial<SubscriberRevocationContent>;
    };
  },
) {
  const { desk } = office;
  const old =
    options.keyOf === undefined ? undefined : await (await desk.store.read()).get('entry', options.keyOf);
  const oldApplication =
    old === undefined ? undefined : await (await desk.store.read()).get('application', old.applicationId);
  const request = oldApplication?.request ?? (await aRequest(content));
  const [application] = taken(
    await receiveApplications(desk, {
      applications: [
        {
          content,
          request,
          scans: [],
          ...(options.relation === undefined ? {} : { relation: options.relation }),
        },
      ],
    }),
  );
  const id = application?.id ?? '';
  const command = {
    applicationId: id,
    contentDigest: application === undefined ? '' : contentDigest(application, desk.sha256),
  };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
  if (options.toRevoke !== undefined) {
    const { ground, entry, change } = options.toRevoke;
    const source = applicationToRevoke(entry, change);
    taken(await receiveRevocation(desk, { serialNumber: entry.id, ground, source }));
  }
  const confirmed = await confirmReplacement(desk, { applicationId: id, confirmedCorrect: true });
  const approval = await approveApplication(desk, command);
  if (!approval.ok) await approvedAnyhow(office, id);
  const [outcome] = await issueCertificates(desk, { applicationIds: [id] });
  if (outcome === undefined) throw new Error('no outcome');
  return { approval, confirmed, outcome: outcome.result, applicationId: id };
}

describe('certificates that follow one another', () => {
  it('[N-2.8] a replacement ends the old certificate in the act that begins the new one', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    office.pass(60);
    const { outcome } = await issueFollowing(office, anIndividual(), {
      relation: { kind: 'replacement', of: old.id },
      toRevoke: { ground: 'key-compromise', entry: old },
    });
    const fresh = taken(outcome);
    expect(fresh.relation).toEqual({ kind: 'replacement', of: old.id });
    const after = await (await office.desk.store.read()).get('entry', old.id);
    // By the ground that the application to revoke names, and not always a damaged carrier.
    expect(after?.revocation).toMatchObject({ ground: 'key-compromise', date: '2026-11-23T04:01:00Z' });
    const decided = await (await office.desk.store.read()).get('revocation', after?.revocation?.caseId ?? '');
    expect(decided).toMatchObject({
      source: { type: 'application', content: { form: 'N-F4' } },
      decision: { outcome: 'revoked', replacedBy: fresh.id },
    });
    office.pass(60);
    expect(taken(await signCrl(office.desk)).added).toEqual([old.id]);
  });

  it('[N-8.1] a replacement without the application to revoke, or with one that was not confirmed, issues nothing', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    office.pass(60);
    const relation = { kind: 'replacement' as const, of: old.id };
    const without = await issueFollowing(office, anIndividual(), { relation });
    const error = { type: 'RevocationNotApplied', serialNumber: old.id };
    expect([without.confirmed, without.outcome]).toEqual([
      { ok: false, error },
      { ok: false, error },
    ]);
    // The application names another person: it does not even wait for the other one.
    const differing = await issueFollowing(office, anIndividual(), {
      relation,
      toRevoke: { ground: 'carrier-damaged', entry: old, change: { surname: 'Басқа' } },
    });
    expect(differing.outcome).toEqual({
      ok: false,
      error: { type: 'ApplicationDiffers', fields: ['surname'] },
    });
    expect((await (await office.desk.store.read()).get('entry', old.id))?.revocation).toBeUndefined();
    expect(await (await office.desk.store.read()).count('entry')).toBe(1);
  });

  it('[N-8.1] what was confirmed for one application is not confirmed for another', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    office.pass(60);
    const relation = { kind: 'replacement' as const, of: old.id };
    const without = await issueFollowing(office, anIndividual(), { relation });
    const toRevoke = { ground: 'carrier-damaged', entry: old };
    expect((await issueFollowing(office, anIndividual(), { relation, toRevoke })).outcome.ok).toBe(true);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [without.applicationId] });
    expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'RelatedNotInForce' } });
  });

  it('[N-2.8] a renewal leaves the old certificate in force and takes the same key', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    office.pass(3600);
    const { outcome } = await issueFollowing(office, anIndividual(), {
      relation: { kind: 'renewal', of: old.id },
      keyOf: old.id,
    });
    const fresh = taken(outcome);
    expect(fresh.keyIdentifierHex).toBe(old.keyIdentifierHex);
    expect((await (await office.desk.store.read()).get('entry', old.id))?.revocation).toBeUndefined();
  });

  it('[A06] a public key that is in force for another person is shown and refused', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    const other = anIndividual({
      iin: '920308400012',
      surname: 'Оспанова',
      givenName: 'Әсел',
      email: 'a@example.kz',
    });
    const { approval, outcome, applicationId } = await issueFollowing(office, other, { keyOf: old.id });
    if (approval.ok || approval.error.type !== 'ExaminationFailed') throw new Error('approved');
    expect(approval.error.findings[0]).toMatchObject({
      ruleId: 'key-of-one-owner',
      severity: 'must',
      observed: old.id,
    });
    expect(outcome).toMatchObject({ ok: false, error: { type: 'ExaminationFailed' } });
    const preview = taken(await previewCertificate(office.desk, { applicationId }));
    expect(preview.sameKey.map(({ id }) => id)).toEqual([old.id]);
  });

  it('another person’s certificate can be neither renewed nor replaced', async () => {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    const other = anIndividual({
      iin: '920308400012',
      surname: 'Оспанова',
      givenName: 'Әсел',
      email: 'a@example.kz',
    });
    const { approval, outcome } = await issueFollowing(office, other, {
      relation: { kind: 'replacement', of: old.id },
    });
    expect(approval).toMatchObject({ ok: false, error: { findings: [{ ruleId: 'related-of-owner' }] } });
    expect(outcome).toEqual({ ok: false, error: { type: 'RelatedOfAnother', serialNumber: old.id } });
    expect((await (await office.desk.store.read()).get('entry', old.id))?.revocation).toBeUndefined();
  });

  it('[I05] an application changed after its approval is not issued before it was examined again', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const content = anIndividual();
    const request = await aRequest(content);
    const [application] = taken(
      await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
    );
    if (application === undefined) throw new Error('none');
    const before = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...before, clause, reasons: [] }));
    taken(await approveApplication(desk, before));
    taken(
      await correctApplication(desk, {
        applicationId: application.id,
        corrected: { content: { ...content, city: 'Қонаев' }, request, scans: [] },
      }),
    );
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'NotApproved' } });
    expect(await approveApplication(desk, before)).toEqual({ ok: false, error: { type: 'ContentChanged' } });
  });
});

describe('[A05] a key that was revoked for a compromise', () => {
  const other = () =>
    anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел', email: 'a@example.kz' });

  async function revoked(
    { desk }: OfficeAtWork,
    serialNumber: string,
    reasonCode: 'keyCompromise' | 'superseded',
  ) {
    const ground = reasonCode === 'keyCompromise' ? 'key-compromise' : 'carrier-damaged';
    const entry = await (await desk.store.read()).get('entry', serialNumber);
    if (entry === undefined) throw new Error('none');
    const source = applicationToRevoke(entry);
    const found = taken(await receiveRevocation(desk, { serialNumber, ground, source }));
    taken(await decideRevocation(desk, { caseId: found.id, confirmedCorrect: true }));
  }

  /** One certificate, and another person's application by the same key, brought as far as `approved`. */
  async function twoOfOneKey() {
    const office = anOffice();
    await setUp(office);
    const old = await issued(office);
    const snapshot = await office.desk.store.read();
    const request = (await snapshot.get('application', old.applicationId))?.request;
    if (request === undefined) throw new Error('no request');
    office.pass(60);
    return { office, old, received: { content: other(), request, scans: [] } };
  }

  it.each(['other', 'same'] as const)('is not received again, from the %s person', async (whose) => {
    const { office, old, received } = await twoOfOneKey();
    await revoked(office, old.id, 'keyCompromise');
    const content = whose === 'same' ? anIndividual() : received.content;
    expect(await receiveApplications(office.desk, { applications: [{ ...received, content }] })).toEqual({
      ok: false,
      error: { type: 'KeyCompromised', serialNumber: old.id },
    });
    expect(await (await office.desk.store.read()).count('application')).toBe(1);
  });

  it('is not put into an application by a correction, nor approved, nor certified', async () => {
    const { office, old, received: ofAnother } = await twoOfOneKey();
    const { desk } = office;
    // The owner of the key himself.
    const received = { ...ofAnother, content: anIndividual() };
    const error = { type: 'KeyCompromised', serialNumber: old.id };
    const [waiting, approved] = taken(
      await receiveApplications(desk, { applications: [received, received] }),
    );
    if (waiting === undefined || approved === undefined) throw new Error('no applications');
    const commandOf = (application: typeof waiting) => ({
      applicationId: application.id,
      contentDigest: contentDigest(application, desk.sha256),
    });
    for (const application of [waiting, approved])
      for (const clause of ['N-5.1', 'N-5.2'] as const)
        taken(await confirmExamination(desk, { ...commandOf(application), clause, reasons: [] }));
    taken(await approveApplication(desk, commandOf(approved)));
    await revoked(office, old.id, 'keyCompromise');
    expect(await approveApplication(desk, commandOf(waiting))).toEqual({ ok: false, error });
    const [outcome] = await issueCertificates(desk, { applicationIds: [approved.id] });
    expect(outcome?.result).toEqual({ ok: false, error });
    const correction = { applicationId: waiting.id, corrected: received };
    expect(await correctApplication(desk, correction)).toEqual({ ok: false, error });
  });

  it('is none when it was revoked for another reason', async () => {
    const { office, old, received } = await twoOfOneKey();
    await revoked(office, old.id, 'superseded');
    expect((await receiveApplications(office.desk, { applications: [received] })).ok).toBe(true);
  });
});
