import type { Digest } from '#domain/audit/audit-record.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { FormId } from '#domain/authority/form-id.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type UnderRuleSet, rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { FormContent, PaperFacts } from './content.ts';
import { formOfTemplate } from './form-of-template.ts';
import type { Sender } from './notices.ts';

/**
 * What every paper needs to know beside its record. Date and officer come from the record, so that the same record prints the
 * same bytes again.
 */
export interface PaperContext {
  /** Undefined before the set-up: then the places of the authority's name stay blank. */
  readonly station: Station | undefined;
  readonly officers: readonly OfficerRecord[];
  readonly rules: AuthorityRules;
  readonly sha256: Digest;
}

/** Of the record that is printed: those that it came in under. */
export function rulesOfPaper({ station, rules }: PaperContext, record: UnderRuleSet): AuthorityRules {
  return station === undefined ? rules : rulesOfRecord(station, record);
}

/** Whether the rules print such a paper at all: the order all of its own, another act those that it has a template for. */
export function hasForm({ papers }: Pick<AuthorityRules, 'papers'>, form: FormId): boolean {
  return papers === undefined || papers[form] !== undefined;
}

/** By the template of the record's rules; where they have none, by the form of the order. */
export function formOfRecord<Data extends object>(
  context: PaperContext,
  record: UnderRuleSet,
  form: FormId,
  data: Data,
  facts: PaperFacts,
  ofOrder: (data: Data, facts: PaperFacts) => FormContent,
): FormContent {
  const template = rulesOfPaper(context, record).papers?.[form];
  return template === undefined ? ofOrder(data, facts) : formOfTemplate(template, data, facts);
}

export function factsOf({ station }: PaperContext, recordId: string, recordedAt: Instant): PaperFacts {
  return { recordId, recordedAt, demonstration: station?.demonstration === true };
}

/** The officer who did it, for the authority; blank where the register has no such officer. */
export function senderOf({ station, officers }: PaperContext, officerId: string): Sender {
  const officer = officers.find(({ id }) => id === officerId);
  return {
    organisation: station?.authority.organisation ?? '',
    officerName: officer?.name ?? '',
    officerPosition: officer?.position ?? '',
  };
}
