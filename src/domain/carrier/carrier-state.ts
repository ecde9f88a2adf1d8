import type { Carrier } from './carrier.ts';

export type CarrierState =
  'blank' | 'awaiting-key' | 'written' | 'handed-over' | 'returned' | 'destroyed' | 'lost' | 'not-returned';

/** G-2.6. Apart from the rest, since the register's index has it before any page is shown. */
export function carrierState({ assigned, written, handedOver, ended }: Carrier): CarrierState {
  if (ended !== undefined) return ended.how;
  if (handedOver !== undefined) return 'handed-over';
  if (written !== undefined) return 'written';
  return assigned === undefined ? 'blank' : 'awaiting-key';
}
