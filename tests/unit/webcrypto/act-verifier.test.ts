import { describe, expect, it } from 'vitest';
import { actVerifierOver, verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { actVerifierContract } from '#tests/contracts/act-verifier.contract.ts';
import { peculiarCrypto } from '#tests/support/peculiar-crypto.ts';

const api = { describe, it, expect };
actVerifierContract('Node', verifyAct, api);
actVerifierContract('Peculiar', actVerifierOver(peculiarCrypto), api);
