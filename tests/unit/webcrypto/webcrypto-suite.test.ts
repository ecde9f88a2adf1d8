import { describe, expect, it } from 'vitest';
import { webCryptoSuite } from '#adapters/webcrypto/webcrypto-suite.ts';
import { signatureSuiteContract } from '#tests/contracts/signature-suite.contract.ts';

for (const suite of ['ecdsa-p256', 'ecdsa-p384', 'rsa-3072'] as const)
  signatureSuiteContract(suite, webCryptoSuite(suite), { describe, it, expect });
