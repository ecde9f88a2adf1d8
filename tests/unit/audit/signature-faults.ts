import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import {
  type TamperedRegister,
  auditRecords,
  changeRecord,
  rewriteLast,
  signedBy,
} from '#tests/support/tampered-register.ts';
import { type FaultCases, someSeq } from './fault-case.ts';

function withoutSignature({ signature, ...record }: AuditRecord): AuditRecord {
  return signature === undefined ? { ...record } : record;
}

const changeSignature = (
  at: TamperedRegister,
  seq: number,
  change: (record: AuditRecord) => Promise<AuditRecord> | AuditRecord,
) =>
  auditRecords(at).then(async (records) => {
    const record = records[seq - 1];
    if (record === undefined) throw new Error(`no record ${String(seq)}`);
    const changed = await change(record);
    await changeRecord(at, 'audit', auditKey(seq), () => changed);
  });

export const signatureFaults: FaultCases<'SignatureMissing' | 'SignatureInvalid' | 'SignerUnknown'> = {
  SignatureMissing: [
    {
      name: 'the signature of the last act is gone',
      spoil: (at, { last }) => changeSignature(at, last, withoutSignature),
      found: ({ last }) => [{ type: 'SignatureMissing', seq: last }],
    },
    {
      name: 'the signature of an act in the middle is gone',
      spoil: async (at) => {
        const records = await auditRecords(at);
        const signed = records.find(
          ({ signature, time }, i) => signature !== undefined && records[i + 1]?.time !== time,
        );
        await changeSignature(at, signed?.seq ?? 0, withoutSignature);
      },
      found: () => [{ type: 'SignatureMissing', seq: someSeq }],
    },
    {
      name: 'the last act is in the name of the station, and not one that it does by itself',
      spoil: (at, { desk }) =>
        rewriteLast(at, desk, (last) =>
          withoutSignature({ ...last, officer: 'station', act: 'crl-published' }),
        ),
      found: ({ last }) => [{ type: 'SignatureMissing', seq: last }],
    },
  ],
  SignatureInvalid: [
    {
      name: 'a bit of a signature is another',
      spoil: (at, { last }) =>
        changeSignature(at, last, (record) => ({
          ...record,
          signature: `${record.signature?.startsWith('A') === true ? 'B' : 'A'}${record.signature?.slice(1) ?? ''}`,
        })),
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last }],
    },
    {
      name: 'the signature is one of another officer',
      spoil: (at, { last, stranger }) =>
        changeSignature(at, last, async (record) => ({
          ...record,
          signature: await signedBy(stranger, record),
        })),
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last }],
    },
    {
      name: 'the signature is of the act before',
      spoil: async (at, { last }) => {
        const before = (await auditRecords(at)).findLast(
          ({ seq, signature }) => signature !== undefined && seq < last,
        );
        await changeSignature(at, last, (record) => ({ ...record, signature: before?.signature ?? '' }));
      },
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last }],
    },
    {
      name: 'the signature is no base64',
      spoil: (at, { last }) => changeSignature(at, last, (record) => ({ ...record, signature: '?' })),
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last }],
    },
  ],
  SignerUnknown: [
    {
      name: 'somebody signed who is no officer of the register',
      spoil: (at, { desk, stranger }) =>
        rewriteLast(at, desk, (last) => ({ ...last, officer: 'ffffffff' }), stranger),
      found: ({ last }) => [{ type: 'SignerUnknown', seq: last }],
    },
    {
      name: 'an act of the station has a signature, which nobody can answer for',
      spoil: (at, { desk, stranger }) =>
        rewriteLast(at, desk, (last) => ({ ...last, officer: 'station' }), stranger),
      found: ({ last }) => [{ type: 'SignerUnknown', seq: last }],
    },
  ],
};
