/** CRLReason (RFC 5280 §5.3.1) by its standard name; `unspecified` is never written: the extension is left out instead. */
export type CrlReasonCode =
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'removeFromCRL'
  | 'privilegeWithdrawn'
  | 'aACompromise';

export type ReadReasonCode = CrlReasonCode | 'unspecified';

const numbers: Readonly<Record<ReadReasonCode, number>> = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
};

const names: ReadonlyMap<number, ReadReasonCode> = new Map(
  (Object.keys(numbers) as ReadReasonCode[]).map((name) => [numbers[name], name]),
);

export function reasonNumber(reason: ReadReasonCode): number {
  return numbers[reason];
}

/** `null` for 7, which is not used, and for everything above 10. */
export function reasonByNumber(number: number): ReadReasonCode | null {
  return names.get(number) ?? null;
}
