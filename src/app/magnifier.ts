import { ed25519Verify } from '#adapters/ed25519/ed25519.ts';
import { decryptByPassphrase } from '#adapters/webcrypto/passphrase-cipher.ts';
import type { Magnifier } from '#ports/magnifier.ts';

export const magnifier: Magnifier = { openSafe: decryptByPassphrase, verifyEd25519: ed25519Verify };
