import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { applicationPaper, receiptPaper, refusalPaper } from '#domain/form/papers.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { correctApplication, receiveApplications } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { type OfficeAtWork, anOffice, taken } from '#tests/support/office-at-work.ts';
import {
  anAuthorityContent,
  approvedBy,
  receivedBy,
  setUpRoot,
  unlockAgain,
} from '#tests/support/root-at-work.ts';

const day = (text: string) => text as CalendarDate;

async function contextOf({ desk }: OfficeAtWork) {
  const snapshot = await desk.store.read();
  return {
    station: await snapshot.get('station', 'station'),
    officers: await snapshot.list('officer'),
    rules: rulesByKind.R,
    sha256: desk.sha256,
  };
}

/** The day that the form prints under the application. */
function dateOn({ blocks }: FormContent): CalendarDate | undefined {
  return blocks.flatMap((block) => (block.type === 'date' ? (block.date ?? []) : []))[0];
}

describe('the period of an application to the Root CA', () => {
  it('[R-7] has 15 working days from the day after its receipt; a late decision is possible and is logged as late', async () => {
    // Tuesday, 1 December 2026: the 16th is a holiday, so the fifteenth working day is the 23rd.
    const office = anOffice(undefined, '2026-12-01T04:00:00Z');
    await setUpRoot(office);
    const received = await receivedBy(office);
    const { desk } = office;
    const stored = await (await desk.store.read()).get('application', received.applicationId);
    expect(stored?.dueOn).toBe('2026-12-23');
    office.setClock('2026-12-23T18:59:59Z' as Instant);
    for (const clause of ['R-10.1', 'R-10.2'] as const)
      taken(await confirmExamination(desk, { ...received, clause, reasons: [] }));
    office.setClock('2026-12-23T19:00:00Z' as Instant);
    taken(await approveApplication(desk, received));
    const audit = await (await desk.store.read()).list('audit');
    expect(audit.find(({ act }) => act === 'application-approved')?.subjects).toEqual([
      received.applicationId,
      'late',
    ]);
    const [outcome] = await issueCertificates(desk, { applicationIds: [received.applicationId] });
    expect(outcome?.result.ok).toBe(true);
  });

  it('[R-7] decided on the last day it is not late', async () => {
    const office = anOffice(undefined, '2026-12-01T04:00:00Z');
    await setUpRoot(office);
    const received = await receivedBy(office);
    office.setClock('2026-12-23T18:59:59Z' as Instant);
    await approvedBy(office, received);
    const audit = await (await office.desk.store.read()).list('audit');
    expect(audit.find(({ act }) => act === 'application-approved')?.subjects).toEqual([
      received.applicationId,
    ]);
  });

  it('[R-7] runs from the day on which the paper arrived, however late it was entered', async () => {
    // Entered on Monday, 7 December 2026; arrived on Tuesday the 1st.
    const office = anOffice(undefined, '2026-12-07T04:00:00Z');
    await setUpRoot(office);
    await unlockAgain(office);
    const { desk } = office;
    const days = { arrivedOn: day('2026-12-01'), paperDate: day('2026-11-27') };
    const content = anAuthorityContent();
    const [application] = taken(
      await receiveApplications(desk, { applications: [{ content, days, scans: [] }] }),
    );
    expect(application).toMatchObject({ ...days, receivedAt: '2026-12-07T04:00:00Z', dueOn: '2026-12-23' });
    if (application === undefined) throw new Error('none');
    const corrected = { content, days: { ...days, arrivedOn: day('2026-12-02') }, scans: [] };
    const other = taken(await correctApplication(desk, { applicationId: application.id, corrected }));
    expect(other).toMatchObject({ arrivedOn: '2026-12-02', dueOn: '2026-12-24' });
    expect(contentDigest(other, desk.sha256)).not.toBe(contentDigest(application, desk.sha256));
  });

  it('[R-7] a correction can’t bring the arrival past the day of entering', async () => {
    const office = anOffice(undefined, '2026-12-07T04:00:00Z');
    await setUpRoot(office);
    const { applicationId } = await receivedBy(office);
    office.pass(3 * 86_400);
    await unlockAgain(office);
    const days = { arrivedOn: day('2026-12-08'), paperDate: day('2026-12-01') };
    const corrected = { content: anAuthorityContent(), days, scans: [] };
    expect(await correctApplication(office.desk, { applicationId, corrected })).toEqual({
      ok: false,
      error: { type: 'ArrivedAfterEntering', enteredOn: '2026-12-07' },
    });
  });

  it('[R-7] in a record that is older than the day of arrival it runs from the entering, and its digest is what it was', async () => {
    const office = anOffice(undefined, '2026-12-01T04:00:00Z');
    await setUpRoot(office);
    const { applicationId } = await receivedBy(office);
    const application = await (await office.desk.store.read()).get('application', applicationId);
    if (application === undefined) throw new Error('none');
    const members = Object.entries(application).filter(
      ([name]) => name !== 'arrivedOn' && name !== 'paperDate',
    );
    const older = Object.fromEntries(members) as unknown as Application;
    const { content, relation, request } = older;
    expect(contentDigest(older, office.desk.sha256)).toBe(
      recordDigest(
        { content, relation, requestDer: request?.der, requestSource: request?.source },
        office.desk.sha256,
      ),
    );
    expect(dateOn(applicationPaper(await contextOf(office), older))).toBe('2026-12-01');
  });
});

describe('papers of an application to the Root CA', () => {
  it('[R-6] the receipt prints the last day of the accreditation certificate', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const { applicationId } = await receivedBy(office);
    const application = await (await office.desk.store.read()).get('application', applicationId);
    if (application === undefined) throw new Error('none');
    expect(JSON.stringify(receiptPaper(await contextOf(office), application))).toContain(
      '01.02.2026 – 01.02.2029',
    );
  });

  it('[R-5] R-F1 prints the day that stands on the paper, the refusal the day of the arrival', async () => {
    const office = anOffice();
    await setUpRoot(office);
    await unlockAgain(office);
    const { desk } = office;
    const days = { arrivedOn: day('2026-11-19'), paperDate: day('2026-11-17') };
    const [application] = taken(
      await receiveApplications(desk, { applications: [{ content: anAuthorityContent(), days, scans: [] }] }),
    );
    if (application === undefined) throw new Error('none');
    const context = await contextOf(office);
    expect(dateOn(applicationPaper(context, application))).toBe('2026-11-17');
    const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    const grounds = [{ ground: 'information-unreliable' as const, text: 'тізілімде жоқ' }];
    const refused = taken(await refuseApplication(desk, { ...command, grounds }));
    expect(JSON.stringify(refusalPaper(context, refused))).toContain('19.11.2026');
    expect(JSON.stringify(receiptPaper(context, application))).toContain('19.11.2026');
  });
});
