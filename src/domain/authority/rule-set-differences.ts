/**
 * What changes when one rule set follows another, for whoever decides on it (R-1, G-1, N-1): only what differs, what goes beside what comes.
 * Clauses are not compared: a set has ids of its own for all of them.
 */
import type { Words } from '#domain/base/words.ts';
import { type FormId, formIds } from './form-id.ts';
import type { GroundEvidence, GroundReasonCode } from './grounds.ts';
import type { AuthorityRules, DeliveryWay, PeriodRule } from './rule-set.ts';

/** One thing that a set says: as data, for the page to put into words. */
export type RuleValue =
  | { readonly type: 'period'; readonly length: number; readonly unit: PeriodRule['unit'] }
  | { readonly type: 'years'; readonly years: number }
  | { readonly type: 'words'; readonly words: Words }
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'ground';
      readonly words: Words;
      readonly evidence: GroundEvidence;
      readonly reasonCode?: GroundReasonCode;
    }
  | { readonly type: 'document'; readonly words: Words; readonly hasTerm: boolean }
  /** A form by its name in the act; the order's have no title here. */
  | { readonly type: 'form'; readonly name: string; readonly title?: string }
  | { readonly type: 'way'; readonly way: DeliveryWay }
  | { readonly type: 'needed'; readonly needed: 'one' | 'each' }
  | { readonly type: 'locks'; readonly locks: AuthorityRules['locks'] };

export const ruleAspects = [
  'names',
  'decision',
  'revocation',
  'registerEntry',
  'noticeOfLeaving',
  'validity',
  'retention',
  'confirmations',
  'grounds',
  'failedGround',
  'refusalGrounds',
  'documents',
  'delivery',
  'deliveryNeeded',
  'issue',
  'certificate',
  'revocationForms',
  'journals',
  'usageAreas',
  'locks',
] as const;
export type RuleAspect = (typeof ruleAspects)[number];

export interface RuleDifference {
  readonly aspect: RuleAspect;
  /** Of documents: with which application, by the names that its form has in either set. */
  readonly form?: string;
  /** What goes. */
  readonly before: readonly RuleValue[];
  /** What comes. */
  readonly after: readonly RuleValue[];
  /** Both say something else of it as well, the same: where nothing goes or comes, that is no silence. */
  readonly hasMore: boolean;
}

type Said = Readonly<Record<Exclude<RuleAspect, 'documents'>, readonly RuleValue[]>>;

/** In the order of `ruleAspects`. */
export function ruleSetDifferences(before: AuthorityRules, after: AuthorityRules): readonly RuleDifference[] {
  const [old, fresh] = [saidBy(before), saidBy(after)];
  return ruleAspects.flatMap((aspect) =>
    aspect === 'documents' ? documents(before, after) : differing({ aspect }, old[aspect], fresh[aspect]),
  );
}

function differing(
  of: Pick<RuleDifference, 'aspect' | 'form'>,
  old: readonly RuleValue[],
  fresh: readonly RuleValue[],
): readonly RuleDifference[] {
  const before = without(old, fresh);
  const after = without(fresh, old);
  const hasMore = old.length > before.length;
  return before.length + after.length === 0 ? [] : [{ ...of, before, after, hasMore }];
}

function without(values: readonly RuleValue[], others: readonly RuleValue[]): readonly RuleValue[] {
  const known = new Set(others.map((value) => JSON.stringify(value)));
  return values.filter((value) => !known.has(JSON.stringify(value)));
}

function saidBy(rules: AuthorityRules): Said {
  const { periods, forms, delivery, keyCarrier, grounds } = rules;
  const period = (rule: PeriodRule | undefined): readonly RuleValue[] =>
    rule === undefined ? [] : [{ type: 'period', length: rule.length, unit: rule.unit }];
  const years = (count: number | undefined): readonly RuleValue[] =>
    count === undefined ? [] : [{ type: 'years', years: count }];
  const formsOf = (list: readonly FormId[]) => list.map((form) => formValue(rules, form));
  const { kk, ru, en } = rules.names;
  const failed = grounds.find(({ id }) => id === keyCarrier?.failedGround);
  return {
    names: [{ type: 'words', words: { kk, ru, en } }],
    decision: period(periods.decision),
    revocation: period(periods.revocation),
    registerEntry: period(periods.registerEntry),
    noticeOfLeaving: period(periods.noticeOfLeaving),
    validity: years(rules.validityYears),
    retention: years(rules.retention.years),
    confirmations: rules.confirmations.map(({ words }) => ({ type: 'words', words: wordsOf(words) })),
    grounds: grounds.map(({ words, evidence, reasonCode }) => ({
      type: 'ground',
      words: wordsOf(words),
      evidence,
      ...(reasonCode === undefined ? {} : { reasonCode }),
    })),
    failedGround: failed === undefined ? [] : [{ type: 'words', words: wordsOf(failed.words) }],
    refusalGrounds: rules.refusalGrounds.map(({ words }) => ({ type: 'words', words: wordsOf(words) })),
    delivery: delivery.ways.map((way) => ({ type: 'way', way })),
    deliveryNeeded: [{ type: 'needed', needed: delivery.needed }],
    issue: formsOf(forms.issue),
    certificate: formsOf([forms.certificate]),
    revocationForms: formsOf(forms.revocation),
    journals: formsOf(forms.journals),
    usageAreas: rules.defaultUsageAreas.map((text) => ({ type: 'text', text })),
    locks: [{ type: 'locks', locks: rules.locks }],
  };
}

/** By its application: in one set a form may bring what it does not in the other. */
function documents(before: AuthorityRules, after: AuthorityRules): readonly RuleDifference[] {
  return formIds.flatMap((form) => {
    const names = new Set(
      [before, after].filter((rules) => hasForm(rules, form)).map((rules) => nameOf(rules, form)),
    );
    const of = { aspect: 'documents', form: [...names].join(' → ') } as const;
    return differing(of, required(before, form), required(after, form));
  });
}

function required(rules: AuthorityRules, form: FormId): readonly RuleValue[] {
  return (rules.requiredDocuments[form] ?? []).flatMap(({ kind }): RuleValue[] => {
    const document = rules.documents.find((each) => each.kind === kind);
    return document === undefined
      ? []
      : [{ type: 'document', words: wordsOf(document.words), hasTerm: document.hasTerm === true }];
  });
}

function hasForm({ forms }: AuthorityRules, form: FormId): boolean {
  return forms.issue.includes(form);
}

function nameOf({ papers }: AuthorityRules, form: FormId): string {
  return papers?.[form]?.id ?? form;
}

function formValue(rules: AuthorityRules, form: FormId): RuleValue {
  const title = rules.papers?.[form]?.title;
  return { type: 'form', name: nameOf(rules, form), ...(title === undefined ? {} : { title }) };
}

/** In one order of members, so that equal words are equal. */
function wordsOf({ kk, ru, en }: Words): Words {
  return { kk, ru, en };
}
