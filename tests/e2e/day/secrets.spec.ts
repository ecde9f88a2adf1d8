import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { decryptFile } from '#adapters/age/age.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { readOfficerSecret } from '#workers/custody/officer-secret.ts';
import { foundIn, heapOf } from '#tests/support/byte-search.ts';
import { CHROMIUM_FLAGS } from '#tests/support/find-browser.mjs';
import { expect, installed, test } from '#tests/support/e2e.ts';
import {
  type StationSecrets,
  fileOnMedium,
  filesOnMedium,
  plugMedium,
  publishNextCrl,
  setUpStation,
  unlock,
} from '#tests/support/officer-at-browser.ts';

/** What nobody may find: the authority's scalar as octets and as text, its PKCS#8, the age identity. */
async function secretsOf(page: Page, { passphrase }: StationSecrets): Promise<ReadonlyMap<string, Buffer>> {
  const name = (await filesOnMedium(page)).find((file) => file.startsWith('tirkelim-keys-')) ?? '';
  const archive = unzipFiles(await fileOnMedium(page, name), 1e7);
  if (!archive.ok) throw new Error('the key backup is no archive');
  const files = [...archive.value];
  const officerFile = files.find(([file]) => file.startsWith('officer-'))?.[1] ?? new Uint8Array();
  const officer = readOfficerSecret((await decryptFile(officerFile, { passphrase })) ?? new Uint8Array());
  const identity = officer?.identity ?? '';
  const authorityFile = archive.value.get('authority-1.age') ?? new Uint8Array();
  const pem = await decryptFile(authorityFile, { identities: [identity] });
  const key = createPrivateKey(Buffer.from(pem ?? new Uint8Array()));
  const scalar = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  expect(scalar).toHaveLength(32);
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
  return new Map([
    ['the scalar', scalar],
    ['the scalar in hex', Buffer.from(scalar.toString('hex'))],
    ['the scalar in base64', Buffer.from(scalar.toString('base64').slice(0, 42))],
    ['the scalar in base64url', Buffer.from(scalar.toString('base64url').slice(0, 42))],
    ['PKCS#8 in base64', Buffer.from(pkcs8.toString('base64').slice(40, 100))],
    ['the age identity', Buffer.from(identity)],
  ]);
}

test('[D06] the key is found neither on the disk nor in the page’s heap: unlocked, used, locked, closed', async ({
  origin,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'tirkelim-profile-'));
  const executablePath = process.env['TIRKELIM_CHROMIUM'] ?? '';
  const options = { executablePath, args: [...CHROMIUM_FLAGS], baseURL: `${origin}/`, locale: 'kk-KZ' };
  try {
    const context = await chromium.launchPersistentContext(profile, options);
    const page = context.pages()[0] ?? (await context.newPage());
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    const station = await setUpStation(page);
    const secrets = await secretsOf(page, station);
    expect(await foundIn(profile, secrets)).toEqual([]);
    await page.reload();
    await unlock(page, station);
    await publishNextCrl(page);
    expect(await foundIn(profile, secrets)).toEqual([]);
    const heap = await heapOf(page);
    // The heap was read at all: the station's facts are in it.
    expect(heap.includes('ca@example.kz')).toBe(true);
    for (const [what, secret] of secrets)
      if (what !== 'the scalar') expect(heap.includes(secret.toString()), what).toBe(false);
    await page.locator('#lock').click();
    await expect(page.locator('#unlock')).toBeVisible();
    expect(await foundIn(profile, secrets)).toEqual([]);
    await context.close();
    expect(await foundIn(profile, secrets)).toEqual([]);
    // The search itself finds what is there: the encrypted files' own first line.
    const marked = new Map([['an age file', Buffer.from('age-encryption.org/v1')]]);
    expect((await foundIn(profile, marked)).length).toBeGreaterThan(0);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
