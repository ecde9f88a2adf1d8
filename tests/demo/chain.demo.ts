import type { GostSuite } from '#domain/authority/station.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { gostRequest } from '#tests/support/gost-requests.ts';
import {
  anOffice,
  approve,
  handIn,
  issue,
  plugMedium,
  setUpToCertificate,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { authorityRequest, opensslRequest } from '#tests/support/request-files.ts';
import { type Applying, aRootOffice, setUpRootStation } from '#tests/support/root-at-browser.ts';
import type { Issued } from './applicants.ts';
import { anotherBrowser, carryAnswer, carryCrl, carryRequest } from './carrying.ts';
import { Demonstration } from './demonstration.ts';
import { revokeByApplication } from './revocations.ts';
import {
  type Certified,
  certifyAuthority,
  printRootForms,
  receiveAuthority,
  refuseAuthority,
  revokeAuthority,
} from './root-acts.ts';
import { takeRootPictures } from './root-tour.ts';
import { Screens } from './screens.ts';
import { exportStation, logHolds, publishFirst, signAndPublish } from './station-files.ts';

const out = process.env['TIRKELIM_DEMO_OUT'];
const days = 4;

for (const suite of ['ecdsa-p256', 'gost-rfc4491', 'gost-kz2004'] as const)
  test(`five days of a Root CA and of a National CA under it with ${suite}`, async ({
    page,
    browser,
    origin,
    watched,
  }) => {
    if (out === undefined) throw new Error('no folder given: npm run demo -- --out DIR');
    const isWhole = suite === 'ecdsa-p256';
    const root = new Demonstration(page, out, days, { kind: 'R', suite, name: `r-${suite}`, parent: null });
    const national = new Demonstration(await anotherBrowser(browser, origin, watched), out, days, {
      kind: 'N',
      suite,
      name: `n-${suite}`,
      parent: `r-${suite}`,
    });
    const rootScreens = new Screens(root, isWhole ? 'root-' : `${suite}-root-`);
    const screens = new Screens(national, isWhole ? 'under-root-' : `${suite}-`);
    const applying: Applying = {
      ...anOffice,
      scheme: isWhole ? 'X.509 v3, ECDSA P-256' : 'X.509 v3, МЕМСТ 34.310-2004',
    };

    await plugMedium(page);
    await root.day(0);
    await page.goto('/');
    await installed(page);
    root.secrets = await setUpRootStation(page, { ...aRootOffice, suite });
    await publishFirst(root);
    if (isWhole) await rootScreens.page('today-first', '/');

    await root.day(1);
    await national.day(1);
    await national.page.goto('/');
    await installed(national.page);
    national.secrets = await setUpToCertificate(national.page, { ...anOffice, suite });
    const request = await carryRequest(national, root);
    if (isWhole) {
      await screens.shown('set-up-request');
      await rootScreens.shown('application-request');
    }
    const application = await receiveAuthority(root, applying, request);
    await rootScreens.shown('application-received');
    const certified = await certifyAuthority(root, applying, application, 1);
    await carryAnswer(root, certified, national);
    await publishFirst(national);
    if (isWhole) await screens.page('today', '/');

    await national.day(2);
    const issued: Issued[] = [];
    for (const n of [1, 2, 3]) issued.push(await serve(national, suite, n));
    await screens.shown('application');

    await root.day(3);
    await national.day(3);
    const [first] = issued;
    if (first === undefined) throw new Error('nothing issued');
    await revokeByApplication(national, first, 'key-compromise');
    await signAndPublish(national);
    const sights = isWhole ? await otherAuthorities(root) : undefined;
    await signAndPublish(root);

    await root.day(4);
    await national.day(4);
    await carryCrl(root, national);
    await signAndPublish(national);
    for (const station of [root, national]) await logHolds(station);
    expect(await exportStation(root)).toHaveLength(isWhole ? 2 : 1);
    expect(await exportStation(national)).toHaveLength(issued.length);

    await root.open(`/register/${certified.serialNumber}`);
    await root.paper('paper-certificate', isWhole ? 'forms/R-F2.pdf' : `forms/R-F2-${suite}.pdf`);
    const last = issued.at(-1) ?? first;
    await national.open(`/register/${last.serialNumber}`);
    await national.paper('paper-certificate', `forms/N-F3-${suite}.pdf`);
    await screens.page('certificate', `/register/${last.serialNumber}`);
    await screens.page('station', '/station');
    await screens.page('crl', '/crl');
    if (sights === undefined) {
      await rootScreens.page('certificate', `/register/${certified.serialNumber}`);
      await rootScreens.page('station', '/station');
    } else {
      await printRootForms(root, certified);
      await takeRootPictures(root, rootScreens, { inForce: certified, ...sights });
    }
    await national.page.context().close();
    const foreign = watched.addresses.filter(
      (address) => !address.replace(/^blob:/u, '').startsWith(`${origin}/`),
    );
    expect(foreign).toEqual([]);
  });

/** One that ends its work, and one that brought no accreditation certificate. */
async function otherAuthorities(
  root: Demonstration,
): Promise<{ readonly revoked: Certified; readonly refused: string; readonly revocation: string }> {
  const ending: Applying = {
    organisation: 'Қаржы министрлігі',
    commonName: 'САЛЫҚ ҚЫЗМЕТІНІҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
    region: 'Астана',
    email: 'tax-ca@example.kz',
    years: '5',
  };
  const application = await receiveAuthority(root, ending, authorityRequest(ending).csr);
  const revoked = await certifyAuthority(root, ending, application, 2);
  const unaccredited: Applying = {
    organisation: 'Көлік министрлігі',
    commonName: 'КӨЛІК САЛАСЫНЫҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
    region: 'Астана',
    email: 'transport-ca@example.kz',
  };
  const refused = await refuseAuthority(root, unaccredited, authorityRequest(unaccredited).csr);
  await root.paper('paper-refusal', 'forms/refusal-notice-root.pdf');
  const revocation = await revokeAuthority(root, revoked);
  await root.paper('paper-revocation', 'forms/R-F3.pdf');
  return { revoked, refused, revocation };
}

/** Of a ГОСТ station the second applicant's key is made here, and the third one's certificate is to authenticate with. */
async function serve(
  demonstration: Demonstration,
  suite: 'ecdsa-p256' | GostSuite,
  n: number,
): Promise<Issued> {
  const { page } = demonstration;
  const person = applicant(n);
  const isGost = suite !== 'ecdsa-p256';
  const purpose = isGost && n === 3 ? 'authentication' : 'signing';
  const brought = () => (isGost ? gostRequest(person, suite) : opensslRequest(person).csr);
  const application = await handIn(page, person, {
    purpose,
    ...(isGost ? { signatureTool: 'МЕМСТ 34.310-2004' } : {}),
    request: isGost && n === 2 ? 'made-here' : await brought(),
  });
  await approve(page);
  return { purpose, applicant: person, application, serialNumber: await issue(page) };
}
