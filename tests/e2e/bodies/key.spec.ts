import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { foundIn, heapOf } from '#tests/support/byte-search.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, plugMedium, savedFile, unlock } from '#tests/support/officer-at-browser.ts';
import {
  considerAll,
  enterCarriers,
  handInLetter,
  issueFirst,
  typeLetter,
  typePerson,
} from '#tests/support/bodies-at-browser.ts';

const test = testAtStation('G');

/** The owner's key out of the carrier, in the forms in which it could lie somewhere, and the passphrase. */
async function keyOf(p12: Buffer, passphrase: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'tirkelim-carrier-'));
  try {
    const file = join(folder, 'key.p12');
    await writeFile(file, p12);
    const pem = execFileSync('openssl', [
      ...['pkcs12', '-in', file, '-nodes', '-nocerts', '-passin', `pass:${passphrase}`],
    ]);
    const key = createPrivateKey(pem);
    const scalar = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
    const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
    expect(scalar).toHaveLength(32);
    return new Map([
      ['the scalar', scalar],
      ['the scalar in hex', Buffer.from(scalar.toString('hex'))],
      ['the scalar in base64', Buffer.from(scalar.toString('base64').slice(0, 42))],
      ['the scalar in base64url', Buffer.from(scalar.toString('base64url').slice(0, 42))],
      ['PKCS#8 in base64', Buffer.from(pkcs8.toString('base64').slice(40, 100))],
      ['the passphrase', Buffer.from(passphrase)],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function oneApproved(page: Page, carrier: string): Promise<void> {
  await typeLetter(page, '12-3/1');
  await typePerson(page, 0, 0);
  await handInLetter(page);
  await considerAll(page);
  await enterCarriers(page, [carrier]);
}

/** The medium takes no file as long as `window.mediumIsOut` says so. */
async function plugMediumThatMayBeOut(page: Page): Promise<void> {
  await plugMedium(page);
  await page.addInitScript(() => {
    const own = window as unknown as {
      mediumIsOut?: boolean;
      showSaveFilePicker: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
    };
    const choosing = own.showSaveFilePicker;
    own.showSaveFilePicker = async (options) => {
      if (own.mediumIsOut !== true) return choosing(options);
      return {
        name: options.suggestedName,
        createWritable: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
      } as unknown as FileSystemFileHandle;
    };
  });
}

test('[G-8] an owner’s private key is on the carrier and nowhere else: not in the profile, not in the memory', async ({
  page,
  context,
  prepared: { profile },
  secrets: station,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, station);
  await oneApproved(page, 'K-1');
  const passphrase = await issueFirst(page);
  const secrets = await keyOf(await savedFile(page, 'K-1.p12'), passphrase);
  expect(await foundIn(profile, secrets)).toEqual([]);
  await act(page, 'noted');
  await expect(page.locator('#written')).toHaveCount(0);
  await page.goto('./#/register');
  await expect(page.locator('h1')).toBeVisible();
  const heap = await heapOf(page);
  expect(heap.includes('g@example.kz')).toBe(true);
  for (const [what, secret] of secrets)
    if (what !== 'the scalar' && what !== 'the passphrase')
      expect(heap.includes(secret.toString()), what).toBe(false);
  await page.locator('#lock').click();
  await expect(page.locator('#unlock')).toBeVisible();
  await context.close();
  expect(await foundIn(profile, secrets)).toEqual([]);
  // The search itself finds what is there: the owner's name in the register.
  expect((await foundIn(profile, new Map([['a name', Buffer.from('K-1')]]))).length).toBeGreaterThan(0);
});

test('[G-8] a carrier that is pulled out half-way counts as nothing and is written on the second try', async ({
  page,
  secrets,
}) => {
  await plugMediumThatMayBeOut(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await oneApproved(page, 'K-2');
  await page.goto('./#/applications/issuing');
  await page.evaluate(() => Object.assign(window, { mediumIsOut: true }));
  await act(page, 'issue-one');
  await expect(page.locator('#awaiting')).toContainText('K-2');
  await expect(page.locator('#written')).toHaveCount(0);
  await page.evaluate(() => Object.assign(window, { mediumIsOut: false }));
  await act(page, 'write-again');
  await expect(page.locator('#written')).toBeVisible();
  await expect(page.locator('#awaiting')).toHaveCount(0);
  const passphrase = (await page.locator('#shown-passphrase').textContent()) ?? '';
  expect((await keyOf(await savedFile(page, 'K-2.p12'), passphrase)).size).toBe(6);
});

test('[G-8] a tab that dies between the certificate and its carrier: the act is closed as failed, the officer is told, and the owner is served anew', async ({
  page,
  secrets,
}) => {
  await plugMediumThatMayBeOut(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await oneApproved(page, 'K-3');
  await page.goto('./#/applications/issuing');
  await page.evaluate(() => Object.assign(window, { mediumIsOut: true }));
  await act(page, 'issue-one');
  await expect(page.locator('#awaiting')).toContainText('K-3');
  await page.goto('./#/register');
  const row = page.locator('main a[href^="#/register/"]').first();
  const serial = ((await row.getAttribute('href')) ?? '').split('/').at(-1) ?? '';

  await page.reload();
  await expect(page.locator('#unlock')).toBeVisible();
  await page.goto('./#/');
  await expect(page.locator('main')).toContainText('K-3 тасымалдағышқа кілт жазылмаған');
  await unlock(page, secrets);
  await expect(page.locator('main')).toContainText('кілт тасымалдағышқа жазылмай жоғалды');
  await page.goto(`./#/register/${serial}`);
  await expect(page.locator('main')).toContainText('cessationOfOperation');
  await page.goto('./#/carriers');
  await expect(page.locator('#carriers tbody tr')).toContainText('бос');

  await issueFirst(page);
  await page.goto('./#/');
  await expect(page.locator('main')).not.toContainText('жазылмай жоғалды');
});
