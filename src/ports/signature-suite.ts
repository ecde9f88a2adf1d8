/**
 * What can be done with the keys of one key suite, whoever does the arithmetic: WebCrypto, or our own code where no browser
 * has the algorithm. Only the key worker uses it; keys enter as PKCS#8 and stay inside what `signer` answers.
 */
export interface SignatureSuite {
  makeKeyPair(): Promise<MadeKeyPair>;
  /** Rejects on octets that are no private key of the suite. */
  signer(pkcs8: Uint8Array): Promise<Signer>;
  /** Rejects on octets that are no public key of the suite. */
  checker(spkiDer: Uint8Array): Promise<SignatureChecker>;
  /** SubjectPublicKeyInfo of the public half. */
  publicKeyOf(pkcs8: Uint8Array): Promise<Uint8Array>;
}

/** A fresh key pair, in clear once: the caller encrypts `pkcs8` and lets go of it. */
export interface MadeKeyPair {
  readonly pkcs8: Uint8Array;
  readonly spkiDer: Uint8Array;
}

/** The signature over those octets, as it stands in an X.509 structure's BIT STRING. */
export type Signer = (octets: Uint8Array) => Promise<Uint8Array>;

/** False for a wrong signature and for one that is none. */
export type SignatureChecker = (octets: Uint8Array, signature: Uint8Array) => Promise<boolean>;
