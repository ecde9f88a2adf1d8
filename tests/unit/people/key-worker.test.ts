import { beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import type { ApprovedApplication } from '#domain/application/approval.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import type { AuditAct } from '#domain/audit/audit-act.ts';
import { type WrittenLine, genesisHash, payloadDigest } from '#domain/audit/audit-record.ts';
import { rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { type Role, roles, workingRoles } from '#domain/authority/roles.ts';
import { auditActs } from '#domain/audit/audit-act.ts';
import type { Station } from '#domain/authority/station.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { beginRenewal } from '#operations/station/renewal.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { exportLog } from '#operations/audit/export-log.ts';
import { changeRoles } from '#operations/station/officers.ts';
import { makeExchangePackage } from '#operations/exchange/make-package.ts';
import { statedStation } from '#operations/stated-station.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import type { SignRequest } from '#ports/custody.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  aRequest,
  anIndividual,
  approvedOf,
  issued,
  taken,
} from '#tests/support/office-at-work.ts';
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
let people: Readonly<Record<Role, Person>>;
let issuedOne: { readonly application: Application; readonly tbs: Uint8Array };

beforeAll(async () => {
  const made = await anOfficeWithPeople();
  ({ office, first } = made);
  const entry = await issued(office);
  const reading = await office.desk.store.read();
  const application = await reading.get('application', entry.applicationId);
  const certificate = await reading.get('certificate', entry.id);
  if (application === undefined || certificate === undefined) throw new Error('nothing issued');
  issuedOne = { application, tbs: taken(readCertificate(certificate.der)).tbs.der };
  office.pass(60);
  people = {
    administrator: await added(office, 'Әкімші', ['administrator']),
    registrar: await added(office, 'Тіркеуші', ['registrar']),
    'ca-officer': await added(office, 'Орталық қызметкері', ['ca-officer']),
    auditor: await added(office, 'Аудитор', ['auditor']),
  };
});

const at = (vault: Pick<KeyVault, 'signAsAuthority'>, station: Station, change: Partial<SignRequest> = {}) =>
  vault.signAsAuthority({
    ...{ what: 'certificates', station, tbs: [issuedOne.tbs], approved: [issuedOne.application] },
    ...{ suite: station.suite, spkiDer: station.authoritySpkiDer },
    ...change,
  });

const lineBy = (officer: string, act: AuditAct): WrittenLine => ({
  ...{ seq: 9, time: office.desk.clock.now(), officer, act, subjects: [] },
  ...{ writes: [], payloadDigest: payloadDigest([], sha256), previous: genesisHash },
});

describe('the key worker, asked past every page and operation', () => {
  it('signs as the authority for a CA officer alone: to the others’ vaults the key is not there (K04) (D13)', async () => {
    const station = await theStation(office.desk);
    for (const role of ['administrator', 'registrar', 'auditor'] as const) {
      const vault = await vaultOf(office.desk, people[role]);
      for (const what of ['certificates', 'crl', 'certification-request'] as const)
        expect(await at(vault, station, { what }), role).toEqual({ ok: false, error: { type: 'Locked' } });
      await expect(vault.makeAuthorityKey({ generation: 2, suite: 'ecdsa-p256' })).rejects.toThrow();
    }
    const vault = await vaultOf(office.desk, people['ca-officer']);
    expect(await at(vault, station)).toMatchObject({ ok: true });
  });

  it('signs no line of another role in the own name or the station’s (K04)', async () => {
    for (const role of roles) {
      const person = people[role];
      const vault = await vaultOf(office.desk, person);
      for (const act of auditActs)
        for (const [officer, may] of [
          [person.id, rolesOfAct(act).includes(role)],
          ['station', false],
        ] as const) {
          const signed = vault.signActs([lineBy(officer, act)]).then(
            () => true,
            () => false,
          );
          expect(await signed, `${role}: ${act}`).toBe(may);
        }
      await expect(vault.signActs([lineBy(first.id, 'station-opened')])).rejects.toThrow('somebody else');
    }
  });

  it('has nothing of the station’s to sign with for an auditor, and no scans', async () => {
    const vault = await vaultOf(office.desk, people.auditor);
    const station = await theStation(office.desk);
    await expect(vault.signDetached(new Uint8Array([1]), '2026-11-23T04:00:00Z')).rejects.toThrow('not open');
    await expect(vault.signCheckpoint({ size: 1, root: new Uint8Array(32) })).rejects.toThrow('not open');
    const scan = taken(await vault.encrypt(new TextEncoder().encode('%PDF-1.7'), 'scans'));
    expect(await vault.decryptScan(scan)).toEqual({ ok: false, error: { type: 'DamagedOrWrongKey' } });
    const notOfRole = { ok: false, error: { type: 'NotWarranted', because: 'not-your-role' } };
    expect(await vault.openExchange({ station, file: scan })).toEqual(notOfRole);
    const sealed = { station, receiver: '', zip: scan, at: office.desk.clock.now() };
    expect(await vault.sealExchange(sealed)).toEqual(notOfRole);
    const registrars = await vaultOf(office.desk, people.registrar);
    expect(await registrars.decryptScan(scan)).toMatchObject({ ok: true });
    const administrators = await vaultOf(office.desk, people.administrator);
    expect(await administrators.decryptScan(scan)).toMatchObject({ ok: false });
  });

  it('has nothing of the station’s to sign with for a registrar where certificates are decided on (K04)', async () => {
    const { desk } = office;
    const vault = await vaultOf(desk, people.registrar);
    await expect(vault.signDetached(new Uint8Array([1]), '2026-11-23T04:00:00Z')).rejects.toThrow('not open');
    await expect(vault.signCheckpoint({ size: 1, root: new Uint8Array(32) })).rejects.toThrow('not open');
    const station = await theStation(desk);
    const sealed = { station, receiver: '', zip: new Uint8Array([1]), at: desk.clock.now() };
    expect(await vault.sealExchange(sealed)).toMatchObject({ error: { because: 'not-your-role' } });
    // A row that says that it is a field station brings nobody to the key.
    const request = await unlockRequest(desk, people.registrar);
    const bent = new KeyVault();
    taken(await bent.unlock({ ...request, station: { ...station, purpose: 'field' } }));
    await expect(bent.signCheckpoint({ size: 1, root: new Uint8Array(32) })).rejects.toThrow('not open');
    await seated(office, people.registrar);
    const refused = {
      error: { type: 'NotYourRole', needed: ['administrator', 'ca-officer'] },
    };
    expect(await makeRegisterBackup(desk)).toMatchObject(refused);
    expect(await makeExchangePackage(desk, { peer: 'ab' })).toMatchObject(refused);
    const epoch = { ...station, epoch: station.epoch + 1 };
    expect(await statedStation(desk, await desk.store.read(), station, epoch)).toMatchObject(refused);
    expect((await exportLog(desk)).length).toBeGreaterThan(0);
    await seated(office, first);
  });

  it('states for an administrator what is an administrator’s, for a CA officer what is a CA officer’s', async () => {
    const { desk } = office;
    const [before, officers] = [await theStation(desk), await officersOf(desk)];
    const settings = { ...before.settings, lockMinutes: 7 };
    const say = async (role: Role, next: Partial<Station>) => {
      const vault = await vaultOf(desk, people[role]);
      const signed = await vault.signStatement({ before, next: { ...before, ...next }, officers });
      return signed.ok ? 'signed' : signed.error;
    };
    const notOfRole = { type: 'NotStated', because: 'not-your-role' };
    const ceasedOn = '2026-12-31' as never;
    const pairingAsked = { nonce: '00', at: desk.clock.now() };
    for (const [role, mayOffice, mayCease] of [
      ['administrator', true, false],
      ['registrar', false, false],
      ['ca-officer', false, true],
      ['auditor', false, false],
    ] as const) {
      expect(await say(role, { settings }), role).toEqual(mayOffice ? 'signed' : notOfRole);
      expect(await say(role, { pairingAsked }), role).toEqual(mayOffice ? 'signed' : notOfRole);
      expect(await say(role, { ceasedOn }), role).toEqual(mayCease ? 'signed' : notOfRole);
      expect(await say(role, { ceasedOn, settings }), role).toEqual(notOfRole);
    }
    const vault = await vaultOf(desk, people.registrar);
    const [notBefore, validUntil] = ['2026-11-23T04:00:00Z', '2027-11-23T04:00:00Z'] as never[];
    const request = new Uint8Array([1]);
    expect(
      await vault.attestFieldStation({
        ...{ station: before, request, notBefore: notBefore as never, validUntil: validUntil as never },
      }),
    ).toMatchObject({ error: { because: 'not-your-role' } });
  });

  it('signs approvals for a CA officer alone (K04)', async () => {
    const station = await theStation(office.desk);
    const { decision, ...undecided } = issuedOne.application;
    expect(decision?.outcome).toBe('approved');
    for (const role of workingRoles) {
      const person = people[role];
      const vault = await vaultOf(office.desk, person);
      const moment = office.desk.clock.now();
      const signed = await vault.signApprovals({
        ...{ station, officer: person.id, at: moment, applications: [undecided] },
      });
      if (role === 'ca-officer') expect(signed.ok).toBe(true);
      else
        expect(signed, role).toEqual({
          ok: false,
          error: { type: 'NotWarranted', because: 'not-your-role' },
        });
    }
  });

  it('certifies for no approval that a registrar has signed with the own or the station’s key', async () => {
    const { desk } = office;
    const station = await theStation(desk);
    const words = taken(await (await vaultOf(desk, first)).encrypt(new Uint8Array([1]), 'scans'));
    expect(words.length).toBeGreaterThan(0);
    // By a vault that was opened while its owner was a CA officer.
    const other = await added(office, 'Бұрынғы', ['registrar', 'ca-officer']);
    const stale = await vaultOf(desk, other);
    const { decision, ...undecided } = issuedOne.application;
    const moment = desk.clock.now();
    const [signature = ''] = taken(
      await stale.signApprovals({
        ...{ station: await theStation(desk), officer: other.id, at: moment, applications: [undecided] },
      }),
    );
    if (decision === undefined) throw new Error('not approved');
    const approved = { ...undecided, decision: { ...decision, officer: other.id, at: moment, signature } };
    office.pass(5);
    taken(await changeRoles(desk, { officerId: other.id, roles: ['registrar'] }));
    const vault = await vaultOf(desk, people['ca-officer']);
    const now = await theStation(desk);
    const { content } = issuedOne.application;
    expect(content.form).toBe('N-F1');
    expect(await at(vault, now, { approved: [approved] })).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'not-approved' },
    });
    expect(station.statement?.text).not.toBe(now.statement?.text);
  });
});

