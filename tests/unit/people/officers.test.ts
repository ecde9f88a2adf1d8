import { describe, expect, it } from 'vitest';
import { decryptFile, encryptToRecipients } from '#adapters/age/age.ts';
import { vaultFileId } from '#domain/authority/officer-record.ts';
import { readStatement } from '#domain/authority/station-statement.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { readOfficerSecret } from '#workers/custody/officer-secret.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { recordExport } from '#operations/backup/exported.ts';
import { addOfficer, changeRoles, removeOfficer } from '#operations/station/officers.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import {
  added,
  anOfficeWithPeople,
  officersOf,
  seated,
  theStation,
  unlockRequest,
  vaultOf,
} from '#tests/support/people-at-work.ts';

const secrets = { passphrase: 'жаңа сөз', again: 'жаңа сөз' };

describe('an officer who is added', () => {
  it('opens the station by the own passphrase, with the files of the own roles and no other', async () => {
    const { office, first } = await anOfficeWithPeople();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    const auditor = await added(office, 'Аудитор', ['auditor']);
    const second = await added(office, 'Екінші', ['ca-officer']);
    const { desk } = office;
    const stated = readStatement((await theStation(desk)).statement?.text ?? '');
    expect(stated?.officers.map(({ name, roles }) => [name, roles?.at(-1)?.roles])).toEqual(
      expect.arrayContaining([
        [first.name, ['administrator', 'registrar', 'ca-officer']],
        ['Тіркеуші', ['registrar']],
        ['Аудитор', ['auditor']],
        ['Екінші', ['ca-officer']],
      ]),
    );
    const opens = async (person: typeof first) => {
      const { first: files } = await unlockRequest(desk, person);
      const own = files.find(({ holder, of }) => holder === 'officer' && of === person.id);
      const octets = await decryptFile(own?.ageFile ?? new Uint8Array(), { passphrase: person.passphrase });
      const identity = readOfficerSecret(octets ?? new Uint8Array())?.identity ?? '';
      const open = await Promise.all(
        files
          .filter(({ holder }) => holder !== 'officer')
          .map(async ({ holder, ageFile }) =>
            (await decryptFile(ageFile, { identities: [identity] })) === null ? [] : [holder],
          ),
      );
      return open.flat().sort();
    };
    expect(await opens(first)).toEqual(['anchor', 'authority', 'scans', 'station']);
    expect(await opens(second)).toEqual(['anchor', 'authority', 'scans', 'station']);
    expect(await opens(registrar)).toEqual(['anchor', 'scans']);
    expect(await opens(auditor)).toEqual(['anchor']);
    for (const person of [registrar, auditor, second, first]) await seated(office, person);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('repeats the passphrase, or nothing is written', async () => {
    const { office } = await anOfficeWithPeople();
    const command = { name: 'Б', position: 'М', roles: ['registrar' as const], passphrase: 'а', again: 'б' };
    const before = (await office.desk.store.read()).head?.seq;
    expect(await addOfficer(office.desk, command)).toMatchObject({ error: { type: 'DamagedOrWrongKey' } });
    expect((await office.desk.store.read()).head?.seq).toBe(before);
  });

  it('has a name, a position and a role, and is nobody who is there already (K02)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const add = (change: object) =>
      addOfficer(office.desk, { name: 'Б', position: 'М', roles: ['registrar'], ...secrets, ...change });
    expect(await add({ name: ' ' })).toMatchObject({ error: { type: 'OfficerNameMissing' } });
    expect(await add({ roles: [] })).toMatchObject({ error: { type: 'OfficerRolesMissing' } });
    expect(await add({ name: first.name.toUpperCase() })).toMatchObject({
      error: { type: 'OfficerKnown', name: first.name },
    });
    taken(await add({}));
    expect(await add({ name: 'б' })).toMatchObject({ error: { type: 'OfficerKnown', name: 'Б' } });
  });

  it('is stated once by one key: the worker signs no second of it (K02)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    const { desk } = office;
    const vault = await vaultOf(desk, first);
    const { station, officers, first: files, second } = await unlockRequest(desk, first);
    const own = officers.find(({ id }) => id === registrar.id);
    if (own === undefined) throw new Error('no registrar');
    const copies = { first: files, second };
    const say = (twice: object) =>
      vault.changeOfficers({
        ...{ before: station, next: station, officersBefore: officers, copies },
        officers: [...officers, { ...own, id: 'ffffffff', name: 'Басқа', ...twice }],
      });
    const refused = { error: { type: 'NotStated', because: 'officer-twice' } };
    expect(await say({})).toMatchObject(refused);
    expect(await say({ signingSpkiDer: new Uint8Array([1]) })).toMatchObject(refused);
    expect(
      await say({ ageRecipient: station.scansRecipient, signingSpkiDer: new Uint8Array([1]) }),
    ).toMatchObject(refused);
  });

  it('is added by an administrator alone, and not before the set-up has ended', async () => {
    const { office } = await anOfficeWithPeople();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    await seated(office, registrar);
    const command = { name: 'Б', position: 'М', roles: ['registrar' as const], ...secrets };
    expect(await addOfficer(office.desk, command)).toMatchObject({
      error: { type: 'NotYourRole', needed: ['administrator'], holders: ['Сейітова Айгүл'] },
    });
    const early = anOffice();
    await setUp(early);
    expect(await addOfficer(early.desk, command)).toMatchObject({ error: { type: 'NotSetUp' } });
  });

  it('comes to the authority’s key only by somebody who has it', async () => {
    const { office, first } = await anOfficeWithPeople();
    const administrator = await added(office, 'Әкімші', ['administrator']);
    await seated(office, administrator);
    const { desk } = office;
    const own = { officerId: administrator.id, roles: ['administrator', 'ca-officer'] as const };
    expect(await changeRoles(desk, own)).toEqual({
      ok: false,
      error: { type: 'SecondOfficerNeeded', needed: ['ca-officer'] },
    });
    const wrong = { officerId: first.id, passphrase: 'басқа' };
    expect(await changeRoles(desk, { ...own, beside: wrong })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    const self = { officerId: administrator.id, passphrase: administrator.passphrase };
    expect(await changeRoles(desk, { ...own, beside: self })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    taken(await changeRoles(desk, { ...own, beside: { officerId: first.id, passphrase } }));
    expect(desk.custody.isUnlocked()).toBe(false);
    await seated(office, administrator);
    expect((await verifyLog(desk)).faults).toEqual([]);
    expect((await desk.store.read()).head).toBeDefined();
  });
});

describe('an officer who is removed', () => {
  it('opens nothing that is here, also with the own file put back (K05)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const second = await added(office, 'Екінші', ['administrator', 'registrar', 'ca-officer']);
    const { desk } = office;
    const then = await unlockRequest(desk, second);
    const removed = taken(await removeOfficer(desk, { officerId: second.id }));
    expect(removed).toMatchObject({ hadAuthorityKey: true, officer: { id: second.id } });
    const now = await unlockRequest(desk, second);
    const open = (request: typeof now) => new KeyVault().unlock(request);
    expect(await open(now)).toMatchObject({ error: { type: 'VaultFileMissing' } });
    const own = then.first.filter(({ holder, of }) => holder === 'officer' && of === second.id);
    const back = { ...now, first: [...now.first, ...own], second: [...now.second, ...own] };
    expect(await open(back)).toMatchObject({ error: { type: 'OfficerEnded' } });
    const octets = await decryptFile(own[0]?.ageFile ?? new Uint8Array(), { passphrase: second.passphrase });
    const { identity = '' } = readOfficerSecret(octets ?? new Uint8Array()) ?? {};
    for (const { holder, ageFile } of [...now.first, ...now.second])
      if (holder !== 'officer')
        expect(await decryptFile(ageFile, { identities: [identity] }), holder).toBeNull();
    // The vault of before, with the statement of now.
    expect(await open({ ...then, station: now.station, officers: now.officers })).toMatchObject({
      error: { type: 'OfficerEnded' },
    });
    await seated(office, first);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('could open the backups of the own time, which are named and in the log (K05)', async () => {
    const { office } = await anOfficeWithPeople();
    const { desk, pass } = office;
    const exported = async (kind: 'key-backup' | 'register-backup' | 'crl', name: string) => {
      const outcome = { type: 'written' as const, name, octets: new Uint8Array([1]) };
      const { id } = taken(await recordExport(desk, { kind, outcome }));
      pass(60);
      return id;
    };
    await exported('key-backup', 'before.zip');
    const second = await added(office, 'Екінші', ['registrar']);
    const key = await exported('key-backup', 'key.zip');
    await exported('crl', 'n.crl');
    const register = await exported('register-backup', 'register.age');
    const { copies, hadAuthorityKey } = taken(await removeOfficer(desk, { officerId: second.id }));
    expect(copies.map(({ fileName }) => fileName)).toEqual(['key.zip', 'register.age']);
    expect(hadAuthorityKey).toBe(false);
    const line = (await (await desk.store.read()).list('audit')).find(({ act }) => act === 'officer-removed');
    expect(line?.subjects).toEqual([second.id, key, register]);
  });

  it('stays by name, does not come back, and leaves nobody out who is needed (D11)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const { desk } = office;
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    expect(await removeOfficer(desk, { officerId: first.id })).toEqual({
      ok: false,
      error: { type: 'LastOfRole', role: 'administrator' },
    });
    const administrator = await added(office, 'Әкімші', ['administrator']);
    expect(await removeOfficer(desk, { officerId: first.id })).toEqual({
      ok: false,
      error: { type: 'LastOfRole', role: 'ca-officer' },
    });
    expect(await changeRoles(desk, { officerId: first.id, roles: ['administrator'] })).toEqual({
      ok: false,
      error: { type: 'LastOfRole', role: 'ca-officer' },
    });
    taken(await removeOfficer(desk, { officerId: administrator.id }));
    expect(await changeRoles(desk, { officerId: administrator.id, roles: ['administrator'] })).toMatchObject({
      error: { type: 'OfficerEnded' },
    });
    expect((await officersOf(desk)).map(({ name }) => name).sort()).toEqual(
      ['Сейітова Айгүл', 'Тіркеуші', 'Әкімші'].sort(),
    );
    taken(await changeRoles(desk, { officerId: registrar.id, roles: ['auditor'] }));
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('has new roles from no moment before the newest change, and from none to come', async () => {
    const { office, first } = await anOfficeWithPeople();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    const second = await added(office, 'Екінші', ['registrar']);
    const request = await unlockRequest(office.desk, first);
    const { station, officers } = request;
    const [since, newest] = [registrar, second].map(
      ({ id }) => officers.find((each) => each.id === id)?.roles?.[0]?.from,
    );
    if (since === undefined || newest === undefined) throw new Error('no entries');
    const clock = { now: () => addSeconds(newest, 100) };
    const say = async (from: Instant, vault: KeyVault) => {
      taken(await vault.unlock(request));
      const entry = { from, roles: ['auditor' as const] };
      return vault.changeOfficers({
        ...{ before: station, next: station, officersBefore: officers },
        officers: officers.map((each) =>
          each.id === registrar.id ? { ...each, roles: [...(each.roles ?? []), entry] } : each,
        ),
        copies: { first: request.first, second: request.second },
      });
    };
    const dated = { error: { type: 'NotStated', because: 'roles-dated' } };
    expect(await say(addSeconds(newest, -1), new KeyVault())).toMatchObject(dated);
    expect(await say(newest, new KeyVault())).toMatchObject({ ok: true });
    expect(await say(addSeconds(newest, 3600), new KeyVault(clock))).toMatchObject(dated);
    expect(await say(addSeconds(newest, 160), new KeyVault(clock))).toMatchObject({ ok: true });
  });

  it('is neither lost nor changed by a statement: the worker signs none (D11)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    const vault = await vaultOf(office.desk, first);
    const { station, officers, first: files, second } = await unlockRequest(office.desk, first);
    const copies = { first: files, second };
    const say = (next: typeof officers) =>
      vault.changeOfficers({
        before: station,
        next: station,
        officersBefore: officers,
        officers: next,
        copies,
      });
    const but = (id: string, change: object) =>
      officers.map((each) => (each.id === id ? { ...each, ...change } : each));
    const entries = officers.find(({ id }) => id === registrar.id)?.roles ?? [];
    const from = entries[0]?.from;
    if (from === undefined) throw new Error('no entry');
    const changed = { error: { type: 'NotStated', because: 'officer-changed' } };
    expect(await say(officers.slice(0, 1))).toMatchObject(changed);
    expect(await say(but(registrar.id, { name: 'Басқа' }))).toMatchObject(changed);
    expect(await say(but(registrar.id, { ageRecipient: 'age1x' }))).toMatchObject(changed);
    expect(await say(but(registrar.id, { roles: [{ from, roles: ['administrator'] }] }))).toMatchObject(
      changed,
    );
    expect(await say(but(first.id, { roles: [{ from, roles: [] }] }))).toMatchObject(changed);
    const ended = [...(officers.find(({ id }) => id === first.id)?.roles ?? []), { from, roles: [] }];
    expect(await say(but(first.id, { roles: ended }))).toMatchObject({
      error: { type: 'NotStated', because: 'last-of-role' },
    });
    const registrars = await vaultOf(office.desk, registrar);
    const promoted = [...entries, { from, roles: ['administrator' as const] }];
    expect(
      await registrars.changeOfficers({
        ...{ before: station, next: station, officersBefore: officers, copies },
        officers: but(registrar.id, { roles: promoted }),
      }),
    ).toMatchObject({ error: { type: 'NotStated', because: 'not-your-role' } });
  });
});

describe('a vault that is encrypted anew', () => {
  it('takes no foreign secret over: a file that somebody put there is not passed on', async () => {
    const { office, first } = await anOfficeWithPeople();
    const { desk } = office;
    const vault = await vaultOf(desk, first);
    const { station, officers, first: files } = await unlockRequest(desk, first);
    const made = taken(await vault.makeOfficer(secrets));
    const at = desk.clock.now();
    const own = officers.map((each) => ({
      ...each,
      roles: [{ from: at, roles: ['administrator' as const, 'registrar' as const, 'ca-officer' as const] }],
    }));
    const { officerFile, ...keys } = made;
    expect(decodeUtf8(officerFile)).toBeNull();
    const added2 = {
      id: 'aaaaaaaa',
      name: 'Б',
      ...keys,
      roles: [{ from: at, roles: ['registrar' as const] }],
    };
    const recipients = officers.map(({ ageRecipient }) => ageRecipient);
    const foreign = await encryptToRecipients(new TextEncoder().encode('AGE-SECRET-KEY-1X\n'), recipients);
    const bent = files.map((each) => (each.holder === 'scans' ? { ...each, ageFile: foreign } : each));
    const request = { before: station, next: station, officersBefore: officers, officers: [...own, added2] };
    expect(await vault.changeOfficers({ ...request, copies: { first: bent, second: bent } })).toMatchObject({
      error: { type: 'SecondOfficerNeeded' },
    });
    const sound = taken(await vault.changeOfficers({ ...request, copies: { first: bent, second: files } }));
    expect(sound.vaultFiles.map(({ holder, of }) => vaultFileId(holder, of))).toEqual([
      ...['scans:1', 'anchor:1'],
    ]);
  });

  it('and the statement are one commit: whatever is cut off, the old or the new works (D12)', async () => {
    const { office, first } = await anOfficeWithPeople();
    const { desk } = office;
    const { store } = desk;
    const cut = { ...desk, store: { ...store, commit: () => Promise.reject(new Error('power')) } };
    const command = { name: 'Б', position: 'М', roles: ['registrar' as const], ...secrets };
    await expect(addOfficer(cut, command)).rejects.toThrow('power');
    await seated(office, first);
    // The second copy is written behind the commit; a cut between the two leaves the older one there.
    const older = await store.vaultCopy();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    for (const person of [first, registrar]) {
      const request = await unlockRequest(desk, person);
      const own = request.first.filter(({ of }) => of === registrar.id);
      expect(await new KeyVault().unlock({ ...request, second: [...older, ...own] })).toMatchObject({
        ok: true,
      });
    }
    expect(
      await unlockStation(desk, { officerId: registrar.id, secret: { passphrase: 'қате' } }),
    ).toMatchObject({ error: { type: 'DamagedOrWrongKey' } });
    // Slips are counted for each: the first officer is not kept out by the registrar’s.
    for (let i = 0; i < 3; i++)
      await unlockStation(desk, { officerId: registrar.id, secret: { passphrase: 'қате' } });
    expect(
      await unlockStation(desk, { officerId: registrar.id, secret: { passphrase: registrar.passphrase } }),
    ).toMatchObject({ error: { type: 'TooSoon' } });
    await seated(office, first);
  });
});
