import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { faultSentence } from '#ui/i18n/fault-sentence.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What is wrong with the log, in a sentence. */
export function faultText(fault: ChainFault): string {
  return faultSentence(words.t.audit, fault);
}
