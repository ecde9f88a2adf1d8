/** The rule sets there are, by the name that a station was set up with. */
import { type LegalAct, order348 } from './legal-act.ts';
import { type AuthorityRules, rulesByKind } from './rule-set.ts';
import type { AuthorityKind } from './station.ts';

export type RuleSet = Readonly<Record<AuthorityKind, AuthorityRules>>;
export type RuleSets = Readonly<Record<string, RuleSet>>;

export const ruleSets: RuleSets = { 'order-348': rulesByKind };

/** The act that a rule set follows. */
const acts: Readonly<Record<string, LegalAct>> = { 'order-348': order348 };

/** The act that a station's rules follow; before the set-up, that of the stations which are set up today. Throws as `rulesOf`. */
export function lawOfStation(station: { readonly ruleSet: string } | undefined): LegalAct {
  const found = acts[station?.ruleSet ?? 'order-348'];
  if (found === undefined) throw new Error(`no rule set ${station?.ruleSet ?? ''}`);
  return found;
}

/** A station's own rules, which follow from the law that stood when it was set up. Throws for a rule set that is not there: such a station was made by another program. */
export function rulesOf(
  { ruleSet, kind }: { readonly ruleSet: string; readonly kind: AuthorityKind },
  sets: RuleSets = ruleSets,
): AuthorityRules {
  const found = sets[ruleSet];
  if (found === undefined) throw new Error(`no rule set ${ruleSet}`);
  return found[kind];
}
