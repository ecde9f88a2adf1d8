import { beforeEach, describe, expect, it } from 'vitest';
import type { Application, AttachedDocument } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { firstRuleSet, rulesOf } from '#domain/authority/rule-sets.ts';
import { statedDigest } from '#domain/authority/stated.ts';
import { readStatement } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { emptyFormsOf } from '#domain/form/empty-forms.ts';
import {
  applicationPaper,
  certificatePaper,
  refusalPaper,
  revocationApplicationPaper,
} from '#domain/form/papers.ts';
import type { FormContent } from '#domain/form/content.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { type PassToRuleSetCommand, passToRuleSet } from '#operations/station/pass-to-rule-set.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  approvedOf,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

const day = (text: string) => text as CalendarDate;
const receipt: AttachedDocument = {
  kind: 'payment-receipt',
  number: '77',
  date: day('2026-11-20'),
  issuer: 'Банк',
  validUntil: day('2026-12-31'),
};

let office: OfficeAtWork;

async function stationNow(): Promise<Station> {
  const station = await (await office.desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

function passing(change: Partial<PassToRuleSetCommand> = {}) {
  const octets = change.octets ?? ruleSetOctets();
  return passToRuleSet(office.desk, {
    octets,
    sha256Hex: bytesToHex(office.desk.sha256(octets)),
    from: day('2026-11-23'),
    order: { number: '12-н', date: day('2026-11-20') },
    ...change,
  });
}

async function received(
  documents = [receipt],
  key?: Awaited<ReturnType<typeof aRequest>>,
): Promise<Application> {
  const content = anIndividual({ documents });
  const request = key ?? (await aRequest(content));
  const [application] = taken(
    await receiveApplications(office.desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('none');
  return application;
}

const commandOf = (application: Application) => ({
  applicationId: application.id,
  contentDigest: contentDigest(application, office.desk.sha256),
});

async function contextNow() {
  const station = await stationNow();
  return { station, officers: [], rules: rulesOf(station), sha256: office.desk.sha256 };
}

function textsOf(paper: FormContent | null): readonly string[] {
  return (paper?.blocks ?? []).flatMap((block) =>
    'text' in block && typeof block.text === 'string'
      ? [block.text]
      : 'label' in block && 'value' in block
        ? [`${block.label ?? ''} ${block.value ?? ''}`]
        : [],
  );
}

beforeEach(async () => {
  office = anOffice();
  await setUp(office);
});

describe('a station that passed to other rules', () => {
  it('[R-1] has its day by them, from the application to the list', async () => {
    expect((await stationNow()).ruleSet).toBe(firstRuleSet);
    const station = taken(await passing());
    expect(station).toMatchObject({
      ruleSet: 'invented-1',
      heldRuleSets: [{ id: 'invented-1', from: '2026-11-23' }],
    });
    // Its document, its one confirmation and its term.
    const bare = await received([]);
    taken(await confirmExamination(office.desk, { ...commandOf(bare), clause: 'ZQ-4', reasons: [] }));
    expect(await approveApplication(office.desk, commandOf(bare))).toMatchObject({
      error: { type: 'ExaminationFailed', findings: [{ observed: 'payment-receipt', clauses: ['ZQ-3'] }] },
    });
    const application = await received();
    expect(application.ruleSet).toBe('invented-1');
    expect(
      await confirmExamination(office.desk, { ...commandOf(application), clause: 'N-5.1', reasons: [] }),
    ).toEqual({ ok: false, error: { type: 'NotExamined' } });
    taken(await confirmExamination(office.desk, { ...commandOf(application), clause: 'ZQ-4', reasons: [] }));
    taken(await approveApplication(office.desk, commandOf(application)));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [application.id] });
    const entry = taken(outcome?.result ?? { ok: false, error: 'none' });
    expect(entry).toMatchObject({ ruleSet: 'invented-1', notAfter: '2029-11-23T03:59:59Z' });
    office.pass(60);
    // Its own ground, with the reason and the period that it says.
    const revoking = { serialNumber: entry.id, source: applicationToRevoke(entry) };
    expect(await receiveRevocation(office.desk, { ...revoking, ground: 'owners-wish' })).toMatchObject({
      error: { type: 'GroundUnproven' },
    });
    const opened = taken(await receiveRevocation(office.desk, { ...revoking, ground: 'name-changed' }));
    expect(opened).toMatchObject({
      dueOn: '2026-11-30',
      reasonCode: 'affiliationChanged',
      ruleSet: 'invented-1',
    });
    taken(await decideRevocation(office.desk, { caseId: opened.id, confirmedCorrect: true }));
    const crl = taken(await signCrl(office.desk));
    const reading = await office.desk.store.read();
    const der = (await reading.get('crlFile', crl.id))?.octets ?? new Uint8Array();
    const [listed] = [...taken(readCrl(der)).tbs.entries];
    expect(listed?.extensions.reasonCode).toBe('affiliationChanged');
    // Its forms.
    const context = await contextNow();
    const revocation = revocationApplicationPaper(context, opened);
    expect(revocation?.form).toBe('ZQ-4');
    expect(textsOf(revocation)).toContain(
      'Мен, Нұрлан Серікұлы, ЖСН 850101300015, куәлігімді тоқтатуды сұраймын.',
    );
    expect(textsOf(applicationPaper(context, application))).toContain('Мерзімі: 3 жыл.');
    const certificate = await reading.get('certificate', entry.id);
    expect(
      certificatePaper(context, entry, certificate?.der ?? new Uint8Array(), application.content)?.form,
    ).toBe('ZQ-2');
    expect(emptyFormsOf(context.rules).map(({ id }) => id)).toEqual(['ZQ-1', 'ZQ-2', 'ZQ-4']);
    expect((await office.desk.verifyRegister(office.desk.store)).report.faults).toEqual([]);
  });

  it('[N-5.2] [N-3.1] [N-8.1] goes on with what came in before by the rules that it came in under', async () => {
    const content = anIndividual();
    const request = await aRequest(content);
    const old = await received([...content.documents], request);
    const entry = await issued(
      office,
      anIndividual({ iin: '920308400012', surname: 'Бекова', givenName: 'Дана' }),
    );
    office.pass(60);
    const source = applicationToRevoke(entry);
    const opened = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    taken(await passing());
    // Both confirmations of N-5, no receipt of payment, one year.
    expect(
      await confirmExamination(office.desk, { ...commandOf(old), clause: 'ZQ-4', reasons: [] }),
    ).toMatchObject({ ok: false });
    for (const clause of ['N-5.1', 'N-5.2'])
      taken(await confirmExamination(office.desk, { ...commandOf(old), clause, reasons: [] }));
    taken(await approveApplication(office.desk, commandOf(old)));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [old.id] });
    const fresh = taken(outcome?.result ?? { ok: false, error: 'none' });
    expect(fresh).toMatchObject({ ruleSet: firstRuleSet, notAfter: '2027-11-23T04:00:59Z' });
    taken(await decideRevocation(office.desk, { caseId: opened.id, confirmedCorrect: true }));
    const context = await contextNow();
    expect(applicationPaper(context, old).form).toBe('N-F1');
    expect(revocationApplicationPaper(context, opened)?.form).toBe('N-F4');
    // A record of before records said it is under the order.
    const { ruleSet, ...unsaid } = old;
    expect(ruleSet).toBe(firstRuleSet);
    expect(applicationPaper(context, unsaid).form).toBe('N-F1');
    expect((await office.desk.verifyRegister(office.desk.store)).report.faults).toEqual([]);
  });

  it('refuses on its own ground, by its own clause and act', async () => {
    taken(await passing());
    const application = await received();
    const refuse = (ground: string) =>
      refuseApplication(office.desk, {
        ...commandOf(application),
        grounds: [{ ground, text: 'ақша түспеді' }],
      });
    expect(await refuse('data-incorrect')).toMatchObject({ error: { type: 'GroundMissing' } });
    const notice = JSON.stringify(refusalPaper(await contextNow(), taken(await refuse('unpaid'))));
    expect(notice).toContain('Төлем жасалмаған: ақша түспеді');
    expect(notice).toContain('2026 жылғы 1 маусымдағы № 5 бұйрықпен');
    expect(notice).not.toContain('348');
  });
});

