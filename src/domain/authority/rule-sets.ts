/**
 * The rule sets of a station, by the name that it or a record has them under: the order's, which is code, and those that it took in,
 * which are octets in its own record, so that whatever holds for the record holds for them.
 */
import type { HeldRuleSet } from './held-rule-set.ts';
import { type LegalAct, order348 } from './legal-act.ts';
import { rulesByKind } from './order-348/rules.ts';
import { type RuleSetFile, readRuleSet } from './rule-set-file.ts';
import type { AuthorityRules } from './rule-set.ts';
import type { AuthorityKind } from './station.ts';

/** The set that every station is set up under, and that every record is under which is older than this member. */
export const firstRuleSet = 'order-348';

/** A record that is judged and printed by the rules that stood when it came in, whatever its station follows since. */
export interface UnderRuleSet {
  /** Absent from those registered before records said it: see `firstRuleSet`. */
  readonly ruleSet?: string;
}

/** What rules are asked by: of a station. */
export interface RuledStation {
  readonly ruleSet: string;
  readonly kind: AuthorityKind;
  /** Oldest first; absent before the first passing. */
  readonly heldRuleSets?: readonly HeldRuleSet[];
}

/** For a record that follows from another: it is under the same rules. */
export function underSameRules({ ruleSet }: UnderRuleSet): UnderRuleSet {
  return ruleSet === undefined ? {} : { ruleSet };
}

/** One reading of the same octets is enough. */
const read = new WeakMap<Uint8Array, RuleSetFile>();

/** Null when the station holds no such set, or octets that are none. */
export function heldFile(
  { heldRuleSets = [] }: Pick<RuledStation, 'heldRuleSets'>,
  id: string,
): RuleSetFile | null {
  const octets = heldRuleSets.find((held) => held.id === id)?.octets;
  if (octets === undefined) return null;
  const before = read.get(octets);
  const file = before === undefined ? readRuleSet(octets) : { ok: true as const, value: before };
  if (!file.ok) return null;
  read.set(octets, file.value);
  return file.value.id === id ? file.value : null;
}

/** Null when the station has no rules of that name for its kind. */
export function knownRules(station: RuledStation, ruleSet: string): AuthorityRules | null {
  if (ruleSet === firstRuleSet) return rulesByKind[station.kind];
  return heldFile(station, ruleSet)?.authorities[station.kind] ?? null;
}

/** A station's own rules, which follow from the law that stands. Throws for a rule set that is not there: such a station was made by another program. */
export function rulesOf(station: RuledStation): AuthorityRules {
  const found = knownRules(station, station.ruleSet);
  if (found === null) throw new Error(`no rule set ${station.ruleSet}`);
  return found;
}

/** The station's rules of the set that the record is under. Throws as `rulesOf`. */
export function rulesOfRecord(
  station: RuledStation,
  { ruleSet = firstRuleSet }: UnderRuleSet,
): AuthorityRules {
  return rulesOf({ ...station, ruleSet });
}

/** The act that a rule set follows; before the set-up, that of the stations which are set up today. Throws as `rulesOf`. */
export function lawOfStation(station: Omit<RuledStation, 'kind'> | undefined): LegalAct {
  if (station === undefined || station.ruleSet === firstRuleSet) return order348;
  const file = heldFile(station, station.ruleSet);
  if (file === null) throw new Error(`no rule set ${station.ruleSet}`);
  return file.act;
}

/** The act of the set that the record is under. Throws as `rulesOf`. */
export function lawOfRecord(
  station: Omit<RuledStation, 'kind'> | undefined,
  { ruleSet = firstRuleSet }: UnderRuleSet,
): LegalAct {
  return lawOfStation(station === undefined ? undefined : { ...station, ruleSet });
}
