import type { BrowserContext } from '@playwright/test';
import { installed, test } from '#tests/support/e2e.ts';
import { setUpBodiesStation } from '#tests/support/bodies-at-browser.ts';
import { plugMedium, setUpStation, type StationSecrets } from '#tests/support/officer-at-browser.ts';
import { type PreparedStation, prepareProfile, profileOptions } from '#tests/support/prepared-profile.ts';
import { setUpRootStation } from '#tests/support/root-at-browser.ts';

/** The stations that the other tests begin with, each made once through the wizard, from the first page to its first CRL. */
const wizards = {
  R: setUpRootStation,
  G: setUpBodiesStation,
  N: setUpStation,
} satisfies Record<PreparedStation, unknown>;

for (const [kind, setUp] of Object.entries(wizards) as [PreparedStation, typeof setUpStation][])
  test(`the wizard sets up a station of kind ${kind} for the tests to begin with`, async ({
    baseURL,
    locale,
    timezoneId,
  }) => {
    await prepareProfile(kind, profileOptions(baseURL, locale, timezoneId), (context) =>
      firstRun(context, setUp),
    );
  });

async function firstRun(context: BrowserContext, setUp: typeof setUpStation): Promise<StationSecrets> {
  const page = context.pages()[0] ?? (await context.newPage());
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  return setUp(page);
}
