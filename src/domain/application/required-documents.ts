import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { SubscriberDocumentKind, SubscriberForm } from './application.ts';

/** What has to be attached to an application of this form (N-4.1, N-4.2), in the order of the rule set. */
export function requiredDocuments(
  rules: AuthorityRules,
  form: SubscriberForm,
): readonly SubscriberDocumentKind[] {
  return (rules.requiredDocuments[form] ?? []).map(({ kind }) => kind).filter(isDocumentKind);
}

function isDocumentKind(kind: string): kind is SubscriberDocumentKind {
  return ['identity-document', 'state-registration', 'power-of-attorney'].includes(kind);
}
