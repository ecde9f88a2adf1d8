/** The rule set `order-348`. The order is repealed law: its periods, documents, grounds and terms are data, and other sets stand beside it. */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { rulesG } from './g.ts';
import { rulesN } from './n.ts';
import { rulesR } from './r.ts';

export const rulesByKind: Readonly<Record<AuthorityKind, AuthorityRules>> = {
  R: rulesR,
  G: rulesG,
  N: rulesN,
};
