import type { ArchivePart } from '#domain/archive/archive-package.ts';
import { numberOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** «куәлік: 12, КТКТ: 3» */
export function partsText(parts: readonly ArchivePart[]): string {
  const t = words.t.archivePackage.part;
  return parts.map(({ kind, count }) => t[kind](numberOf(count))).join(', ');
}
