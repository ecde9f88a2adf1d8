import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import type { Application, Confirmation } from '#domain/application/application.ts';
import { approvedPartOf } from '#domain/application/approval.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { confirmExamination, withdrawApproval } from '#operations/application/examine.ts';
import { correctApplication, receiveApplications } from '#operations/application/receive.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { setFourEyes } from '#operations/station/four-eyes.ts';
import { besideOf } from '#operations/station/change-officers.ts';
import { addOfficer, changeRoles, removeOfficer } from '#operations/station/officers.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  passphrase,
  taken,
} from '#tests/support/office-at-work.ts';
import { isApproved } from '#workers/custody/approval.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import {
  type Person,
  added,
  anOfficeWithPeople,
  officersOf,
  seated,
  theStation,
  unlockRequest,
  vaultOf,
} from '#tests/support/people-at-work.ts';

let office: OfficeAtWork;
let first: Person;
let registrar: Person;
let caOfficer: Person;
let words: readonly string[];

beforeAll(async () => {
  ({ office, first, words } = await anOfficeWithPeople());
  registrar = await added(office, 'Тіркеуші', ['registrar']);
  caOfficer = await added(office, 'Орталық қызметкері', ['ca-officer', 'registrar']);
  taken(await setFourEyes(office.desk, { on: true }));
  office.pass(60);
});

async function received(desk: Desk): Promise<Application> {
  const content = anIndividual();
  const applications = [{ content, request: await aRequest(content), scans: [] }];
  const [application] = taken(await receiveApplications(desk, { applications }));
  if (application === undefined) throw new Error('no application');
  return application;
}

const stepOf = (application: Application) => ({
  applicationId: application.id,
  contentDigest: contentDigest(application, sha256),
});

async function examined(desk: Desk, application: Application): Promise<Application> {
  let last = application;
  for (const clause of ['N-5.1', 'N-5.2'])
    last = taken(await confirmExamination(desk, { ...stepOf(application), clause, reasons: [] }));
  return last;
}

const besideOfRegistrar = () => ({ officerId: registrar.id, passphrase: registrar.passphrase });

const approve = (application: Application) => approveApplication(office.desk, stepOf(application));

