import type { Instant } from '#domain/base/instant.ts';
import type { Collections } from '#domain/exchange/collections.ts';
import type { Reading } from '#operations/office.ts';
import { lastBackupOf } from '#ui/state/last-backup.ts';
import type { ShutReason } from '#ui/state/installation.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** What the frame shows beside the page: counts in the menu, and the foot's truths about this browser. */
export class FrameFacts {
  offlineReady = $state(false);
  mayUnlock = $state(false);
  shut = $state<ShutReason>();
  version = $state('—');
  updateWaiting = $state(false);
  persisted = $state<boolean>();
  waitingApplications = $state(0);
  openRevocations = $state(0);
  lastBackupAt = $state<Instant>();
  /** nextUpdate of the newest CRL of the key that issues, when it has passed (B07). */
  crlOverdueSince = $state<Instant>();

  /** Reads again what the register says; called after each commit. */
  async read({ office, station }: Pick<Session, 'office' | 'station'>): Promise<void> {
    const snapshot = await office.store.read();
    // By what is filed as open: the registers that have most of it are those where reading it all takes longest.
    const [waitingApplications, openRevocations, lastBackupAt, last, persisted] = await Promise.all([
      snapshot.count('application', { index: 'waiting' }),
      snapshot.count('revocation', { index: 'open' }),
      lastBackupOf(snapshot),
      newestListOf(snapshot, station?.generation ?? 1),
      office.storage.isPersisted(),
    ]);
    this.waitingApplications = waitingApplications;
    this.openRevocations = openRevocations;
    this.lastBackupAt = lastBackupAt;
    this.crlOverdueSince =
      last !== undefined && last.nextUpdate < office.clock.now() ? last.nextUpdate : undefined;
    this.persisted = persisted;
  }
}

/** Lists of one key lie together at the end: an office that signs one each day has hundreds before them. */
const listsAtOnce = 4;

async function newestListOf(snapshot: Reading, generation: number): Promise<Collections['crl'] | undefined> {
  let after: string | undefined;
  for (;;) {
    const before = after === undefined ? {} : { after };
    const lists = await snapshot.list('crl', { reverse: true, limit: listsAtOnce, ...before });
    const found = lists.find((list) => list.generation === generation);
    if (found !== undefined || lists.length < listsAtOnce) return found;
    after = lists.at(-1)?.id;
  }
}
