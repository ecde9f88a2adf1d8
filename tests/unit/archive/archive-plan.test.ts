import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { archiveParts, listedSince } from '#domain/archive/archive-package.ts';
import { type ArchiveRegister, planArchive } from '#domain/archive/archive-plan.ts';
import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import { keptByYear, keptRecords } from '#domain/archive/keeping.ts';
import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { type RuledStation, firstRuleSet, rulesOf } from '#domain/authority/rule-sets.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { readCrlEntries } from '#domain/crl/crl-entries.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { withoutEntries } from '#domain/crl/thin-chunk.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
import { manyEntries } from '#tests/support/crl-samples.ts';

const at = (text: string) => text as Instant;

interface Sample {
  readonly id: string;
  readonly notAfter?: string;
  readonly revokedAt?: string;
}

function register(
  entries: readonly Sample[],
  change: Partial<Record<'crls' | 'applications' | 'cases' | 'attachments', readonly object[]>> = {},
): ArchiveRegister {
  return {
    entries: entries.map(({ id, notAfter = '2017-01-10T04:59:59Z', revokedAt }, i) => ({
      id,
      number: i + 1,
      issuedAt: '2016-01-10T05:00:00Z',
      notAfter,
      ...(revokedAt === undefined
        ? {}
        : { revocation: { caseId: 'c', ground: 'owners-wish', date: revokedAt } }),
    })),
    crls: [],
    applications: [],
    cases: [],
    attachments: [],
    ...change,
  } as unknown as ArchiveRegister;
}

const laterCrl = {
  id: 'crl-later',
  crlNumber: '9',
  thisUpdate: '2030-01-01T00:00:00Z',
  nextUpdate: '2030-02-01T00:00:00Z',
  publishedAt: '2030-01-01T00:01:00Z',
};

