import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { keepUntil } from '#domain/authority/retention.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { ClauseId } from '#domain/clause/clauses.ts';
import type { Measure } from '#domain/clause/clause-implementation.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import { type AuditedRegister, governedActs } from '#domain/journal/governed-acts.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';

const today = sampleDay('2026-11-26');

const empty: AuditedRegister = {
  applications: [],
  entries: [],
  deliveries: [],
  cases: [],
  crls: [],
  exportedFiles: [],
  leavings: [],
  letterCount: 0,
  carriers: [],
};

function acts(
  clause: ClauseId,
  measure: Measure,
  register: Partial<AuditedRegister>,
  rules = rulesByKind.N,
): [number, number] {
  const { count, late } = governedActs(clause, measure, { ...empty, ...register }, rules, {
    today,
    table: announcedDays,
    listKeptUntil: ({ nextUpdate }) => keepUntil(calendarDateOf(nextUpdate), rules),
  });
  return [count, late];
}

function anApplication(form: string, change: object = {}): Application {
  return { receivedAt: '2026-11-02T05:00:00Z', content: { form }, ...change } as unknown as Application;
}

function aCase(dueOn: string, decidedAt?: string, change: object = {}): RevocationCase {
  return {
    dueOn,
    ground: 'owners-wish',
    source: { type: 'office', statement: '' },
    ...(decidedAt === undefined ? {} : { decision: { at: decidedAt } }),
    ...change,
  } as unknown as RevocationCase;
}

