import type { Application } from '#domain/application/application.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { type Digest } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { Instant } from '#domain/base/instant.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import type { Change, Put, RegisterStore } from '#ports/register-store.ts';

interface Matchers {
  toBe(value: unknown): void;
  toEqual(value: unknown): void;
}

export interface TestApi {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void>) => void;
  readonly expect: (value: unknown) => Matchers;
}

export interface StoreFixture {
  readonly open: () => Promise<RegisterStore>;
  readonly sha256: Digest;
}

/** What every register store promises; `fresh` gives the way to open one and the same store again and again. */
export function registerStoreContract(name: string, fresh: () => StoreFixture, api: TestApi): void {
  const { describe, it, expect } = api;
  const time = '2026-11-23T06:00:00Z' as Instant;

  const application = (id: string, number: string, change: Partial<Application> = {}): Put => ({
    collection: 'application',
    record: {
      id,
      salt: 'aa',
      number,
      receivedAt: time,
      receivedBy: 'o1',
      content: {
        form: 'N-F1',
        iin: '850101300015',
        surname: 'Әбілқасымов',
        givenName: 'Нұрлан',
        region: 'Алматы қаласы',
        city: 'Алматы',
        email: 'n@example.kz',
        phone: '+77010000000',
        usageAreas: ['салық есептілігі'],
        signatureTool: 'ECDSA P-256',
        purpose: 'signing',
        documents: [],
      },
      ...change,
    },
  });

  const changeOf = (puts: readonly Put[], head: AuditRecord | null, sha256: Digest): Change => ({
    puts,
    removals: [],
    audit: chainActs(
      head,
      time,
      [
        {
          act: 'application-received',
          officer: 'o1',
          subjects: puts.map(({ record }) => record.id),
          writes: puts.map(({ collection, record }) => ({
            collection,
            id: record.id,
            digest: recordDigest(record, sha256),
          })),
        },
      ],
      sha256,
    ),
  });

  describe(`register store: ${name}`, () => {
    it('a new store is empty and says so', async () => {
      const store = await fresh().open();
      expect(await store.state()).toEqual({ type: 'empty' });
      const snapshot = await store.read();
      expect(snapshot.version).toBe(0);
      expect(snapshot.head).toBe(null);
      store.close();
    });

    it('what was committed is read back, letters and octets as they were', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const put = application('a1', '2026-000001');
      const change = changeOf(
        [put, { collection: 'blob', record: { id: 'b1', octets: new Uint8Array([0, 255, 7]) } }],
        null,
        sha256,
      );
      expect((await store.commit(0, change)).type).toBe('committed');
      const snapshot = await store.read();
      expect(await snapshot.get('application', 'a1')).toEqual(put.record);
      const blob = await snapshot.get('blob', 'b1');
      expect([...(blob?.octets ?? [])]).toEqual([0, 255, 7]);
      expect(snapshot.head?.hash).toBe(change.audit[0]?.hash);
      expect(await store.state()).toEqual({ type: 'present', head: 'same' });
      store.close();
    });

    it('of two commits made from one reading exactly one enters', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const one = changeOf([application('a1', '2026-000001')], null, sha256);
      const two = changeOf([application('a2', '2026-000002')], null, sha256);
      const outcomes = await Promise.all([store.commit(0, one), store.commit(0, two)]);
      expect(outcomes.map(({ type }) => type).sort()).toEqual(['committed', 'version-moved']);
      expect(await (await store.read()).count('application')).toBe(1);
      store.close();
    });

    it('a taken number is refused and nothing of that commit is written', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const first = changeOf([application('a1', '2026-000001')], null, sha256);
      await store.commit(0, first);
      const second = changeOf(
        [application('a3', '2026-000003'), application('a2', '2026-000001')],
        first.audit[0] ?? null,
        sha256,
      );
      expect((await store.commit(1, second)).type).toBe('key-taken');
      const snapshot = await store.read();
      expect(snapshot.version).toBe(1);
      expect(await snapshot.get('application', 'a3')).toBe(undefined);
      expect(snapshot.head?.seq).toBe(1);
      store.close();
    });

    it('a record that is new takes no other one’s place, and nothing of that commit is written', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const first = changeOf([application('a1', '2026-000001')], null, sha256);
      await store.commit(0, first);
      const anew: Put = {
        collection: 'blob',
        record: { id: 'b1', octets: new Uint8Array([1]) },
        isNew: true,
      };
      expect((await store.commit(1, { puts: [anew], removals: [], audit: [] })).type).toBe('committed');
      const other: Put = { ...anew, record: { id: 'b1', octets: new Uint8Array([2]) } };
      const second = changeOf([application('a2', '2026-000002')], first.audit[0] ?? null, sha256);
      const outcome = await store.commit(2, { ...second, puts: [...second.puts, other] });
      expect(outcome).toEqual({ type: 'key-taken', collection: 'blob' });
      const snapshot = await store.read();
      expect(snapshot.version).toBe(2);
      expect(await snapshot.get('application', 'a2')).toBe(undefined);
      expect((await snapshot.get('blob', 'b1'))?.octets).toEqual(new Uint8Array([1]));
      store.close();
    });

    it('a taken key names its collection, whatever else that commit would have written', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const first = changeOf([application('a1', '2026-000001')], null, sha256);
      await store.commit(0, first);
      const beside: Put = { collection: 'blob', record: { id: 'b1', octets: new Uint8Array([1]) } };
      const second = changeOf(
        [application('a2', '2026-000002'), application('a3', '2026-000001'), beside],
        first.audit[0] ?? null,
        sha256,
      );
      expect(await store.commit(1, second)).toEqual({ type: 'key-taken', collection: 'application' });
      store.close();
    });

    it('replacing everything by what takes one key twice names its collection, and all is as it was', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const first = changeOf([application('a1', '2026-000001')], null, sha256);
      await store.commit(0, first);
      const beside: Put = { collection: 'blob', record: { id: 'b1', octets: new Uint8Array([1]) } };
      const twice = [application('a2', '2026-000002'), application('a3', '2026-000002'), beside];
      expect(await store.replaceAll(twice)).toEqual({ type: 'key-taken', collection: 'application' });
      const snapshot = await store.read();
      expect(snapshot.version).toBe(1);
      expect((await snapshot.list('application')).map(({ id }) => id)).toEqual(['a1']);
      store.close();
    });

    it('pages go on from the last key, forwards and backwards', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const puts = Array.from({ length: 7 }, (_, i) =>
        application(`a${String(i)}`, `2026-00000${String(7 - i)}`),
      );
      await store.commit(0, changeOf(puts, null, sha256));
      const snapshot = await store.read();
      const numbers = async (after: string | undefined, reverse: boolean) =>
        (
          await snapshot.list('application', {
            index: 'number',
            limit: 3,
            reverse,
            ...(after === undefined ? {} : { after }),
          })
        ).map((a) => a.number.slice(-1));
      expect(await numbers(undefined, false)).toEqual(['1', '2', '3']);
      expect(await numbers('2026-000003', false)).toEqual(['4', '5', '6']);
      expect(await numbers(undefined, true)).toEqual(['7', '6', '5']);
      expect(await numbers('2026-000003', true)).toEqual(['2', '1']);
      expect(
        await snapshot.count('application', { index: 'number', from: '2026-000003', to: '2026-000005' }),
      ).toBe(3);
      store.close();
    });

    it('rows come by their storage keys, with the keys that they are found by', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const puts = ['a3', 'a1', 'a2'].map((id, i) => application(id, `2026-00000${String(i + 1)}`));
      await store.commit(0, changeOf(puts, null, sha256));
      const snapshot = await store.read();
      const first = await snapshot.rows('application', { limit: 2 });
      expect(first.map(({ key }) => key)).toEqual(['a1', 'a2']);
      expect(first[0]).toEqual({
        key: 'a1',
        record: puts[1]?.record,
        keys: { number: '2026-000002', waiting: 'waiting' },
      });
      const second = await snapshot.rows('application', { after: 'a2', limit: 2 });
      expect(second.map(({ key }) => key)).toEqual(['a3']);
      expect(await snapshot.rows('application', { after: 'a3', limit: 2 })).toEqual([]);
      const [line] = await snapshot.rows('audit', { limit: 9 });
      expect([line?.key, line?.keys]).toEqual([auditKey(1), {}]);
      store.close();
    });

    it('many questions are answered in their order, each as if it were asked alone', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const puts = ['a3', 'a1', 'a2'].map((id, i) => application(id, `2026-00000${String(i + 1)}`));
      await store.commit(0, changeOf(puts, null, sha256));
      const snapshot = await store.read();
      const answers = await snapshot.together?.([
        { collection: 'application', key: 'a2' },
        { collection: 'entry', key: 'a2' },
        { collection: 'application', index: 'number', key: '2026-000001' },
        { collection: 'application', index: 'waiting', key: 'waiting' },
        { collection: 'application', key: 'a2' },
        { collection: 'application', key: 'a4' },
      ]);
      const [third, first, second] = puts.map(({ record }) => record);
      expect(answers).toEqual([[second], [], [third], [first, second, third], [second], []]);
      expect(await snapshot.together?.([])).toEqual([]);
      store.close();
    });

    it('the copy of the head follows each commit that the log has', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      expect(await store.headCopy()).toBe(null);
      await store.commit(0, changeOf([application('a1', '2026-000001')], null, sha256));
      const { head } = await store.read();
      expect(head?.seq).toBe(1);
      expect(await store.headCopy()).toEqual(head);
      store.close();
    });

    it('a removal takes the record away', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      await store.commit(0, changeOf([application('a1', '2026-000001')], null, sha256));
      await store.commit(1, { puts: [], removals: [{ collection: 'application', id: 'a1' }], audit: [] });
      expect(await (await store.read()).count('application')).toBe(0);
      store.close();
    });

    it('a listener hears of a commit', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      let heard = 0;
      const stop = store.subscribe(() => {
        heard += 1;
      });
      await store.commit(0, changeOf([application('a1', '2026-000001')], null, sha256));
      expect(heard).toBe(1);
      stop();
      store.close();
    });

    it('a draft is read back, moves no version, and is heard of by nobody; it goes when everything is replaced', async () => {
      const { open } = fresh();
      const store = await open();
      let heard = 0;
      const stop = store.subscribe(() => {
        heard += 1;
      });
      const draft = { id: 'd1', kind: 'N-F1', updatedAt: time, fields: { surname: 'Әбілқасымов' } };
      expect(await store.putDraft(draft)).toEqual({ type: 'kept' });
      const snapshot = await store.read();
      expect(await snapshot.get('draft', 'd1')).toEqual(draft);
      expect([snapshot.version, heard]).toEqual([0, 0]);
      expect(await store.state()).toEqual({ type: 'empty' });
      expect(await store.removeDraft('d1')).toEqual({ type: 'kept' });
      expect(await (await store.read()).count('draft')).toBe(0);
      await store.putDraft(draft);
      await store.replaceAll([]);
      expect(await (await store.read()).count('draft')).toBe(0);
      stop();
      store.close();
    });

    it('facts of this browser stay when everything is replaced, and a listener hears of it', async () => {
      const { open } = fresh();
      const store = await open();
      const fact: Put = { collection: 'device', record: { id: 'unlock-failures', value: 3 } };
      await store.commit(0, { puts: [fact], removals: [], audit: [] });
      let heard = 0;
      const stop = store.subscribe(() => {
        heard += 1;
      });
      expect((await store.replaceAll([])).type).toBe('committed');
      expect(await (await store.read()).get('device', 'unlock-failures')).toEqual(fact.record);
      expect(heard).toBe(1);
      stop();
      store.close();
    });

    it('counts by an index every record that has a key of it, as many as there are', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      const numbers = Array.from({ length: 600 }, (_, i) => `2026-${String(i + 1).padStart(6, '0')}`);
      const first = changeOf(
        numbers.map((number) => application(number, number)),
        null,
        sha256,
      );
      expect((await store.commit(0, first)).type).toBe('committed');
      const waiting = async () => (await store.read()).count('application', { index: 'waiting' });
      expect(await waiting()).toBe(600);
      // A record that is written without the key is no longer found by it.
      const decision = {
        outcome: 'refused',
        officer: 'o1',
        at: time,
        contentDigest: '',
        grounds: [],
      } as const;
      const refused = numbers.slice(0, 7).map((number) => application(number, number, { decision }));
      const second = changeOf(refused, first.audit[0] ?? null, sha256);
      expect((await store.commit(1, second)).type).toBe('committed');
      expect(await waiting()).toBe(593);
      expect(await (await store.read()).count('application')).toBe(600);
      store.close();
    });

    it('replacing everything leaves what was given and nothing else', async () => {
      const { open, sha256 } = fresh();
      const store = await open();
      await store.commit(0, changeOf([application('a1', '2026-000001')], null, sha256));
      const other = changeOf([application('a9', '2025-000009')], null, sha256);
      const audit = other.audit.map((record): Put => ({
        collection: 'audit',
        record: { ...record, id: auditKey(record.seq) },
      }));
      expect((await store.replaceAll([...other.puts, ...audit])).type).toBe('committed');
      const snapshot = await store.read();
      expect((await snapshot.list('application')).map(({ id }) => id)).toEqual(['a9']);
      expect(snapshot.head?.hash).toBe(other.audit[0]?.hash);
      store.close();
    });
  });
}
