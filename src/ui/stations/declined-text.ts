import { words } from '#ui/i18n/language.svelte.ts';

/** Why the authority could not register what was sent: the log and the package have the refusal's name alone. */
export function declinedText(because: string): string {
  const t = words.t.exchange;
  const known = Object.entries(t.declinedBecause).find(([name]) => name === because)?.[1];
  return known ?? t.declinedOther;
}
