import { webCryptoSuite } from '#adapters/webcrypto/webcrypto-suite.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { signatureSuiteContract } from '#tests/contracts/signature-suite.contract.ts';

for (const suite of ['ecdsa-p256', 'ecdsa-p384', 'rsa-3072'] as const)
  signatureSuiteContract(`${suite} in the browser`, webCryptoSuite(suite), { describe, it, expect });
