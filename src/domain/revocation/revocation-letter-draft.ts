/** One person of the letter as typed: what stands on the annex G-F4a, and whether the carrier came with it (G-14). */
export interface RevokedPersonDraft {
  /** Typed from the annex, or chosen from the body's certificates. */
  serialNumber: string;
  issuedOn: string;
  /** Number and series of the passport or identity card, by whom and when it was given. */
  identityDocument: string;
  address: string;
  /** Empty, or the id of a ground. */
  ground: string;
  /** In the words of the annex. */
  reason: string;
  /** Since when the key is not trusted, when that is known. */
  invalidityDate: string;
  carrier: '' | 'returned' | 'not-returned';
  whyNotReturned: string;
  /** «Күні» of the annex; empty: the letter's own. */
  annexDate: string;
}

/** G-F4 as typed. */
export interface RevocationLetterDraft {
  bin: string;
  bodyNumber: string;
  bodyDate: string;
  headName: string;
  /** The day on which it arrived; empty: today. */
  arrivedOn: string;
  persons: RevokedPersonDraft[];
}

export function emptyRevokedPersonDraft(): RevokedPersonDraft {
  return {
    serialNumber: '',
    issuedOn: '',
    identityDocument: '',
    address: '',
    ground: '',
    reason: '',
    invalidityDate: '',
    carrier: '',
    whyNotReturned: '',
    annexDate: '',
  };
}

export function emptyRevocationLetterDraft(): RevocationLetterDraft {
  return { bin: '', bodyNumber: '', bodyDate: '', headName: '', arrivedOn: '', persons: [] };
}
