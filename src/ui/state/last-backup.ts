import type { Instant } from '#domain/base/instant.ts';
import type { Reading } from '#operations/office.ts';

/** When a register backup was last read back from its medium; one that was only offered is none (C12). */
export async function lastBackupOf(reading: Reading): Promise<Instant | undefined> {
  const backups = await reading.list('exportedFile', { index: 'kind', only: 'register-backup' });
  return backups
    .filter(({ readBack }) => readBack)
    .map(({ at }) => at)
    .sort()
    .at(-1);
}
