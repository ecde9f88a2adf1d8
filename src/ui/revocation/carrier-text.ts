import type { OldCarrier } from '#domain/application/application.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What was said of the key carrier (G-14). */
export function carrierText(carrier: OldCarrier | undefined): string {
  const t = words.t.revocationLetters.carrier;
  if (carrier === undefined) return t.unknown;
  return carrier.type === 'returned' ? t.returned : t['not-returned'](carrier.reason);
}