describe('how many acts a clause governed, and how many were late', () => {
  it('[N-3.1] [N-3.2] [N-4.1] applications count by their form', () => {
    const applications = ['N-F1', 'N-F1', 'N-F2'].map((form) => anApplication(form));
    expect(acts('N-3.1', 'applications-on-form', { applications })).toEqual([2, 0]);
    expect(acts('N-4.2', 'applications-on-form', { applications })).toEqual([1, 0]);
    expect(acts('N-2.8', 'applications', { applications })).toEqual([3, 0]);
  });

  it('[G-13] [G-14] [G-15] notices of leaving, decisions and notices to owners, each late by its own last day', () => {
    const leavings = [
      { noticedOn: '2026-11-05', dueOn: '2026-11-05' },
      { noticedOn: '2026-11-06', dueOn: '2026-11-05' },
    ] as unknown as AuditedRegister['leavings'];
    expect(acts('G-13', 'leaving-notices', { leavings }, rulesByKind.G)).toEqual([2, 1]);
    const revoked = (at: string, told?: string) =>
      aCase('2026-11-20', at, {
        decision: { at, outcome: 'revoked' },
        ...(told === undefined ? {} : { ownerNotice: { at: told } }),
      });
    const cases = [
      revoked('2026-11-19T05:00:00Z', '2026-11-20T05:00:00Z'),
      revoked('2026-11-23T05:00:00Z', '2026-11-25T05:00:00Z'),
      // Not told yet: late once the day after has passed.
      revoked('2026-11-24T05:00:00Z'),
      revoked('2026-11-26T05:00:00Z'),
      aCase('2026-11-20'),
    ];
    expect(acts('G-15', 'owner-notices', { cases }, rulesByKind.G)).toEqual([4, 2]);
    expect(acts('G-14', 'revocation-decisions', { cases }, rulesByKind.G)).toEqual([5, 4]);
  });

  it('[G-2.6] [G-2.7] [G-3] letters, persons on them, and carriers that got a key', () => {
    const applications = [anApplication('G-F1a'), anApplication('G-F1a')];
    expect(acts('G-3', 'applications-on-form', { applications }, rulesByKind.G)).toEqual([2, 0]);
    expect(acts('G-2.7', 'letters', { letterCount: 3 }, rulesByKind.G)).toEqual([3, 0]);
    const carriers = [
      { written: {} },
      {},
      { written: { place: 'folder' } },
    ] as unknown as AuditedRegister['carriers'];
    expect(acts('G-2.6', 'carriers', { carriers }, rulesByKind.G)).toEqual([1, 0]);
  });

  it('[N-5.1] [N-5.2] confirmations count by the clause that the officer named', () => {
    const examination = { confirmations: [{ clause: 'N-5.1' }, { clause: 'N-5.2' }] };
    const half = { confirmations: [{ clause: 'N-5.1' }] };
    const applications = [
      anApplication('N-F1', { examination }),
      anApplication('N-F1', { examination: half }),
    ];
    expect(acts('N-5.1', 'confirmations', { applications })).toEqual([2, 0]);
    expect(acts('N-5.2', 'confirmations', { applications })).toEqual([1, 0]);
  });

  it('[N-9] a case is late when it was decided after its day, or is open and its day is over', () => {
    const cases = [
      aCase('2026-11-24', '2026-11-24T18:59:59Z'),
      aCase('2026-11-24', '2026-11-24T19:00:00Z'),
      aCase('2026-11-26'),
      aCase('2026-11-25'),
    ];
    expect(acts('N-9', 'revocation-decisions', { cases })).toEqual([4, 2]);
    // The end of N-8 sets no period: the lateness is that of N-9.
    expect(acts('N-8', 'revocation-decisions', { cases })).toEqual([4, 0]);
  });

  it('[N-8.1] [N-8.2] [N-8.3] cases count by the clause of their ground, those beyond the order by none', () => {
    const cases = ['owners-wish', 'key-compromise', 'court-decision', 'cessation', 'own-error'].map(
      (ground) => aCase('2026-11-24', '2026-11-24T05:00:00Z', { ground }),
    );
    expect(acts('N-8.1', 'cases-on-ground', { cases })).toEqual([2, 0]);
    expect(acts('N-8.2', 'cases-on-ground', { cases })).toEqual([1, 0]);
    expect(acts('N-8.3', 'cases-on-ground', { cases })).toEqual([1, 0]);
    expect(acts('N-8', 'revocation-cases', { cases })).toEqual([5, 0]);
  });

  it('[N-10] only what came as an electronic document counts as one', () => {
    const cases = [
      aCase('2026-11-24', undefined, { source: { type: 'application', electronic: {} } }),
      aCase('2026-11-24', undefined, { source: { type: 'application' } }),
    ];
    expect(acts('N-10', 'electronic-applications', { cases })[0]).toBe(1);
  });

  it('[R-7] an application is late after fifteen working days, where the rules set a period, and never where they set none', () => {
    // Fifteen working days after Monday, 2 November 2026, end on the 23rd.
    const decided = (at: string) => anApplication('R-F1', { decision: { outcome: 'refused', at } });
    const applications = [
      decided('2026-11-23T18:00:00Z'),
      decided('2026-11-24T05:00:00Z'),
      anApplication('R-F1'),
    ];
    expect(acts('R-7', 'application-decisions', { applications }, rulesByKind.R)).toEqual([3, 2]);
    expect(acts('N-5.1', 'application-decisions', { applications })).toEqual([2, 0]);
    expect(acts('R-10.1', 'refusals', { applications }, rulesByKind.R)).toEqual([2, 0]);
  });

  it('[N-6] [N-11] [N-12] recovered entries are none of our acts; unpublished CRLs and files nobody read back do not count', () => {
    const entries = [{}, { recovered: true }, { revocation: {} }] as unknown as RegisterEntry[];
    expect(acts('N-6', 'certificates', { entries })).toEqual([2, 0]);
    expect(acts('N-2.5', 'revoked-certificates', { entries })).toEqual([1, 0]);
    expect(acts('N-13', 'kept-certificates', { entries })).toEqual([3, 0]);
    const crls = [
      { nextUpdate: '2026-12-01T00:00:00Z', publishedAt: 'x' },
      { nextUpdate: '2026-12-01T00:00:00Z' },
    ];
    expect(acts('N-11', 'published-crls', { crls: crls as unknown as CrlRecord[] })).toEqual([1, 0]);
    const exportedFiles = [
      { kind: 'register-backup', readBack: true },
      { kind: 'register-backup', readBack: false },
      { kind: 'form', readBack: true },
    ] as unknown as ExportedFile[];
    expect(acts('N-12', 'backups', { exportedFiles })).toEqual([1, 0]);
    expect(acts('N-7', 'deliveries', { deliveries: [{}, {}] as never })).toEqual([2, 0]);
  });

  it('[N-15] a CRL that should be in the archive and is still here is late', () => {
    const crls = ['2021-11-25T05:00:00Z', '2021-11-26T05:00:00Z'].map((nextUpdate) => ({ nextUpdate }));
    expect(acts('N-15', 'kept-crls', { crls: crls as unknown as CrlRecord[] })).toEqual([2, 1]);
    const archived = crls.map((crl) => ({ ...crl, archived: { package: '000001', at: 'x' } }));
    expect(acts('N-15', 'kept-crls', { crls: archived as unknown as CrlRecord[] })).toEqual([2, 0]);
  });
});
