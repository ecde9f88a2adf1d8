import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { type Passing, type PassingRefusal, whyNotPassed } from '#domain/authority/passing.ts';
import { type RuleSetRefusal, readRuleSet } from '#domain/authority/rule-set-file.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';

export interface PassToRuleSetCommand extends Passing {
  readonly octets: Uint8Array;
  /** SHA-256, hex, of what was looked at. */
  readonly sha256Hex: string;
}

export type PassToRuleSetRefusal =
  | TransactionRefusal
  | StatementRefusal
  | RuleSetRefusal
  | PassingRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'AuthorityCeased' }
  /** These octets are not those that were looked at. */
  | { readonly type: 'RuleSetDiffers' };

/**
 * The station passes to another act's rules (R-1, G-1, N-1): the set's octets lie in its record from now on, so that its statement and the log
 * hold for them. What came in before keeps the set that it came in under. The day is not to come: on the day itself the act is done.
 */
export function passToRuleSet(
  desk: Desk,
  command: PassToRuleSetCommand,
): Promise<Result<Station, PassToRuleSetRefusal>> {
  return transact<Station, PassToRuleSetRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    if (before.ceasedOn !== undefined) return err({ type: 'AuthorityCeased' });
    const { octets, from, order } = command;
    const sha256Hex = bytesToHex(desk.sha256(octets));
    if (sha256Hex !== command.sha256Hex) return err({ type: 'RuleSetDiffers' });
    const file = readRuleSet(octets);
    if (!file.ok) return file;
    const refusal = whyNotPassed(before, file.value, command, calendarDateOf(at));
    if (refusal !== null) return err(refusal);
    const { id } = file.value;
    const number = order.number.trim();
    const held: HeldRuleSet = { id, octets, sha256Hex, from, order: { ...order, number }, at, officer };
    const heldRuleSets = [...(before.heldRuleSets ?? []), held];
    const stated = await statedStation(desk, snapshot, before, { ...before, ruleSet: id, heldRuleSets });
    if (!stated.ok) return stated;
    return ok({
      acts: [
        {
          act: 'rule-set-passed' as const,
          subjects: [before.stationId, id, sha256Hex, from, number],
          puts: [{ collection: 'station' as const, record: stated.value }],
        },
      ],
      answer: stated.value,
    });
  });
}
