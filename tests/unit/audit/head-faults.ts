import type { AuditHead } from '#domain/audit/audit-record.ts';
import { ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { type SignedHead, readSignedHead, writeSignedHead } from '#domain/crl/signed-head.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import { transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { type TamperedRegister, changeRecord } from '#tests/support/tampered-register.ts';
import { type FaultCase, type FaultCases, someSeq } from './fault-case.ts';

async function changeCopy(
  { heads }: TamperedRegister,
  change: (copy: AuditHead) => AuditHead,
): Promise<void> {
  const copy = await heads.get('head', 'head');
  if (copy === undefined) throw new Error('no copy of the head');
  await heads.put('head', change(copy), 'head');
}

const cutOff = (at: TamperedRegister, last: number) => at.database.delete('audit', auditKey(last));

/** Puts the first CRL's record by an act like any other: the log agrees with it. */
async function putCrl(desk: Desk, change: (crl: CrlRecord) => Promise<CrlRecord>): Promise<void> {
  taken(
    await transact(desk, async (snapshot) => {
      const [crl] = await snapshot.list('crl');
      if (crl === undefined) throw new Error('no CRL');
      const record = await change(crl);
      return ok({
        acts: [{ act: 'crl-published', subjects: [], puts: [{ collection: 'crl', record }] }],
        answer: null,
      });
    }),
  );
}

/** The head beside the CRL is another one, and `signer` signs it. */
function headBesideCrl(
  name: string,
  change: (head: SignedHead) => SignedHead,
  signer: 'desk' | 'stranger',
  found: FaultCase['found'],
): FaultCase {
  return {
    name,
    of: 'crl',
    act: (desk, register) =>
      putCrl(desk, async (crl) => {
        const head = readSignedHead(crl.headJson);
        if (head === null) throw new Error('no head beside the CRL');
        const headJson = writeSignedHead(change(head));
        const { custody } = register[signer];
        return {
          ...crl,
          headJson,
          headSignatureDer: await custody.signDetached(encodeUtf8(headJson), crl.thisUpdate),
        };
      }),
    found,
  };
}

const number = (id: string) => id.replace(/^0+/u, '');

const checkpoints: readonly (readonly [string, (note: string) => string])[] = [
  [
    'with the root of another log',
    (note) =>
      note.replace(
        /\n(\w|[+/])(\S{42}=)\n/u,
        (_, first: string, rest: string) => `\n${first === 'A' ? 'B' : 'A'}${rest}\n`,
      ),
  ],
  ['of another size', (note) => note.replace(/\n(\d+)\n/u, '\n1$1\n')],
  ['of another station’s log', (note) => note.replaceAll('tirkelim/', 'tirkelim/0')],
  ['that is no note', () => 'x'],
];

export const headFaults: FaultCases<
  'LogEndDiffers' | 'HeadDiffers' | 'HeadAhead' | 'HeadCopyMissing' | 'CrlHeadDiffers' | 'CrlHeadInvalid'
> = {
  LogEndDiffers: [
    {
      name: 'the last record is cut off, and the copy of the head set back with it',
      spoil: async (at, { last }) => {
        const before = await at.database.get('audit', auditKey(last - 1));
        await cutOff(at, last);
        await at.heads.put('head', before?.record as unknown as AuditHead, 'head');
      },
      found: ({ last }) => [{ type: 'LogEndDiffers', lastSeq: last - 1, headSeq: last }],
    },
    {
      name: 'the head is gone',
      spoil: (at) => changeRecord(at, 'meta', 'state', (state) => ({ ...state, head: null })),
      found: ({ last }) => [{ type: 'LogEndDiffers', lastSeq: last, headSeq: 0 }],
    },
  ],
  HeadDiffers: [
    {
      name: 'the head has another hash than the last record',
      spoil: (at) =>
        changeRecord(at, 'meta', 'state', (state) => ({
          ...state,
          head: { ...(state['head'] as AuditHead), hash: '1'.repeat(64) },
        })),
      found: ({ last }) => [{ type: 'HeadDiffers', seq: last }],
    },
    {
      name: 'the copy of the head has another hash than the last record',
      spoil: (at) => changeCopy(at, (copy) => ({ ...copy, hash: '1'.repeat(64) })),
      found: ({ last }) => [{ type: 'HeadDiffers', seq: last }],
    },
    {
      name: 'the copy of the head is one record behind, and of another log',
      spoil: (at) => changeCopy(at, (copy) => ({ ...copy, seq: copy.seq - 1 })),
      found: ({ last }) => [{ type: 'HeadDiffers', seq: last - 1 }],
    },
  ],
  HeadAhead: [
    {
      name: 'the copy of the head is further than the register: an older register was put back',
      spoil: (at) => changeCopy(at, (copy) => ({ ...copy, seq: copy.seq + 5 })),
      found: ({ last }) => [{ type: 'HeadAhead', registerSeq: last, headSeq: last + 5 }],
    },
    {
      name: 'the last record is cut off',
      spoil: (at, { last }) => cutOff(at, last),
      found: ({ last }) => [
        { type: 'LogEndDiffers', lastSeq: last - 1, headSeq: last },
        { type: 'HeadAhead', registerSeq: last - 1, headSeq: last },
      ],
    },
  ],
  HeadCopyMissing: [
    {
      name: 'the copy of the head is gone',
      spoil: ({ heads }) => heads.delete('head', 'head'),
      found: ({ last }) => [{ type: 'HeadCopyMissing', registerSeq: last }],
    },
  ],
  CrlHeadDiffers: [
    headBesideCrl(
      'the station signed a head of another log beside a CRL',
      (head) => ({ ...head, hash: '1'.repeat(64) }),
      'desk',
      (_, id) => [{ type: 'CrlHeadDiffers', crlNumber: number(id), seq: someSeq }],
    ),
    headBesideCrl(
      'the station signed a head beside a CRL that the log has not come to',
      (head) => ({ ...head, seq: 99_999 }),
      'desk',
      (_, id) => [{ type: 'CrlHeadDiffers', crlNumber: number(id), seq: 99_999 }],
    ),
    ...checkpoints.map(([name, change]) =>
      headBesideCrl(
        `the station signed a checkpoint beside a CRL ${name}`,
        (head) => ({ ...head, checkpoint: change(head.checkpoint ?? '') }),
        'desk',
        (_, id) => [{ type: 'CrlHeadDiffers', crlNumber: number(id), seq: someSeq }],
      ),
    ),
  ],
  CrlHeadInvalid: [
    headBesideCrl(
      'another station signed the head beside a CRL',
      (head) => head,
      'stranger',
      (_, id) => [{ type: 'CrlHeadInvalid', crlNumber: number(id) }],
    ),
    headBesideCrl(
      'the head beside a CRL speaks of another CRL',
      (head) => ({ ...head, crlNumber: '7' }),
      'desk',
      (_, id) => [{ type: 'CrlHeadInvalid', crlNumber: number(id) }],
    ),
    {
      name: 'the text of the head beside a CRL was changed after it was signed',
      of: 'crl',
      act: (desk) =>
        putCrl(desk, (crl) => Promise.resolve({ ...crl, headJson: crl.headJson.replace('1', '2') })),
      found: (_, id) => [{ type: 'CrlHeadInvalid', crlNumber: number(id) }],
    },
    {
      name: 'there is no signature beside a CRL',
      of: 'crl',
      act: (desk) => putCrl(desk, (crl) => Promise.resolve({ ...crl, headSignatureDer: new Uint8Array() })),
      found: (_, id) => [{ type: 'CrlHeadInvalid', crlNumber: number(id) }],
    },
  ],
};
