import { describe, expect, it } from 'vitest';
import { hexToBytes } from '#domain/base/bytes.ts';
import { ok } from '#domain/base/result.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { transact } from '#operations/transact.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import {
  type OfficeAtWork,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

/** The desk at which something happens each time while the key signs a list. */
function meanwhile(desk: Desk, happens: (time: number) => Promise<unknown>): Desk {
  let times = 0;
  const signAsAuthority: Desk['custody']['signAsAuthority'] = async (request) => {
    const signed = await desk.custody.signAsAuthority(request);
    times += 1;
    await happens(times);
    return signed;
  };
  return { ...desk, custody: { ...desk.custody, signAsAuthority } };
}

async function revoke({ desk }: OfficeAtWork, entry: RegisterEntry): Promise<void> {
  const found = taken(
    await receiveRevocation(desk, {
      serialNumber: entry.id,
      ground: 'key-compromise',
      source: applicationToRevoke(entry),
    }),
  );
  taken(await decideRevocation(desk, { caseId: found.id, confirmedCorrect: true }));
}

async function listedIn({ desk }: OfficeAtWork, { id }: CrlRecord, serial: string): Promise<boolean> {
  const file = await (await desk.store.read()).get('crlFile', id);
  const list = taken(readCrl(file?.octets ?? new Uint8Array()));
  return list.tbs.entries.find(hexToBytes(serial) ?? new Uint8Array()) !== null;
}

async function entryOf({ desk }: OfficeAtWork, { id }: RegisterEntry): Promise<RegisterEntry | undefined> {
  return (await desk.store.read()).get('entry', id);
}

async function withEntries(count: number) {
  const office = anOffice();
  await setUp(office);
  taken(await signCrl(office.desk));
  const entries: RegisterEntry[] = [];
  const iins = ['850101300015', '920308400012'];
  for (let i = 0; i < count; i++) entries.push(await issued(office, anIndividual({ iin: iins[i] ?? '' })));
  office.pass(60);
  return { office, entries };
}

describe('[J09] a revocation that is decided while a CRL is being signed', () => {
  it('is in the list after all: what was signed without it is not registered', async () => {
    const { office, entries } = await withEntries(1);
    const [entry] = entries as [RegisterEntry];
    const desk = meanwhile(office.desk, (time) => (time === 1 ? revoke(office, entry) : Promise.resolve()));
    const crl = taken(await signCrl(desk));
    expect(crl).toMatchObject({ added: [entry.id], entryCount: 1 });
    expect(await listedIn(office, crl, entry.id)).toBe(true);
    expect((await entryOf(office, entry))?.firstCrl).toBe(crl.crlNumber);
    const snapshot = await office.desk.store.read();
    const given = await snapshot.list('intent', { index: 'outcome', only: 'abandoned' });
    expect(given.map(({ what }) => what)).toEqual(['crl']);
    expect(await snapshot.list('intent', { index: 'outcome', only: 'open' })).toEqual([]);
    expect(given[0]?.number).not.toBe(crl.crlNumber);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('is told as unlisted when revocations never cease to come, and the list says what it carries', async () => {
    const { office, entries } = await withEntries(2);
    const [first, second] = entries as [RegisterEntry, RegisterEntry];
    const left = [first, second];
    const seen: string[] = [];
    const desk = meanwhile(office.desk, async () => {
      const next = left.shift();
      if (next === undefined) return;
      seen.push(next.id);
      await revoke(office, next);
    });
    const crl = taken(await signCrl(desk));
    for (const entry of [first, second]) {
      const isListed = await listedIn(office, crl, entry.id);
      expect(crl.added.includes(entry.id)).toBe(isListed);
      expect((await entryOf(office, entry))?.firstCrl).toBe(isListed ? crl.crlNumber : undefined);
    }
    expect(seen).toEqual([first.id, second.id]);
    const next = taken(await signCrl(office.desk));
    expect([...crl.added, ...next.added].sort()).toEqual([first.id, second.id].sort());
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });
});

it('[J09] two lists that are asked for at once have two numbers and two times', async () => {
  const { office, entries } = await withEntries(1);
  const [entry] = entries as [RegisterEntry];
  await revoke(office, entry);
  const both = (await Promise.all([signCrl(office.desk), signCrl(office.desk)])).map(taken);
  const [one, two] = both.sort((a, b) => Number(BigInt(a.crlNumber) - BigInt(b.crlNumber)));
  if (one === undefined || two === undefined) throw new Error('no two lists');
  expect(one.crlNumber).not.toBe(two.crlNumber);
  expect(one.thisUpdate < two.thisUpdate).toBe(true);
  expect([one.added, two.added]).toEqual([[entry.id], []]);
  expect((await entryOf(office, entry))?.firstCrl).toBe(one.crlNumber);
  for (const crl of [one, two]) expect(await listedIn(office, crl, entry.id)).toBe(true);
  expect((await verifyLog(office.desk)).faults).toEqual([]);
});

it('a revocation whose entry is in no chunk is not said to be carried', async () => {
  const { office, entries } = await withEntries(1);
  const [entry] = entries as [RegisterEntry];
  await revoke(office, entry);
  // Not by a stranger, whom the map would find, but by an act of our own that is wrong.
  await transact(office.desk, async (snapshot) => {
    const chunks = await snapshot.list('crlChunk');
    const puts = chunks.map((chunk) => ({
      collection: 'crlChunk' as const,
      record: { ...chunk, entryCount: 0, octets: new Uint8Array() },
    }));
    return ok({ acts: [{ act: 'certificate-revoked', subjects: [entry.id], puts }], answer: null });
  });
  const crl = await signCrl(office.desk);
  expect(crl).toEqual({ ok: false, error: { type: 'RevocationUnlisted', serialNumber: entry.id } });
});
