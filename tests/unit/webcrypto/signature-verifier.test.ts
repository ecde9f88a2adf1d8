import { describe, expect, it } from 'vitest';
import { signatureVerifierOver, webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { signatureVerifierContract } from '#tests/contracts/signature-verifier.contract.ts';
import { peculiarCrypto } from '#tests/support/peculiar-crypto.ts';

const api = { describe, it, expect };
signatureVerifierContract('Node', webCryptoSignatureVerifier, api);
signatureVerifierContract('Peculiar', signatureVerifierOver(peculiarCrypto), api);