describe('passing to other rules', () => {
  const refusalOf = async (change: Partial<PassToRuleSetCommand>) => {
    const done = await passing(change);
    return done.ok ? null : done.error;
  };

  it('is refused on a day to come, before the act is in force, and before the order to do it', async () => {
    expect(await refusalOf({ from: day('2026-11-24') })).toMatchObject({ type: 'PassingDayWrong' });
    expect(await refusalOf({ from: day('2026-10-31') })).toMatchObject({ type: 'ActNotInForce' });
    expect(await refusalOf({ from: day('2026-11-19') })).toMatchObject({ type: 'PassingDayWrong' });
    expect(await refusalOf({ order: { number: ' ', date: day('2026-11-20') } })).toEqual({
      type: 'OrderNumberMissing',
    });
    const act = { ...inventedRuleSet.act, repealed: { on: '2026-11-23', number: '6' } };
    expect(await refusalOf({ octets: ruleSetOctets({ act }) })).toMatchObject({ type: 'ActNotInForce' });
  });

  it('is refused for other octets than were looked at, a name that is taken, and another authority’s set', async () => {
    expect(await refusalOf({ sha256Hex: '00' })).toEqual({ type: 'RuleSetDiffers' });
    expect(await refusalOf({ octets: ruleSetOctets({ id: 'order-348' }) })).toMatchObject({
      type: 'RuleSetIncomplete',
      missing: ['id'],
    });
    const authorities = { R: { ...inventedRuleSet.authorities.N, kind: 'R' } };
    expect((await refusalOf({ octets: ruleSetOctets({ authorities }) }))?.type).toBe('RuleSetIncomplete');
    taken(await passing());
    expect(await refusalOf({ octets: ruleSetOctets({ names: { kk: 'а', ru: 'б', en: 'c' } }) })).toEqual({
      type: 'RuleSetHeld',
      id: 'invented-1',
    });
  });

  it('is logged with the name, digest and day of the set, and stated by the station', async () => {
    const station = taken(await passing());
    const log = await (await office.desk.store.read()).list('audit', { reverse: true, limit: 1 });
    const octets = ruleSetOctets();
    expect(log[0]).toMatchObject({
      act: 'rule-set-passed',
      subjects: [
        station.stationId,
        'invented-1',
        bytesToHex(office.desk.sha256(octets)),
        '2026-11-23',
        '12-н',
      ],
    });
    const stated = readStatement(station.statement?.text ?? '');
    expect(stated?.recordSha256Hex).toBe(statedDigest(station, office.desk.sha256));
    expect(statedDigest({ ...station, heldRuleSets: [] }, office.desk.sha256)).not.toBe(
      stated?.recordSha256Hex,
    );
  });

  it('the worker states no record that lost, changed or can’t read a set', async () => {
    const before = taken(await passing());
    const officers = await (await office.desk.store.read()).list('officer');
    const state = (next: Station) => office.desk.custody.signStatement({ before, next, officers });
    const unfit = { ok: false, error: { type: 'NotStated', because: 'rule-set-unfit' } };
    const { heldRuleSets = [], ...without } = before;
    expect(await state({ ...without, ruleSet: firstRuleSet })).toEqual(unfit);
    expect(await state({ ...before, ruleSet: 'unheard-of' })).toEqual(unfit);
    const changed = heldRuleSets.map((held) => ({
      ...held,
      octets: ruleSetOctets({ names: { kk: 'а', ru: 'б', en: 'c' } }),
    }));
    expect(await state({ ...before, heldRuleSets: changed })).toEqual(unfit);
    expect((await state({ ...before, ceasedOn: day('2026-11-23') })).ok).toBe(true);
  });

  it('[N-3.1] under the order nothing is given for the other set’s term', async () => {
    const id = await approvedOf(office);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [id] });
    expect(taken(outcome?.result ?? { ok: false, error: 'none' }).notAfter).toBe('2027-11-23T03:59:59Z');
    expect(rulesOf(await stationNow())).toBe(rulesByKind.N);
  });
});
