import { beforeEach, describe, expect, it } from 'vitest';
import type { Application, AttachedDocument, SubscriberContent } from '#domain/application/application.ts';
import { clausesUnder, findingUnder } from '#domain/authority/citing.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { keptRecords } from '#domain/archive/keeping.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { clauseIds } from '#domain/clause/clauses.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { inventedRules, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { passedTo } from '#tests/support/rule-set-passed.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

const day = (text: string) => text as CalendarDate;
const receipt: AttachedDocument = {
  kind: 'payment-receipt',
  number: '77',
  date: day('2026-10-01'),
  issuer: 'Банк',
  validUntil: day('2026-12-31'),
};

let office: OfficeAtWork;

beforeEach(async () => {
  office = anOffice();
  await setUp(office);
});

/** Another name in the request than in the application, and a paper whose time was over. */
async function received(documents: readonly AttachedDocument[]): Promise<Application> {
  const content: SubscriberContent = anIndividual({ documents });
  const request = await aRequest({ ...content, surname: 'Бекова', city: 'Талғар' });
  const [application] = taken(
    await receiveApplications(office.desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('none');
  return application;
}

async function findingsOf({ id }: Application): Promise<readonly Finding[]> {
  return taken(await previewCertificate(office.desk, { applicationId: id })).findings;
}

describe('[R-1] a finding cites by the rules that the application came in under', () => {
  it('under the order by its clauses, before and after the station passed to another act', async () => {
    const application = await received([
      { kind: 'identity-document', number: '1', date: day('2020-01-01'), issuer: 'ІІМ' },
    ]);
    const before = await findingsOf(application);
    expect(before.map(({ clauses }) => clauses)).toContainEqual(['N-5.2']);
    await passedTo(office, ruleSetOctets());
    expect(await findingsOf(application)).toEqual(before);
  });

  it('under another set by the clause that keeps it, by none where none does, and by no word of the order', async () => {
    await passedTo(office, ruleSetOctets());
    const findings = await findingsOf(await received([receipt]));
    const of = (ruleId: string) => findings.find((finding) => finding.ruleId === ruleId);
    expect(of('request-another-cn') ?? of('request-another-sn')).toMatchObject({
      clauses: ['ZQ-4'],
      source: '',
    });
    // N-4.2 has no clause in its place, and RFC 5280 stays what it is.
    const over = { ruleId: 'x', severity: 'must', observed: '' } as const;
    expect(findingUnder(inventedRules, { ...over, clauses: ['N-4.2'], source: 'Order No. 348' })).toEqual({
      ...{ ...over, clauses: [], source: '' },
    });
    expect(
      findingUnder(inventedRules, {
        ...over,
        clauses: ['N-7'],
        source: 'RFC 5280 §4, Order No. 348, form N-F2',
      }),
    ).toMatchObject({ clauses: ['ZQ-6'], source: 'RFC 5280 §4' });
    const clauses = findings.flatMap((finding) => finding.clauses);
    expect(clauses.filter((clause) => !clause.startsWith('ZQ-'))).toEqual([]);
    expect(JSON.stringify(findings)).not.toMatch(/348|[RGN]-\d|[RGN]-F\d/u);
  });

  it('no rule of any examination names the order under another set, nor another annex under the order', () => {
    for (const { clauses, source } of [...certificateRules, ...crlRules]) {
      const finding: Finding = { ruleId: 'x', clauses, source, severity: 'must', observed: '' };
      expect(JSON.stringify(findingUnder(inventedRules, finding))).not.toMatch(/348|"[RGN]-|form [RGN]-F/u);
      for (const kind of ['R', 'G', 'N'] as const)
        expect(
          findingUnder(rulesByKind[kind], finding).clauses.filter((clause) => !clause.startsWith(kind)),
        ).toEqual([]);
    }
  });

  it('each clause of the order is cited by those that keep it, and a set’s own by itself', () => {
    for (const id of clauseIds)
      for (const cited of clausesUnder(inventedRules, [id]))
        expect(inventedRules.catalogue?.clauses.find((clause) => clause.id === cited)?.keeps).toContain(id);
    expect(clausesUnder(inventedRules, ['N-9'])).toEqual(['ZQ-13']);
    expect(clausesUnder(inventedRules, ['N-2.9', 'R-5'])).toEqual([]);
    expect(clausesUnder(inventedRules, ['ZQ-3', 'N-3.1', 'N-7'])).toEqual(['ZQ-3', 'ZQ-6']);
  });
});

describe('[N-13] [N-15] what the station keeps, and hands over', () => {
  it('an old record by the order, a new one by the new act, a list by the longest of both', async () => {
    const old = await issued(office, anIndividual({ iin: '920308400012', surname: 'Бекова' }));
    const oldList = taken(await signCrl(office.desk));
    office.pass(60);
    await passedTo(office, ruleSetOctets());
    office.pass(60);
    const content = anIndividual({ documents: [receipt] });
    const request = await aRequest(content);
    const [application] = taken(
      await receiveApplications(office.desk, { applications: [{ content, request, scans: [] }] }),
    );
    if (application === undefined) throw new Error('none');
    const command = {
      applicationId: application.id,
      contentDigest: contentDigest(application, office.desk.sha256),
    };
    taken(await confirmExamination(office.desk, { ...command, clause: 'ZQ-4', reasons: [] }));
    taken(await approveApplication(office.desk, command));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [application.id] });
    const fresh = taken(outcome?.result ?? { ok: false, error: 'none' });
    const freshList = taken(await signCrl(office.desk));
    const reading = await office.desk.store.read();
    const station = await reading.get('station', 'station');
    if (station === undefined) throw new Error('no station');
    const kept = keptRecords(
      station,
      {
        entries: await reading.list('entry'),
        crls: await reading.list('crl'),
        applications: await reading.list('application'),
      },
      calendarDateOf(office.desk.clock.now()),
    );
    const of = (id: string) => kept.find((record) => record.id === id);
    expect(of(old.id)).toMatchObject({ clause: 'N-13', keepUntil: '2032-11-23' });
    expect(of(fresh.id)).toMatchObject({ clause: 'ZQ-16', keepUntil: '2041-11-23' });
    expect(of(oldList.id)).toMatchObject({ clause: 'N-15', keepUntil: '2031-11-30' });
    expect(of(freshList.id)).toMatchObject({ clause: 'ZQ-16', keepUntil: '2038-11-30' });
    // The new act hands over by e-mail alone; the old certificate goes on as its act had it.
    const deliver = (serialNumber: string) =>
      recordDelivery(office.desk, { serialNumber, way: 'paper', recipient: 'иесі' });
    expect((await deliver(old.id)).ok).toBe(true);
    expect(await deliver(fresh.id)).toMatchObject({ error: { type: 'WayUnknown' } });
  });
});
