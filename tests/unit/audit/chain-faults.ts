import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import { auditRecords, changeRecord, rewriteLast } from '#tests/support/tampered-register.ts';
import { type FaultCase, type FaultCases, someSeq, treeDiffers } from './fault-case.ts';

const daySeconds = 24 * 3600;

/** The last line as whoever has the officer's key open could write it: hash, signature and heads agree with it. */
function lastSigned(
  name: string,
  change: (last: AuditRecord) => AuditRecord,
  found: FaultCase['found'],
): FaultCase {
  return { name, spoil: (at, { desk }) => rewriteLast(at, desk, change, desk), found };
}

/** A line that no signature is on: nothing but the chain holds it. */
function unsignedLine(
  name: string,
  fits: (record: AuditRecord) => boolean,
  change: (record: AuditRecord) => object,
  found: FaultCase['found'],
): FaultCase {
  return {
    name,
    spoil: async (at) => {
      const line = (await auditRecords(at)).find((each) => each.signature === undefined && fits(each));
      if (line === undefined) throw new Error('no such line');
      await changeRecord(at, 'audit', auditKey(line.seq), (record) =>
        change(record as unknown as AuditRecord),
      );
    },
    found,
  };
}

export const chainFaults: FaultCases<
  'SequenceBroken' | 'PreviousDiffers' | 'HashDiffers' | 'PayloadDiffers' | 'TimeRunsBack'
> = {
  SequenceBroken: [
    lastSigned(
      'the last record has the number after its own',
      (record) => ({ ...record, seq: record.seq + 1 }),
      ({ last }) => [{ type: 'SequenceBroken', expectedSeq: last, seenSeq: last + 1 }],
    ),
    {
      name: 'a record in the middle is gone',
      spoil: async (at) => {
        const records = await auditRecords(at);
        const isOverwritten = ({ seq, writes }: AuditRecord) =>
          writes.every((write) =>
            records.some(
              (later) =>
                later.seq > seq &&
                later.writes.some(({ collection, id }) => collection === write.collection && id === write.id),
            ),
          );
        const gone = records.find((record) => record.signature !== undefined && isOverwritten(record));
        await at.database.delete('audit', auditKey(gone?.seq ?? 0));
      },
      found: () => [
        { type: 'SequenceBroken', expectedSeq: someSeq, seenSeq: someSeq },
        { type: 'PreviousDiffers', seq: someSeq },
        treeDiffers,
      ],
    },
  ],
  PreviousDiffers: [
    lastSigned(
      'the last record goes on from another log',
      (record) => ({ ...record, previous: '1'.repeat(64) }),
      ({ last }) => [{ type: 'PreviousDiffers', seq: last }],
    ),
  ],
  HashDiffers: [
    unsignedLine(
      'the subjects of a line are others',
      () => true,
      (record) => ({ ...record, subjects: ['x'] }),
      () => [{ type: 'HashDiffers', seq: someSeq }, treeDiffers],
    ),
    unsignedLine(
      'the act of a line is another',
      () => true,
      (record) => ({ ...record, act: 'crl-published' }),
      () => [{ type: 'HashDiffers', seq: someSeq }, { type: 'ActWritesOther', seq: someSeq }, treeDiffers],
    ),
  ],
  PayloadDiffers: [
    unsignedLine(
      'a write is named twice',
      ({ writes }) => writes.length > 0,
      (record) => ({ ...record, writes: [...record.writes, record.writes[0]] }),
      () => [{ type: 'PayloadDiffers', seq: someSeq }],
    ),
  ],
  TimeRunsBack: [
    lastSigned(
      'the last record is older than the one before',
      (record) => ({ ...record, time: addSeconds(record.time, -daySeconds) }),
      ({ last }) => [{ type: 'TimeRunsBack', seq: last }],
    ),
  ],
};
