import { type Split, isSplit } from '#domain/base/recovery-share.ts';

/** As it is typed. */
export interface TypedSplit {
  readonly form: 'whole' | 'split';
  readonly sheets: string;
  readonly threshold: string;
}

/** Two of three: one may be lost, and one stolen. */
export const proposedSplit: TypedSplit = { form: 'whole', sheets: '3', threshold: '2' };

/** Undefined for a whole sheet; null for numbers that are none of a split. */
export function splitOf({ form, sheets, threshold }: TypedSplit): Split | null | undefined {
  if (form === 'whole') return undefined;
  const split = { sheets: Number(sheets), threshold: Number(threshold) };
  return isSplit(split) ? split : null;
}
