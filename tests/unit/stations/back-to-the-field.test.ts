import { beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Application } from '#domain/application/application.ts';
import { answeredCertificatePaper, answeredRefusalPaper } from '#domain/form/answered-papers.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { openScan } from '#operations/application/scan.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { handOver } from '#operations/exchange/hand-over.ts';
import { makeExchangePackage } from '#operations/exchange/make-package.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import { registerFaults } from '#operations/soundness.ts';
import { passToRuleSet } from '#operations/station/pass-to-rule-set.ts';
import { changeCalendar } from '#operations/station/settings.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { joined } from '#tests/support/chain-at-work.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
import { picture } from '#tests/support/picture.ts';
import { type OfficeAtWork, aRequest, anIndividual, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import {
  type Stations,
  aFieldStation,
  digestOfStation,
  handedIn,
  pair,
  pairedStations,
  receipt,
  sent,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;

beforeEach(async () => {
  stations = await pairedStations();
});

async function applicationAt({ desk }: OfficeAtWork, id: string): Promise<Application> {
  const application = await (await desk.store.read()).get('application', id);
  if (application === undefined) throw new Error('no application');
  return application;
}

/** Everything that the field station took in lies at the authority. */
async function carriedIn(): Promise<void> {
  const { authority, field } = stations;
  taken(await tookIn(authority, (await sent(field, authority)).file));
}

async function carriedBack(which: 'all' | 'urgent' = 'all') {
  const { authority, field } = stations;
  return taken(await tookIn(field, (await sent(authority, field, which)).file));
}

async function examined(id: string) {
  const { desk } = stations.authority;
  const application = await applicationAt(stations.authority, id);
  const command = { applicationId: id, contentDigest: contentDigest(application, desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
  return command;
}

async function issuedAtAuthority(id: string): Promise<string> {
  const { desk } = stations.authority;
  taken(await approveApplication(desk, await examined(id)));
  const [outcome] = await issueCertificates(desk, { applicationIds: [id] });
  if (outcome?.result.ok !== true) throw new Error('not issued');
  return outcome.result.value.id;
}

describe('what an authority sends back', () => {
  it('is the certificate, which is handed over and reported (N-6, N-7)', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    const serialNumber = await issuedAtAuthority(id);
    expect(await carriedBack()).toMatchObject({ type: 'taken', record: { declined: [] } });
    const { answer, decision } = await applicationAt(field, id);
    expect(answer).toMatchObject({ outcome: 'issued', certificate: { serialNumber, number: 1 } });
    expect(decision).toBeUndefined();
    const context = {
      station: await stationOf(field),
      officers: [],
      rules: rulesOf(await stationOf(field)),
      sha256: field.desk.sha256,
    };
    expect(answeredCertificatePaper(context, await applicationAt(field, id))).not.toBeNull();
    field.pass(60);
    const handed = { applicationId: id, way: 'paper' as const, recipient: 'Серікова Айгүл, жеке куәлік 034' };
    const delivery = taken(await handOver(field.desk, handed));
    authority.pass(3600);
    await carriedIn();
    const [reported] = await (
      await authority.desk.store.read()
    ).list('delivery', {
      ...{ index: 'serialNumber', only: serialNumber },
    });
    const { way, recipient, at } = delivery;
    expect(reported).toMatchObject({ way, recipient, at, serialNumber });
    expect(reported?.fromStation?.station).toBe(await digestOfStation(field));
    taken(await tookIn(field, await receipt(authority, field)));
    const peer = await digestOfStation(authority);
    expect(await makeExchangePackage(field.desk, { peer })).toMatchObject({
      error: { type: 'NothingToSend' },
    });
    for (const { desk } of [authority, field]) expect(await registerFaults(desk)).toEqual([]);
  });

  it('is sent until it is acknowledged, and not after', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    await issuedAtAuthority(id);
    const peer = await digestOfStation(field);
    await sent(authority, field);
    const second = await sent(authority, field);
    taken(await tookIn(field, second.file));
    taken(await tookIn(authority, await receipt(field, authority)));
    expect(await makeExchangePackage(authority.desk, { peer })).toMatchObject({
      error: { type: 'NothingToSend' },
    });
  });

  it('is a refusal with its grounds, which the field station prints (N-5)', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    const grounds = [{ ground: 'document-missing', text: 'сенімхат жоқ' }];
    taken(await refuseApplication(authority.desk, { ...(await examined(id)), grounds }));
    await carriedBack();
    const application = await applicationAt(field, id);
    expect(application.answer).toMatchObject({ outcome: 'refused', grounds });
    const context = {
      station: await stationOf(field),
      officers: [],
      rules: rulesOf(await stationOf(field)),
      sha256: field.desk.sha256,
    };
    expect(JSON.stringify(answeredRefusalPaper(context, application))).toContain('сенімхат жоқ');
    const handed = { applicationId: id, way: 'paper' as const, recipient: 'Серікова' };
    expect(await handOver(field.desk, handed)).toEqual({ ok: false, error: { type: 'AnswerMissing' } });
    const reading = await field.desk.store.read();
    expect(await reading.list('application', { index: 'waiting' })).toEqual([]);
  });

  it('tells of one that could not be registered, so that its applicant is told', async () => {
    const { authority, field } = stations;
    await handedIn(authority, applicants[0]);
    const { id } = await handedIn(field, applicants[0]);
    const { file } = await sent(field, authority);
    taken(await tookIn(authority, file, { [id]: 'declined' }));
    await carriedBack();
    expect((await applicationAt(field, id)).answer).toMatchObject({
      ...{ outcome: 'declined', because: 'SamePerson' },
    });
  });

  it('is first an approval and then the certificate; an older medium takes nothing back (C04)', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    taken(await approveApplication(authority.desk, await examined(id)));
    const early = await sent(authority, field);
    const [outcome] = await issueCertificates(authority.desk, { applicationIds: [id] });
    expect(outcome?.result.ok).toBe(true);
    await carriedBack();
    expect(taken(await tookIn(field, early.file)).type).toBe('covered');
    expect((await applicationAt(field, id)).answer?.outcome).toBe('issued');
  });
});

