import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { registerStoreContract } from '#tests/contracts/register-store.contract.ts';

registerStoreContract(
  'IndexedDB of the browser',
  () => {
    const name = `contract-${crypto.randomUUID()}`;
    return { open: () => indexedDbStore({ name }), sha256 };
  },
  { describe, it, expect },
);
