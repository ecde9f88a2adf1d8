import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { audit } from './kk/audit.ts';

/** What is wrong with the log or a record, in the words of one language; nothing where there is no fault. */
export function faultSentence(
  { faults, collections }: Pick<typeof audit, 'faults' | 'collections'>,
  fault: ChainFault | undefined,
): string {
  if (fault === undefined) return '';
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
    case 'StatementInvalid':
      return faults.StatementInvalid();
    case 'StatementDiffers':
      return faults.StatementDiffers();
    case 'RolesUnfounded':
      return faults.RolesUnfounded(fault);
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
