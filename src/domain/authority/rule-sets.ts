/** The rule sets there are, by the name that a station or a record has them under. */
import { type LegalAct, order348 } from './legal-act.ts';
import { rulesByKind } from './order-348/rules.ts';
import type { AuthorityRules } from './rule-set.ts';
import type { AuthorityKind } from './station.ts';

export type RuleSet = Readonly<Record<AuthorityKind, AuthorityRules>>;
export type RuleSets = Readonly<Record<string, RuleSet>>;

/** The set that every station is set up under, and that every record is under which is older than this member. */
export const firstRuleSet = 'order-348';

/** A record that is judged and printed by the rules that stood when it came in, whatever its station follows since. */
export interface UnderRuleSet {
  /** Absent from those registered before records said it: see `firstRuleSet`. */
  readonly ruleSet?: string;
}

/** For a record that follows from another: it is under the same rules. */
export function underSameRules({ ruleSet }: UnderRuleSet): UnderRuleSet {
  return ruleSet === undefined ? {} : { ruleSet };
}

export const ruleSets: RuleSets = { [firstRuleSet]: rulesByKind };

/** The act that a rule set follows. */
const acts: Readonly<Record<string, LegalAct>> = { [firstRuleSet]: order348 };

/** Whose rules: a station's, of that name or its own. */
export interface RuledStation {
  readonly ruleSet: string;
  readonly kind: AuthorityKind;
}

/** The act that a rule set follows; before the set-up, that of the stations which are set up today. Throws as `rulesOf`. */
export function lawOfStation(station: Pick<RuledStation, 'ruleSet'> | undefined): LegalAct {
  const found = acts[station?.ruleSet ?? firstRuleSet];
  if (found === undefined) throw new Error(`no rule set ${station?.ruleSet ?? ''}`);
  return found;
}

/** The act of the set that the record is under. Throws as `rulesOf`. */
export function lawOfRecord(
  station: Pick<RuledStation, 'ruleSet'> | undefined,
  { ruleSet = firstRuleSet }: UnderRuleSet,
): LegalAct {
  return lawOfStation(station === undefined ? undefined : { ...station, ruleSet });
}

/** A station's own rules, which follow from the law that stands. Throws for a rule set that is not there: such a station was made by another program. */
export function rulesOf({ ruleSet, kind }: RuledStation, sets: RuleSets = ruleSets): AuthorityRules {
  const found = sets[ruleSet];
  if (found === undefined) throw new Error(`no rule set ${ruleSet}`);
  return found[kind];
}

/** The station's rules of the set that the record is under. Throws as `rulesOf`. */
export function rulesOfRecord(
  station: RuledStation,
  { ruleSet = firstRuleSet }: UnderRuleSet,
  sets: RuleSets = ruleSets,
): AuthorityRules {
  return rulesOf({ ...station, ruleSet }, sets);
}