const under = (kind: AuthorityKind): RuledStation => ({ ruleSet: firstRuleSet, kind });

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what goes into an archive package', () => {
  it('[N-15] was kept by one rule set: what another one kept goes with the next', () => {
    const held = {
      id: 'invented-1',
      octets: ruleSetOctets(),
      at: '2016-06-01T00:00:00Z',
    } as unknown as HeldRuleSet;
    const station: RuledStation = { ruleSet: 'invented-1', kind: 'N', heldRuleSets: [held] };
    const both = register([{ id: '01' }, { id: '02' }, { id: '03' }]);
    const entries = both.entries.map((entry) =>
      entry.id === '01' ? entry : { ...entry, ruleSet: 'invented-1' },
    );
    const plan = (now: string, of = { ...both, entries }) => planArchive(station, of, at(now));
    expect(plan('2022-01-11T00:00:00Z')).toMatchObject({
      ruleSet: firstRuleSet,
      entries: [{ id: '01' }],
      waiting: 0,
    });
    const mixed = plan('2030-01-11T00:00:00Z');
    expect(mixed).toMatchObject({ ruleSet: firstRuleSet, entries: [{ id: '01' }], waiting: 2 });
    // The journal of that year is kept as long as the last of them.
    expect(mixed.journals).toEqual([]);
    const archived = { package: '000001', at: at('2030-01-11T00:00:00Z') };
    const left = {
      ...both,
      entries: entries.map((entry) => (entry.id === '01' ? { ...entry, archived } : entry)),
    };
    const next = plan('2030-01-12T00:00:00Z', left);
    expect(next).toMatchObject({ ruleSet: 'invented-1', journals: ['2016'], waiting: 0 });
    expect(ids(next.entries)).toEqual(['02', '03']);
    // One that is held back does not keep the package to its own set.
    const open = { ...both, entries, cases: [{ serialNumber: '01' }] as unknown as ArchiveRegister['cases'] };
    expect(plan('2030-01-11T00:00:00Z', open)).toMatchObject({ ruleSet: 'invented-1', waiting: 0 });
  });

  it.each([
    ['[N-13]', under('N'), '2022-01-11T00:00:00Z', '2022-01-10T00:00:00Z'],
    ['[R-16]', under('R'), '2022-01-11T00:00:00Z', '2022-01-10T00:00:00Z'],
    ['[G-17]', under('G'), '2027-01-11T00:00:00Z', '2027-01-10T00:00:00Z'],
  ] as const)(
    '%s an expired certificate on the day after its last day of keeping',
    (_, station, day, before) => {
      const plan = planArchive(station, register([{ id: '01' }]), at(day));
      expect(ids(plan.entries)).toEqual(['01']);
      expect(plan.records[0]).toMatchObject({
        kind: 'certificate',
        clause: rulesOf(station).retention.clause,
      });
      expect(planArchive(station, register([{ id: '01' }]), at(before)).records).toEqual([]);
    },
  );

  it.each([
    ['[N-15]', under('N'), '2024-02-02T00:00:00Z', 'N-15'],
    ['[R-17]', under('R'), '2024-02-02T00:00:00Z', 'R-17'],
    ['[G-19]', under('G'), '2029-02-02T00:00:00Z', 'G-19'],
  ] as const)('%s a CRL whose time is over, and not the one after it', (_, station, day, clause) => {
    const crls = [
      { id: 'a', crlNumber: '1', thisUpdate: '2019-01-01T00:00:00Z', nextUpdate: '2019-02-01T00:00:00Z' },
      { id: 'b', crlNumber: '2', thisUpdate: '2019-01-02T00:00:00Z', nextUpdate: '2019-02-02T00:00:00Z' },
    ].map((crl) => ({ ...crl, octets: 500 }));
    const plan = planArchive(station, register([], { crls }), at(day));
    expect(ids(plan.crls)).toEqual(['a']);
    expect(plan.records).toMatchObject([{ kind: 'crl', id: 'a', clause }]);
  });

  it('[R-16] a certificate revoked long before the end of its term stays on the CRL until that end', () => {
    const entry = { id: '01', notAfter: '2030-06-01T00:00:00Z', revokedAt: '2021-05-05T00:00:00Z' };
    const plan = (now: string) => planArchive(under('R'), register([entry], { crls: [laterCrl] }), at(now));
    expect(plan('2027-01-01T00:00:00Z')).toMatchObject({
      entries: [],
      held: [{ record: { id: '01' }, reason: 'term-runs' }],
    });
    // The term is over, and no CRL of after it was published yet.
    expect(plan('2030-06-02T00:00:00Z').held).toMatchObject([{ reason: 'not-listed-after-term' }]);
    const listed = { ...laterCrl, thisUpdate: '2030-06-02T00:00:00Z', nextUpdate: '2030-07-02T00:00:00Z' };
    const after = planArchive(under('R'), register([entry], { crls: [listed] }), at('2030-06-03T00:00:00Z'));
    expect(ids(after.entries)).toEqual(['01']);
    expect(after.held).toEqual([]);
    const unpublished = { ...listed, publishedAt: undefined };
    expect(
      planArchive(under('R'), register([entry], { crls: [unpublished] }), at('2030-06-03T00:00:00Z')).held,
    ).toMatchObject([{ reason: 'not-listed-after-term' }]);
  });

  it('[N-13] a revoked certificate waits for the CRL of its own key, and for none when that key has ended', () => {
    const whole = register([{ id: '01', revokedAt: '2016-05-05T00:00:00Z' }]);
    const ofKey = (generation: number, crls: readonly object[], endedGenerations: readonly number[] = []) =>
      planArchive(
        under('N'),
        {
          ...whole,
          entries: whole.entries.map((entry) => ({ ...entry, generation })),
          crls: crls as ArchiveRegister['crls'],
          endedGenerations,
        },
        at('2030-01-02T00:00:00Z'),
      ).held.map(({ reason }) => reason);
    expect(ofKey(1, [{ ...laterCrl, generation: 1 }])).toEqual([]);
    expect(ofKey(1, [{ ...laterCrl, generation: 2 }])).toEqual(['not-listed-after-term']);
    expect(ofKey(1, [], [2])).toEqual(['not-listed-after-term']);
    expect(ofKey(1, [], [1])).toEqual([]);
  });

  it('[N-13] nothing of a certificate while an application to revoke it is undecided', () => {
    const applications = [
      { id: 'a1', number: '2016-000001', issued: '01', content: { documents: [{ attachmentId: 's1' }] } },
    ];
    const cases = [{ id: 'c1', serialNumber: '01' }];
    const plan = planArchive(
      under('N'),
      register([{ id: '01' }], { applications, cases }),
      at('2023-01-01T00:00:00Z'),
    );
    expect(plan.held).toMatchObject([{ reason: 'case-open' }]);
    expect(plan.records.map(({ kind }) => kind)).toEqual(['journal']);
    expect(plan.applications).toEqual([]);
  });

  it('[N-13] the application and its scans with their certificate, a refused one on its own, an open one never', () => {
    const decision = { outcome: 'refused', at: '2016-02-02T05:00:00Z' } as Application['decision'] & object;
    const applications = [
      { id: 'a1', number: '2016-000001', issued: '01', content: { documents: [{ attachmentId: 's1' }] } },
      { id: 'a2', number: '2016-000002', decision, content: { documents: [{ attachmentId: 's2' }] } },
      { id: 'a3', number: '2016-000003', content: { documents: [] } },
      { id: 'a4', number: '2016-000004', issued: '02', content: { documents: [] } },
    ];
    const entries = [{ id: '01' }, { id: '02', notAfter: '2020-01-01T00:00:00Z' }];
    const plan = planArchive(under('N'), register(entries, { applications }), at('2022-02-01T00:00:00Z'));
    expect(ids(plan.entries)).toEqual(['01']);
    expect(ids(plan.applications).sort()).toEqual(['a1', 'a2']);
    expect(plan.records.filter(({ kind }) => kind === 'scan').map(({ id }) => id)).toEqual(['s2', 's1']);
  });

  it('what is in the archive already neither goes again nor is counted as kept', () => {
    const archived = { package: '000001', at: at('2022-02-01T00:00:00Z') };
    const whole = register([{ id: '01' }]);
    const again = {
      ...whole,
      entries: whole.entries.map((entry) => ({ ...entry, archived })),
      archivedJournals: ['2016'],
    };
    const now = at('2023-02-01T00:00:00Z');
    expect(planArchive(under('N'), again, now).records).toEqual([]);
    expect(keptByYear(keptRecords(under('N'), again, calendarDateOf(now)))).toEqual([]);
  });

  it('is no more than a package holds: the earliest first, and a single heavy one is never kept waiting', () => {
    const entries = ['03', '01', '02'].map((id, i) => ({
      id,
      notAfter: `2016-0${String(i + 1)}-10T00:00:00Z`,
    }));
    const applications = entries.map(({ id }) => ({
      id: `a${id}`,
      number: id,
      issued: id,
      content: { documents: [{ attachmentId: `s${id}` }] },
    }));
    const attachments = entries.map(({ id }) => ({ id: `s${id}`, octets: 600 }));
    const whole = register(entries, { applications, attachments });
    const now = at('2023-02-01T00:00:00Z');
    const two = planArchive(under('N'), whole, now, { records: 2, octets: 1e9 });
    expect([ids(two.entries), two.waiting]).toEqual([['03', '01'], 1]);
    const light = planArchive(under('N'), whole, now, { records: 9, octets: 500 });
    expect([ids(light.entries), light.waiting]).toEqual([['03'], 2]);
  });

  it('is summed up by kind, with the first and the last day of keeping', () => {
    const entries = [{ id: '01' }, { id: '02', notAfter: '2016-06-10T04:59:59Z' }];
    const plan = planArchive(under('N'), register(entries), at('2023-01-01T00:00:00Z'));
    expect(archiveParts(plan.records)).toEqual([
      { kind: 'certificate', count: 2, keptUntil: ['2021-06-10', '2022-01-10'] },
      { kind: 'journal', count: 1, keptUntil: ['2022-01-10', '2022-01-10'] },
    ]);
    expect(archiveParts([])).toEqual([]);
  });
});

