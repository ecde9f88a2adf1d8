import { err, ok, type Result } from '#domain/base/result.ts';

/** What is wrong with octets that should be DER (X.690) or should have a structure that they do not have. */
export type DerProblem =
  | 'Empty'
  | 'TooLarge'
  | 'TooDeep'
  | 'TooManyElements'
  | 'Truncated'
  | 'TrailingOctets'
  | 'IndefiniteLength'
  | 'PaddedLength'
  | 'LengthTooLong'
  | 'HighTagNumber'
  | 'ConstructedPrimitive'
  | 'PrimitiveConstructed'
  | 'BooleanValue'
  | 'PaddedInteger'
  | 'NegativeInteger'
  | 'IntegerTooLarge'
  | 'BitStringPadding'
  | 'NullWithContent'
  | 'ObjectIdentifier'
  | 'StringLetters'
  | 'Time'
  | 'FractionOfSecond'
  | 'SetOrder'
  | 'DefaultValueWritten'
  | 'UnexpectedElement'
  | 'MissingElement'
  | 'UnknownTag';

export interface DerRefusal {
  readonly type: 'NotDer';
  readonly problem: DerProblem;
  /** Where, in octets from the beginning of what was read. */
  readonly offset: number;
  /** The part being read, in the standard's word: `tbsCertificate.validity`. */
  readonly part?: string;
}

/**
 * Thrown inside a parser and turned into a value by `reading` at its edge: a structure of forty nested elements would
 * otherwise be forty tests of a `Result`. It never leaves this program's parsers.
 */
export class DerError extends Error {
  readonly refusal: DerRefusal;

  constructor(problem: DerProblem, offset: number, part?: string) {
    super(`${problem} at offset ${offset}${part === undefined ? '' : ` in ${part}`}`);
    this.name = 'DerError';
    this.refusal =
      part === undefined ? { type: 'NotDer', problem, offset } : { type: 'NotDer', problem, offset, part };
  }
}

/** Runs a parser; its `DerError` becomes the refusal, any other error stays a fault. */
export function reading<T>(parse: () => T): Result<T, DerRefusal> {
  try {
    return ok(parse());
  } catch (error) {
    if (error instanceof DerError) return err(error.refusal);
    throw error;
  }
}
