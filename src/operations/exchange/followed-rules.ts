import type { Station } from '#domain/authority/station.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { HeldRules } from '#domain/exchange/package/judge.ts';
import { type FollowedRules, itemForms, noDigest } from '#domain/exchange/package/manifest.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** By what this station fills its forms now. */
export async function followedRules(
  { sha256 }: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  station: Station,
): Promise<FollowedRules> {
  const { ruleSet } = station;
  const held = station.heldRuleSets?.find(({ id }) => id === ruleSet);
  const rows = await officeCalendar(snapshot);
  return {
    ruleSet,
    ruleSetSha256: held?.sha256Hex ?? noDigest,
    forms: itemForms,
    calendarSha256: recordDigest({ rows }, sha256),
  };
}

/** Those that records of the station may be under. */
export function heldRules({ heldRuleSets = [] }: Pick<Station, 'heldRuleSets'>): readonly HeldRules[] {
  return [
    { ruleSet: firstRuleSet, ruleSetSha256: noDigest },
    ...heldRuleSets.map(({ id, sha256Hex }) => ({ ruleSet: id, ruleSetSha256: sha256Hex })),
  ];
}
