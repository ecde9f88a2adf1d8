import type { Instant } from '#domain/base/instant.ts';
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
    const waitingApplications = await snapshot.count('application', { index: 'waiting' });
    const openRevocations = await snapshot.count('revocation', { index: 'open' });
    const lastBackupAt = await lastBackupOf(snapshot);
    const crls = await snapshot.list('crl', { reverse: true });
    const last = crls.find(({ generation }) => generation === (station?.generation ?? 1));
    const persisted = await office.storage.isPersisted();
    this.waitingApplications = waitingApplications;
    this.openRevocations = openRevocations;
    this.lastBackupAt = lastBackupAt;
    this.crlOverdueSince =
      last !== undefined && last.nextUpdate < office.clock.now() ? last.nextUpdate : undefined;
    this.persisted = persisted;
  }
}
