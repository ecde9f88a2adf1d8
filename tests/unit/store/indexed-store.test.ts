import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { indexedStore } from '#tests/bench/register/indexed-store.ts';
import { registerStoreContract } from '#tests/contracts/register-store.contract.ts';

registerStoreContract(
  'in memory, for large registers',
  () => {
    const store = indexedStore();
    return { open: () => Promise.resolve(store), sha256 };
  },
  { describe, it, expect },
);
