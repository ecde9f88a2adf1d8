import type { Instant } from '#domain/base/instant.ts';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** What the frame shows beside the page: counts in the menu, and the foot's truths about this browser. */
export class FrameFacts {
  offlineReady = $state(false);
  mayUnlock = $state(false);
  version = $state('—');
  updateWaiting = $state(false);
  integrityBroken = $state(false);
  persisted = $state<boolean>();
  waitingApplications = $state(0);
  openRevocations = $state(0);
  lastBackupAt = $state<Instant>();
  /** nextUpdate of the newest CRL, when it has passed (B07). */
  crlOverdueSince = $state<Instant>();

  /** Reads again what the register says; called after each commit. */
  async read({ office }: Session): Promise<void> {
    const snapshot = await office.store.read();
    const applications = await snapshot.list('application', { index: 'number', reverse: true, limit: 500 });
    this.waitingApplications = applications.filter((application) => {
      const state = applicationState(application, contentDigest(application, office.sha256));
      return state !== 'issued' && state !== 'refused';
    }).length;
    const cases = await snapshot.list('revocation', { index: 'number', reverse: true, limit: 500 });
    this.openRevocations = cases.filter(({ decision }) => decision === undefined).length;
    const backups = await snapshot.list('exportedFile', { index: 'kind', only: 'register-backup' });
    this.lastBackupAt = backups
      .filter(({ readBack }) => readBack)
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const [last] = await snapshot.list('crl', { reverse: true, limit: 1 });
    this.crlOverdueSince =
      last !== undefined && last.nextUpdate < office.clock.now() ? last.nextUpdate : undefined;
    this.persisted = await office.storage.isPersisted();
  }
}
