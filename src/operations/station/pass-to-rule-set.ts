import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { type RuleSetFile, type RuleSetRefusal, readRuleSet } from '#domain/authority/rule-set-file.ts';
import type { AuthorityKind, Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';

export interface PassToRuleSetCommand {
  readonly octets: Uint8Array;
  /** SHA-256, hex, of what was looked at. */
  readonly sha256Hex: string;
  /** Day from which the station follows it. */
  readonly from: CalendarDate;
  /** The office's own order to pass to it. */
  readonly order: { readonly number: string; readonly date: CalendarDate };
}

export type PassToRuleSetRefusal =
  | TransactionRefusal
  | StatementRefusal
  | RuleSetRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'AuthorityCeased' | 'OrderNumberMissing' }
  /** These octets are not those that were looked at. */
  | { readonly type: 'RuleSetDiffers' }
  /** The station has, or had, a set of that name. */
  | { readonly type: 'RuleSetHeld'; readonly id: string }
  | { readonly type: 'RuleSetOfOtherAuthority'; readonly kind: AuthorityKind }
  /** The act that the set follows is not in force on that day, or not any more. */
  | { readonly type: 'ActNotInForce'; readonly date: CalendarDate }
  /** Rules begin to hold on a day that has come, and not before the order to follow them. */
  | { readonly type: 'PassingDayWrong'; readonly date: CalendarDate };

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

function whyNotPassed(
  { kind, ruleSet, heldRuleSets = [] }: Station,
  { id, act, authorities }: RuleSetFile,
  { from, order }: PassToRuleSetCommand,
  today: CalendarDate,
): PassToRuleSetRefusal | null {
  if (id === ruleSet || heldRuleSets.some((held) => held.id === id)) return { type: 'RuleSetHeld', id };
  if (authorities[kind] === undefined) return { type: 'RuleSetOfOtherAuthority', kind };
  if (order.number.trim() === '') return { type: 'OrderNumberMissing' };
  const { inForceFrom, repealed } = act;
  if (inForceFrom === 'first-official-publication' || compareCalendarDates(inForceFrom, from) > 0)
    return { type: 'ActNotInForce', date: from };
  if (repealed !== undefined && compareCalendarDates(repealed.on, from) <= 0)
    return { type: 'ActNotInForce', date: from };
  const last = heldRuleSets.at(-1)?.from;
  const isTooEarly =
    compareCalendarDates(order.date, from) > 0 ||
    (last !== undefined && compareCalendarDates(last, from) > 0);
  return isTooEarly || compareCalendarDates(from, today) > 0 ? { type: 'PassingDayWrong', date: from } : null;
}