describe('an authority under a Root', () => {
  it('is known to the field station with its path, and so is what it issues', async () => {
    const { national } = await joined();
    const field = await aFieldStation();
    stations = { authority: national, field };
    await pair(stations);
    expect((await stationOf(field)).chainDer).toEqual((await stationOf(national)).chainDer);
    expect((await stationOf(field)).chainDer).toHaveLength(1);
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    await issuedAtAuthority(id);
    await carriedBack();
    expect((await applicationAt(field, id)).answer?.outcome).toBe('issued');
    expect(await registerFaults(field.desk)).toEqual([]);
  });
});

describe('what revokes, on its way back', () => {
  it('comes at once: the decision, and the list that has it (N-9, N-11)', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    const serialNumber = await issuedAtAuthority(id);
    await carriedBack();
    const entry = await (await authority.desk.store.read()).get('entry', serialNumber);
    if (entry === undefined) throw new Error('no entry');
    const brought = taken(
      await receiveRevocation(field.desk, {
        ...{ serialNumber, ground: 'key-compromise', source: applicationToRevoke(entry) },
      }),
    );
    await carriedIn();
    authority.pass(60);
    taken(await decideRevocation(authority.desk, { caseId: brought.id, confirmedCorrect: true }));
    const list = taken(await signCrl(authority.desk));
    field.pass(120);
    expect(await carriedBack('urgent')).toMatchObject({ type: 'taken', record: { declined: [] } });
    const reading = await field.desk.store.read();
    expect((await reading.get('revocation', brought.id))?.answer).toMatchObject({ outcome: 'revoked' });
    const [held] = await reading.list('issuerCrl');
    expect(held?.crlNumber).toBe(list.crlNumber);
    const handed = { applicationId: id, way: 'paper' as const, recipient: 'Серікова' };
    expect(await handOver(field.desk, handed)).toMatchObject({ error: { type: 'HandedRevoked' } });
    expect(await registerFaults(field.desk)).toEqual([]);
  });

  it('is a refusal with its reason', async () => {
    const { authority, field } = stations;
    const { id } = await handedIn(field, applicants[0]);
    await carriedIn();
    const serialNumber = await issuedAtAuthority(id);
    const entry = await (await authority.desk.store.read()).get('entry', serialNumber);
    if (entry === undefined) throw new Error('no entry');
    const source = applicationToRevoke(entry);
    const command = { serialNumber, ground: 'key-compromise', source };
    const brought = taken(await receiveRevocation(field.desk, command));
    await carriedIn();
    taken(await refuseRevocation(authority.desk, { caseId: brought.id, text: 'қолы жоқ' }));
    await carriedBack();
    const found = await (await field.desk.store.read()).get('revocation', brought.id);
    expect(found?.answer).toMatchObject({ outcome: 'refused', text: 'қолы жоқ' });
    // It may be brought again.
    expect((await receiveRevocation(field.desk, command)).ok).toBe(true);
  });
});

