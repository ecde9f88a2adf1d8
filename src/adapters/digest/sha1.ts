import { sha1 as nobleSha1 } from '@noble/hashes/legacy.js';

/** For key identifiers only (RFC 5280 §4.2.1.2 (1)), where no strength is asked of it. Apart from SHA-256: the first screen has no use for it. */
export const sha1 = (bytes: Uint8Array): Uint8Array => nobleSha1(bytes);
