import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { carrierState } from '#domain/carrier/carrier.ts';
import { folderMarkIn } from '#domain/carrier/folder-mark.ts';
import { carrierPassphrase as made, passphraseOctets } from '#domain/carrier/carrier-passphrase.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { endCarrier } from '#operations/carrier/end.ts';
import { enterCarriers } from '#operations/carrier/enter.ts';
import { giveUpCarrier } from '#operations/carrier/fail.ts';
import { issueIntoFolder } from '#operations/carrier/into-folder.ts';
import { issueOntoCarriers } from '#operations/carrier/issue.ts';
import { confirmCarrierWritten, sealCarrier } from '#operations/carrier/write.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { replaceKey } from '#operations/letter/replace-key.ts';
import type { OfficeAtWork } from '#tests/support/office-at-work.ts';
import {
  aLetterReceived,
  approvedPersons,
  blankCarriers,
  carrierPassphrase,
  issuedOnto,
  ownerWithKey,
  setUpBodies,
  writtenTo,
} from '#tests/support/bodies-at-work.ts';
import { folderInMemory } from '#tests/support/folder-in-memory.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { receiveRevocationLetter } from '#operations/revocation/receive-letter.ts';
import { aParsedRevocationLetter } from '#tests/support/revocation-letter-samples.ts';

async function anOpenOffice() {
  const office = anOffice();
  await setUpBodies(office);
  return office;
}

async function oneAwaiting(office: OfficeAtWork, n = 0) {
  const [application] = await approvedPersons(office, 1, n);
  const [carrier] = await blankCarriers(office, 1, `W${String(n)}`);
  if (application === undefined || carrier === undefined) throw new Error('none');
  const entry = await issuedOnto(office, application, carrier);
  return { application, carrier, entry };
}

async function stateOf({ desk }: OfficeAtWork, { id }: Pick<Carrier, 'id'>) {
  const carrier = await (await desk.store.read()).get('carrier', id);
  return carrier === undefined ? null : carrierState(carrier);
}

describe('blank carriers', () => {
  it('[G-2.6] come into the list all or none, and none that is about already', async () => {
    const office = await anOpenOffice();
    await blankCarriers(office, 2);
    const more = ['A-1', 'KZ-0002'].map((serialNumber) => ({
      serialNumber,
      kind: 'token' as const,
      blankNumbers: [],
    }));
    expect(await enterCarriers(office.desk, { carriers: more })).toEqual({
      ok: false,
      error: { type: 'CarrierTwice', serialNumber: 'KZ-0002' },
    });
    expect(await (await office.desk.store.read()).count('carrier')).toBe(2);
  });

  it('that came back may come in anew; why one did not come back stands in writing', async () => {
    const office = await anOpenOffice();
    const [carrier] = await blankCarriers(office, 1);
    const carrierId = carrier?.id ?? '';
    expect(await endCarrier(office.desk, { carrierId, how: 'lost', note: ' ' })).toMatchObject({
      error: { type: 'NoteMissing' },
    });
    taken(await endCarrier(office.desk, { carrierId, how: 'returned', note: '' }));
    expect(await endCarrier(office.desk, { carrierId, how: 'destroyed', note: 'кесілді' })).toMatchObject({
      error: { type: 'CarrierNotThere' },
    });
    await blankCarriers(office, 1);
    expect(await (await office.desk.store.read()).count('carrier')).toBe(2);
  });
});

