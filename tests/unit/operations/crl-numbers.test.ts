import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { ok } from '#domain/base/result.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { transact } from '#operations/transact.ts';
import { startStation } from '#operations/station/start.ts';
import type { Desk } from '#ports/desk.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { renewed } from '#tests/support/renewal-at-work.ts';

const limit = 2n ** 31n;

/** The list as the former program numbered it: 64 bits, the epoch above milliseconds. */
async function formerly({ desk }: { readonly desk: Desk }, crl: CrlRecord): Promise<bigint> {
  const number = (1n << 48n) | BigInt(Date.parse(crl.thisUpdate));
  const record = { ...crl, id: String(number).padStart(20, '0'), crlNumber: String(number) };
  const puts = [{ collection: 'crl', record }] as const;
  const acts = [{ act: 'crl-signed', subjects: [record.id], puts }] as const;
  taken(await transact(desk, () => Promise.resolve(ok({ acts, answer: null }))));
  return number;
}

async function numberIn({ desk }: { readonly desk: Desk }, { id }: CrlRecord): Promise<bigint | undefined> {
  const file = await (await desk.store.read()).get('crlFile', id);
  return taken(readCrl(file?.octets ?? new Uint8Array())).tbs.crlNumber;
}

describe('the numbers of CRLs', () => {
  it('[B06] stay under 2^31, rise, and say the epoch and the minutes', async () => {
    const office = anOffice();
    await setUp(office);
    const first = taken(await signCrl(office.desk));
    const second = taken(await signCrl(office.desk));
    office.pass(3600);
    const third = taken(await signCrl(office.desk));
    expect([first, second, third].map(({ crlNumber }) => BigInt(crlNumber) - (1n << 24n))).toEqual([
      0n,
      1n,
      60n,
    ]);
    expect(await numberIn(office, third)).toBe(BigInt(third.crlNumber));
  });

  it('go on above 64 bits in a series that has them, and begin anew with the next key', async () => {
    const office = anOffice();
    await setUp(office);
    const former = await formerly(office, taken(await signCrl(office.desk)));
    office.pass(60);
    const next = taken(await signCrl(office.desk));
    expect(BigInt(next.crlNumber)).toBe(former + 60_000n);
    office.pass(60);
    await renewed(office);
    office.pass(60);
    const numbers: bigint[] = [];
    for (const generation of [1, 2, 1, 2]) {
      const crl = taken(await signCrl(office.desk, { generation }));
      expect(await numberIn(office, crl)).toBe(BigInt(crl.crlNumber));
      numbers.push(BigInt(crl.crlNumber));
      office.pass(1);
    }
    const [ofOld = 0n, ofNew = 0n, thenOld = 0n, thenNew = 0n] = numbers;
    expect([ofOld > former, thenOld > ofOld, thenNew > ofNew]).toEqual([true, true, true]);
    expect([ofNew < limit, thenNew < limit]).toEqual([true, true]);
  });

  it('[E04] never are those of a list that was only intended', async () => {
    const office = anOffice();
    await setUp(office);
    const { custody } = office.desk;
    const cut = { ...custody, signAsAuthority: () => Promise.reject(new Error('power cut')) };
    await expect(signCrl({ ...office.desk, custody: cut })).rejects.toThrow('power cut');
    const [intent] = await (
      await office.desk.store.read()
    ).list('intent', { index: 'outcome', only: 'open' });
    const [one] = [taken(await signCrl(office.desk))];
    taken(await startStation(office.desk));
    expect(BigInt(one.crlNumber)).toBe(BigInt(intent?.number ?? '') + 1n);
    expect(taken(await signCrl(office.desk)).crlNumber).not.toBe(intent?.number);
  });

  it('that another list has are refused, and that list stays as it was', async () => {
    const office = anOffice();
    await setUp(office);
    const first = taken(await signCrl(office.desk));
    const id = String(BigInt(first.crlNumber) + 1n).padStart(20, '0');
    const { store, sha256 } = office.desk;
    await store.commit((await store.read()).version, {
      puts: [{ collection: 'crlFile', record: { id, octets: new Uint8Array([1, 2, 3]) } }],
      removals: [],
      audit: [],
    });
    expect(await signCrl(office.desk)).toEqual({
      ok: false,
      error: { type: 'KeyTaken', collection: 'crlFile' },
    });
    const kept = await (await store.read()).get('crlFile', id);
    expect(bytesToHex(sha256(kept?.octets ?? new Uint8Array()))).toBe(
      bytesToHex(sha256(new Uint8Array([1, 2, 3]))),
    );
  });
});