describe('a decision’s record that was copied', () => {
  const refused = { ok: false, error: { type: 'NotWarranted', because: 'not-approved' } };
  let vault: KeyVault;
  let station: Station;

  beforeAll(async () => {
    vault = await vaultOf(office.desk, people['ca-officer']);
    station = await theStation(office.desk);
  });

  it('is worth its own application (K01)', async () => {
    expect(await at(vault, station)).toMatchObject({ ok: true });
  });

  it('to another application is refused by the worker (K01)', async () => {
    const { application } = issuedOne;
    const copied: readonly Partial<ApprovedApplication>[] = [
      { id: 'ffff' },
      { content: { ...anIndividual(), surname: 'Басқа' } },
      { content: aLegalEntity() },
      { request: await aRequest() },
      { ruleSet: 'another' },
    ];
    for (const other of copied)
      expect(await at(vault, station, { approved: [{ ...application, ...other }] })).toEqual(refused);
  });

  it('to another station is refused by the worker (K01)', async () => {
    const there = await anOfficeWithPeople();
    const { desk } = there.office;
    const strangers = await vaultOf(desk, there.first);
    expect(await at(strangers, await theStation(desk))).toMatchObject({ ok: false });
    // The very same application, examined and signed there, is worth nothing here.
    const { decision, ...undecided } = issuedOne.application;
    if (decision === undefined) throw new Error('not approved');
    const officer = there.first.id;
    const [signature = ''] = taken(
      await strangers.signApprovals({
        ...{ station: await theStation(desk), officer, at: decision.at, applications: [undecided] },
      }),
    );
    for (const named of [officer, decision.officer]) {
      const approved = { ...undecided, decision: { ...decision, officer: named, signature } };
      expect(await at(vault, station, { approved: [approved] })).toEqual(refused);
    }
  });

  it('beside an older statement is refused by the worker (K01)', async () => {
    const { desk } = office;
    const older = await theStation(desk);
    await seated(office, people.administrator);
    const { settings, addresses } = older;
    taken(await changeSettings(desk, { settings: { ...settings, lockMinutes: 9 }, addresses }));
    await seated(office, first);
    const unproven = { ok: false, error: { type: 'NotWarranted', because: 'station-unproven' } };
    const newer = await vaultOf(desk, people['ca-officer']);
    expect(await at(newer, older)).toEqual(unproven);
    expect(await at(newer, { ...older, settings: (await theStation(desk)).settings })).toEqual(unproven);
    expect(await at(newer, await theStation(desk))).toMatchObject({ ok: true });
  });

  it('beside a statement that the vault has gone past is refused too (K01)', async () => {
    const { desk } = office;
    const older = await theStation(desk);
    const open = await vaultOf(desk, people['ca-officer']);
    await added(office, 'Тағы бірі', ['registrar']);
    const { statement } = await theStation(desk);
    if (statement === undefined) throw new Error('no statement');
    expect(await open.followStatement({ ...statement, signature: new Uint8Array(64) })).toBe(false);
    expect(await open.followStatement(statement)).toBe(true);
    if (older.statement !== undefined) expect(await open.followStatement(older.statement)).toBe(false);
    expect(await at(open, older)).toMatchObject({ error: { because: 'station-unproven' } });
  });

  it('beside a statement older than one that the vault has stated upon is refused too (K01)', async () => {
    const { desk } = office;
    const open = await vaultOf(desk, people['ca-officer']);
    const older = await theStation(desk);
    await added(office, 'Және бірі', ['registrar']);
    const newer = await theStation(desk);
    expect(await at(open, older)).toMatchObject({ ok: true });
    const next = { ...newer, ceasedOn: '2026-12-31' as never };
    const officers = await officersOf(desk);
    // Twice: a commit that was overtaken is tried again upon the same record.
    for (let i = 0; i < 2; i++) taken(await open.signStatement({ before: newer, next, officers }));
    expect(await at(open, older)).toMatchObject({ error: { because: 'station-unproven' } });
    const again = { before: older, next: { ...older, ceasedOn: next.ceasedOn }, officers };
    expect(await open.signStatement(again)).toMatchObject({ error: { type: 'StatementInvalid' } });
  });
});