describe('under four eyes', () => {
  it('who entered an application does not approve it, whoever examined it (D10) (K02)', async () => {
    const { desk } = office;
    await seated(office, first);
    const application = await received(desk);
    await seated(office, registrar);
    await examined(desk, application);
    await seated(office, first);
    expect(await approve(application)).toEqual({
      ok: false,
      error: { type: 'FourEyes', because: 'entered' },
    });
    await seated(office, caOfficer);
    taken(await approve(application));
    const [done] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(done?.result).toMatchObject({ ok: true });
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('who examined it, or corrected it, does not approve it (D10)', async () => {
    const { desk } = office;
    await seated(office, registrar);
    const application = await received(desk);
    await examined(desk, application);
    await seated(office, first);
    taken(await confirmExamination(desk, { ...stepOf(application), clause: 'N-5.2', reasons: [] }));
    expect(await approve(application)).toEqual({
      ok: false,
      error: { type: 'FourEyes', because: 'examined' },
    });
    await seated(office, caOfficer);
    const { content, request } = application;
    const email = 'other@example.kz';
    if (content.form !== 'N-F1' || request === undefined) throw new Error('another application');
    const other = { ...content, email };
    const corrected = taken(
      await correctApplication(desk, {
        applicationId: application.id,
        corrected: { content: other, request: await aRequest(other), scans: [] },
      }),
    );
    expect(corrected.correctedBy).toEqual([caOfficer.id]);
    await seated(office, registrar);
    const again = await examined(desk, corrected);
    await seated(office, caOfficer);
    expect(await approve(again)).toEqual({ ok: false, error: { type: 'FourEyes', because: 'entered' } });
    await seated(office, first);
    taken(await approve(again));
    office.pass(5);
    const reason = 'Қайта қаралады';
    taken(await withdrawApproval(desk, { ...stepOf(again), reason }));
  });

  it('the worker signs no approval of who is named as entering or examining, nor without others’ signatures (D10) (K02)', async () => {
    const { desk } = office;
    await seated(office, registrar);
    const open = await received(desk);
    const application = approvedPartOf(await examined(desk, open));
    const station = await theStation(desk);
    const vault = await vaultOf(desk, caOfficer);
    const sign = (change: Partial<typeof application> = {}) =>
      vault.signApprovals({
        ...{ station, officer: caOfficer.id, at: desk.clock.now() },
        applications: [{ ...application, ...change }],
      });
    const refused = { ok: false, error: { type: 'NotWarranted', because: 'four-eyes' } };
    expect(await sign()).toMatchObject({ ok: true });
    expect(await sign({ receivedBy: caOfficer.id })).toEqual(refused);
    expect(await sign({ correctedBy: [caOfficer.id] })).toEqual(refused);
    const { examination } = application;
    if (examination === undefined) throw new Error('not examined');
    const bent = (change: (confirmation: Confirmation) => object) =>
      sign({
        examination: {
          ...examination,
          confirmations: examination.confirmations.map((each) => ({ ...each, ...change(each) })),
        },
      });
    expect(await bent(() => ({}))).toMatchObject({ ok: true });
    expect(await bent(() => ({ officer: caOfficer.id }))).toEqual(refused);
    // In the name of another, over another clause, at another time, without a signature.
    expect(await bent(() => ({ officer: first.id }))).toEqual(refused);
    expect(await bent(() => ({ officer: 'ffffffff' }))).toEqual(refused);
    expect(await bent(({ clause }) => ({ clause: clause === 'N-5.1' ? 'N-5.2' : 'N-5.1' }))).toEqual(refused);
    office.pass(1);
    expect(await bent(() => ({ at: desk.clock.now() }))).toEqual(refused);
    expect(await bent(() => ({ signature: '' }))).toEqual(refused);
    // The confirmations of another application, which has the same content but for its key.
    const other = approvedPartOf(await examined(desk, await received(desk)));
    expect(await sign({ id: other.id })).toEqual(refused);
    const { confirmations = [] } = other.examination ?? {};
    expect(await sign({ examination: { ...examination, confirmations } })).toEqual(refused);
  });

  it('the worker counts no confirmation of who was removed, nor one of before the application (D10) (K05)', async () => {
    const { desk } = office;
    await seated(office, first);
    const third = await added(office, 'Төртінші', ['registrar'], besideOfRegistrar());
    await seated(office, registrar);
    const open = await received(desk);
    await seated(office, third);
    const application = approvedPartOf(await examined(desk, open));
    const sign = async (receivedAt = application.receivedAt) => {
      const vault = await vaultOf(desk, caOfficer);
      const station = await theStation(desk);
      return vault.signApprovals({
        ...{ station, officer: caOfficer.id, at: desk.clock.now() },
        applications: [{ ...application, ...(receivedAt === undefined ? {} : { receivedAt }) }],
      });
    };
    const refused = { ok: false, error: { type: 'NotWarranted', because: 'four-eyes' } };
    const at = desk.clock.now();
    const [signature = ''] = taken(await sign());
    expect(await sign(addSeconds(at, 60))).toEqual(refused);
    office.pass(60);
    await seated(office, first);
    taken(await removeOfficer(desk, { officerId: third.id, beside: besideOfRegistrar() }));
    expect(await sign()).toEqual(refused);
    await seated(office, caOfficer);
    expect(await approveApplication(desk, stepOf(open))).toMatchObject({ error: { because: 'gone' } });
    const by = { outcome: 'approved' as const, officer: caOfficer.id, at, signature };
    const decision = { ...by, contentDigest: contentDigest(application, sha256), grounds: [] };
    const [anchor, officers] = [await theStation(desk), await officersOf(desk)];
    expect(await isApproved({ ...application, decision }, anchor, { anchor, officers })).toBe(true);
  });

  it('the worker confirms in the name of who has opened it alone, and by that key', async () => {
    const { desk } = office;
    await seated(office, registrar);
    const application = approvedPartOf(await received(desk));
    const station = await theStation(desk);
    const vault = await vaultOf(desk, registrar);
    const at = desk.clock.now();
    const sign = (officer: string) =>
      vault.signConfirmation({ station, application, clause: 'N-5.1', officer, at });
    expect(await sign(registrar.id)).toMatchObject({ ok: true });
    expect(await sign(first.id)).toMatchObject({ error: { because: 'four-eyes' } });
  });

  it('the recovery words are no second person (D10)', async () => {
    const { desk } = office;
    await seated(office, registrar);
    const application = await received(desk);
    await examined(desk, application);
    desk.custody.lock();
    office.pass(60);
    taken(await unlockStation(desk, { officerId: caOfficer.id, secret: { words } }));
    office.pass(1);
    expect(await approve(application)).toMatchObject({
      error: { type: 'NotWarranted', because: 'four-eyes' },
    });
    office.pass(60);
    await seated(office, first);
  });

  it('a certificate follows no approval that one person could have given alone (D10)', async () => {
    const { desk } = office;
    await seated(office, registrar);
    const open = await received(desk);
    await examined(desk, open);
    await seated(office, caOfficer);
    const approved = taken(await approve(open));
    const station = await theStation(desk);
    const officers = await officersOf(desk);
    const keys = { anchor: station, officers };
    expect(await isApproved(approvedPartOf(approved), station, keys)).toBe(true);
    const { examination } = approved;
    if (examination === undefined) throw new Error('not examined');
    const own = examination.confirmations.map((each) => ({ ...each, officer: caOfficer.id }));
    const bent = { ...approvedPartOf(approved), examination: { ...examination, confirmations: own } };
    expect(await isApproved(bent, station, keys)).toBe(false);
    const off = { settings: { ...station.settings, fourEyes: false } };
    expect(await isApproved(bent, off, keys)).toBe(true);
  });
});

describe('four eyes', () => {
  it('are set where there are two to keep them, and kept through other settings and other officers', async () => {
    const alone = await anOfficeWithPeople();
    expect(await setFourEyes(alone.office.desk, { on: true })).toMatchObject({
      error: { type: 'FourEyesTooFew' },
    });
    const { desk } = office;
    await seated(office, first);
    const { settings, addresses } = await theStation(desk);
    taken(await changeSettings(desk, { settings: { crlValidityDays: 7, lockMinutes: 6 }, addresses }));
    expect((await theStation(desk)).settings).toEqual({ crlValidityDays: 7, lockMinutes: 6, fourEyes: true });
    expect(settings.fourEyes).toBe(true);
    office.pass(5);
    const third = await added(office, 'Үшінші', ['administrator'], besideOfRegistrar());
    taken(await removeOfficer(desk, { officerId: third.id, beside: besideOfRegistrar() }));
    expect((await theStation(desk)).settings.fourEyes).toBe(true);
  });

  it('keep back a change of officers that would leave too few for them (D11)', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const second = await added(made.office, 'Тіркеуші', ['registrar']);
    taken(await setFourEyes(desk, { on: true }));
    made.office.pass(5);
    const tooFew = { error: { type: 'FourEyesTooFew' } };
    expect(await removeOfficer(desk, { officerId: second.id })).toMatchObject(tooFew);
    expect(await changeRoles(desk, { officerId: second.id, roles: ['auditor'] })).toMatchObject(tooFew);
    const vault = await vaultOf(desk, made.first);
    const { station, officers, first: files, second: copy } = await unlockRequest(desk, made.first);
    const at = desk.clock.now();
    const ended = officers.map((each) =>
      each.id === second.id ? { ...each, roles: [...(each.roles ?? []), { from: at, roles: [] }] } : each,
    );
    expect(
      await vault.changeOfficers({
        ...{ before: station, next: station, officersBefore: officers, officers: ended },
        copies: { first: files, second: copy },
        ...besideOf(files, { officerId: second.id, passphrase: second.passphrase }),
      }),
    ).toMatchObject({ error: { type: 'NotStated', because: 'four-eyes' } });
  });

  it('take a second officer’s passphrase for each change of officers, of the operation and of the worker (D10)', async () => {
    const { desk } = office;
    await seated(office, first);
    const needed = { error: { type: 'SecondOfficerNeeded', fourEyes: true } };
    const secrets = { passphrase: 'ойдан шыққан', again: 'ойдан шыққан' };
    const invented = { name: 'Ойдан', position: 'М', roles: ['registrar' as const], ...secrets };
    expect(await addOfficer(desk, invented)).toMatchObject(needed);
    const raised = { officerId: caOfficer.id, roles: ['administrator', 'ca-officer'] as const };
    expect(await changeRoles(desk, raised)).toMatchObject(needed);
    expect(await removeOfficer(desk, { officerId: caOfficer.id })).toMatchObject(needed);
    const self = { officerId: first.id, passphrase };
    expect(await changeRoles(desk, { ...raised, beside: self })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    const { station, officers, first: files, second: copy } = await unlockRequest(desk, first);
    const from = desk.clock.now();
    const request = {
      ...{ before: station, next: station, officersBefore: officers },
      officers: officers.map((each) =>
        each.id === caOfficer.id
          ? { ...each, roles: [...(each.roles ?? []), { from, roles: ['registrar' as const] }] }
          : each,
      ),
      copies: { first: files, second: copy },
    };
    const alone = await vaultOf(desk, first);
    expect(await alone.changeOfficers(request)).toMatchObject(needed);
    const beside = besideOf(files, besideOfRegistrar());
    expect(await alone.changeOfficers({ ...request, ...beside })).toMatchObject({ ok: true });
    const byWords = new KeyVault();
    taken(await byWords.unlockByRecovery({ ...(await unlockRequest(desk, first)), words }));
    expect(await byWords.changeOfficers(request)).toMatchObject(needed);
    expect(await byWords.changeOfficers({ ...request, ...beside })).toMatchObject({ ok: true });
    const ofNamed = besideOf(files, self);
    expect(await byWords.changeOfficers({ ...request, ...ofNamed })).toMatchObject({ ok: true });
    office.pass(5);
    const changed = taken(await changeRoles(desk, { ...raised, beside: besideOfRegistrar() }));
    expect(changed.roles?.at(-1)?.roles).toEqual(raised.roles);
    office.pass(60);
  });

  it('take a second officer’s passphrase to be lifted, of the operation and of the worker', async () => {
    const { desk } = office;
    await seated(office, first);
    const lift = (officerId: string, secret: string) =>
      setFourEyes(desk, { on: false, beside: { officerId, passphrase: secret } });
    const wrong = { error: { type: 'DamagedOrWrongKey' } };
    expect(await lift(registrar.id, 'қате')).toMatchObject(wrong);
    expect(await lift(first.id, passphrase)).toMatchObject(wrong);
    expect(await lift('ffffffff', passphrase)).toMatchObject(wrong);
    const before = await theStation(desk);
    const { fourEyes, ...settings } = before.settings;
    expect(fourEyes).toBe(true);
    const vault = await vaultOf(desk, first);
    const next = { ...before, settings };
    expect(await vault.signStatement({ before, next, officers: await officersOf(desk) })).toEqual({
      ok: false,
      error: { type: 'NotStated', because: 'four-eyes' },
    });
    expect((await theStation(desk)).settings.fourEyes).toBe(true);
    office.pass(5);
    taken(await lift(registrar.id, registrar.passphrase));
    expect((await theStation(desk)).settings.fourEyes).toBeUndefined();
    const line = (await (await desk.store.read()).list('audit')).findLast(
      ({ act }) => act === 'four-eyes-lifted',
    );
    expect([line?.officer, line?.subjects.at(-1)]).toEqual([first.id, registrar.id]);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('hold from the moment of their commit: no record of before is approved by in the same vault (D10)', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    await added(made.office, 'Тіркеуші', ['registrar']);
    const older = await theStation(desk);
    const application = await examined(desk, await received(desk));
    const signed = () =>
      desk.custody.signApprovals({
        ...{ station: older, officer: made.first.id, at: desk.clock.now() },
        applications: [approvedPartOf(application)],
      });
    expect(await signed()).toMatchObject({ ok: true });
    made.office.pass(5);
    taken(await setFourEyes(desk, { on: true }));
    expect(await signed()).toMatchObject({ error: { because: 'station-unproven' } });
  });

  it('ask for a new examination of what was confirmed before they were set', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const own = await added(made.office, 'Тіркеуші', ['registrar']);
    await seated(made.office, own);
    const application = await received(desk);
    await examined(desk, application);
    await seated(made.office, made.first);
    taken(await setFourEyes(desk, { on: true }));
    made.office.pass(5);
    const step = stepOf(application);
    expect(await approveApplication(desk, step)).toMatchObject({
      error: { type: 'FourEyes', because: 'unsigned' },
    });
    await seated(made.office, own);
    await examined(desk, application);
    await seated(made.office, made.first);
    expect(await approveApplication(desk, step)).toMatchObject({ ok: true });
  });
});
