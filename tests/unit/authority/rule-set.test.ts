import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { groundById, groundOf } from '#domain/authority/grounds.ts';
import { isClauseId } from '#domain/clause/clauses.ts';
import { keepUntil } from '#domain/authority/retention.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { officeRules, officeRulesAt } from '#domain/authority/rule-set.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

describe('the rule set of the order', () => {
  it('[R-7] [R-12] [N-9] [G-14] [G-15] [G-13] has its periods', () => {
    const { R, G, N } = rulesByKind;
    expect(R.periods.decision).toEqual({ length: 15, unit: 'working-days', clause: 'R-7' });
    expect(
      [R, G, N].map(({ periods }) => `${String(periods.revocation.length)} ${periods.revocation.unit}`),
    ).toEqual(Array(3).fill('2 working-days'));
    expect(G.periods.registerEntry).toMatchObject({ length: 1, unit: 'calendar-days' });
    expect(G.periods.noticeOfLeaving).toMatchObject({ length: 3, unit: 'calendar-days' });
  });

  it('[N-4.1] [N-4.2] asks an individual for one document and a legal entity for three', () => {
    const documents = rulesByKind.N.requiredDocuments;
    expect(documents['N-F1']?.map(({ kind }) => kind)).toEqual(['identity-document']);
    expect(documents['N-F2']?.map(({ kind }) => kind)).toEqual([
      'identity-document',
      'state-registration',
      'power-of-attorney',
    ]);
  });

  it('[N-13] [G-17] [R-16] keeps five years, and the State Bodies’ CA ten', () => {
    expect(keepUntil(day('2026-07-15'), rulesByKind.N)).toBe('2031-07-15');
    expect(keepUntil(day('2024-02-29'), rulesByKind.G)).toBe('2034-02-28');
    expect(keepUntil(day('2026-07-15'), rulesByKind.R)).toBe('2031-07-15');
  });

  it('[N-3.1] [G-3] a certificate is valid for one year', () => {
    expect([rulesByKind.N.validityYears, rulesByKind.G.validityYears, rulesByKind.R.validityYears]).toEqual([
      1,
      1,
      undefined,
    ]);
  });

  it('[R-12] [R-16] [G-11] [G-13] [N-8.1] tells the office’s own rules at the clauses that leave them open', () => {
    expect(officeRulesAt('R-12')).toEqual(['root-revocation-runs-from-receipt']);
    expect(officeRulesAt('R-16')).toEqual(['root-expired-kept-as-revoked', 'papers-kept-with-certificate']);
    expect(officeRulesAt('G-11')).toEqual(['replacement-asks-both-applications']);
    expect(officeRulesAt('G-13')).toEqual(officeRulesAt('G-15'));
    expect(officeRulesAt('N-8.1')).toEqual(['representative-shows-power-of-attorney']);
    expect(officeRulesAt('N-7')).toEqual([]);
    // Each of them is shown somewhere: at a clause that its annex has.
    for (const { clauses } of officeRules) expect(clauses.filter(isClauseId).length).toBeGreaterThan(0);
  });
});

describe('grounds of revocation', () => {
  it.each([
    ['key-compromise', 'N', 'N-8.1', 'keyCompromise'],
    ['court-decision', 'N', 'N-8.2', 'privilegeWithdrawn'],
    ['cessation', 'N', 'N-8.3', 'cessationOfOperation'],
    ['owners-wish', 'N', 'N-8.1', undefined],
    ['affiliation-changed', 'G', 'G-12.1', 'affiliationChanged'],
    ['carrier-damaged', 'G', 'G-12.1', 'superseded'],
    ['liquidation', 'R', 'R-11.2', 'cessationOfOperation'],
    ['accreditation-ended', 'R', 'R-11.3', 'privilegeWithdrawn'],
  ] as const)('%s (%s, %s) gives the reason %s', (id, kind, clause, reasonCode) => {
    const ground = groundById(rulesByKind[kind], id);
    expect(ground?.clause).toBe(clause);
    expect(ground?.reasonCode).toBe(reasonCode);
  });

  it('[R-11.1] a subordinate authority’s key is compromised as an authority’s', () => {
    expect(groundById(rulesByKind.R, 'key-compromise')?.reasonCode).toBe('cACompromise');
  });

  it('only the Root CA knows accreditation, only the National CA its own cessation', () => {
    expect(groundById(rulesByKind.N, 'accreditation-ended')).toBeNull();
    expect(groundById(rulesByKind.G, 'cessation')).toBeNull();
    expect(groundById(rulesByKind.N, 'suspension')).toBeNull();
    expect([groundOf(rulesByKind.G, 'cessation'), groundOf(rulesByKind.N, 'cessation')?.id]).toEqual([
      null,
      'cessation',
    ]);
  });

  it('each ground has a clause or is marked as beyond the order', () => {
    for (const { clause, beyondOrder } of Object.values(rulesByKind).flatMap(({ grounds }) => grounds)) {
      expect(clause !== undefined).toBe(beyondOrder !== true);
    }
  });

  it('[G-8] a certificate whose key reached no carrier is revoked on a ground that there is', () => {
    expect(groundById(rulesByKind.G, rulesByKind.G.keyCarrier?.failedGround ?? '')?.evidence).toBe(
      'statement',
    );
  });
});
