/** How long a passphrase would hold: bits of guessing, and 0 (weak) to 4 (strong). */
export interface PassphraseStrength {
  readonly bits: number;
  readonly score: 0 | 1 | 2 | 3 | 4;
}

export type StrengthMeter = (passphrase: string) => Promise<PassphraseStrength>;
