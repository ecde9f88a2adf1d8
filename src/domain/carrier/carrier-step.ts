import { type Carrier, type CarrierState, carrierState, copyMayLie } from './carrier.ts';

export type CarrierStep = 'assign' | 'write' | 'see-again' | 'delete-copy' | 'fail' | 'hand-over' | 'end';

/** Which steps a carrier may take from where it is. */
export function mayTake(carrier: Carrier, step: CarrierStep): boolean {
  if (step === 'delete-copy') return copyMayLie(carrier);
  const state = carrierState(carrier);
  // What a program of before entered in the journal of issue is not taken out of it again.
  if (step === 'fail' && state === 'in-folder' && carrier.written?.digest === undefined) return false;
  return steps[step].includes(state);
}

const steps: Readonly<Record<Exclude<CarrierStep, 'delete-copy'>, readonly CarrierState[]>> = {
  assign: ['blank'],
  write: ['awaiting-key'],
  'see-again': ['in-folder'],
  fail: ['awaiting-key', 'in-folder'],
  'hand-over': ['written'],
  // While a key is awaited the writing ends first, as done or as failed. What is said to be lost may still come back.
  end: ['blank', 'in-folder', 'written', 'handed-over', 'not-returned', 'lost'],
};
