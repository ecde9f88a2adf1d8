import { encodeUtf8 } from '#domain/base/utf8.ts';

/** What whoever has the recovery words signs links of the officers' chain with. */
export interface WordsKey {
  /** SubjectPublicKeyInfo, P-256. */
  readonly spkiDer: Uint8Array;
  /** r ‖ s over the octets. */
  readonly sign: (octets: Uint8Array) => Uint8Array;
}

const seedBits = 48 * 8;

/**
 * The key that follows from the words' 32 octets (HKDF, RFC 5869, SHA-256): nowhere else than on their paper, so that neither the station's key nor
 * any officer's says what the words have done.
 */
export async function wordsKeyOf(secret: Uint8Array): Promise<WordsKey> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits']);
  const info = new Uint8Array(encodeUtf8('tirkelim words key 1'));
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(parameters, base, seedBits));
  const { seededP256 } = await import('#adapters/seeded-p256/seeded-p256.ts');
  const key = seededP256(seed);
  seed.fill(0);
  return key;
}
