import { sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';

/** Synchronous digests (FIPS 180-4), for what has to be computed in one go with the domain's pure functions. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** For key identifiers only (RFC 5280 §4.2.1.2 (1)), where no strength is asked of it. */
export const sha1 = (bytes: Uint8Array): Uint8Array => nobleSha1(bytes);
