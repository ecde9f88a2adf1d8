import type { StoreName } from '#adapters/indexeddb/schema.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import { type TamperedRegister, changeRecord, firstKey, rowAt } from '#tests/support/tampered-register.ts';
import { type FaultCase, type FaultCases, someSeq, someText } from './fault-case.ts';

/** Scans and CRL files: their octets stand apart, and a record of the register says what they are. */
const octetStores = ['blob', 'crlFile'] as const;

async function swap({ database }: TamperedRegister, collection: StoreName): Promise<void> {
  const [a, b] = await database.getAllKeys(collection, null, 2);
  const [first, second] = [await database.get(collection, a ?? ''), await database.get(collection, b ?? '')];
  if (first === undefined || second === undefined) throw new Error('two rows are needed');
  await database.clear(collection);
  await database.put(collection, second, a);
  await database.put(collection, first, b);
}

function replacedBy(collection: StoreName, record: unknown): NonNullable<FaultCase['spoil']> {
  return async (at) => {
    const key = await firstKey(at, collection);
    const row = await rowAt(at, collection, key);
    await at.database.put(collection, { ...row, record: record as { readonly id: string } }, key);
  };
}

export const recordFaults: FaultCases<
  | 'RecordChanged'
  | 'RecordMissing'
  | 'RecordUnknown'
  | 'RecordUnreadable'
  | 'RecordMisplaced'
  | 'IndexKeysDiffer'
