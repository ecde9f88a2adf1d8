import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { registerStoreContract } from '#tests/contracts/register-store.contract.ts';

let stores = 0;
registerStoreContract(
  'IndexedDB, simulated',
  () => {
    stores += 1;
    const name = `contract-${String(stores)}`;
    return { open: () => indexedDbStore({ name }), sha256 };
  },
  { describe, it, expect },
);