describe('an officer at the desk', () => {
  it('is refused what another role does, and told who has it (K04)', async () => {
    const { desk } = office;
    await seated(office, first);
    const applicationId = await approvedOf(office, anIndividual({ iin: '900101300017' }));
    const content = anIndividual({ iin: '910101300015' });
    const [open] = taken(
      await receiveApplications(desk, { applications: [{ content, request: await aRequest(), scans: [] }] }),
    );
    if (open === undefined) throw new Error('no application');
    const ofCa = {
      type: 'NotYourRole',
      needed: ['ca-officer'],
      holders: expect.arrayContaining([first.name, 'Орталық қызметкері']) as unknown,
    };
    for (const role of ['administrator', 'registrar', 'auditor'] as const) {
      await seated(office, people[role]);
      const [outcome] = await issueCertificates(desk, { applicationIds: [applicationId] });
      expect(outcome?.result, role).toEqual({ ok: false, error: ofCa });
      expect(await signCrl(desk), role).toEqual({ ok: false, error: ofCa });
      const command = { applicationId: open.id, contentDigest: contentDigest(open, sha256) };
      const approve = approveApplication(desk, command);
      expect(await approve, role).toEqual({ ok: false, error: ofCa });
    }
    expect(await beginRenewal(desk, {} as never)).toMatchObject({ ok: false });
    const { settings, addresses } = await theStation(desk);
    await seated(office, people.registrar);
    const changed = await changeSettings(desk, { settings: { ...settings, lockMinutes: 3 }, addresses });
    expect(changed).toMatchObject({ error: { type: 'NotYourRole', needed: ['administrator'] } });
    await seated(office, people['ca-officer']);
    const received = receiveApplications(desk, {
      applications: [{ content: anIndividual(), request: await aRequest(), scans: [] }],
    });
    expect(await received).toMatchObject({ error: { type: 'NotYourRole', needed: ['registrar'] } });
    const [done] = await issueCertificates(desk, { applicationIds: [applicationId] });
    expect(done?.result).toMatchObject({ ok: true });
  });

  it('who only sees verifies, and takes the log out by the last checkpoint', async () => {
    const { desk } = office;
    await seated(office, people.auditor);
    expect((await verifyLog(desk)).faults).toEqual([]);
    expect((await exportLog(desk)).length).toBeGreaterThan(0);
    expect(await makeRegisterBackup(desk)).toMatchObject({ error: { type: 'NotYourRole' } });
    await seated(office, first);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('by the recovery words has every role, since the words have every key', async () => {
    const made = await anOfficeWithPeople();
    const registrar = await added(made.office, 'Тіркеуші', ['registrar']);
    const { desk } = made.office;
    desk.custody.lock();
    taken(await unlockStation(desk, { officerId: registrar.id, secret: { words: made.words } }));
    expect(desk.custody.isOpenByWords()).toBe(true);
    made.office.pass(1);
    const entry = await issued(made.office);
    expect(entry.id).not.toBe('');
    made.office.pass(60);
    await seated(made.office, made.first);
    expect(desk.custody.isOpenByWords()).toBe(false);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});
