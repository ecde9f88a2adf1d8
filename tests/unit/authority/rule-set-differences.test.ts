import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import {
  type RuleDifference,
  ruleAspects,
  ruleSetDifferences,
} from '#domain/authority/rule-set-differences.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { inventedRules } from '#tests/support/invented-rules.ts';

const from = (after: AuthorityRules, before: AuthorityRules = rulesByKind.N) =>
  ruleSetDifferences(before, after);
const at = (differences: readonly RuleDifference[], aspect: RuleDifference['aspect'], form?: string) =>
  differences.find((each) => each.aspect === aspect && each.form === form);

describe('[R-1] [G-1] [N-1] what changes from one rule set to the next', () => {
  it.each(['R', 'G', 'N'] as const)('is nothing where the sets say the same (%s)', (kind) => {
    expect(from(structuredClone(rulesByKind[kind]), rulesByKind[kind])).toEqual([]);
  });

  it('names periods, years and terms with both values', () => {
    const differences = from(inventedRules);
    expect(at(differences, 'revocation')).toEqual({
      aspect: 'revocation',
      before: [{ type: 'period', length: 2, unit: 'working-days' }],
      after: [{ type: 'period', length: 7, unit: 'calendar-days' }],
      hasMore: false,
    });
    expect(at(differences, 'retention')).toMatchObject({ before: [{ years: 5 }], after: [{ years: 12 }] });
    expect(at(differences, 'validity')).toMatchObject({ before: [{ years: 1 }], after: [{ years: 3 }] });
    // Neither has one, so neither is shown.
    expect(at(differences, 'decision')).toBeUndefined();
    expect(
      at(
        from({ ...rulesByKind.R, periods: { revocation: rulesByKind.R.periods.revocation } }, rulesByKind.R),
        'decision',
      )?.after,
    ).toEqual([]);
  });

  it('of a list shows what goes and what comes, and not what stays', () => {
    const [kept, dropped, ...others] = rulesByKind.N.grounds;
    if (kept === undefined || dropped === undefined) throw new Error('the order has grounds');
    const added = { ...kept, id: 'x', words: { kk: 'а', ru: 'б', en: 'c' } };
    const difference = at(from({ ...rulesByKind.N, grounds: [kept, ...others, added] }), 'grounds');
    expect(difference?.before).toMatchObject([{ words: dropped.words }]);
    expect(difference?.after).toMatchObject([{ words: added.words, evidence: kept.evidence }]);
    const another = rulesByKind.N.grounds.map((ground) =>
      ground === kept ? { ...kept, reasonCode: 'cACompromise' as const } : ground,
    );
    expect(at(from({ ...rulesByKind.N, grounds: another }), 'grounds')?.after).toMatchObject([
      { reasonCode: 'cACompromise' },
    ]);
  });

  it('tells documents by the form that they come with', () => {
    const differences = from(inventedRules);
    expect(at(differences, 'documents', 'N-F1 → ZQ-1')).toMatchObject({
      before: [{ hasTerm: false }],
      after: [{ words: { en: 'Receipt of payment' }, hasTerm: true }],
    });
    expect(at(differences, 'documents', 'N-F2')?.after).toEqual([]);
  });

  it('names forms as either act calls them', () => {
    expect(at(from(inventedRules), 'issue')).toEqual({
      aspect: 'issue',
      before: [
        { type: 'form', name: 'N-F1' },
        { type: 'form', name: 'N-F2' },
      ],
      after: [{ type: 'form', name: 'ZQ-1', title: 'Куәлік сұрау' }],
      hasMore: false,
    });
    // By mail as before: of the new ways none comes, and the set is not silent of them.
    expect(at(from(inventedRules), 'delivery')).toEqual({
      aspect: 'delivery',
      before: [{ type: 'way', way: 'paper' }],
      after: [],
      hasMore: true,
    });
  });

  /** Each aspect changed alone, so that none is forgotten. */
  const other: Readonly<Record<RuleDifference['aspect'], Partial<AuthorityRules>>> = {
    names: { names: { kk: 'а', ru: 'б', en: 'c', shortKk: 'а' } },
    decision: {
      periods: { ...rulesByKind.G.periods, decision: { length: 9, unit: 'working-days', clause: 'x' } },
    },
    revocation: {
      periods: { ...rulesByKind.G.periods, revocation: { length: 9, unit: 'working-days', clause: 'x' } },
    },
    registerEntry: {
      periods: { ...rulesByKind.G.periods, registerEntry: { length: 9, unit: 'working-days', clause: 'x' } },
    },
    noticeOfLeaving: {
      periods: {
        ...rulesByKind.G.periods,
        noticeOfLeaving: { length: 9, unit: 'working-days', clause: 'x' },
      },
    },
    validity: { validityYears: 9 },
    retention: { retention: { ...rulesByKind.G.retention, years: 9 } },
    confirmations: { confirmations: [] },
    grounds: {
      grounds: rulesByKind.G.grounds.filter(({ id }) => id === rulesByKind.G.keyCarrier?.failedGround),
    },
    failedGround: {
      keyCarrier: { clause: 'x', oneKeyClause: 'x', failedGround: rulesByKind.G.grounds[0]?.id ?? '' },
    },
    refusalGrounds: { refusalGrounds: [] },
    documents: {
      requiredDocuments: { 'G-F1': [{ kind: 'd', clause: 'x' }] },
      documents: [
        ...rulesByKind.G.documents,
        { kind: 'd', words: { kk: 'а', ru: 'б', en: 'c' }, onPaper: 'а' },
      ],
    },
    delivery: { delivery: { ...rulesByKind.G.delivery, ways: ['paper'] } },
    deliveryNeeded: {
      delivery: {
        ...rulesByKind.G.delivery,
        needed: rulesByKind.G.delivery.needed === 'one' ? 'each' : 'one',
      },
    },
    issue: { forms: { ...rulesByKind.G.forms, issue: [] } },
    certificate: { forms: { ...rulesByKind.G.forms, certificate: 'G-F3' } },
    revocationForms: { forms: { ...rulesByKind.G.forms, revocation: [] } },
    journals: { forms: { ...rulesByKind.G.forms, journals: [] } },
    usageAreas: { defaultUsageAreas: ['а'] },
    locks: { locks: rulesByKind.G.locks === 'when-idle' ? 'after-act' : 'when-idle' },
  };

  it.each(ruleAspects)('%s by itself is found, and nothing else', (aspect) => {
    const found = from({ ...rulesByKind.G, ...other[aspect] }, rulesByKind.G);
    expect([...new Set(found.map((each) => each.aspect))]).toEqual([aspect]);
  });
});
