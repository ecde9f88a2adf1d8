import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { migrations } from '#adapters/indexeddb/schema.ts';
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

describe('a register of another version', () => {
  it('[G05] that a newer program wrote is not opened: the fault says which, and nothing of it is changed', async () => {
    const name = 'newer';
    const steps = [...migrations, () => undefined];
    const newer = await indexedDbStore({ name, migrationSteps: steps });
    const { version } = await newer.read();
    newer.close();
    await expect(indexedDbStore({ name })).rejects.toMatchObject({ name: 'Fault', code: 'register-newer' });
    const again = await indexedDbStore({ name, migrationSteps: steps });
    expect((await again.read()).version).toBe(version);
    again.close();
  });

  it('that was closed for a newer one says so when it is read', async () => {
    const store = await indexedDbStore({ name: 'closed' });
    store.close();
    await expect(store.read()).rejects.toMatchObject({ name: 'Fault', code: 'register-closed' });
  });
});
