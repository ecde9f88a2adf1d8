/** A rule set that no order has: every number and list differs from `order-348`, so that what ignores it shows. */
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { type AuthorityRules } from '#domain/authority/rule-set.ts';
import type { RuleSet } from '#domain/authority/rule-sets.ts';

function changed(rules: AuthorityRules): AuthorityRules {
  return {
    ...rules,
    ...(rules.validityYears === undefined ? {} : { validityYears: 3 }),
    periods: { revocation: { length: 7, unit: 'calendar-days', clause: rules.periods.revocation.clause } },
    retention: { ...rules.retention, years: 12 },
    requiredDocuments: { 'N-F1': [{ kind: 'power-of-attorney', clause: 'N-4.1' }], 'N-F2': [] },
  };
}

export const inventedRules: RuleSet = {
  R: changed(rulesByKind.R),
  G: changed(rulesByKind.G),
  N: changed(rulesByKind.N),
};
