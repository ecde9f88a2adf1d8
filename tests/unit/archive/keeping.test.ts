import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { dueInYear, keptByYear, type KeptRecord, keptRecords, mayLeave } from '#domain/archive/keeping.ts';
import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { type RuledStation, firstRuleSet } from '#domain/authority/rule-sets.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';

const today = sampleDay('2026-11-26');
const under = (kind: AuthorityKind): RuledStation => ({ ruleSet: firstRuleSet, kind });
/** Passed to the invented set, whose years are twelve, on 20 November 2026. */
const passed: RuledStation = {
  ruleSet: 'invented-1',
  kind: 'N',
  heldRuleSets: [
    { id: 'invented-1', octets: ruleSetOctets(), at: '2026-11-20T04:00:00Z' } as unknown as HeldRuleSet,
  ],
};

function anEntry(
  change: {
    readonly id?: string;
    readonly issuedAt?: string;
    readonly notAfter?: string;
    readonly revokedAt?: string;
  } = {},
): RegisterEntry {
  const {
    id = '01ab',
    issuedAt = '2026-01-10T05:00:00Z',
    notAfter = '2027-01-10T04:59:59Z',
    revokedAt,
  } = change;
  return {
    id,
    number: 7,
    issuedAt,
    notAfter,
    ...(revokedAt === undefined
      ? {}
      : { revocation: { caseId: 'c', ground: 'owners-wish', date: revokedAt } }),
  } as unknown as RegisterEntry;
}

function aCrl(nextUpdate: string): CrlRecord {
  return { id: 'crl', crlNumber: '4503599627370502', nextUpdate } as unknown as CrlRecord;
}

function anApplication(change: Partial<Application>, scans: readonly string[] = []): Application {
  const documents = scans.map((attachmentId) => ({ attachmentId }));
  return { id: 'a', number: '2026-000012', content: { documents }, ...change } as unknown as Application;
}

function kept(
  register: {
    readonly entries?: RegisterEntry[];
    readonly crls?: CrlRecord[];
    readonly applications?: Application[];
  },
  station: RuledStation = under('N'),
): readonly KeptRecord[] {
  return keptRecords(station, { entries: [], crls: [], applications: [], ...register }, today);
}