describe('what a field station works by', () => {
  it('follows the calendar that its authority has changed, and back again', async () => {
    const { authority, field } = stations;
    const before = await officeCalendar(await authority.desk.store.read());
    for (const rows of [before.slice(1), before]) {
      taken(await changeCalendar(authority.desk, { rows }));
      await carriedBack();
      expect(await officeCalendar(await field.desk.store.read())).toEqual(rows);
      taken(await tookIn(authority, await receipt(field, authority)));
    }
    expect(await registerFaults(field.desk)).toEqual([]);
  });

  it('is the set of rules that its authority has passed to, also through a medium of urgent items alone (K08)', async () => {
    const { authority, field } = stations;
    const octets = ruleSetOctets();
    const sha256Hex = bytesToHex(authority.desk.sha256(octets));
    const order = { number: '12-н', date: '2026-11-20' as CalendarDate };
    const command = { octets, sha256Hex, from: '2026-11-23' as CalendarDate, order };
    const { id } = await handedIn(field, applicants[0]);
    const { ruleSet } = taken(await passToRuleSet(authority.desk, command));
    // What was taken in under the earlier set is taken in by the authority all the same.
    await carriedIn();
    expect((await applicationAt(authority, id)).ruleSet).not.toBe(ruleSet);
    await carriedBack('urgent');
    expect(await stationOf(field)).toMatchObject({ ruleSet, heldRuleSets: [{ id: ruleSet, sha256Hex }] });
    const day = (text: string) => text as CalendarDate;
    const term = { date: day('2026-11-20'), validUntil: day('2026-12-31') };
    const paid = { kind: 'payment-receipt', number: '77', issuer: 'Банк', ...term };
    const later = await handedIn(field, { ...applicants[1], documents: [paid] });
    expect(later.ruleSet).toBe(ruleSet);
    await carriedIn();
    expect((await applicationAt(authority, later.id)).ruleSet).toBe(ruleSet);
    for (const { desk } of [authority, field]) expect(await registerFaults(desk)).toEqual([]);
  });
});

function documentsOf({ content }: Application) {
  return content.form === 'N-F1' ? content.documents : [];
}

describe('a scan that two applications show', () => {
  it('goes with either, in whichever package it came first', async () => {
    const { authority, field } = stations;
    const first = await handedIn(field, applicants[0], true);
    await carriedIn();
    const { desk } = field;
    const content = anIndividual({ ...applicants[1], documents: documentsOf(first) });
    const received = { content, request: await aRequest(content), scans: [] };
    const [second] = taken(await receiveApplications(desk, { applications: [received] }));
    const { file } = await sent(field, authority);
    expect(taken(await tookIn(authority, file))).toMatchObject({
      entered: 1,
      same: 1,
      record: { declined: [] },
    });
    expect((await applicationAt(authority, second?.id ?? '')).content).toEqual(content);
    const attachmentId = first.content.documents[0]?.attachmentId ?? '';
    expect(taken(await openScan(authority.desk, attachmentId)).octets).toEqual(picture);
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('enters once where both are in one package', async () => {
    const { authority, field } = stations;
    const first = await handedIn(field, applicants[0], true);
    const content = anIndividual({ ...applicants[1], documents: documentsOf(first) });
    const received = { content, request: await aRequest(content), scans: [] };
    taken(await receiveApplications(field.desk, { applications: [received] }));
    await carriedIn();
    const reading = await authority.desk.store.read();
    expect(await reading.count('application')).toBe(2);
    expect(await reading.count('attachment')).toBe(1);
    const attachmentId = first.content.documents[0]?.attachmentId ?? '';
    expect(taken(await openScan(authority.desk, attachmentId)).octets).toEqual(picture);
    expect(await registerFaults(authority.desk)).toEqual([]);
  });
});
