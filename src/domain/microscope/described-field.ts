import type { Instant } from '#domain/base/instant.ts';
import type { DerProblem } from '#domain/der/der-refusal.ts';
import type { KeyUsageName } from '#domain/der/extension-values.ts';
import type { FieldWord } from './field-words.ts';

/** What a field says, as data: its words are the pages'. */
export type FieldValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'time'; readonly at: Instant }
  /** Decimal. */
  | { readonly type: 'number'; readonly text: string }
  /** Hex of the first octets, and how many there are. */
  | { readonly type: 'octets'; readonly hex: string; readonly octets: number }
  /** `name` as the standards have it; absent for an identifier that is none of ours. */
  | { readonly type: 'oid'; readonly dotted: string; readonly name?: string }
  | { readonly type: 'flag'; readonly flag: boolean }
  | { readonly type: 'algorithm'; readonly name: string }
  | { readonly type: 'usages'; readonly usages: readonly KeyUsageName[] }
  | { readonly type: 'purpose'; readonly dotted: string }
  | { readonly type: 'reason'; readonly reason: string }
  /** Of a list: how many parts it has. */
  | { readonly type: 'count'; readonly count: number };

/** One field of a structure, with all that it contains. Offsets are of the octets that were described. */
export interface DescribedField {
  /** As its standard names it: `notBefore`, `SEQUENCE` where no standard is known to. */
  readonly name: string;
  /** Which sentence says what it is; absent where there is none. */
  readonly word?: FieldWord;
  /** The standard and its section. */
  readonly section?: string;
  readonly value?: FieldValue;
  /** Whether an extension is critical. */
  readonly critical?: boolean;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  readonly children: readonly DescribedField[];
  /** Parts that are there and not shown. */
  readonly omitted: number;
  readonly problems: readonly DerProblem[];
  /** A key, or a password, is in it: its octets are nobody's to look at. */
  readonly hidden: boolean;
}

export interface FoundProblem {
  readonly problem: DerProblem;
  readonly offset: number;
}

/** A structure from its octets. */
export interface Description {
  readonly root: DescribedField;
  /** Everything that is not DER in it, in its order; at most some hundred. */
  readonly problems: readonly FoundProblem[];
}
