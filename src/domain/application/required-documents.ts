import type { AuthorityRules, DocumentRule } from '#domain/authority/rule-set.ts';
import type { SubscriberForm } from './application.ts';

/** What has to be attached to an application of this form (N-4.1, N-4.2), in the order of the rule set. */
export function requiredDocuments(
  { requiredDocuments, documents }: AuthorityRules,
  form: SubscriberForm,
): readonly DocumentRule[] {
  return (requiredDocuments[form] ?? []).flatMap((required) =>
    documents.filter(({ kind }) => kind === required.kind),
  );
}
