import { describe, expect, it } from 'vitest';
import { createCancellation } from '#domain/base/cancellation.ts';
import { type Carrier, carrierState } from '#domain/carrier/carrier.ts';
import { folderMarkIn } from '#domain/carrier/folder-mark.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { confirmCopiesDeleted } from '#operations/carrier/delete-copies.ts';
import { endCarrier } from '#operations/carrier/end.ts';
import { giveUpCarrier } from '#operations/carrier/fail.ts';
import { handOver } from '#operations/carrier/hand-over.ts';
import { issueIntoFolder } from '#operations/carrier/into-folder.ts';
import { seeCarrierAgain, seeCarriersAgain } from '#operations/carrier/see-again.ts';
import { transact } from '#operations/transact.ts';
import { ok } from '#domain/base/result.ts';
import { approvedPersons, blankCarriers, ownerWithKey, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { type FilesInFolder, folderInMemory } from '#tests/support/folder-in-memory.ts';
import { type OfficeAtWork, anOffice, taken } from '#tests/support/office-at-work.ts';
import { journalOfIssue } from '#tests/support/revocation-letters-at-work.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';

const byCourier = {
  way: 'courier',
  courier: { courierName: 'Сүлейменов Асқар', receiptNumber: 'АБ-77', date: '2026-11-23' },
} as unknown as Parameters<typeof handOver>[1]['how'];

interface Written {
  readonly carrier: Carrier;
  readonly entry: RegisterEntry;
  readonly passphrase: string;
  readonly octets: Uint8Array;
}

/** So many keys in an ordinary folder. */
async function keysInFolder(count: number) {
  const office = anOffice();
  await setUpBodies(office);
  const persons = await approvedPersons(office, count);
  const blank = await blankCarriers(office, count);
  const { files, folder } = folderInMemory();
  const pairs = persons.map(({ id }, i) => ({ applicationId: id, carrierId: blank[i]?.id ?? '' }));
  const outcomes = await issueIntoFolder(office.desk, { pairs, folder });
  const reading = await office.desk.store.read();
  const written: Written[] = [];
  for (const { carrierId, result } of outcomes) {
    const { entry, fileName, passphrase } = taken(result);
    const carrier = await reading.get('carrier', carrierId);
    if (carrier === undefined) throw new Error('no carrier');
    written.push({ carrier, entry, passphrase, octets: files.get(fileName) ?? new Uint8Array() });
  }
  return { office, files, folder, written };
}

async function now({ desk }: OfficeAtWork, { carrier }: Written): Promise<Carrier> {
  const found = await (await desk.store.read()).get('carrier', carrier.id);
  if (found === undefined) throw new Error('no carrier');
  return found;
}

async function statesOf(office: OfficeAtWork, written: readonly Written[]) {
  return Promise.all(written.map(async (each) => carrierState(await now(office, each))));
}

/** Each key copied to a medium of its own, seen together below one folder. */
function media(written: readonly Written[]): FilesInFolder {
  return new Map(
    written.map(({ carrier, octets }) => [`${carrier.serialNumber}/${carrier.serialNumber}.p12`, octets]),
  );
}

function giveTo(office: OfficeAtWork, ...written: readonly Written[]) {
  return handOver(office.desk, { serialNumbers: written.map(({ entry }) => entry.id), how: byCourier });
}

/** As a program of before left it: no digest, no mark, never seen again. */
async function asOfBefore({ desk }: OfficeAtWork, { carrier }: Written): Promise<void> {
  const { written, id, serialNumber, kind, blankNumbers, entered, assigned, handedOver } = carrier;
  if (written === undefined || assigned === undefined) throw new Error('not written');
  const { at, officer, fileName, place } = written;
  const record: Carrier = {
    ...{ id, salt: carrier.salt, serialNumber, kind, blankNumbers, entered, assigned },
    written: { at, officer, fileName, place },
    ...(handedOver === undefined ? {} : { handedOver }),
  };
  taken(
    await transact(desk, () =>
      Promise.resolve(
        ok({
          acts: [
            { act: 'carrier-written', subjects: [carrier.id], puts: [{ collection: 'carrier', record }] },
          ],
          answer: null,
        }),
      ),
    ),
  );
}

describe('a key in an ordinary folder', () => {
  it('[G-8] is on no carrier and is not handed over before it was read from its carrier', async () => {
    const { office, written } = await keysInFolder(2);
    const [one, two] = written as [Written, Written];
    expect(await statesOf(office, written)).toEqual(['in-folder', 'in-folder']);
    expect(await giveTo(office, one)).toEqual({
      ok: false,
      error: { type: 'CarrierInFolder', serialNumber: one.entry.id },
    });
    office.pass(60);
    const seen = taken(await seeCarriersAgain(office.desk, { folder: folderInMemory(media([one])).folder }));
    expect(seen.seen.map(({ path }) => path)).toEqual(['KZ-0001/KZ-0001.p12']);
    expect(seen.missing.map(({ serialNumber }) => serialNumber)).toEqual(['KZ-0002']);
    expect(await statesOf(office, written)).toEqual(['written', 'in-folder']);
    // In the journal from then on, and the other one not yet.
    const rows = await journalOfIssue(office);
    expect(rows.map(({ at, key }) => [at, key])).toEqual([[office.desk.clock.now(), one.entry.id]]);
    expect((await now(office, one)).seenAgain).toMatchObject({
      at: office.desk.clock.now(),
      fileName: 'KZ-0001.p12',
      by: 'octets',
    });
    expect(await giveTo(office, one, two)).toMatchObject({ error: { type: 'CarrierInFolder' } });
    taken(await giveTo(office, one));
    expect(await statesOf(office, written)).toEqual(['handed-over', 'in-folder']);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-8] many are read at once, with progress; each that is missing or differs is named and stays', async () => {
    const { office, written } = await keysInFolder(4);
    const found = media(written);
    found.delete('KZ-0002/KZ-0002.p12');
    found.set(
      'KZ-0003/KZ-0003.p12',
      written[2]?.octets.map((octet, i) => (i === 400 ? octet ^ 1 : octet)) ?? new Uint8Array(),
    );
    const progress: string[] = [];
    const { seen, refused, missing } = taken(
      await seeCarriersAgain(
        office.desk,
        { folder: folderInMemory(found).folder },
        { onProgress: (done, total) => progress.push(`${String(done)}/${String(total)}`) },
      ),
    );
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
    expect(seen.map(({ carrier }) => carrier.serialNumber)).toEqual(['KZ-0001', 'KZ-0004']);
    expect(refused.map(({ carrier, why }) => [carrier.serialNumber, why])).toEqual([['KZ-0003', 'differs']]);
    expect(missing.map(({ serialNumber }) => serialNumber)).toEqual(['KZ-0002']);
    expect(await statesOf(office, written)).toEqual(['written', 'in-folder', 'in-folder', 'written']);
  });

  it('[G-8] the folder itself is taken for no carrier, not even with one key left in it or copied whole', async () => {
    const { office, written, files, folder } = await keysInFolder(2);
    const why = async (of: typeof folder) =>
      taken(await seeCarriersAgain(office.desk, { folder: of })).refused.map((each) => each.why);
    expect(await why(folder)).toEqual(['marked-folder', 'marked-folder']);
    const [, second] = [...files.keys()].filter((name) => folderMarkIn(name) === null);
    files.delete(second ?? '');
    expect(await why(folder)).toEqual(['marked-folder']);
    // Without the mark, both keys in one place: a carrier has one.
    const both = new Map(written.map(({ carrier, octets }) => [`${carrier.serialNumber}.p12`, octets]));
    expect(await why(folderInMemory(both).folder)).toEqual(['several-keys', 'several-keys']);
    expect(await statesOf(office, written)).toEqual(['in-folder', 'in-folder']);
  });

  it('[G-8] a reading that is stopped counts nothing; a locked station and a register without such keys are told', async () => {
    const { office, written } = await keysInFolder(2);
    const { folder } = folderInMemory(media(written));
    const cancellation = createCancellation();
    const options = {
      cancellation: cancellation.token,
      onProgress: () => {
        cancellation.cancel();
      },
    };
    expect(await seeCarriersAgain(office.desk, { folder }, options)).toEqual({
      ok: false,
      error: { type: 'ReadingStopped' },
    });
    expect(await statesOf(office, written)).toEqual(['in-folder', 'in-folder']);
    office.desk.custody.lock();
    expect(await seeCarriersAgain(office.desk, { folder })).toMatchObject({ error: { type: 'Locked' } });
    await unlockAgain(office);
    taken(await seeCarriersAgain(office.desk, { folder }));
    expect(await seeCarriersAgain(office.desk, { folder })).toMatchObject({
      error: { type: 'NoneInFolder' },
    });
    const gone = {
      ...folder,
      list: () => Promise.resolve({ type: 'failed', reason: 'medium-gone' } as const),
    };
    expect(await seeCarriersAgain(office.desk, { folder: gone })).toEqual({
      ok: false,
      error: { type: 'FolderUnreadable', reason: 'medium-gone' },
    });
  });

  it('[G-8] a folder that takes no mark gets no key, and nothing is issued for it', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const [person] = await approvedPersons(office);
    const [carrier] = await blankCarriers(office, 1);
    const { folder, files } = folderInMemory(new Map(), (name) => folderMarkIn(name) !== null);
    const pairs = [{ applicationId: person?.id ?? '', carrierId: carrier?.id ?? '' }];
    const [outcome] = await issueIntoFolder(office.desk, { pairs, folder });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'FolderNotMarked', reason: 'medium-gone' } });
    expect([files.size, await (await office.desk.store.read()).count('entry')]).toEqual([0, 0]);
  });

  it('[G-8] that was lost before it reached its carrier is given up: revoked, and the owner served anew', async () => {
    const { office, written } = await keysInFolder(1);
    const [one] = written as [Written];
    office.pass(60);
    taken(await giveUpCarrier(office.desk, { carrierId: one.carrier.id }));
    expect(await statesOf(office, written)).toEqual(['blank']);
    expect((await now(office, one)).written).toBeUndefined();
    const entry = await (await office.desk.store.read()).get('entry', one.entry.id);
    expect(entry?.revocation?.ground).toBe('own-error');
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-2.6] may come to its carrier’s end in the folder', async () => {
    const { office, written } = await keysInFolder(1);
    const [one] = written as [Written];
    const back = await endCarrier(office.desk, { carrierId: one.carrier.id, how: 'returned', note: '' });
    expect(back).toMatchObject({ ok: false, error: { type: 'CarrierNotThere' } });
    taken(await endCarrier(office.desk, { carrierId: one.carrier.id, how: 'destroyed', note: 'сынған' }));
    expect(await statesOf(office, written)).toEqual(['destroyed']);
  });
});

