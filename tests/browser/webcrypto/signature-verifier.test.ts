import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { signatureVerifierContract } from '#tests/contracts/signature-verifier.contract.ts';

signatureVerifierContract('the browser', webCryptoSignatureVerifier, { describe, it, expect });
