import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import type { ArchiveRegister } from '#domain/archive/archive-plan.ts';
import { endedGenerations } from '#domain/archive/ended-keys.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** What the plan of a package is made from, and the packages that there are already. */
export async function readArchiveRegister(
  snapshot: Snapshot,
  now: Instant,
): Promise<ArchiveRegister & { readonly packages: readonly ArchivePackage[] }> {
  const packages = await snapshot.list('archivePackage');
  return {
    entries: await snapshot.list('entry', { index: 'number' }),
    crls: await snapshot.list('crl'),
    applications: await snapshot.list('application', { index: 'number' }),
    cases: await snapshot.list('revocation'),
    attachments: await snapshot.list('attachment'),
    archivedJournals: packages.flatMap(({ journals }) => journals),
    endedGenerations: endedGenerations(await snapshot.get('station', 'station'), now),
    packages,
  };
}
