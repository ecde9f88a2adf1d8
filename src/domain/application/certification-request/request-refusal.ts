import type { ArmorRefusal } from '#domain/der/armor.ts';
import type { ContentKind } from '#domain/der/content-kind.ts';
import type { DerRefusal } from '#domain/der/der-refusal.ts';
import type { KeyProblem } from './key-rules.ts';

/** Why a file is not taken as a certification request; the words stand in the interface. */
export type RequestRefusal =
  | { readonly type: 'FileTooLarge'; readonly limitOctets: number; readonly seenOctets: number }
  | { readonly type: 'NotACertificationRequest'; readonly found: ContentKind }
  /** The applicant has to make a new key: this one was shown. */
  | { readonly type: 'PrivateKeyInFile'; readonly encrypted: boolean }
  | { readonly type: 'SeveralRequests'; readonly count: number }
  | ArmorRefusal
  | DerRefusal
  | { readonly type: 'RequestVersion'; readonly version: number }
  | { readonly type: 'DuplicateExtension'; readonly oid: string }
  | { readonly type: 'DuplicateAttribute'; readonly oid: string }
  | { readonly type: 'SignatureAlgorithm'; readonly algorithm: string; readonly allowed: readonly string[] }
  | { readonly type: 'SignatureAlgorithmParameters'; readonly algorithm: string }
  | { readonly type: 'SignatureNotOfKey'; readonly algorithm: string; readonly keyAlgorithm: string }
  | { readonly type: 'KeyRefused'; readonly problems: readonly KeyProblem[] }
  /** Nobody sees it, or it turns what stands after it: two people would read two names. */
  | { readonly type: 'NameLetterHidden'; readonly attribute: string; readonly codePoint: number }
  | { readonly type: 'TooManyRdns'; readonly limit: number; readonly seen: number };
