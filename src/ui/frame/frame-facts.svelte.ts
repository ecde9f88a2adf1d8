import type { Instant } from '#domain/base/instant.ts';
import type { Application } from '#domain/application/application.ts';
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
  async read({ office, station }: Session): Promise<void> {
    const snapshot = await office.store.read();
    const applications = await snapshot.list('application', { index: 'number', reverse: true, limit: 500 });
    const cases = await snapshot.list('revocation', { index: 'number', reverse: true, limit: 500 });
    const lastBackupAt = await lastBackupOf(snapshot);
    const crls = await snapshot.list('crl', { reverse: true });
    const last = crls.find(({ generation }) => generation === (station?.generation ?? 1));
    const persisted = await office.storage.isPersisted();
    this.waitingApplications = applications.filter(isWaiting).length;
    this.openRevocations = cases.filter(({ decision }) => decision === undefined).length;
    this.lastBackupAt = lastBackupAt;
    this.crlOverdueSince =
      last !== undefined && last.nextUpdate < office.clock.now() ? last.nextUpdate : undefined;
    this.persisted = persisted;
  }
}

/** What still waits for its officer. */
function isWaiting({ issued, decision }: Application): boolean {
  return issued === undefined && decision?.outcome !== 'refused';
}
