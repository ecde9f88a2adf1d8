import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { AuditRecord, AuditWrite } from '#domain/audit/audit-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { directCustody } from '#adapters/memory/direct-custody.ts';
import { chainActs } from '#domain/audit/chain.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToBase64, hexToBytes } from '#domain/base/bytes.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { err, ok } from '#domain/base/result.ts';
import { transact } from '#operations/transact.ts';
import type { Custody } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { passphrase, taken } from '#tests/support/office-at-work.ts';
import { addOfficer, changeRoles } from '#operations/station/officers.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { auditKey, writtenLineOf } from '#domain/audit/audit-record.ts';
import { type StolenKeys, stolenBy } from '#tests/support/stolen-keys.ts';
import {
  type TamperedRegister,
  auditRecords,
  changeRecord,
  rewriteLast,
  signedBy,
} from '#tests/support/tampered-register.ts';
import { type FaultCases, someSeq, someText, treeDiffers } from './fault-case.ts';

function withoutSignature({ signature, ...record }: AuditRecord): AuditRecord {
  return signature === undefined ? { ...record } : record;
}

/** The station's record put by an act that the officer signs: the log agrees with it, and the statement does not. */
async function putStation(desk: Desk, change: (station: Station) => object): Promise<void> {
  taken(
    await transact(desk, async (snapshot) => {
      const before = await snapshot.get('station', 'station');
      if (before === undefined) return err({ type: 'StationMissing' as const });
      const record = { ...change(before), salt: '00' } as Station;
      const puts = [{ collection: 'station' as const, record }];
      return ok({ acts: [{ act: 'settings-changed' as const, subjects: [], puts }], answer: null });
    }),
  );
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

/** A second officer, and a vault that was opened while this one was a CA officer too. */
async function withCaOffice(desk: Desk): Promise<{ readonly id: string; readonly custody: Custody }> {
  const other = { name: 'Тіркеуші', position: 'Маман', passphrase: 'сөз', again: 'сөз' };
  const { id } = taken(await addOfficer(desk, { ...other, roles: ['registrar', 'ca-officer'] }));
  const stale = directCustody(() => new KeyVault());
  const reading = await desk.store.read();
  const [station, officers] = [await reading.get('station', 'station'), await reading.list('officer')];
  if (station === undefined) throw new Error('no station');
  const first = await reading.list('vaultFile');
  const vault = { first, second: first, station, officers };
  taken(await stale.unlock({ ...vault, passphrase: 'сөз', officerId: id }));
  return { id, custody: stale };
}

async function keysAt(desk: Desk): Promise<StolenKeys> {
  const id = desk.custody.officerId() ?? '';
  return stolenBy(desk, { id, name: '', passphrase });
}

async function stationKeyAt(desk: Desk): Promise<CryptoKey> {
  return (await keysAt(desk)).station;
}

/** A commit of acts, each with those writes, its last line signed with that key, past the program. */
async function linesBy(
  desk: Desk,
  officer: string,
  acts: readonly AuditAct[],
  key: CryptoKey,
  subjects: readonly string[] | ((i: number) => readonly string[]) = [],
  writes: readonly AuditWrite[] = [],
): Promise<void> {
  const { head, version } = await desk.store.read();
  if (head === null) throw new Error('no head');
  const planned = acts.map((act, i) => {
    const named = typeof subjects === 'function' ? subjects(i) : subjects;
    return { act, officer, subjects: named, writes };
  });
  const audit = chainActs(head, addSeconds(head.time, 60), planned, desk.sha256);
  const last = audit.at(-1);
  if (last === undefined) throw new Error('no line');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const hash = new Uint8Array(hexToBytes(last.hash) ?? []);
  const signature = bytesToBase64(new Uint8Array(await crypto.subtle.sign(algorithm, key, hash)));
  await desk.store.commit(version, {
    puts: [],
    removals: [],
    audit: [...audit.slice(0, -1), { ...last, signature }],
  });
}

export const signatureFaults: FaultCases<
  | 'SignatureMissing'
  | 'SignatureInvalid'
  | 'SignerUnknown'
  | 'StatementInvalid'
  | 'StatementDiffers'
  | 'ActNotOfRole'
  | 'ActWritesOther'
  | 'ActNotOfStation'
  | 'RolesUnfounded'
> = {
  StatementInvalid: [
    {
      name: 'the statement is gone, with the log after it',
      act: (desk) =>
        putStation(desk, ({ statement, ...station }) => (statement === undefined ? {} : station)),
      found: () => [{ type: 'StatementInvalid' }],
    },
    {
      name: 'a word of the statement is another, with the log after it',
      act: (desk) =>
        putStation(desk, ({ statement, ...station }) => ({
          ...station,
          statement: { ...statement, text: statement?.text.replace('"epoch":1', '"epoch":2') },
        })),
      found: () => [{ type: 'StatementInvalid' }],
    },
  ],
  StatementDiffers: [
    {
      name: 'the station’s record has another recovery recipient, with the log after it',
      act: (desk) => putStation(desk, (station) => ({ ...station, recoveryRecipient: 'age1stranger' })),
      found: () => [
        { type: 'StatementDiffers', part: 'recovery-recipient' },
        { type: 'StatementDiffers', part: 'station-record' },
      ],
    },
  ],
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
      found: () => [{ type: 'SignatureMissing', seq: someSeq }, treeDiffers],
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
      name: 'whoever took the station’s key out of its file opens it by words that he has not (K04)',
      act: async (desk) => {
        const sign = await stationKeyAt(desk);
        const officer = desk.custody.officerId() ?? '';
        await linesBy(desk, officer, ['station-opened'], sign, [officer, openedByRecoveryWords]);
        await linesBy(desk, officer, ['crl-published'], sign);
      },
      found: ({ last }) => [
        { type: 'SignatureInvalid', seq: last + 1 },
        { type: 'SignatureInvalid', seq: last + 2 },
      ],
    },
    {
      name: 'the words open in the first line of a commit, and the own key signs in the last one (K04)',
      act: async (desk) => {
        const { own } = await keysAt(desk);
        const officer = desk.custody.officerId() ?? '';
        const acts = ['station-opened', 'certificate-revoked', 'station-opened'] as const;
        await linesBy(desk, officer, acts, own, (i) =>
          i === 0 ? [officer, openedByRecoveryWords] : [officer],
        );
      },
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last + 3 }],
    },
    {
      name: 'a restore is signed by a key that is not the station’s',
      act: async (desk, { stranger }) => {
        await linesBy(desk, 'station', ['register-restored', 'epoch-raised'], await stationKeyAt(stranger));
      },
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last + 2 }],
    },
    {
      name: 'the signature is no base64',
      spoil: (at, { last }) => changeSignature(at, last, (record) => ({ ...record, signature: '?' })),
      found: ({ last }) => [{ type: 'SignatureInvalid', seq: last }],
    },
  ],
  ActNotOfRole: [
    {
      name: 'an officer goes on in the roles of before, by a vault that was opened then, at once and later (K04)',
      act: async (desk) => {
        const { id, custody: stale } = await withCaOffice(desk);
        const lineAfter = async (act: AuditAct, seconds: number) => {
          const { head, version } = await desk.store.read();
          if (head === null) throw new Error('no head');
          const time = addSeconds(head.time, seconds);
          const [line] = chainActs(head, time, [{ act, officer: id, subjects: [], writes: [] }], desk.sha256);
          if (line === undefined) throw new Error('no line');
          const signature = bytesToBase64(await stale.signActs([writtenLineOf(line)]));
          await desk.store.commit(version, { puts: [], removals: [], audit: [{ ...line, signature }] });
        };
        // In the second of the change: lawful before its line, and not after it.
        await lineAfter('crl-signed', 0);
        taken(await changeRoles(desk, { officerId: id, roles: ['registrar'] }));
        await lineAfter('crl-signed', 0);
        await lineAfter('package-taken', 60);
        await lineAfter('crl-signed', 0);
      },
      found: ({ last }) => [
        { type: 'ActNotOfRole', seq: last + 4 },
        { type: 'ActNotOfRole', seq: last + 6 },
      ],
    },
  ],
  ActNotOfStation: [
    {
      name: 'whoever took the station’s key out of its file signs acts in the station’s name (K04)',
      act: async (desk) => {
        const sign = await stationKeyAt(desk);
        const ofRestore = ['register-restored', 'crl-published', 'epoch-raised'] as const;
        for (const acts of [['certificate-revoked'], ofRestore, ['unlock-refused']] as const)
          await linesBy(desk, 'station', acts, sign);
      },
      found: ({ last }) => [
        { type: 'ActNotOfStation', seq: last + 1 },
        { type: 'ActNotOfStation', seq: last + 4 },
        { type: 'ActNotOfStation', seq: last + 5 },
      ],
    },
  ],
  ActWritesOther: [
    {
      name: 'a line that the key was not shown has one act’s name and another’s change, before one that is signed (K04)',
      act: async (desk) => {
        const { head, version } = await desk.store.read();
        const officer = desk.custody.officerId() ?? '';
        const record = { id: 'calendar' as const, salt: '00', rows: [] };
        const digest = recordDigest(record, desk.sha256);
        const writes = [{ collection: 'calendar', id: record.id, digest }];
        const lines = chainActs(
          head,
          addSeconds(desk.clock.now(), 60),
          [
            { act: 'paper-placed', officer, subjects: [record.id], writes },
            { act: 'paper-placed', officer, subjects: [], writes: [] },
          ],
          desk.sha256,
        );
        const [hidden, shown] = lines;
        if (hidden === undefined || shown === undefined) throw new Error('no line');
        const signature = bytesToBase64(await desk.custody.signActs([writtenLineOf(shown)]));
        const puts = [{ collection: 'calendar' as const, record }];
        const audit = [hidden, { ...shown, signature }];
        await desk.store.commit(version, { puts, removals: [], audit });
      },
      found: ({ last }) => [{ type: 'ActWritesOther', seq: last + 1 }],
    },
  ],
  RolesUnfounded: [
    {
      name: 'an administrator has dated roles back by the key worker alone',
      act: async (shared) => {
        // A vault of its own: that of the desk has gone past this copy's statement.
        const custody = directCustody(() => new KeyVault());
        const desk = { ...shared, custody };
        const reading = await desk.store.read();
        const [before, known] = [await reading.get('station', 'station'), await reading.list('officer')];
        const [officer] = known;
        if (before === undefined || officer === undefined) throw new Error('no station');
        const files = await reading.list('vaultFile');
        const vault = { first: files, second: files, station: before, officers: known };
        taken(await custody.unlock({ ...vault, passphrase, officerId: officer.id }));
        const other = { name: 'Тіркеуші', position: 'Маман', passphrase: 'сөз', again: 'сөз' };
        const { id, addedAt } = taken(await addOfficer(desk, { ...other, roles: ['registrar'] }));
        taken(
          await transact(desk, async (snapshot) => {
            const station = await snapshot.get('station', 'station');
            if (station === undefined) throw new Error('no station');
            const officers = await snapshot.list('officer');
            // Not before the newest of the entries, and a minute before the act.
            const entry = { from: addSeconds(addedAt, 1), roles: ['auditor'] as const };
            const bent = officers.map((each) =>
              each.id === id ? { ...each, roles: [...(each.roles ?? []), entry] } : each,
            );
            const first = await snapshot.list('vaultFile');
            const made = await desk.custody.changeOfficers({
              ...{ before: station, next: station, officersBefore: officers, officers: bent },
              copies: { first, second: first },
            });
            if (!made.ok) return made;
            const puts = [
              {
                collection: 'station' as const,
                record: { ...station, salt: '00', statement: made.value.statement },
              },
              ...bent.map((record) => ({
                collection: 'officer' as const,
                record: { ...record, salt: '00' },
              })),
            ];
            return ok({
              acts: [{ act: 'officer-roles-changed' as const, subjects: [officer.id], puts }],
              answer: null,
            });
          }),
        );
      },
      found: () => [{ type: 'RolesUnfounded', officer: someText }],
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
      name: 'an officer signed who is in the register, and not in the statement',
      spoil: async (at, { desk, stranger }) => {
        const [officer] = await at.database.getAll('officer');
        if (officer === undefined) throw new Error('no officer');
        const row = { ...officer, record: { ...officer.record, id: 'ffffffff' } };
        await at.database.put('officer', row, 'ffffffff');
        await rewriteLast(at, desk, (last) => ({ ...last, officer: 'ffffffff' }), stranger);
      },
      found: ({ last }) => [
        { type: 'SignerUnknown', seq: last },
        { type: 'StatementDiffers', part: 'officers' },
        { type: 'RecordUnknown', collection: 'officer', id: 'ffffffff' },
      ],
    },
    {
      name: 'nobody signed, and an administrator takes him out as if he were of a set-up begun again (K04)',
      act: async (desk) => {
        const [ghost, own] = ['ffffffff', desk.custody.officerId() ?? ''];
        const keys = await keysAt(desk);
        await linesBy(desk, ghost, ['certificate-revoked'], keys.own);
        await linesBy(desk, ghost, ['station-opened'], keys.own, [ghost, openedByRecoveryWords]);
        const writes = [{ collection: 'officer', id: ghost, digest: null }];
        await linesBy(desk, own, ['station-created'], keys.own, [], writes);
      },
      found: ({ last }) => [
        { type: 'SignerUnknown', seq: last + 1 },
        { type: 'SignatureInvalid', seq: last + 2 },
      ],
    },
  ],
};
