import type { NotWarranted } from '#domain/authority/stated.ts';

export interface VaultLocked {
  readonly type: 'Locked';
}

/** The worker that holds the key does not sign these octets: they break a rule, or nothing vouches for what they are examined against. */
export interface SignatureNotWarranted {
  readonly type: 'NotWarranted';
  readonly because: NotWarranted;
}
