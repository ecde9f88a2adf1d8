import { describe, expect, it } from 'vitest';
import type { Application, SubscriberContent } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { examineApplication } from '#domain/application/examine-application.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { approvedAnyhow } from '#tests/support/approved-anyhow.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

async function received(
  { desk }: OfficeAtWork,
  content: SubscriberContent,
  requested: SubscriberContent = content,
): Promise<Application> {
  const request = await aRequest(requested);
  const [application] = taken(
    await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('no application');
  return application;
}

/** Both confirmations with those reasons, then the approval. */
async function approval(
  { desk }: OfficeAtWork,
  application: Application,
  reasons: readonly { readonly ruleId: string; readonly reason: string }[] = [],
) {
  const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons }));
  return approveApplication(desk, command);
}

const another = anIndividual({ surname: 'Басқа', givenName: 'Адам', iin: '920308400012' });

describe('an application with another’s request', () => {
  it('[N-5.2] can’t be approved, whatever reason is written', async () => {
    const office = anOffice();
    await setUp(office);
    const application = await received(office, anIndividual(), another);
    const reasons = ['request-another-cn', 'request-another-serialnumber'].map((ruleId) => ({
      ruleId,
      reason: 'солай болсын',
    }));
    expect(await approval(office, application, reasons)).toMatchObject({
      ok: false,
      error: {
        type: 'ExaminationFailed',
        findings: [{ ruleId: 'request-another-cn' }, { ruleId: 'request-another-serialnumber' }],
      },
    });
    const after = await (await office.desk.store.read()).get('application', application.id);
    expect(after?.decision).toBeUndefined();
  });

  it('[N-5.2] is not issued alone or among others, even where it was approved', async () => {
    const office = anOffice();
    await setUp(office);
    const right = await received(office, anIndividual({ iin: '000229500018' }));
    const wrong = await received(office, anIndividual(), another);
    for (const application of [right, wrong]) await approvedAnyhow(office, application.id);
    const outcomes = await issueCertificates(office.desk, { applicationIds: [wrong.id, right.id] });
    expect(outcomes.map(({ result }) => (result.ok ? 'issued' : result.error.type))).toEqual([
      'ExaminationFailed',
      'issued',
    ]);
    expect(await (await office.desk.store.read()).count('entry')).toBe(1);
  });

  it('[N-5.2] another place asks for a reason, which stands in the decision', async () => {
    const office = anOffice();
    await setUp(office);
    const application = await received(office, anIndividual(), anIndividual({ city: 'Қонаев' }));
    expect(await approval(office, application)).toMatchObject({
      ok: false,
      error: { type: 'ReasonMissing', findings: [{ ruleId: 'request-place-l' }] },
    });
    const blank = [{ ruleId: 'request-place-l', reason: '  ' }];
    expect(await approval(office, application, blank)).toMatchObject({ error: { type: 'ReasonMissing' } });
    const given = [{ ruleId: 'request-place-l', reason: ' Қонаевтан көшкен ' }];
    const approved = taken(await approval(office, application, given));
    expect(approved.decision?.reasons).toEqual([
      { ruleId: 'request-place-l', observed: 'L: Қонаев ≠ Алматы', reason: 'Қонаевтан көшкен' },
    ]);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [application.id] });
    expect(outcome?.result.ok).toBe(true);
  });

  it('[N-5.2] a finding that nobody gave a reason for hinders the issue as well', async () => {
    const office = anOffice();
    await setUp(office);
    const application = await received(office, anIndividual(), anIndividual({ city: 'Қонаев' }));
    await approvedAnyhow(office, application.id);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [application.id] });
    expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'ReasonMissing' } });
  });

  it('[N-5.2] everything that was asked for and is not given is shown, a foreign e-mail among the names too', async () => {
    const office = anOffice();
    await setUp(office);
    const application = await received(office, anIndividual());
    const preview = taken(await previewCertificate(office.desk, { applicationId: application.id }));
    expect(preview.notGranted).toEqual([]);
    expect(preview.findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
});

describe('what can’t be issued is found before it is approved', () => {
  it('[N-2.9] a key that another owner has a certificate for', async () => {
    const office = anOffice();
    await setUp(office);
    const { desk } = office;
    const first = await issued(office);
    const old = await (await desk.store.read()).get('application', first.applicationId);
    const [application] = taken(
      await receiveApplications(desk, {
        applications: [
          {
            content: another,
            ...(old?.request === undefined ? {} : { request: old.request }),
            scans: [],
          },
        ],
      }),
    );
    if (application === undefined) throw new Error('no application');
    const preview = taken(await previewCertificate(desk, { applicationId: application.id }));
    expect(preview.findings[0]).toMatchObject({ ruleId: 'key-of-one-owner', severity: 'must' });
    expect(await approval(office, application)).toMatchObject({ error: { type: 'ExaminationFailed' } });
  });

  it('[N-2.8] a renewal of a certificate that is another’s or is over', async () => {
    const office = anOffice();
    await setUp(office);
    const { desk } = office;
    const first = await issued(office);
    const [application] = taken(
      await receiveApplications(desk, {
        applications: [
          {
            content: another,
            request: await aRequest(another),
            relation: { kind: 'renewal', of: first.id },
            scans: [],
          },
        ],
      }),
    );
    if (application === undefined) throw new Error('no application');
    expect(await approval(office, application)).toMatchObject({
      error: { type: 'ExaminationFailed', findings: [{ ruleId: 'related-of-owner' }] },
    });
  });

  it('[N-4.1] [N-4.2] an application that lacks a document', async () => {
    const office = anOffice();
    await setUp(office);
    const person = await received(office, anIndividual({ documents: [] }));
    expect(await approval(office, person)).toMatchObject({
      error: {
        type: 'ExaminationFailed',
        findings: [{ ruleId: 'document-presented', clauses: ['N-4.1'], observed: 'identity-document' }],
      },
    });
    const content = aLegalEntity();
    const [identity, registration] = content.documents;
    if (identity === undefined || registration === undefined) throw new Error('no documents');
    const body = await received(office, { ...content, documents: [identity, registration] });
    expect(await approval(office, body)).toMatchObject({
      error: { findings: [{ ruleId: 'document-presented', observed: 'power-of-attorney' }] },
    });
  });

  it('[N-2.9] one without a key at all', async () => {
    const office = anOffice();
    await setUp(office);
    const [application] = taken(
      await receiveApplications(office.desk, { applications: [{ content: anIndividual(), scans: [] }] }),
    );
    if (application === undefined) throw new Error('no application');
    expect(await approval(office, application)).toEqual({ ok: false, error: { type: 'RequestMissing' } });
  });
});

const far = '2036-01-01T00:00:00Z' as Instant;

describe('when an application arrived', () => {
  const day = (text: string) => text as CalendarDate;
  const handIn = async (
    office: OfficeAtWork,
    content: SubscriberContent,
    days?: { readonly arrivedOn: CalendarDate; readonly paperDate: CalendarDate },
  ) =>
    receiveApplications(office.desk, {
      applications: [{ content, scans: [], ...(days === undefined ? {} : { days }) }],
    });

  it('[N-2.8] paper, arrival and entering are kept apart, and follow one another', async () => {
    const office = anOffice();
    await setUp(office);
    const days = { arrivedOn: day('2026-11-20'), paperDate: day('2026-11-18') };
    const [application] = taken(await handIn(office, anIndividual(), days));
    expect(application).toMatchObject({ ...days, receivedAt: '2026-11-23T04:00:00Z' });
    const [today] = taken(await handIn(office, anIndividual()));
    expect(today).toMatchObject({ arrivedOn: '2026-11-23', paperDate: '2026-11-23' });
    expect(await handIn(office, anIndividual(), { ...days, arrivedOn: day('2026-11-24') })).toMatchObject({
      error: { type: 'ArrivedAfterEntering' },
    });
    expect(await handIn(office, anIndividual(), { ...days, paperDate: day('2026-11-21') })).toMatchObject({
      error: { type: 'PaperAfterArrival' },
    });
  });

  it('[N-5.1] nobody applies before he is born, no body before it is registered', async () => {
    const office = anOffice();
    await setUp(office);
    expect(await handIn(office, anIndividual({ iin: '290101500014' }))).toMatchObject({
      error: { type: 'BornInFuture' },
    });
    expect(await handIn(office, aLegalEntity({ bin: '300140000015' }))).toMatchObject({
      error: { type: 'RegisteredInFuture' },
    });
  });

  it('[N-5.1] one that was registered with such a number before can be neither approved nor issued', () => {
    const content = anIndividual({ iin: '290101500014' });
    const by = { rules: rulesByKind.N, now: '2026-11-23T04:00:00Z' as Instant, issuerNotAfter: far };
    const found = (arrivedOn: CalendarDate) =>
      examineApplication({ content, arrivedOn, receivedAt: '2030-01-01T04:00:00Z' as Instant }, by);
    expect(found(day('2026-11-23'))).toMatchObject([
      {
        ruleId: 'number-of-future',
        severity: 'must',
        clauses: ['N-5.1'],
        observed: '290101500014: 2029-01-01',
      },
    ]);
    expect(found(day('2029-01-01'))).toEqual([]);
  });

  it('[N-4.2] a power of attorney that ended before the arrival is refused, on its last day it is taken', async () => {
    const office = anOffice();
    await setUp(office);
    const until = (validUntil: string) =>
      aLegalEntity({
        documents: aLegalEntity().documents.map((document) =>
          document.kind === 'power-of-attorney' ? { ...document, validUntil: day(validUntil) } : document,
        ),
      });
    const days = { arrivedOn: day('2026-11-20'), paperDate: day('2026-11-20') };
    expect(await handIn(office, until('2026-11-19'), days)).toEqual({
      ok: false,
      error: { type: 'EndedBeforeArrival', arrivedOn: '2026-11-20' },
    });
    expect((await handIn(office, until('2026-11-20'), days)).ok).toBe(true);
  });
});