describe('one carrier, shown by its file', () => {
  it('[G-8] counts by its octets, and by no other file', async () => {
    const { office, written } = await keysInFolder(2);
    const [one, two] = written as [Written, Written];
    const command = { carrierId: one.carrier.id, fileName: 'KZ-0001.p12', passphrase: '' };
    expect(await seeCarrierAgain(office.desk, { ...command, octets: two.octets })).toEqual({
      ok: false,
      error: { type: 'CarrierDiffers', serialNumber: 'KZ-0001' },
    });
    taken(await seeCarrierAgain(office.desk, { ...command, octets: one.octets }));
    expect(await statesOf(office, written)).toEqual(['written', 'in-folder']);
    expect(await seeCarrierAgain(office.desk, { ...command, octets: one.octets })).toMatchObject({
      error: { type: 'CarrierNotInFolder' },
    });
  });
});

describe('a register of before', () => {
  it('[G-8] a key in a folder has to be seen too: the worker opens it, and it has to be the certified one', async () => {
    const { office, written } = await keysInFolder(2);
    const [one, two] = written as [Written, Written];
    await asOfBefore(office, one);
    expect(await giveTo(office, one)).toMatchObject({ error: { type: 'CarrierInFolder' } });
    const { folder } = folderInMemory(media([one]));
    const looked = taken(await seeCarriersAgain(office.desk, { folder }));
    expect(looked.refused.map(({ why }) => why)).toEqual(['needs-passphrase']);
    const command = { carrierId: one.carrier.id, fileName: 'KZ-0001.p12' };
    const refused = async (octets: Uint8Array, passphrase: string) => {
      const seen = await seeCarrierAgain(office.desk, { ...command, octets, passphrase });
      return seen.ok ? null : seen.error.type;
    };
    expect(await refused(one.octets, '')).toBe('CarrierPassphrase');
    expect(await refused(one.octets, 'another-passphrase')).toBe('CarrierNotTheKey');
    expect(await refused(two.octets, two.passphrase)).toBe('CarrierNotTheKey');
    expect(await refused(one.octets, one.passphrase)).toBeNull();
    expect((await now(office, one)).seenAgain).toMatchObject({ by: 'passphrase' });
    taken(await giveTo(office, one));
    // Where the journal had it, and nowhere else.
    expect((await journalOfIssue(office)).map(({ at }) => at)).toEqual([one.carrier.written?.at]);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-8] one that was handed over unseen stays handed over', async () => {
    const { office, written } = await keysInFolder(1);
    const [one] = written as [Written];
    const { folder } = folderInMemory(media(written));
    taken(await seeCarriersAgain(office.desk, { folder }));
    taken(await giveTo(office, one));
    await asOfBefore(office, { ...one, carrier: await now(office, one) });
    expect(await statesOf(office, written)).toEqual(['handed-over']);
    expect(await journalOfIssue(office)).toHaveLength(1);
    expect(await seeCarriersAgain(office.desk, { folder })).toMatchObject({
      error: { type: 'NoneInFolder' },
    });
  });

  it('[G-8] what is in the journal of issue can’t be given up out of it', async () => {
    const { office, written } = await keysInFolder(1);
    const [one] = written as [Written];
    await asOfBefore(office, one);
    const [row] = await journalOfIssue(office);
    expect([row?.number, row?.at]).toEqual([1, one.carrier.written?.at]);
    expect(await giveUpCarrier(office.desk, { carrierId: one.carrier.id })).toMatchObject({
      error: { type: 'CarrierNotAwaiting' },
    });
  });
});

