import type { CarrierState } from '#domain/carrier/carrier.ts';

export const carrierTones = {
  blank: 'plain',
  'awaiting-key': 'due',
  'in-folder': 'due',
  written: 'in-force',
  'handed-over': 'in-force',
  returned: 'plain',
  destroyed: 'revoked',
  lost: 'revoked',
  'not-returned': 'due',
} as const satisfies Readonly<Record<CarrierState, string>>;
