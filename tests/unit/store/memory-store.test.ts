import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { registerStoreContract } from '#tests/contracts/register-store.contract.ts';

registerStoreContract(
  'in memory',
  () => {
    const store = memoryStore();
    return { open: () => Promise.resolve(store), sha256 };
  },
  { describe, it, expect },
);