describe('a carrier that is pulled out half-way', () => {
  it('[G-8] counts as nothing, and may be tried again while the key is in the worker', async () => {
    const office = await anOpenOffice();
    const { carrier } = await oneAwaiting(office);
    const { octets, fileName } = taken(
      await sealCarrier(office.desk, { carrierId: carrier.id, passphrase: carrierPassphrase }),
    );
    const command = {
      carrierId: carrier.id,
      passphrase: carrierPassphrase,
      fileName,
      place: 'carrier' as const,
    };
    for (const readBack of [
      octets.subarray(0, octets.length - 40),
      new Uint8Array(),
      octets.map((o, i) => (i === 400 ? o ^ 1 : o)),
    ])
      expect(await confirmCarrierWritten(office.desk, { ...command, readBack })).toEqual({
        ok: false,
        error: { type: 'CarrierNotOpened', serialNumber: carrier.serialNumber },
      });
    expect(
      await confirmCarrierWritten(office.desk, {
        ...command,
        readBack: octets,
        passphrase: 'another-passphrase',
      }),
    ).toMatchObject({ error: { type: 'CarrierNotOpened' } });
    expect(await stateOf(office, carrier)).toBe('awaiting-key');
    await writtenTo(office, carrier.id);
    expect(await stateOf(office, carrier)).toBe('written');
  });

  it('[G-8] with another owner’s key on it is not taken for this one', async () => {
    const office = await anOpenOffice();
    const one = await oneAwaiting(office, 0);
    const two = await oneAwaiting(office, 1);
    const { octets } = taken(
      await sealCarrier(office.desk, { carrierId: one.carrier.id, passphrase: carrierPassphrase }),
    );
    expect(
      await confirmCarrierWritten(office.desk, {
        carrierId: two.carrier.id,
        passphrase: carrierPassphrase,
        fileName: 'x.p12',
        place: 'carrier',
        readBack: octets,
      }),
    ).toMatchObject({ error: { type: 'CarrierNotOpened' } });
  });

  it('has no passphrase in letters that other programs do not open', async () => {
    const office = await anOpenOffice();
    const { carrier } = await oneAwaiting(office);
    expect(await sealCarrier(office.desk, { carrierId: carrier.id, passphrase: 'құпиясөз-құпия' })).toEqual({
      ok: false,
      error: { type: 'CarrierPassphrase' },
    });
    expect(made(new Uint8Array(passphraseOctets))).toBe('aaaaa-aaaaa-aaaaa-aaaaa');
    expect(made(office.desk.random(passphraseOctets))).toMatch(/^(?:[a-km-np-z2-9]{5}-?){4}$/u);
  });
});

describe('a key that never reached its carrier', () => {
  it('[G-8] is gone when the worker ends: at the next opening the act is closed as failed and the certificate revoked', async () => {
    const office = await anOpenOffice();
    const { application, carrier, entry } = await oneAwaiting(office);
    office.desk.custody.lock();
    office.pass(60);
    expect(await stateOf(office, carrier)).toBe('awaiting-key');
    await unlockAgain(office);
    const snapshot = await office.desk.store.read();
    const revoked = await snapshot.get('entry', entry.id);
    expect(revoked?.revocation).toMatchObject({ ground: 'own-error', reasonCode: 'cessationOfOperation' });
    const [found] = await snapshot.list('revocation', { index: 'serialNumber', only: entry.id });
    expect(found?.source).toMatchObject({ type: 'office' });
    expect(found?.source.type === 'office' ? found.source.statement : '').toContain(carrier.serialNumber);
    expect(await stateOf(office, carrier)).toBe('blank');
    expect((await snapshot.get('carrier', carrier.id))?.failures).toMatchObject([
      { certificate: entry.id, applicationId: application.id, reason: 'key-gone' },
    ]);
    // One chunk of the next CRL has it.
    expect((await snapshot.list('crlChunk')).map(({ entryCount }) => entryCount)).toEqual([1]);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
    // The application waits again, and is told as one that failed.
    const [open] = await snapshot.list('application', { index: 'failedIssue', only: 'open' });
    expect(open?.id).toBe(application.id);
    expect(
      open === undefined
        ? ''
        : applicationState(open, contentDigest(open, office.desk.sha256), rulesByKind.G),
    ).toBe('approved');
    const again = await issuedOnto(office, application, carrier);
    await writtenTo(office, carrier.id);
    expect(again.id).not.toBe(entry.id);
    const after = await office.desk.store.read();
    expect(await after.list('application', { index: 'failedIssue', only: 'open' })).toEqual([]);
  });

  it('[G-8] nothing is closed while the worker has the key', async () => {
    const office = await anOpenOffice();
    const { carrier } = await oneAwaiting(office);
    await unlockAgain(office);
    expect(await stateOf(office, carrier)).toBe('awaiting-key');
    taken(await giveUpCarrier(office.desk, { carrierId: carrier.id }));
    expect(await office.desk.custody.heldKeys()).toEqual([]);
    expect(await stateOf(office, carrier)).toBe('blank');
    expect(await giveUpCarrier(office.desk, { carrierId: carrier.id })).toMatchObject({
      error: { type: 'CarrierNotAwaiting' },
    });
  });
});

