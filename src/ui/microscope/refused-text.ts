import type { FileRefusal } from '#domain/microscope/file-parts.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';

/** What a file seems to be, and what to do. */
export function refusedText(refusal: FileRefusal): string {
  const t = words.t.microscope;
  switch (refusal.type) {
    case 'MicroscopeEmpty':
      return t.refusals.MicroscopeEmpty;
    case 'MicroscopeTooLarge':
      return t.refusals.MicroscopeTooLarge(refusal.seenOctets, refusal.limitOctets);
    case 'MicroscopeTooMany':
      return t.refusals.MicroscopeTooMany(refusal.seen, refusal.limit);
    case 'MicroscopeUnknown':
      return t.seems[refusal.found];
    default:
      return refusalText(refusal);
  }
}
