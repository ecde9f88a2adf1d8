import type { ChainFault } from '#domain/audit/verify-chain.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What is wrong with the log, in a sentence. */
export function faultText(fault: ChainFault): string {
  const { faults, collections } = words.t.audit;
  switch (fault.type) {
    case 'SequenceBroken':
      return faults.SequenceBroken(fault);
    case 'HeadAhead':
      return faults.HeadAhead(fault);
    case 'RecordChanged':
    case 'RecordMissing':
    case 'RecordUnknown':
      return faults[fault.type]({
        collection: collections[fault.collection] ?? fault.collection,
        id: fault.id,
      });
    default:
      return faults[fault.type](fault);
  }
}
