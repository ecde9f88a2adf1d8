import type { PassphraseCipher } from '#domain/microscope/pkcs12-safes.ts';
import type { VerifyEd25519 } from '#domain/microscope/signed-note.ts';

/** What only the microscope needs of foreign mathematics. */
export interface Magnifier {
  /** Decrypts one safe of a PKCS#12 (RFC 7292); null where the passphrase is another one. */
  openSafe(octets: Uint8Array, cipher: PassphraseCipher, passphrase: string): Promise<Uint8Array | null>;
  readonly verifyEd25519: VerifyEd25519;
}
