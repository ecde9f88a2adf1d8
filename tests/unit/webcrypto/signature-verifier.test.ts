import { describe, expect, it } from 'vitest';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { signatureVerifierContract } from '#tests/contracts/signature-verifier.contract.ts';

signatureVerifierContract('Node', webCryptoSignatureVerifier, { describe, it, expect });
