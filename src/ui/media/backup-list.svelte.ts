import type { Instant } from '#domain/base/instant.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** Every backup that left this station, newest first. */
export class BackupList {
  readonly session: Session;
  rows = $state.raw<readonly ExportedFile[]>([]);

  constructor(session: Session) {
    this.session = session;
  }

  /** When a register backup was last read back from its medium; one that was only offered is none (C12). */
  get lastRegisterBackupAt(): Instant | undefined {
    return this.rows.find(({ kind, readBack }) => kind === 'register-backup' && readBack)?.at;
  }

  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    const kinds = ['register-backup', 'key-backup'] as const;
    const files = await Promise.all(
      kinds.map((only) => reading.list('exportedFile', { index: 'kind', only })),
    );
    this.rows = files.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }
}