describe('the CRL after an archive package', () => {
  it('says that it lists every expired certificate since the beginning, or since the last that went', () => {
    const beginning = at('2016-01-01T00:00:00Z');
    const gone = (unlistedUntil?: string) => ({ unlistedUntil }) as unknown as ArchivePackage;
    expect(listedSince(beginning, [])).toBe(beginning);
    expect(listedSince(beginning, [gone()])).toBe(beginning);
    expect(listedSince(beginning, [gone('2018-01-01T00:00:00Z'), gone('2017-01-01T00:00:00Z')])).toBe(
      '2018-01-01T00:00:01Z',
    );
  });

  it('has every other entry as it was, octet for octet', () => {
    const [chunk] = packEntries(manyEntries(20));
    if (chunk === undefined) throw new Error('no chunk');
    const serials = serialsOf(chunk);
    expect(serials).toHaveLength(20);
    const gone = new Set([serials[0] ?? '', serials[7] ?? '', serials[19] ?? '']);
    const thinned = withoutEntries(chunk, gone);
    expect(thinned.entryCount).toBe(17);
    expect(serialsOf(thinned)).toEqual(serials.filter((serial) => !gone.has(serial)));
    expect(withoutEntries(chunk, new Set(['ff'.repeat(20)]))).toBe(chunk);
    expect(withoutEntries(chunk, new Set(serials))).toEqual({ entryCount: 0, octets: new Uint8Array() });
  });
});

function serialsOf({ octets }: { readonly octets: Uint8Array }): readonly string[] {
  return [...readCrlEntries(octets, 0, octets.length, [])].map(({ serialNumber }) =>
    bytesToHex(serialNumber),
  );
}
