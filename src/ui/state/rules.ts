import { type LegalAct } from '#domain/authority/legal-act.ts';
import { keepUntil } from '#domain/authority/retention.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import {
  type UnderRuleSet,
  firstRuleSet,
  lawOfRecord,
  lawOfStation,
  rulesOf,
  rulesOfRecord,
} from '#domain/authority/rule-sets.ts';
import type { Words } from '#domain/base/words.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from './session.svelte.ts';

type OfStation = Pick<Session, 'station'>;

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

/** What a rule set says, in the language of the interface. */
export function said(text: Words): string {
  return text[words.language];
}

/** A kind of document by the words of the rules; by its own name where they have no such kind. */
export function documentWords({ documents }: Pick<AuthorityRules, 'documents'>, kind: string): Words {
  return documents.find((document) => document.kind === kind)?.words ?? { kk: kind, ru: kind, en: kind };
}

/** The last day of keeping under the rules of the record, or of the station. */
export function keptUntil(session: OfStation, endedOn: CalendarDate, record?: UnderRuleSet): CalendarDate {
  return keepUntil(endedOn, rulesUnder(session, record));
}
