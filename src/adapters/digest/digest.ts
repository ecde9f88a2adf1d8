import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';

/** Synchronous (FIPS 180-4), for what has to be computed in one go with the domain's pure functions. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);
