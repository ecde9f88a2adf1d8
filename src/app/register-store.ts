import { isUntouched } from '#adapters/browser/untouched.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { GuardedRegister } from '#operations/commit-journal/guarded-register.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import type { WriterLock } from '#ports/writer-lock.ts';

/**
 * The register's own databases, and what guards them: that is loaded behind the first page, and before the first commit.
 * `onOutdated`: another tab brought a newer schema (G04).
 */
export async function registerStore(
  name: string,
  writer: Pick<WriterLock, 'role' | 'subscribe'>,
  onOutdated: () => void,
): Promise<{ readonly store: RegisterStore; readonly guard: () => Promise<GuardedRegister> }> {
  let made: Promise<GuardedRegister> | undefined;
  const guard = (): Promise<GuardedRegister> =>
    (made ??= import('./guarded-register.ts').then((app) => app.guardedRegister(name, itself, writer)));
  const itself = await indexedDbStore({
    name,
    onOutdated,
    follower: {
      committed: async (change) => (await guard()).committed(change),
      replaced: async () => (await guard()).replaced(),
      makeRoom: async () => (await made)?.makeRoom(),
    },
  });
  const store: RegisterStore = {
    ...itself,
    // A browser that has nothing needs no guard to say so.
    state: async (of) =>
      of === 'itself' || (made === undefined && (await isUntouched(name)))
        ? itself.state()
        : (await guard()).state(),
    read: async () => (made === undefined ? itself : await made).read(),
    commit: async (base, change) => (await guard()).commit(base, change),
    close() {
      itself.close();
      made?.then((guarded) => {
        guarded.close();
      }, ignore);
    },
  };
  return { store, guard };
}

/** What did not load has nothing to close. */
function ignore(): void {
  return undefined;
}
