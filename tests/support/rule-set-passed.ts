import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { addDays } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { passToRuleSet } from '#operations/station/pass-to-rule-set.ts';
import { type OfficeAtWork, taken } from './office-at-work.ts';

/** The station passes to the set on the day of its clock, by an order of three days before. */
export async function passedTo({ desk }: OfficeAtWork, octets: Uint8Array): Promise<Station> {
  const from = calendarDateOf(desk.clock.now());
  return taken(
    await passToRuleSet(desk, {
      octets,
      sha256Hex: bytesToHex(desk.sha256(octets)),
      from,
      order: { number: '12-н', date: addDays(from, -3) },
    }),
  );
}
