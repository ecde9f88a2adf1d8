import type { PassphraseCipher } from '#domain/microscope/pkcs12-safes.ts';

/** PBES2 (RFC 8018 §6.2) by the platform: PBKDF2 over the passphrase in UTF-8, AES in CBC. Null for a wrong passphrase. */
export async function decryptByPassphrase(
  octets: Uint8Array,
  { salt, iterations, hash, keyBits, iv }: PassphraseCipher,
  passphrase: string,
): Promise<Uint8Array | null> {
  const { subtle } = globalThis.crypto;
  const typed = await subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const derivation = { name: 'PBKDF2', salt: Uint8Array.from(salt), iterations, hash };
  const key = await subtle.deriveKey(derivation, typed, { name: 'AES-CBC', length: keyBits }, false, [
    'decrypt',
  ]);
  try {
    return new Uint8Array(
      await subtle.decrypt({ name: 'AES-CBC', iv: Uint8Array.from(iv) }, key, Uint8Array.from(octets)),
    );
  } catch (error) {
    // The padding does not come out: nearly every wrong passphrase ends here, and the rest gives no structure.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