describe('one owner, one private key', () => {
  it('[G-11] a second certificate is refused at the consideration and at the issue, and names the first', async () => {
    const office = await anOpenOffice();
    const second = await aLetterReceived(office, 1, 0, 'екінші');
    const waiting = await considerPersons(office.desk, { applicationIds: second.letter.applicationIds });
    const { entry } = await ownerWithKey(office, 0);
    const named = { type: 'OwnerHasKey', serialNumber: entry.id, number: entry.number };
    const [carrier] = await blankCarriers(office, 1, 'X');
    const approved = taken(waiting[0]?.result ?? { ok: false, error: 'none' });
    const [outcome] = await issueOntoCarriers(office.desk, {
      pairs: [{ applicationId: approved.id, carrierId: carrier?.id ?? '' }],
    });
    expect(outcome?.result).toMatchObject({ ok: false, error: named });
    expect(await office.desk.custody.heldKeys()).toEqual([]);

    const third = await aLetterReceived(office, 1, 0, 'үшінші');
    const [verdict] = await considerPersons(office.desk, { applicationIds: third.letter.applicationIds });
    expect(verdict?.result).toMatchObject({ ok: false, error: named });
    const [person] = third.persons;
    if (person === undefined) throw new Error('none');
    const command = { applicationId: person.id, contentDigest: contentDigest(person, office.desk.sha256) };
    for (const clause of ['G-4', 'G-5'] as const)
      taken(await confirmExamination(office.desk, { ...command, clause, reasons: [] }));
    expect(await approveApplication(office.desk, command)).toMatchObject({ ok: false, error: named });
  });

  it('[G-11] two applications of one owner in one batch get one key', async () => {
    const office = await anOpenOffice();
    const one = await aLetterReceived(office, 1, 0, 'бірінші');
    const two = await aLetterReceived(office, 1, 0, 'екінші');
    const ids = [...one.letter.applicationIds, ...two.letter.applicationIds];
    for (const { result } of await considerPersons(office.desk, { applicationIds: ids })) taken(result);
    const carriers = await blankCarriers(office, 2);
    const outcomes = await issueOntoCarriers(office.desk, {
      pairs: ids.map((applicationId, i) => ({ applicationId, carrierId: carriers[i]?.id ?? '' })),
    });
    expect(outcomes.map(({ result }) => (result.ok ? 'issued' : result.error.type))).toEqual([
      'issued',
      'OwnerTwice',
    ]);
    expect(await (await office.desk.store.read()).count('entry')).toBe(1);
    expect(await office.desk.custody.heldKeys()).toEqual([ids[0]]);
  });

  it('[G-11] replacing is one act: the old one ends as the new one begins, and its carrier is said to be back or why not', async () => {
    const office = await anOpenOffice();
    const old = await ownerWithKey(office, 0);
    office.pass(60);
    const { letter, persons } = await aLetterReceived(office, 1, 0, 'ауыстыру');
    const command = { applicationId: persons[0]?.id ?? '', of: old.entry.id, confirmedCorrect: true };
    expect(await replaceKey(office.desk, command)).toMatchObject({
      error: { type: 'RevocationNotApplied', serialNumber: old.entry.id },
    });
    // G-12.1: the body's letter to revoke, G-F4, with its ground and why the carrier is not there.
    const change = {
      carrier: 'not-returned',
      whyNotReturned: 'бүлінген',
      ground: 'carrier-damaged',
    } as const;
    const today = calendarDateOf(office.desk.clock.now());
    const toRevoke = aParsedRevocationLetter([old.entry], today, change);
    const { caseIds } = taken(await receiveRevocationLetter(office.desk, { letter: toRevoke }));
    expect(await replaceKey(office.desk, { ...command, confirmedCorrect: false })).toMatchObject({
      error: { type: 'NotConfirmed' },
    });
    taken(await replaceKey(office.desk, command));
    const [verdict] = await considerPersons(office.desk, { applicationIds: letter.applicationIds });
    const approved = taken(verdict?.result ?? { ok: false, error: 'none' });
    const [carrier] = await blankCarriers(office, 1, 'N');
    if (carrier === undefined) throw new Error('none');
    const entry = await issuedOnto(office, approved, carrier);
    const snapshot = await office.desk.store.read();
    expect((await snapshot.get('entry', old.entry.id))?.revocation).toMatchObject({
      reasonCode: 'superseded',
      date: entry.issuedAt,
    });
    expect((await snapshot.get('revocation', caseIds[0] ?? ''))?.decision).toMatchObject({
      outcome: 'revoked',
      replacedBy: entry.id,
    });
    expect((await snapshot.get('carrier', old.carrier.id))?.ended).toMatchObject({
      how: 'not-returned',
      note: 'бүлінген',
    });
    // The new key is lost before it is written: the owner is certified anew without revoking anything a second time.
    office.desk.custody.lock();
    office.pass(60);
    await unlockAgain(office);
    const again = await issuedOnto(office, approved, carrier);
    expect(again.relation).toMatchObject({ kind: 'replacement', of: old.entry.id });
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-11] nobody’s key is replaced by another owner’s application', async () => {
    const office = await anOpenOffice();
    const old = await ownerWithKey(office, 0);
    const { persons } = await aLetterReceived(office, 1, 3);
    expect(
      await replaceKey(office.desk, {
        applicationId: persons[0]?.id ?? '',
        of: old.entry.id,
        confirmedCorrect: true,
      }),
    ).toEqual({ ok: false, error: { type: 'RelatedOfAnother', serialNumber: old.entry.id } });
  });
});

