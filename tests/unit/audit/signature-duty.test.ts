import { describe, expect, it } from 'vitest';
import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import {
  followSignature,
  openedByRecoveryWords,
  signatureFaultAtEnd,
  startSignatureDuty,
} from '#domain/audit/signature-duty.ts';
import type { Instant } from '#domain/base/instant.ts';

interface Written {
  readonly act: AuditAct;
  readonly officer?: string;
  /** Minute of the hour; records of one commit share it. */
  readonly minute?: number;
  readonly signed?: boolean;
  readonly writes?: readonly string[];
  readonly subjects?: readonly string[];
}

/** Numbers of the records at which a signature is missing, in a log of these. */
function missingIn(written: readonly Written[]): readonly (readonly [string, number])[] {
  const duty = startSignatureDuty();
  const found = written.map((each, i) => followSignature(duty, recordOf(each, i)));
  return [...found, signatureFaultAtEnd(duty)].flatMap((fault) =>
    fault !== null && 'seq' in fault ? [[fault.type, fault.seq] as const] : [],
  );
}

function recordOf(written: Written, i: number): AuditRecord {
  const { act, officer = 'anna', minute = i, signed = false, writes = [], subjects = ['x'] } = written;
  return {
    seq: i + 1,
    time: `2026-11-23T06:${String(minute).padStart(2, '0')}:00Z` as Instant,
    officer,
    act,
    subjects,
    payloadDigest: '',
    previous: '',
    hash: '',
    writes: writes.map((collection) => ({ collection, id: subjects[0] ?? 'x', digest: '0' })),
    ...(signed ? { signature: 'AA==' } : {}),
  };
}

const missing = (seq: number) => ['SignatureMissing', seq] as const;
const opened: Written = { act: 'station-opened', subjects: ['anna'], signed: true };
const recovered: Written = { act: 'station-opened', subjects: ['anna', openedByRecoveryWords] };
const locked: Written = { act: 'station-locked', officer: 'station' };

describe('the signature of a commit', () => {
  it('is asked of every step since a field station was paired, as since the first list of an authority', () => {
    const step: Written = { act: 'key-backup-verified', officer: 'station', writes: ['station'] };
    const after: Written = { act: 'calendar-changed', signed: true };
    expect(missingIn([step, after])).toEqual([]);
    for (const act of ['station-paired', 'crl-signed'] as const)
      expect(missingIn([{ act, signed: true }, step, after]), act).toEqual([missing(2)]);
  });

  it('stands on its last record: those before it need none', () => {
    expect(
      missingIn([
        { act: 'certificate-issued', minute: 1, writes: ['entry'] },
        { act: 'certificate-issued', minute: 1, signed: true, writes: ['entry'] },
      ]),
    ).toEqual([]);
  });

  it('is missed where the next commit is of another time, of another officer, or where the log ends', () => {
    const act = { act: 'crl-signed', minute: 1, writes: ['crl'] } as const;
    expect(missingIn([act, { ...opened, minute: 2 }])).toEqual([missing(1)]);
    expect(missingIn([act, { ...opened, minute: 1, officer: 'bota' }])).toEqual([missing(1)]);
    expect(missingIn([opened, act])).toEqual([missing(2)]);
    expect(missingIn([act, { ...act }, { ...opened, minute: 2 }])).toEqual([missing(2)]);
  });

  it.each([
    ['station-locked', []],
    ['unlock-refused', []],
    ['request-refused', []],
    ['import-refused', []],
    ['clock-confirmed', []],
    ['head-repaired', []],
    ['log-verified', []],
    ['intent-abandoned', ['intent']],
    ['file-exported', ['exportedFile']],
    ['register-restored', []],
    ['epoch-raised', ['station']],
  ] as const)('is not needed for %s, which the station does by itself', (act, writes) => {
    expect(missingIn([opened, { act, officer: 'station', writes }])).toEqual([]);
    expect(missingIn([{ act, officer: 'station', writes }, opened])).toEqual([]);
    // In an officer's name, or writing more than that act has to, it is no act of the station.
    expect(missingIn([{ act, writes }])).toEqual([missing(1)]);
    expect(missingIn([{ act, officer: 'station', writes: [...writes, 'entry'] }])).toEqual([missing(1)]);
  });

  it('is needed for every other act in the name of the station', () => {
    expect(missingIn([{ act: 'certificate-issued', officer: 'station' }])).toEqual([missing(1)]);
  });

  it('is needed for a commit of which one record alone would go without', () => {
    const own: Written = { act: 'head-repaired', officer: 'station', minute: 1 };
    const other: Written = { act: 'crl-signed', officer: 'station', minute: 1 };
    expect(missingIn([own, other])).toEqual([missing(2)]);
    expect(missingIn([other, own])).toEqual([missing(2)]);
  });

  it('is missed after an unlock by the recovery words until a signed record follows', () => {
    const acts: readonly Written[] = [recovered, { act: 'crl-signed', writes: ['crl'] }, locked];
    expect(missingIn(acts)).toEqual([missing(2)]);
    expect(missingIn([...acts, opened])).toEqual([]);
  });

  it('goes without it no longer than the unlock by the recovery words lasts, and for nobody else', () => {
    const act: Written = { act: 'crl-signed', writes: ['crl'] };
    expect(missingIn([recovered, locked, act, opened])).toEqual([missing(3)]);
    expect(missingIn([recovered, { ...act, officer: 'bota' }, opened])).toEqual([missing(2)]);
    expect(missingIn([recovered, opened, act, { ...opened }])).toEqual([missing(3)]);
  });

  it('is left to the next signed record by the steps of a set-up, and by nothing else that anybody puts there', () => {
    const step: Written = {
      act: 'key-backup-verified',
      officer: 'station',
      writes: ['station', 'vaultFile'],
    };
    expect(missingIn([step, opened])).toEqual([]);
    expect(missingIn([step])).toEqual([missing(1)]);
    const planted: Written = { act: 'application-approved', officer: 'station', writes: ['application'] };
    expect(missingIn([planted, opened])).toEqual([missing(1)]);
    const beside = { minute: 1, officer: 'station' } as const;
    expect(missingIn([{ ...step, ...beside }, { ...planted, ...beside }, opened])).toEqual([missing(2)]);
    expect(missingIn([{ ...planted, ...beside }, { ...step, ...beside }, opened])).toEqual([missing(2)]);
  });
});
