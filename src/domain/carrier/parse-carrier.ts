import { type Result, err, ok } from '#domain/base/result.ts';
import { type TextRefusal, examineText, tidyText } from '#domain/base/text.ts';
import { type CarrierKind, carrierKinds } from './carrier.ts';

/** A carrier as typed; many serial numbers stand one in a line. */
export interface CarrierDraft {
  serialNumber: string;
  kind: '' | CarrierKind;
  /** Parted by commas, blanks or line breaks. */
  blankNumbers: string;
}

export interface CarrierContent {
  readonly serialNumber: string;
  readonly kind: CarrierKind;
  readonly blankNumbers: readonly string[];
}

export type CarrierFieldRefusal =
  | TextRefusal
  | { readonly type: 'ChoiceMissing' }
  /** Letters, digits and the signs that stand on media; nothing else, since it becomes part of a file's name. */
  | { readonly type: 'NotASerialNumber'; readonly letter: string }
  | { readonly type: 'TooMany'; readonly max: number; readonly seen: number };

export interface CarrierFieldFinding {
  readonly field: keyof CarrierDraft;
  readonly refusal: CarrierFieldRefusal;
}

const bounds = { serialNumber: 64, blankNumber: 32, blankNumbers: 10 } as const;

export function parseCarrier(draft: CarrierDraft): Result<CarrierContent, readonly CarrierFieldFinding[]> {
  const findings: CarrierFieldFinding[] = [];
  const serialNumber = tidyText(draft.serialNumber);
  const refusal = examineText(serialNumber, { max: bounds.serialNumber }) ?? foreignLetter(serialNumber);
  if (refusal !== null) findings.push({ field: 'serialNumber', refusal });
  const kind = carrierKinds.find((each) => each === draft.kind);
  if (kind === undefined) findings.push({ field: 'kind', refusal: { type: 'ChoiceMissing' } });
  const blankNumbers = draft.blankNumbers.split(/[\s,;]+/u).filter((number) => number !== '');
  if (blankNumbers.length > bounds.blankNumbers)
    findings.push({
      field: 'blankNumbers',
      refusal: { type: 'TooMany', max: bounds.blankNumbers, seen: blankNumbers.length },
    });
  for (const number of blankNumbers) {
    const wrong = examineText(number, { max: bounds.blankNumber });
    if (wrong !== null) findings.push({ field: 'blankNumbers', refusal: wrong });
  }
  if (kind === undefined || findings.length > 0) return err(findings);
  return ok({ serialNumber, kind, blankNumbers });
}

function foreignLetter(serialNumber: string): CarrierFieldRefusal | null {
  const letter = [...serialNumber].find((each) => !/^[\p{L}\p{N} ./:-]$/u.test(each));
  return letter === undefined ? null : { type: 'NotASerialNumber', letter };
}

/** What the file with the key is called: by the carrier it belongs on, as any medium's file system can hold it. */
export function carrierFileName(serialNumber: string, container: 'pkcs12' | 'age'): string {
  const name = serialNumber.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/gu, '');
  return `${name === '' ? 'key' : name}.${container === 'pkcs12' ? 'p12' : 'age'}`;
}
