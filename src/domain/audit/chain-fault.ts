/**
 * One thing that is wrong with the log, or with a record that it covers. `seq` is the number of the audit record that
 * shows it; `collection` and `id` name a row of the register by its storage key.
 */
export type ChainFault =
  | { readonly type: 'SequenceBroken'; readonly expectedSeq: number; readonly seenSeq: number }
  | { readonly type: 'PreviousDiffers'; readonly seq: number }
  | { readonly type: 'HashDiffers'; readonly seq: number }
  | { readonly type: 'PayloadDiffers'; readonly seq: number }
  | { readonly type: 'TimeRunsBack'; readonly seq: number }
  /** `seq` is 0 where a record of the register, and no audit record, says what the octets should be. */
  | { readonly type: 'RecordChanged'; readonly collection: string; readonly id: string; readonly seq: number }
  | { readonly type: 'RecordMissing'; readonly collection: string; readonly id: string; readonly seq: number }
  | { readonly type: 'RecordUnknown'; readonly collection: string; readonly id: string }
  /** The row is not of the shape that the program writes. */
  | { readonly type: 'RecordUnreadable'; readonly collection: string; readonly id: string }
  /** The row lies under the key `id` and holds a record of another id. */
  | { readonly type: 'RecordMisplaced'; readonly collection: string; readonly id: string }
  /** The keys that the row is found by are not those of its record. */
  | { readonly type: 'IndexKeysDiffer'; readonly collection: string; readonly id: string }
  /** The last audit record is not the one that the register's head numbers; 0 where there is none. */
  | { readonly type: 'LogEndDiffers'; readonly lastSeq: number; readonly headSeq: number }
  /** The head, or its second copy, speaks of another audit record of the same number. */
  | { readonly type: 'HeadDiffers'; readonly seq: number }
  /** The second copy of the head is ahead of the log. */
  | { readonly type: 'HeadAhead'; readonly registerSeq: number; readonly headSeq: number }
  | { readonly type: 'HeadCopyMissing'; readonly registerSeq: number }
  /** The head that went out signed beside a CRL is not in the log; `seq` is the number that it names. */
  | { readonly type: 'CrlHeadDiffers'; readonly crlNumber: string; readonly seq: number }
  /** The head beside a CRL can't be read, or its signature is not the station's. */
  | { readonly type: 'CrlHeadInvalid'; readonly crlNumber: string }
  /** The station's statement of itself is missing, can't be read, or its signature is not the station's. */
  | { readonly type: 'StatementInvalid' }
  /** The station's record, or an officer's, says something else than the station's statement. */
  | { readonly type: 'StatementDiffers'; readonly part: string }
  | { readonly type: 'SignatureMissing'; readonly seq: number }
  | { readonly type: 'SignatureInvalid'; readonly seq: number }
  /** Signed in the name of somebody who is no officer of the register. */
  | { readonly type: 'SignerUnknown'; readonly seq: number }
  /** By an officer who at that time had no role for it (K04). */
  | { readonly type: 'ActNotOfRole'; readonly seq: number }
  /** It puts, or takes away, what its act has nothing to do with. */
  | { readonly type: 'ActWritesOther'; readonly seq: number }
  /** Signed in the station's name, and no act that the station signs. */
  | { readonly type: 'ActNotOfStation'; readonly seq: number }
  /** The statement gives the officer roles from a moment at which no act of the log gave them. */
  | { readonly type: 'RolesUnfounded'; readonly officer: string };
