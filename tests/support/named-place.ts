import type { ChainFault } from '#domain/audit/chain-fault.ts';

/** Whether a fault says which record it is about. A statement is the station's own: there is one place that it can lie in. */
export function namesItsPlace(fault: ChainFault): boolean {
  return (
    fault.type === 'StatementInvalid' ||
    fault.type === 'StatementDiffers' ||
    'id' in fault ||
    'seq' in fault ||
    'headSeq' in fault ||
    'registerSeq' in fault ||
    'expectedSeq' in fault ||
    'crlNumber' in fault
  );
}
