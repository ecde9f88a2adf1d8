import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { RegisterMap } from '#domain/proof/register-map.ts';
import { indexRegister, searchRegister } from '#domain/register/search-register.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { startStation } from '#operations/station/start.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';
import { aRegisterOf } from '#tests/bench/register/make-register.ts';

const sizes = [10, 20, 40] as const;

interface Work {
  rows: number;
  digests: number;
  octets: number;
}

let registers: readonly Desk[];

beforeAll(async () => {
  registers = await Promise.all(sizes.map(async (size) => (await aRegisterOf(size)).desk));
});

/** The same desk, and what is done with it, counted. */
function counted(desk: Desk): { readonly desk: Desk; readonly work: Work } {
  const work: Work = { rows: 0, digests: 0, octets: 0 };
  const seen = <T>(found: T): T => {
    work.rows += Array.isArray(found) ? found.length : 1;
    return found;
  };
  const read = async (): Promise<Snapshot> => {
    const snapshot = await desk.store.read();
    return {
      ...snapshot,
      get: async (collection, id) => seen(await snapshot.get(collection, id)),
      list: async (collection, query) => seen(await snapshot.list(collection, query)),
      count: async (collection, query) => {
        const count = await snapshot.count(collection, query);
        // Where nothing has that key nothing is looked at.
        work.rows += count;
        return count;
      },
      rows: async (collection, query) => seen(await snapshot.rows(collection, query)),
    };
  };
  const store: RegisterStore = { ...desk.store, read };
  const sha256: Desk['sha256'] = (bytes) => {
    work.digests += 1;
    work.octets += bytes.length;
    return desk.sha256(bytes);
  };
  return { desk: { ...desk, store, sha256 }, work };
}

/** What each size costs, by the same work. */
async function costs(of: (desk: Desk) => Promise<unknown>): Promise<readonly Work[]> {
  const works: Work[] = [];
  for (const register of registers) {
    const { desk, work } = counted(register);
    await of(desk);
    works.push(work);
  }
  return works;
}

/** How much of it each certificate beyond the first ten costs. */
function perCertificate(works: readonly Work[], what: keyof Work): readonly number[] {
  return [1, 2].map((i) => {
    const more = (works[i]?.[what] ?? 0) - (works[i - 1]?.[what] ?? 0);
    return more / ((sizes[i] ?? 0) - (sizes[i - 1] ?? 0));
  });
}

describe('[E12] a register that grows', () => {
  it('is verified by as much work for each certificate, however many there are', async () => {
    const works = await costs(async (desk) => {
      const map = new RegisterMap(desk.sha256, { salt: new Uint8Array(16) });
      expect((await verifyLog(desk, { map })).faults).toEqual([]);
    });
    // Five lines of the log (received, examined twice, approved, issued) and three records, each of them read once; of the intent all have one.
    expect(perCertificate(works, 'rows')).toEqual([8, 8]);
    // Three digests of a line and one of the tree; one of a record, one of its name and one of each key that it is found by.
    const digests = perCertificate(works, 'digests');
    expect(Math.max(...digests)).toBeLessThan(5 * 4.5 + 3 * 4);
    expect(digests[1]).toBeCloseTo(digests[0] ?? 0, 0);
    const [first = 0, second = 0] = perCertificate(works, 'octets');
    expect(second / first).toBeLessThan(1.1);
  });

  it('is started on by as much work at any size', async () => {
    const works = await costs(async (desk) => {
      expect(await startStation(desk, 'first')).toMatchObject({ ok: true, value: { type: 'ready' } });
    });
    expect(new Set(works.map(({ rows }) => rows)).size).toBe(1);
    expect(new Set(works.map(({ digests }) => digests)).size).toBe(1);
  });

  it('is searched in one pass', async () => {
    for (const [i, desk] of registers.entries()) {
      const index = indexRegister(await (await desk.store.read()).list('entry'));
      let looks = 0;
      const entries: readonly RegisterEntry[] = new Proxy(index.entries, {
        get(target, member) {
          if (typeof member === 'string' && /^\d+$/u.test(member)) looks += 1;
          return Reflect.get(target, member) as unknown;
        },
      });
      const order = { by: 'name', descending: false } as const;
      searchRegister({ ...index, entries }, { text: 'қасен' }, order, desk.clock.now());
      expect(looks).toBe(sizes[i]);
    }
  });
});
