/** A link of the officers' chain as it was signed: over the text in UTF-8, P-256 with SHA-256, IEEE P1363. */
export interface SignedLink {
  readonly text: string;
  readonly signatures: readonly { readonly officer: string; readonly signature: Uint8Array }[];
  /** By the key that follows from the recovery words of before. */
  readonly words?: Uint8Array;
  /** By the station's key, where the recovery words have none yet. */
  readonly station?: Uint8Array;
}
