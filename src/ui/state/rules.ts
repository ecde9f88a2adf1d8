import type { FormId } from '#domain/authority/form-id.ts';
import { type LegalAct } from '#domain/authority/legal-act.ts';
import { keepUntil, keepingOfList } from '#domain/authority/retention.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import {
  type RuledStation,
  type UnderRuleSet,
  firstRuleSet,
  heldFile,
  lawOfRecord,
  lawOfStation,
  rulesOf,
  rulesOfRecord,
} from '#domain/authority/rule-sets.ts';
import type { Words } from '#domain/base/words.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from './session.svelte.ts';

type OfStation = Pick<Session, 'station'>;
interface OfKeeping {
  readonly station?: RuledStation | undefined;
}

/**
 * The rules that the station follows; those of the order for a National CA as long as there is no station. Apart from the session, so that
 * the first screen goes without them.
 */
export function rulesOfStation({ station }: OfStation): AuthorityRules {
  return rulesOf(station ?? { ruleSet: firstRuleSet, kind: 'N' });
}

/** The rules that the record came in under; those of the station where there is none to ask about. */
export function rulesUnder(session: OfStation, record: UnderRuleSet | undefined): AuthorityRules {
  const { station } = session;
  return station === undefined || record === undefined
    ? rulesOfStation(session)
    : rulesOfRecord(station, record);
}

/** The act of the rules that the record came in under, or that the station follows. */
export function lawUnder({ station }: OfStation, record: UnderRuleSet | undefined): LegalAct {
  return record === undefined ? lawOfStation(station) : lawOfRecord(station, record);
}

/** What the act of those rules is called in its set; undefined for the order, which the interface has words for. */
export function actNamesUnder({ station }: OfStation, record?: UnderRuleSet): Words | undefined {
  if (station === undefined) return undefined;
  return heldFile(station, record === undefined ? station.ruleSet : (record.ruleSet ?? firstRuleSet))?.names;
}

/** What the act of the record calls its form in the place of this one. */
export function formName(session: OfStation, form: FormId, record?: UnderRuleSet): string {
  return rulesUnder(session, record).papers?.[form]?.id ?? form;
}

/** What a rule set says, in the language of the interface. */
export function said(text: Words): string {
  return text[words.language];
}

/** A kind of document by the words of the rules; by its own name where they have no such kind. */
export function documentWords({ documents }: Pick<AuthorityRules, 'documents'>, kind: string): Words {
  return documents.find((document) => document.kind === kind)?.words ?? { kk: kind, ru: kind, en: kind };
}

/** The last day of keeping of a certificate, under the rules that it came in under. */
export function keptUntil(
  session: OfStation,
  endedOn: CalendarDate,
  record: UnderRuleSet | undefined,
): CalendarDate {
  return keepUntil(endedOn, rulesUnder(session, record));
}

/** For how many years each set that the station followed keeps; without names the order, the oldest first. */
export function keepings(
  session: OfStation,
): readonly { readonly names: Words | undefined; readonly years: number }[] {
  const { station } = session;
  if (station === undefined) return [{ names: undefined, years: rulesOfStation(session).retention.years }];
  return [firstRuleSet, ...(station.heldRuleSets ?? []).map(({ id }) => id)].map((ruleSet) => ({
    names: heldFile(station, ruleSet)?.names,
    years: rulesOfRecord(station, { ruleSet }).retention.years,
  }));
}

/** The last day of keeping of a CRL. */
export function listKeptUntil(
  { station = { ruleSet: firstRuleSet, kind: 'N' } }: OfKeeping,
  crl: { readonly thisUpdate: Instant; readonly nextUpdate: Instant },
): CalendarDate {
  return keepUntil(calendarDateOf(crl.nextUpdate), keepingOfList(station, crl).rules);
}
