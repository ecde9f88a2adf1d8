/** Verifies an officer's signature on an act: P-256 with SHA-256, IEEE P1363 (64 octets). */
export type ActVerifier = (
  spkiDer: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>;
