/**
 * What every audited record has: its key in its collection, and 16 random octets (hex) that go into its digest.
 * The salt is destroyed with the record, so the digest that stays in the log can't be guessed back to a person.
 */
export interface Registered {
  readonly id: string;
  readonly salt: string;
}
