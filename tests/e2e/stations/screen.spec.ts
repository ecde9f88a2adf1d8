import { type Page, chromium } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { type DrawnCode, writeFilm } from '#tests/support/film.ts';
import { CHROMIUM_FLAGS } from '#tests/support/find-browser.mjs';
import { act, plugMedium, setUpStation, setUpToPairing } from '#tests/support/officer-at-browser.ts';

/** As many codes as the screen has shown from when it is looked at, until the last one that is asked for. */
async function shownCodes(page: Page, count: number): Promise<ReadonlyMap<number, DrawnCode>> {
  const codes = new Map<number, DrawnCode>();
  await expect(async () => {
    const svg = await page.evaluate(() => {
      const drawn = document.querySelector('#screen-showing svg');
      return {
        seed: Number(drawn?.getAttribute('data-seed')),
        side: Number(drawn?.getAttribute('viewBox')?.split(' ').at(-1)),
        path: drawn?.querySelector('path')?.getAttribute('d') ?? '',
      };
    });
    if (svg.path !== '') codes.set(svg.seed, { side: svg.side, path: svg.path });
    expect(codes.size).toBeGreaterThanOrEqual(count);
  }).toPass({ intervals: [60] });
  return codes;
}

test('a pairing request goes from one screen to the other computer’s camera, pictures missing and repeated (K13)', async ({
  page,
  origin,
}, info) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await setUpToPairing(page);
  // No camera at this computer: there is no button for one.
  await expect(page.locator('[data-act=show-answer]')).toBeVisible();
  await expect(page.locator('[data-act=read-answer]')).toHaveCount(0);
  await act(page, 'ask-on-screen');
  await expect(page.locator('#screen-showing svg')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  const needed = Number(/\d+/u.exec((await page.locator('#screen-showing p').textContent()) ?? '')?.[0]);
  const codes = [...(await shownCodes(page, needed + 12)).values()];
  await act(page, 'screen-close');
  const asked = (await page.locator('[data-fact=words-saved]').textContent()) ?? '';
  expect(asked.trim().split(' ')).toHaveLength(10);

  // One of the first is missing, one comes twice.
  const film = info.outputPath('screen.y4m');
  await writeFilm(film, [...codes.slice(0, 2), ...codes.slice(3), ...codes.slice(0, 1)]);
  const executablePath = process.env['TIRKELIM_CHROMIUM'];
  if (executablePath === undefined) throw new Error('no browser: the configuration of the tests names it');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const context = await browser.newContext({
      ...{ baseURL: `${origin}/`, locale: 'kk-KZ', timezoneId: 'Asia/Almaty' },
      permissions: ['camera'],
    });
    const authority = await context.newPage();
    await plugMedium(authority);
    await authority.goto('/');
    await installed(authority);
    await setUpStation(authority);
    await authority.goto('./#/exchanges');
    await act(authority, 'read-request');
    await expect(authority.locator('#camera-progress')).toContainText(String(needed));
    await expect(authority.locator('[data-fact=words-shown]')).toHaveText(asked);
    await expect(authority.locator('#camera-reading')).toHaveCount(0);
    await act(authority, 'confirm-pairing');
    await expect(authority.locator('#paired')).toBeVisible();
    await act(authority, 'answer-on-screen');
    await expect(authority.locator('#screen-showing svg')).toBeVisible();
    await act(authority, 'screen-close');
    await expect(authority.locator('[data-fact=words-saved]')).toBeVisible();
  } finally {
    await browser.close();
  }
});