describe('many carriers as files in a folder', () => {
  it('[G-8] each file is named by its carrier, opens with its own passphrase, and lies in the folder when it was read back', async () => {
    const office = await anOpenOffice();
    const persons = await approvedPersons(office, 3);
    const carriers = await blankCarriers(office, 3);
    const { files, folder } = folderInMemory();
    const progress: number[] = [];
    const outcomes = await issueIntoFolder(
      office.desk,
      {
        pairs: persons.map(({ id }, i) => ({ applicationId: id, carrierId: carriers[i]?.id ?? '' })),
        folder,
      },
      { onProgress: (done) => progress.push(done) },
    );
    const values = outcomes.map(({ result }) => taken(result));
    expect([...files.keys()].filter((name) => folderMarkIn(name) === null)).toEqual([
      'KZ-0001.p12',
      'KZ-0002.p12',
      'KZ-0003.p12',
    ]);
    expect(new Set(values.map(({ passphrase }) => passphrase)).size).toBe(3);
    expect(progress).toEqual([1, 2, 3]);
    for (const carrier of carriers) expect(await stateOf(office, carrier)).toBe('in-folder');
    expect(await office.desk.custody.heldKeys()).toEqual([]);
  });

  it('[G-8] a folder that fails ends the run: the file counts as nothing, its key stays to be tried again, nothing more is issued', async () => {
    const office = await anOpenOffice();
    const persons = await approvedPersons(office, 10);
    const carriers = await blankCarriers(office, 10);
    const { folder } = folderInMemory(new Map(), (name) => name === 'KZ-0001.p12');
    const pairs = [0, 8, 9].map((i) => ({
      applicationId: persons[i]?.id ?? '',
      carrierId: carriers[i]?.id ?? '',
    }));
    const cancelled = { isCancelled: false };
    const outcomes = await issueIntoFolder(
      office.desk,
      { pairs, folder },
      {
        onProgress: () => {
          cancelled.isCancelled = true;
        },
      },
    );
    expect(outcomes[0]?.result).toEqual({
      ok: false,
      error: { type: 'FolderFailed', reason: 'medium-gone', fileName: 'KZ-0001.p12' },
    });
    expect(await office.desk.custody.heldKeys()).toEqual([persons[0]?.id]);
    expect(await stateOf(office, { id: carriers[0]?.id ?? '' })).toBe('awaiting-key');
    await writtenTo(office, carriers[0]?.id ?? '');
    expect(await stateOf(office, { id: carriers[0]?.id ?? '' })).toBe('written');
  });
});
