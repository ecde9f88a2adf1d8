import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What is wrong with the log, in a sentence. */
export function faultText(fault: ChainFault): string {
  const { faults, collections } = words.t.audit;
  switch (fault.type) {
    case 'SequenceBroken':
      return faults.SequenceBroken(fault);
    case 'HeadAhead':
      return faults.HeadAhead(fault);
    case 'LogEndDiffers':
      return faults.LogEndDiffers(fault);
    case 'HeadCopyMissing':
      return faults.HeadCopyMissing();
    case 'CrlHeadDiffers':
      return faults.CrlHeadDiffers(fault);
    case 'CrlHeadInvalid':
      return faults.CrlHeadInvalid(fault);
    case 'RecordChanged':
    case 'RecordMissing':
    case 'RecordUnknown':
    case 'RecordUnreadable':
    case 'RecordMisplaced':
    case 'IndexKeysDiffer':
      return faults[fault.type]({
        collection: collections[fault.collection] ?? fault.collection,
        id: fault.id,
      });
    default:
      return faults[fault.type](fault);
  }
}
