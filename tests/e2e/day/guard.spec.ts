import { expect, installed, test, testAtStation } from '#tests/support/e2e.ts';
import { act, plugMedium, setUpStation, unlock } from '#tests/support/officer-at-browser.ts';

const testAtNational = testAtStation('N');

testAtNational(
  '[D07] idle, hidden long, and after the computer slept it is locked; a half-filled form is kept',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.clock.install();
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await page.goto('./#/applications/new/N-F1');
    await page.locator('#surname').fill('Әбілқасымов');
    await page.clock.runFor(5 * 60_000 + 10_000);
    await expect(page.locator('#unlock')).toBeVisible();
    await expect(page.locator('#surname')).toHaveValue('Әбілқасымов');

    await unlock(page, secrets);
    // Sleep: no tick in between, and the clock is three minutes on.
    await page.clock.fastForward(180_000);
    await expect(page.locator('#unlock')).toBeVisible();
    await expect(page.locator('#surname')).toHaveValue('Әбілқасымов');

    await unlock(page, secrets);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(page.locator('#lock')).toBeVisible();
    await page.clock.runFor(5 * 60_000 + 10_000);
    await expect(page.locator('#unlock')).toBeVisible();
    await page.goto('./#/audit');
    for (const reason of ['ұзақ әрекетсіздік', 'бет ұзақ жасырын тұрды', 'компьютер сағаты күрт өзгерді'])
      await expect(page.locator('tr[data-act-name=station-locked]', { hasText: reason })).toHaveCount(1);
  },
);

testAtNational(
  '[H03] a clock set back during a session locks, and no act is written before it is right',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const now = Date.now();
    await page.clock.setFixedTime(now - 3_600_000);
    await expect(page.locator('#unlock')).toBeVisible();
    await unlock(page, secrets);
    await page.goto('./#/station');
    await expect(page.locator('#clock-fine')).toHaveCount(0);
    await act(page, 'save-settings');
    await expect(page.locator('form .notice.bad')).toBeVisible();
    await page.clock.setFixedTime(now + 10_000);
    await page.reload();
    await unlock(page, secrets);
    await page.goto('./#/station');
    await act(page, 'save-settings');
    await expect(page.locator('#settings-saved')).toBeVisible();
  },
);

testAtNational(
  '[D01] Caps Lock is named, and a wrong passphrase says what to look at and then makes one wait',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await page.locator('#lock').click();
    await page.locator('#unlock').click();
    const secret = page.locator('#unlock-secret');
    await secret.dispatchEvent('keyup', { key: 'A', modifierCapsLock: true });
    await expect(page.locator('dialog .notice.due')).toContainText('Caps Lock');
    // The clock stands still, so that the time to wait is not over before a slow machine has come back to the dialog.
    await page.clock.setFixedTime(Date.now());
    for (let failure = 1; failure <= 3; failure++) {
      await secret.fill('қате құпиясөз');
      await page.locator('dialog button.primary').click();
      await expect(page.locator('dialog .notice.bad')).toBeVisible();
      await expect(page.locator('dialog button.primary')).toBeEnabled();
    }
    await page.reload();
    await page.locator('#unlock').click();
    await secret.fill(secrets.passphrase);
    await page.locator('dialog button.primary').click();
    await expect(page.locator('dialog .notice.bad')).toBeVisible();
    await expect(page.locator('#lock')).toHaveCount(0);
  },
);

testAtNational(
  '[D12] a new passphrase opens after a reload, the old one does not',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await page.goto('./#/station');
    const next = (await page.locator('#offered-passphrase').textContent()) ?? '';
    await page.locator('#old-passphrase').fill(secrets.passphrase);
    await page.locator('#new-passphrase').fill(next);
    await page.locator('#new-passphrase-again').fill(next);
    await act(page, 'change-passphrase');
    await expect(page.locator('#passphrase-changed')).toBeVisible();
    await page.reload();
    await page.locator('#unlock').click();
    await page.locator('#unlock-secret').fill(secrets.passphrase);
    await page.locator('dialog button.primary').click();
    await expect(page.locator('dialog .notice.bad')).toBeVisible();
    await page.reload();
    await unlock(page, { ...secrets, passphrase: next });
  },
);

for (const [answer, persist] of [
  ['denied', () => Promise.resolve(false)],
  ['pending for ever', () => new Promise<boolean>(() => undefined)],
] as const) {
  test(`[E09] with storage ${answer} the station works, warns for good, and asks to take note`, async ({
    page,
  }) => {
    await plugMedium(page);
    await page.addInitScript({
      content: `navigator.storage.persist = ${persist.toString()}; navigator.storage.persisted = () => Promise.resolve(false);`,
    });
    await page.goto('/');
    await installed(page);
    // The wizard of `setUpStation` goes on only after the officer took note by name.
    await setUpStation(page);
    await expect(page.locator('.frame-foot .alarm')).toBeVisible();
    await page.goto('./#/station');
    await expect(page.locator('#storage')).toHaveAttribute('data-kept', 'false');
    await act(page, 'ask-storage');
    await expect(page.locator('#storage-answer')).toBeVisible();
    await expect(page.locator('.frame-foot .alarm')).toBeVisible();
  });
}

test('[E10] in a private window no authority is made', async ({ page }) => {
  await plugMedium(page);
  await page.addInitScript(() => {
    const estimate = () => Promise.resolve({ usage: 0, quota: 100_000_000 });
    Object.assign(navigator.storage, {
      estimate,
      persist: () => Promise.resolve(false),
      persisted: () => Promise.resolve(false),
    });
  });
  await page.goto('/');
  await installed(page);
  // The wizard stops at its refusal; what would walk on waits until the page is closed.
  void setUpStation(page).catch(() => undefined);
  await expect(page.locator('.notice.bad')).toBeVisible();
  await expect(page.locator('[data-act=self-sign]')).toHaveCount(0);
});

testAtNational(
  '[G02] [G03] a second tab only reads; when it takes writing over, the first one locks at once',
  async ({ page, context, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const second = await context.newPage();
    await second.goto('/');
    await installed(second);
    await expect(second.locator('#unlock')).toBeDisabled();
    await expect(second.locator('#reader-banner')).toBeVisible();
    await second.locator('#reader-banner button').click();
    await expect(second.locator('#reader-banner')).toHaveCount(0);
    await expect(page.locator('#unlock')).toBeVisible();
    await expect(page.locator('#unlock')).toBeDisabled();
    await unlock(second, secrets);
    await second.close();
    await expect(page.locator('#unlock')).toBeEnabled();
    await unlock(page, secrets);
    await page.goto('./#/audit');
    await act(page, 'verify-log');
    await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
  },
);

testAtNational(
  '[G04] a newer schema in another tab is not held up, and the old tab says so',
  async ({ page, context, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const second = await context.newPage();
    await second.goto('/icons/icon.svg');
    const began = Date.now();
    const opened = await second.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('tirkelim', 1_000);
          opening.onsuccess = () => {
            resolve(`version ${String(opening.result.version)}`);
            opening.result.close();
          };
          opening.onerror = () => {
            resolve(`${String(opening.error?.name)}: ${String(opening.error?.message)}`);
          };
        }),
    );
    expect(opened).toBe('version 1000');
    expect(Date.now() - began).toBeLessThan(5_000);
    await expect(page.locator('#outdated')).toBeVisible();
    await expect(page.locator('#unlock')).toBeVisible();
  },
);
