import { type RegisterContent, memoryStore, storeOf } from '#adapters/memory/memory-store.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { GuardedRegister } from '#operations/commit-journal/guarded-register.ts';
import type { CommitFollower } from '#ports/commit-journal.ts';
import type { MarkerPlace } from '#ports/marker-place.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { type Disk, aDisk, aMarkerPlace, journalOn } from './journal-in-memory.ts';
import { type OfficeAtWork, anOffice } from './office-at-work.ts';

/** What lies in a browser: everything that a start may find, and each part can be taken away or set back. */
export interface Browser {
  register?: RegisterContent | undefined;
  disk: Disk;
  places: readonly (MarkerPlace & { text: string | null })[];
}

export function aBrowser(): Browser {
  return { disk: aDisk(), places: [aMarkerPlace(), aMarkerPlace()] };
}

/** The same browser again, so that each test spoils one of its own. */
export function copyOf(browser: Browser): Browser {
  const copy = aBrowser();
  for (const [i, { octets }] of browser.disk.files.entries()) {
    const file = copy.disk.files[i];
    if (file !== undefined) file.octets = octets.slice();
  }
  for (const [i, { text }] of browser.places.entries()) {
    const place = copy.places[i];
    if (place !== undefined) place.text = text;
  }
  return { ...copy, register: browser.register };
}

export interface GuardedOffice extends OfficeAtWork {
  readonly guard: GuardedRegister;
  /** The register alone, past its guard. */
  readonly itself: RegisterStore;
}

/**
 * A start of the program on what lies in a browser: register, journal, markers. `itself`: another store than one in memory, made
 * with the follower that it has to tell.
 */
export function startedOn(
  browser: Browser,
  {
    at = '2026-11-23T04:00:00Z',
    isWriter = () => true,
    isClosed = () => false,
    storeWith = (follower) => memoryStore(browser.register, follower),
  }: {
    readonly at?: string;
    readonly isWriter?: () => boolean;
    readonly isClosed?: () => boolean;
    readonly storeWith?: (follower: CommitFollower) => RegisterStore;
  } = {},
): GuardedOffice {
  const itself: RegisterStore = storeWith({
    committed: (change) => guard.committed(change),
    replaced: () => guard.replaced(),
    makeRoom: () => guard.makeRoom(),
  });
  const guard: GuardedRegister = new GuardedRegister({
    store: itself,
    journal: journalOn(browser.disk, itself, isClosed),
    places: browser.places,
    isWriter,
    now: () => office.desk.clock.now(),
    sha256,
    inMemory: (puts) => Promise.resolve(storeOf(puts)),
    verify: (store) =>
      verifyLog({ store, sha256, verifyAct, readSignedDocument: signedDocumentReader(checkGostSigner) }),
  });
  const store: RegisterStore = {
    ...itself,
    state: (of) => (of === 'itself' ? itself.state() : guard.state()),
    read: () => guard.read(),
    commit: (base, change) => guard.commit(base, change),
  };
  const office: ReturnType<typeof anOffice> = anOffice(store, at);
  return {
    ...office,
    desk: { ...office.desk, isWriter, copies: () => Promise.resolve(guard) },
    guard,
    itself,
  };
}

/** Everything in a register as it lies, to be started on again. */
export async function contentOf(store: RegisterStore): Promise<RegisterContent> {
  const snapshot = await store.read();
  const { collectionNames } = await import('#domain/exchange/collections.ts');
  const tables = new Map(
    await Promise.all(
      collectionNames.map(async (name) => {
        const rows = await snapshot.rows(name, { limit: 100_000 });
        return [name, new Map(rows.map(({ key, record, keys }) => [key, { record, keys }]))] as const;
      }),
    ),
  );
  return {
    tables: tables as RegisterContent['tables'],
    head: snapshot.head,
    headCopy: await store.headCopy(),
    vault: await store.vaultCopy(),
  };
}
