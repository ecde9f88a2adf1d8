import type { DocumentRule } from '#domain/authority/rule-set.ts';
import type { FieldFinding } from '#domain/application/parse-application.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { said } from '#ui/state/rules.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';

/** The id of the input that a finding speaks of: `documents.0.date` is `documents-0-date`. */
export function fieldId(field: string): string {
  return field.replaceAll('.', '-');
}

/** «ЖСН: бақылау разряды …»: the field's name and what is wrong with it; for a document, of which. */
export function findingText(
  finding: FieldFinding,
  documents: readonly (DocumentRule | undefined)[] = [],
): string {
  const labels: Readonly<Record<string, string>> = words.t.application.labels;
  const parts = finding.field.split('.');
  const key = parts.length === 3 ? `document-${parts[2] ?? ''}` : (parts[0] ?? '');
  const document = documents[Number(parts[1])];
  const of = parts.length === 3 && document !== undefined ? `${said(document.words)}, ` : '';
  return `${of}${labels[key] ?? key}: ${refusalText(finding.refusal)}`;
}
