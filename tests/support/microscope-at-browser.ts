import { type Page, expect } from '@playwright/test';

export interface DroppedFile {
  readonly name: string;
  readonly octets: Uint8Array;
}

/** Drops files on the page, as a hand does: somewhere beside every place that takes them. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const given = files.map(({ name, octets }) => ({ name, octets: [...octets] }));
  await page.evaluate((all) => {
    const carried = new DataTransfer();
    for (const { name, octets } of all) carried.items.add(new File([Uint8Array.from(octets)], name));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }),
      );
  }, given);
}

/** From the root by the keys alone to the octets of the serial number, and into a branch and out of it. */
export async function walkTree(page: Page): Promise<void> {
  const tree = page.getByRole('tree').first();
  await tree.locator('[tabindex="0"]').focus();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
  expect(await here()).toBe('Certificate');
  for (const expected of ['tbsCertificate', 'version', 'serialNumber']) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe(expected);
  }
  await page.keyboard.press('Enter');
  await expect(tree.locator('[data-field="serialNumber"] pre')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(here).toBe('algorithm');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(here).toBe('signature');
}
