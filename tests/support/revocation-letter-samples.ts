/** A state body's letter to revoke, as typed and as read against the register. */
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import {
  type ParsedRevocationLetter,
  parseRevocationLetter,
} from '#domain/revocation/parse-revocation-letter.ts';
import {
  type RevocationLetterDraft,
  type RevokedPersonDraft,
  emptyRevokedPersonDraft,
} from '#domain/revocation/revocation-letter-draft.ts';
import { stateBody } from './body-samples.ts';

export const bodies: ReadonlyMap<string, string> = new Map([[stateBody.bin, stateBody.name]]);

export function aRevokedPersonDraft(
  entry: Pick<RegisterEntry, 'id' | 'issuedAt'>,
  change: Partial<RevokedPersonDraft> = {},
): RevokedPersonDraft {
  return {
    ...emptyRevokedPersonDraft(),
    serialNumber: entry.id,
    issuedOn: formatCalendarDate(calendarDateOf(entry.issuedAt)),
    identityDocument: '040000000, ІІМ, 05.05.2020',
    address: 'Астана, Мәңгілік ел даңғылы, 8',
    ground: 'affiliation-changed',
    reason: 'жұмыстың тоқтатылуы',
    carrier: 'returned',
    ...change,
  };
}

export function aRevocationLetterDraft(
  persons: readonly RevokedPersonDraft[],
  change: Partial<RevocationLetterDraft> = {},
): RevocationLetterDraft {
  return {
    bin: stateBody.bin,
    bodyNumber: '12-3/900',
    bodyDate: '20.11.2026',
    headName: 'Ерлан Жұмабекұлы',
    arrivedOn: '',
    persons: [...persons],
    ...change,
  };
}

export function aParsedRevocationLetter(
  entries: readonly RegisterEntry[],
  today: CalendarDate,
  change: Partial<RevokedPersonDraft> = {},
  letter: Partial<RevocationLetterDraft> = {},
  rules: AuthorityRules = rulesByKind.G,
): ParsedRevocationLetter {
  const parsed = parseRevocationLetter(
    aRevocationLetterDraft(
      entries.map((entry) => aRevokedPersonDraft(entry, change)),
      letter,
    ),
    { bodies, entries: new Map(entries.map((entry) => [entry.id, entry])), rules },
    today,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
