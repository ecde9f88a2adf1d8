import type { LetterFieldFinding } from '#domain/application/parse-letter.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';

const personDocument: Readonly<Record<string, string>> = {
  documentNumber: 'document-number',
  documentDate: 'document-date',
  documentIssuer: 'document-issuer',
};

/** «2-адам, ЖСН: …»: of whom, the field's name, and what is wrong with it. */
export function letterFindingText({ field, refusal }: LetterFieldFinding): string {
  const t = words.t.body;
  const labels: Readonly<Record<string, string>> = t.labels;
  const parts = field.split('.');
  const isPerson = parts[0] === 'persons' && parts.length > 1;
  const name = isPerson ? (parts[2] ?? '') : parts.join('-');
  const of = isPerson ? `${t.form.person(Number(parts[1]) + 1)}, ` : '';
  return `${of}${labels[personDocument[name] ?? name] ?? name}: ${refusalText(refusal)}`;
}
