import type { SubscriberDocumentKind } from '#domain/application/application.ts';
import type { FieldFinding } from '#domain/application/parse-application.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';

/** The id of the input that a finding speaks of: `documents.0.date` is `documents-0-date`. */
export function fieldId(field: string): string {
  return field.replaceAll('.', '-');
}

/** «ЖСН: бақылау разряды …»: the field's name and what is wrong with it; for a document, of which. */
export function findingText(
  finding: FieldFinding,
  documents: readonly SubscriberDocumentKind[] = [],
): string {
  const labels: Readonly<Record<string, string>> = words.t.application.labels;
  const parts = finding.field.split('.');
  const key = parts.length === 3 ? `document-${parts[2] ?? ''}` : (parts[0] ?? '');
  const kind = documents[Number(parts[1])];
  const of = parts.length === 3 && kind !== undefined ? `${words.t.application.documents[kind]}, ` : '';
  return `${of}${labels[key] ?? key}: ${refusalText(finding.refusal)}`;
}
