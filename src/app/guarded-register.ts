import { browserClock } from '#adapters/browser/clock.ts';
import { markerPlaces } from '#adapters/browser/marker-places.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { GuardedRegister } from '#operations/commit-journal/guarded-register.ts';
import type { Put, RegisterStore } from '#ports/register-store.ts';
import type { WriterLock } from '#ports/writer-lock.ts';
import { journalClient } from './journal-client.ts';

/** The register's guard with everything it needs, loaded behind the first page. */
export function guardedRegister(
  name: string,
  store: RegisterStore,
  writer: Pick<WriterLock, 'role' | 'subscribe'>,
): GuardedRegister {
  const journal = journalClient(name);
  // Its files are one tab's at a time.
  writer.subscribe(({ role }) => {
    if (role === 'reader') journal.release();
  });
  return new GuardedRegister({
    store,
    journal,
    places: markerPlaces(name),
    isWriter: () => writer.role === 'writer',
    now: () => browserClock.now(),
    sha256,
    inMemory: async (puts: readonly Put[]) =>
      (await import('#adapters/memory/memory-store.ts')).storeOf(puts),
    verify: async (registered) => {
      const [{ verifyLog }, { verifyAct }, { signedDocumentReader }, { gostChecks }] = await Promise.all([
        import('#operations/audit/verify-log.ts'),
        import('#adapters/webcrypto/act-verifier.ts'),
        import('#adapters/webcrypto/signed-document.ts'),
        import('./gost-checks.ts'),
      ]);
      const gost = gostChecks();
      const readSignedDocument = signedDocumentReader((signer) => gost.checkSigner(signer));
      return verifyLog({ store: registered, sha256, verifyAct, readSignedDocument });
    },
  });
}