> = {
  RecordChanged: [
    {
      name: 'a member of a delivery is another',
      of: 'delivery',
      spoil: async (at) =>
        changeRecord(at, 'delivery', await firstKey(at, 'delivery'), (record) => ({
          ...record,
          recipient: 'x',
        })),
      found: (_, id) => [{ type: 'RecordChanged', collection: 'delivery', id, seq: someSeq }],
    },
    ...octetStores.map((of): FaultCase => ({
      name: `an octet of a ${of} is another`,
      of,
      spoil: async (at) =>
        changeRecord(at, of, await firstKey(at, of), (record) => {
          const octets = Uint8Array.from(record['octets'] as Uint8Array);
          octets[40] = (octets[40] ?? 0) ^ 1;
          return { ...record, octets };
        }),
      found: (_, id) => [{ type: 'RecordChanged', collection: of, id, seq: 0 }],
    })),
  ],
  RecordMissing: [
    {
      name: 'a delivery is gone',
      of: 'delivery',
      spoil: async (at) => at.database.delete('delivery', await firstKey(at, 'delivery')),
      found: (_, id) => [{ type: 'RecordMissing', collection: 'delivery', id, seq: someSeq }],
    },
    ...octetStores.map((of): FaultCase => ({
      name: `a ${of} is gone`,
      of,
      spoil: async (at) => at.database.delete(of, await firstKey(at, of)),
      found: (_, id) => [{ type: 'RecordMissing', collection: of, id, seq: 0 }],
    })),
  ],
  RecordUnknown: (['delivery', ...octetStores] as const).map((collection): FaultCase => ({
    name: `a ${collection} was added`,
    spoil: async (at) => {
      const row = await rowAt(at, collection, await firstKey(at, collection));
      await at.database.put(collection, { ...row, record: { ...row.record, id: 'x' } }, 'x');
    },
    found: () => [{ type: 'RecordUnknown', collection, id: 'x' }],
  })),
  RecordUnreadable: [
    ...[null, 'text', { id: 7 }].map((record): FaultCase => ({
      name: `a row of the register holds ${JSON.stringify(record)}`,
      of: 'delivery',
      spoil: replacedBy('delivery', record),
      found: (_, id) => [
        { type: 'RecordUnreadable', collection: 'delivery', id },
        { type: 'RecordMissing', collection: 'delivery', id, seq: someSeq },
      ],
    })),
    {
      name: 'a record has a number that no register has',
      of: 'delivery',
      spoil: async (at) =>
        changeRecord(at, 'delivery', await firstKey(at, 'delivery'), (record) => ({
          ...record,
          recipient: 0.5,
        })),
      found: (_, id) => [
        { type: 'RecordUnreadable', collection: 'delivery', id },
        { type: 'RecordMissing', collection: 'delivery', id, seq: someSeq },
      ],
    },
    ...octetStores.map((of): FaultCase => ({
      name: `a ${of} has no octets`,
      of,
      spoil: async (at) => changeRecord(at, of, await firstKey(at, of), ({ id }) => ({ id })),
      found: (_, id) => [{ type: 'RecordUnreadable', collection: of, id }],
    })),
    {
      name: 'a row of the log is none',
      spoil: (at) => at.database.put('audit', { record: { id: '~' }, keys: {} }, '~').then(() => undefined),
      found: () => [{ type: 'RecordUnreadable', collection: 'audit', id: '~' }],
    },
  ],
  RecordMisplaced: [
    {
      name: 'an entry lies under the key of another, and the other under its own',
      spoil: (at) => swap(at, 'entry'),
      found: () => [
        { type: 'RecordMisplaced', collection: 'entry', id: someText },
        { type: 'RecordMisplaced', collection: 'entry', id: someText },
        { type: 'RecordChanged', collection: 'entry', id: someText, seq: someSeq },
        { type: 'RecordChanged', collection: 'entry', id: someText, seq: someSeq },
      ],
    },
    {
      name: 'a delivery lies under a key before its own: the verification ends all the same',
      of: 'delivery',
      spoil: async ({ database }) => {
        const [key] = await database.getAllKeys('delivery');
        const row = await database.get('delivery', key ?? '');
        if (row === undefined) throw new Error('no delivery');
        await database.delete('delivery', key ?? '');
        await database.put('delivery', row, '!');
      },
      found: (_, id) => [
        { type: 'RecordMisplaced', collection: 'delivery', id: '!' },
        { type: 'RecordMissing', collection: 'delivery', id, seq: someSeq },
        { type: 'RecordUnknown', collection: 'delivery', id: '!' },
      ],
    },
    {
      name: 'the last record of the log lies under a key after its own: the verification ends all the same',
      spoil: async ({ database }, { last }) => {
        const row = await database.get('audit', auditKey(last));
        if (row === undefined) throw new Error('no such record');
        await database.delete('audit', auditKey(last));
        await database.put('audit', row, '~');
      },
      found: ({ last }) => [
        { type: 'RecordMisplaced', collection: 'audit', id: '~' },
        // Looked up by its number, it is not there for the head's copy either.
        { type: 'HeadDiffers', seq: last },
      ],
    },
    ...octetStores.map((of): FaultCase => ({
      name: `a ${of} says that it is another`,
      of,
      spoil: async (at) => changeRecord(at, of, await firstKey(at, of), (record) => ({ ...record, id: 'x' })),
      found: (_, id) => [{ type: 'RecordMisplaced', collection: of, id }],
    })),
  ],
  IndexKeysDiffer: [
    {
      name: 'an entry is found by another number',
      of: 'entry',
      spoil: async (at) => {
        const key = await firstKey(at, 'entry');
        const row = await rowAt(at, 'entry', key);
        await at.database.put('entry', { ...row, keys: { ...row.keys, number: 999 } }, key);
      },
      found: (_, id) => [{ type: 'IndexKeysDiffer', collection: 'entry', id }],
    },
    {
      name: 'an entry is found by nothing',
      of: 'entry',
      spoil: async (at) => {
        const key = await firstKey(at, 'entry');
        await at.database.put('entry', { ...(await rowAt(at, 'entry', key)), keys: {} }, key);
      },
      found: (_, id) => [{ type: 'IndexKeysDiffer', collection: 'entry', id }],
    },
    {
      name: 'a delivery is found by a key that it has not',
      of: 'delivery',
      spoil: async (at) => {
        const key = await firstKey(at, 'delivery');
        const row = await rowAt(at, 'delivery', key);
        await at.database.put('delivery', { ...row, keys: { ...row.keys, more: 'x' } }, key);
      },
      found: (_, id) => [{ type: 'IndexKeysDiffer', collection: 'delivery', id }],
    },
  ],
};
