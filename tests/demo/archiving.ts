import { expect } from '@playwright/test';
import { act } from '#tests/support/officer-at-browser.ts';
import { chooseToOpen, makePackage } from '#tests/support/package-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

export interface Archived {
  readonly name: string;
  readonly file: Buffer;
}

/** R-17, N-15: what had its last day of keeping goes into a package; it was read back before its records were marked. */
export async function archiveDue(demonstration: Demonstration, statement: string): Promise<Archived> {
  const { page } = demonstration;
  await demonstration.open('/archive');
  await demonstration.unlocked();
  await expect(page.locator('#kept-past')).toBeVisible();
  const made = await makePackage(page);
  demonstration.write(`archive/${made.name}`, made.file);
  await expect(page.locator('#packages')).toContainText(made.name);
  await demonstration.unlocked();
  await demonstration.paper('paper-statement', statement);
  return made;
}

/** Opened once more as from the archive's shelf: these certificates and no others lie in it. */
export async function openArchived(
  demonstration: Demonstration,
  { name, file }: Archived,
  serialNumbers: readonly string[],
): Promise<void> {
  const { page } = demonstration;
  await demonstration.open('/archive/open');
  await demonstration.unlocked();
  await chooseToOpen(page, file, name);
  await act(page, 'open-package');
  await expect(page.locator('#package-facts')).toHaveAttribute('data-own', 'true');
  await expect(page.locator('#package-entries tbody tr')).toHaveCount(serialNumbers.length);
  for (const serialNumber of serialNumbers)
    await expect(page.locator(`[data-act="show-${serialNumber}"]`)).toBeVisible();
}