describe('copies in the folder', () => {
  it('[G-8] are confirmed as deleted when the program finds them gone, only for keys that were seen', async () => {
    const { office, written, files, folder } = await keysInFolder(3);
    const [one, two] = written as [Written, Written, Written];
    expect(await confirmCopiesDeleted(office.desk, { folder })).toMatchObject({
      error: { type: 'NoCopies' },
    });
    taken(await seeCarriersAgain(office.desk, { folder: folderInMemory(media([one, two])).folder }));
    files.delete('KZ-0001.p12');
    const { deleted, left } = taken(await confirmCopiesDeleted(office.desk, { folder }));
    expect(deleted.map(({ serialNumber }) => serialNumber)).toEqual(['KZ-0001']);
    expect(left.map(({ fileName }) => fileName)).toEqual(['KZ-0002.p12']);
    expect((await now(office, one)).copyDeleted).toMatchObject({ how: 'looked' });
    expect((await now(office, two)).copyDeleted).toBeUndefined();
    // Under another name it is the same key.
    files.set('жаңа.p12', two.octets);
    files.delete('KZ-0002.p12');
    expect(
      taken(await confirmCopiesDeleted(office.desk, { folder })).left.map((each) => each.fileName),
    ).toEqual(['жаңа.p12']);
    files.delete('жаңа.p12');
    taken(await confirmCopiesDeleted(office.desk, { folder }));
    expect((await now(office, two)).copyDeleted).toMatchObject({ how: 'looked' });
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-8] another folder proves nothing; where the folder is gone the officer’s word is kept as such', async () => {
    const { office, written } = await keysInFolder(1);
    const [one] = written as [Written];
    taken(await seeCarriersAgain(office.desk, { folder: folderInMemory(media(written)).folder }));
    expect(await confirmCopiesDeleted(office.desk, { folder: folderInMemory().folder })).toEqual({
      ok: false,
      error: { type: 'OtherFolder' },
    });
    taken(await confirmCopiesDeleted(office.desk, { folder: null }));
    expect((await now(office, one)).copyDeleted).toMatchObject({ how: 'stated' });
  });

  it('[G-8] a key written onto its carrier has none', async () => {
    const office = anOffice();
    await setUpBodies(office);
    await ownerWithKey(office);
    expect(await confirmCopiesDeleted(office.desk, { folder: null })).toMatchObject({
      error: { type: 'NoCopies' },
    });
  });
});
