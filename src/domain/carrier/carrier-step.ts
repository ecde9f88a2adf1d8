import { type Carrier, type CarrierState, carrierState } from './carrier.ts';

export type CarrierStep = 'assign' | 'write' | 'fail' | 'hand-over' | 'end';

/** Which steps a carrier may take from where it is. */
export function mayTake(carrier: Carrier, step: CarrierStep): boolean {
  return steps[step].includes(carrierState(carrier));
}

const steps: Readonly<Record<CarrierStep, readonly CarrierState[]>> = {
  assign: ['blank'],
  write: ['awaiting-key'],
  fail: ['awaiting-key'],
  'hand-over': ['written'],
  // While a key is awaited the writing ends first, as done or as failed. What is said to be lost may still come back.
  end: ['blank', 'written', 'handed-over', 'not-returned', 'lost'],
};