function only(records: readonly KeptRecord[], kind: KeptRecord['kind']): KeptRecord {
  const found = records.filter((record) => record.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as KeptRecord;
}

describe('how long is kept', () => {
  it('[N-12] a certificate in force stays for its whole term, and its end of keeping is foreseen', () => {
    const record = only(kept({ entries: [anEntry()] }), 'certificate');
    expect(record).toMatchObject({
      endedOn: '2027-01-10',
      isForeseen: true,
      keepUntil: '2032-01-10',
      clause: 'N-13',
    });
    for (const day of ['2026-11-26', '2027-01-10', '2032-01-10'])
      expect(mayLeave(record, sampleDay(day))).toBe(false);
    expect(mayLeave(record, sampleDay('2032-01-11'))).toBe(true);
  });

  it('[N-13] a revoked one is kept five years from the day of its revocation, not of its term', () => {
    // In Almaty it was already the 4th.
    const record = only(kept({ entries: [anEntry({ revokedAt: '2026-03-03T20:00:00Z' })] }), 'certificate');
    expect(record).toMatchObject({ endedOn: '2026-03-04', isForeseen: false, keepUntil: '2031-03-04' });
  });

  it('[G-16] [G-17] the State Bodies’ CA keeps ten years, for expired and revoked alike', () => {
    const until = (entry: RegisterEntry) => only(kept({ entries: [entry] }, under('G')), 'certificate');
    expect(until(anEntry())).toMatchObject({ keepUntil: '2037-01-10', clause: 'G-17' });
    expect(until(anEntry({ revokedAt: '2026-03-03T05:00:00Z' }))).toMatchObject({ keepUntil: '2036-03-03' });
    expect(until(anEntry())).not.toHaveProperty('officeRule');
  });

  it('[R-14] [R-16] the Root keeps a revoked one five years; for an expired one the office’s own rule says the same', () => {
    const until = (entry: RegisterEntry) => only(kept({ entries: [entry] }, under('R')), 'certificate');
    const revoked = until(anEntry({ revokedAt: '2026-03-03T05:00:00Z' }));
    expect(revoked).toMatchObject({ keepUntil: '2031-03-03', clause: 'R-16' });
    expect(revoked).not.toHaveProperty('officeRule');
    expect(until(anEntry())).toMatchObject({
      keepUntil: '2032-01-10',
      officeRule: 'root-expired-kept-as-revoked',
    });
  });

  it.each([
    ['[N-15]', under('N'), 'N-15', '2031-12-03'],
    ['[G-18] [G-19]', under('G'), 'G-19', '2036-12-03'],
    ['[R-17]', under('R'), 'R-17', '2031-12-03'],
  ] as const)(
    '%s a CRL is kept as long as what it could list, and may go to the archive the day after',
    (_clauses, rules, clause, until) => {
      const record = only(kept({ crls: [aCrl('2026-12-03T05:00:00Z')] }, rules), 'crl');
      expect(record).toMatchObject({ number: '4503599627370502', keepUntil: until, clause });
      expect(mayLeave(record, sampleDay(until))).toBe(false);
      expect(mayLeave(record, sampleDay(`${until.slice(0, 9)}4`))).toBe(true);
    },
  );

  it('an application and its scans are kept with the certificate, a refused one from its refusal, an open one without end', () => {
    const issued = kept({
      entries: [anEntry()],
      applications: [anApplication({ issued: '01ab' }, ['s1', 's2'])],
    });
    expect(only(issued, 'application')).toMatchObject({
      keepUntil: '2032-01-10',
      officeRule: 'papers-kept-with-certificate',
    });
    expect(issued.filter(({ kind }) => kind === 'scan').map(({ id, keepUntil }) => [id, keepUntil])).toEqual([
      ['s1', '2032-01-10'],
      ['s2', '2032-01-10'],
    ]);
    const decision = {
      outcome: 'refused',
      at: '2026-02-02T05:00:00Z' as Instant,
    } as Application['decision'] & object;
    expect(only(kept({ applications: [anApplication({ decision })] }), 'application').keepUntil).toBe(
      '2031-02-02',
    );
    const open = only(kept({ applications: [anApplication({})] }), 'application');
    expect(open).not.toHaveProperty('keepUntil');
    expect(mayLeave(open, sampleDay('2099-01-01'))).toBe(false);
  });

  it('the journal of a year is kept until the last certificate that it speaks of', () => {
    const entries = [
      anEntry({ id: '01', issuedAt: '2025-05-05T05:00:00Z', notAfter: '2026-05-05T04:59:59Z' }),
      anEntry({
        id: '02',
        issuedAt: '2025-06-05T05:00:00Z',
        notAfter: '2026-06-05T04:59:59Z',
        revokedAt: '2026-02-01T05:00:00Z',
      }),
      anEntry({ id: '03' }),
    ];
    const journals = kept({ entries }).filter(({ kind }) => kind === 'journal');
    expect(journals.map(({ number, keepUntil }) => [number, keepUntil])).toEqual([
      ['2025', '2031-05-05'],
      ['2026', '2032-01-10'],
    ]);
  });

  it('[N-13] each record is kept by the rules that it came in under, and cites those', () => {
    const both = kept(
      { entries: [anEntry({ id: '01' }), { ...anEntry({ id: '02' }), ruleSet: 'invented-1' }] },
      passed,
    );
    expect(both.filter(({ kind }) => kind === 'certificate')).toMatchObject([
      { id: '01', keepUntil: '2032-01-10', clause: 'N-13', ruleSet: firstRuleSet },
      { id: '02', keepUntil: '2039-01-10', clause: 'ZQ-16', ruleSet: 'invented-1' },
    ]);
    // The journal of their year stays as long as the last of them, and says by which.
    expect(only(both, 'journal')).toMatchObject({ keepUntil: '2039-01-10', clause: 'ZQ-16' });
  });

  it('[N-13] a refused application too; one that led to a certificate is kept with it', () => {
    const decision = {
      outcome: 'refused',
      at: '2026-02-02T05:00:00Z' as Instant,
    } as Application['decision'] & object;
    const refused = (ruleSet: string) =>
      only(kept({ applications: [anApplication({ decision, ruleSet })] }, passed), 'application');
    expect(refused(firstRuleSet)).toMatchObject({ keepUntil: '2031-02-02', clause: 'N-13' });
    expect(refused('invented-1')).toMatchObject({ keepUntil: '2038-02-02', clause: 'ZQ-16' });
    const entry = { ...anEntry(), ruleSet: 'invented-1' };
    const applied = anApplication({ issued: '01ab', ruleSet: 'invented-1' }, ['s1']);
    const records = kept({ entries: [entry], applications: [applied] }, passed);
    expect(only(records, 'scan')).toMatchObject({ keepUntil: '2039-01-10', clause: 'ZQ-16' });
    // Whatever the application says of itself, it goes with its certificate, in one package.
    const unsaid = kept({ entries: [entry], applications: [anApplication({ issued: '01ab' })] }, passed);
    expect(only(unsaid, 'application')).toMatchObject({ clause: 'ZQ-16', ruleSet: 'invented-1' });
  });

  it('[N-15] a CRL as long as the longest of those that it can list: no newer set shortens it, and none of later lengthens it', () => {
    const crl = (thisUpdate: string) => ({
      ...aCrl('2026-12-03T05:00:00Z'),
      thisUpdate: thisUpdate as Instant,
    });
    const until = (thisUpdate: string, station: RuledStation) =>
      only(kept({ crls: [crl(thisUpdate)] }, station), 'crl');
    expect(until('2026-11-19T05:00:00Z', passed)).toMatchObject({ keepUntil: '2031-12-03', clause: 'N-15' });
    expect(until('2026-11-20T04:00:00Z', passed)).toMatchObject({ keepUntil: '2038-12-03', clause: 'ZQ-16' });
    const rules = inventedRuleSet.authorities.N;
    const shorter = ruleSetOctets({
      authorities: { N: { ...rules, retention: { ...rules.retention, years: 2 } } },
    });
    const [held] = passed.heldRuleSets ?? [];
    if (held === undefined) throw new Error('none');
    const passedToShorter = { ...passed, heldRuleSets: [{ ...held, octets: shorter }] };
    expect(until('2026-11-21T05:00:00Z', passedToShorter)).toMatchObject({
      keepUntil: '2031-12-03',
      clause: 'N-15',
    });
  });
});

describe('what falls due', () => {
  const entries = [
    anEntry({ id: '01', notAfter: '2027-06-10T04:59:59Z' }),
    anEntry({ id: '02', notAfter: '2027-02-10T04:59:59Z' }),
    anEntry({ id: '03', revokedAt: '2026-03-03T05:00:00Z' }),
  ];

  it('[N-13] in a year comes in the order of its days, and nothing of another year is among it', () => {
    const due = dueInYear(kept({ entries }), 2032).filter(({ kind }) => kind === 'certificate');
    expect(due.map(({ id }) => id)).toEqual(['02', '01']);
    expect(dueInYear(kept({ entries }), 2030)).toEqual([]);
  });

  it('is counted by year and kind', () => {
    expect(keptByYear(kept({ entries, crls: [aCrl('2026-12-03T05:00:00Z')] }))).toEqual([
      { year: 2031, counts: { certificate: 1, crl: 1, application: 0, scan: 0, journal: 0 } },
      { year: 2032, counts: { certificate: 2, crl: 0, application: 0, scan: 0, journal: 1 } },
    ]);
    expect(keptByYear([])).toEqual([]);
  });
});
