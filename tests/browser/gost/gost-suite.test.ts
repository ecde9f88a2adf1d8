import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { signatureSuiteContract } from '#tests/contracts/signature-suite.contract.ts';

for (const encoding of ['rfc4491', 'kz2004'] as const)
  signatureSuiteContract(`ГОСТ ${encoding} in the browser`, gostSuite(encoding), { describe, it, expect });
