import { expect, installed, test } from '#tests/support/e2e.ts';
import { gostRequest } from '#tests/support/gost-requests.ts';
import {
  act,
  anOffice,
  approve,
  handIn,
  issue,
  plugMedium,
  setUpStation,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import type { Issued } from './applicants.ts';
import { Demonstration } from './demonstration.ts';
import { revokeByApplication } from './revocations.ts';
import { Screens } from './screens.ts';
import { exportStation, publishFirst, signAndPublish } from './station-files.ts';

const out = process.env['TIRKELIM_DEMO_OUT'];

for (const suite of ['gost-rfc4491', 'gost-kz2004'] as const)
  test(`five days of a National CA with ${suite}`, async ({ page }) => {
    if (out === undefined) throw new Error('no folder given: npm run demo -- --out DIR');
    await plugMedium(page);
    const demonstration = new Demonstration(page, out, 4, { folder: `stations/n-${suite}`, suite });
    const screens = new Screens(demonstration, `${suite}-`);

    await demonstration.day(0);
    await page.goto('/');
    await installed(page);
    demonstration.secrets = await setUpStation(page, { ...anOffice, suite });
    await publishFirst(demonstration);
    const issued: Issued[] = [];
    for (let n = 1; n <= 3; n++) issued.push(await serve(demonstration, suite, n));

    await demonstration.day(1);
    for (let n = 4; n <= 6; n++) issued.push(await serve(demonstration, suite, n));
    await screens.shown('application');

    await demonstration.day(3);
    const [first] = issued;
    if (first === undefined) throw new Error('nothing issued');
    await revokeByApplication(demonstration, first, 'key-compromise');
    await signAndPublish(demonstration);

    await demonstration.day(4);
    await signAndPublish(demonstration);
    await demonstration.open('/audit');
    await act(page, 'verify-log');
    await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0', { timeout: 120_000 });
    expect((await exportStation(demonstration)).length).toBe(issued.length);
    const last = issued.at(-1) ?? first;
    await demonstration.open(`/register/${last.serialNumber}`);
    await demonstration.paper('paper-certificate', `forms/N-F3-${suite}.pdf`);
    await screens.page('certificate', `/register/${last.serialNumber}`);
    await screens.page('station', '/station');
  });

/** Every other applicant brings a request, for the rest the key is made here. */
async function serve(
  demonstration: Demonstration,
  suite: 'gost-rfc4491' | 'gost-kz2004',
  n: number,
): Promise<Issued> {
  const { page } = demonstration;
  const person = applicant(n);
  const purpose = n % 3 === 0 ? 'authentication' : 'signing';
  const application = await handIn(page, person, {
    purpose,
    signatureTool: 'МЕМСТ 34.310-2004',
    request: n % 2 === 0 ? 'made-here' : await gostRequest(person, suite),
  });
  await approve(page);
  return { purpose, applicant: person, application, serialNumber: await issue(page) };
}
