import { aBodiesOffice, plugFolder } from '#tests/support/bodies-at-browser.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { type Office, anOffice, plugMedium, setUpToCertificate } from '#tests/support/officer-at-browser.ts';
import { aRootOffice, setUpRootStation } from '#tests/support/root-at-browser.ts';
import { BodiesYears } from './bodies-years.ts';
import { takeBodiesPictures } from './bodies-tour.ts';
import { anotherBrowser } from './carrying.ts';
import { Demonstration } from './demonstration.ts';
import { NationalYears } from './national-years.ts';
import { printRootForms } from './root-acts.ts';
import { RootYears } from './root-years.ts';
import { Screens } from './screens.ts';
import { exportStation, logHolds, publishFirst } from './station-files.ts';
import { publishForAYear, visit } from './visits.ts';

const out = process.env['TIRKELIM_DEMO_OUT'];
const sevenYears = 7 * 365 + 2;
const suite = 'ecdsa-p256';

test('seven years of a Root CA, of a CA of State Bodies and of a National CA under it', async ({
  page,
  browser,
  origin,
  watched,
}) => {
  if (out === undefined) throw new Error('no folder given: npm run demo -- --out DIR');
  const parent = 'r-years';
  const root = new RootYears(
    new Demonstration(page, out, sevenYears, { kind: 'R', suite, name: parent, parent: null }),
  );
  const bodiesPage = await anotherBrowser(browser, origin, watched);
  await plugFolder(bodiesPage, 'carriers');
  const bodies = new BodiesYears(
    new Demonstration(bodiesPage, out, sevenYears, { kind: 'G', suite, name: 'g-years', parent }),
  );
  const national = new NationalYears(
    new Demonstration(await anotherBrowser(browser, origin, watched), out, sevenYears, {
      kind: 'N',
      suite,
      name: 'n-years',
      parent,
    }),
  );

  await test.step('three authorities are set up', async () => {
    await plugMedium(page);
    await root.station.day(0);
    await page.goto('/');
    await installed(page);
    root.station.secrets = await setUpRootStation(page, { ...aRootOffice, validityYears: '20' });
    await publishFirst(root.station);
    await publishForAYear(root.station);

    await root.station.day(8);
    await Promise.all([
      setUpSubordinate(bodies.station, aBodiesOffice),
      setUpSubordinate(national.station, anOffice),
    ]);
    await root.certify(bodies.station, aBodiesOffice);
    await root.certify(national.station, anOffice);
    await root.otherAuthorities();
    for (const { station } of [bodies, national]) {
      await publishFirst(station);
      await publishForAYear(station);
    }
    const [crl] = await Promise.all([visit(root.station, 9), national.firstDay(), bodies.firstDay()]);
    await Promise.all([visit(bodies.station, 12, crl), visit(national.station, 12, crl)]);
  });

  await test.step('half a year later', async () => {
    await Promise.all([
      visit(bodies.station, 190).then(() => bodies.staffLeaves()),
      visit(national.station, 190).then(() => national.keysAreLost()),
    ]);
  });

  for (const year of [1, 2, 3, 4, 5, 6])
    await test.step(`year ${String(year)}`, async () => {
      const crl = await visit(root.station, 6 + 360 * year);
      await Promise.all([
        rootsYear(root, year),
        visit(national.station, 8 + 360 * year, crl).then(async () => {
          await national.nextYear(year);
          if (year === 2) await national.courtDecides();
          if (year === 6) {
            await root.station.day(8 + 360 * year);
            await national.keyIsRenewed(root);
          }
        }),
        visit(bodies.station, 8 + 367 * year, crl).then(() => bodies.nextYear(year)),
      ]);
    });

  await test.step('the first year goes to the archive', async () => {
    const crl = await visit(root.station, 6 + 360 * 7);
    await Promise.all([
      root.liquidatedIsArchived(),
      visit(national.station, 8 + 360 * 7, crl).then(async () => {
        await national.nextYear(7);
        await national.firstYearEnds();
      }),
    ]);
  });

  await test.step('today', async () => {
    const crl = await visit(root.station, sevenYears);
    await Promise.all([
      visit(national.station, sevenYears, crl),
      visit(bodies.station, sevenYears, crl),
      logHolds(root.station),
    ]);
    await Promise.all([closeRoot(root), closeNational(national), closeBodies(bodies)]);
  });

  for (const { station } of [bodies, national]) await station.page.context().close();
  const foreign = watched.addresses.filter(
    (address) => !address.replace(/^blob:/u, '').startsWith(`${origin}/`),
  );
  expect(foreign).toEqual([]);
});

/** The wizard to the page on which the certificate is asked for. */
async function setUpSubordinate(station: Demonstration, office: Office): Promise<void> {
  await station.day(8);
  await station.page.goto('/');
  await installed(station.page);
  if (station.station.kind === 'G') await station.page.locator('input[name=kind][value=G]').check();
  station.secrets = await setUpToCertificate(station.page, office);
}

/** What comes to a Root CA in that year beside its CRL. */
async function rootsYear(root: RootYears, year: number): Promise<void> {
  if (year === 1) await root.liquidationIsNotified();
  if (year === 3) {
    await root.applicationArrives();
    await visit(root.station, 6 + 360 * 3 + 30);
    await root.decidedLate();
  }
  if (year === 5) await root.authorityEnds();
}

async function closeRoot(root: RootYears): Promise<void> {
  const { station, certified, latecomer: revoked } = root;
  const [inForce] = certified;
  if (inForce === undefined || revoked === undefined) throw new Error('nothing issued');
  const kept = await exportStation(station);
  expect(kept).toHaveLength(certified.length);
  await station.open(`/register/${inForce.serialNumber}`);
  await station.paper('paper-certificate', 'forms/R-F2.pdf');
  await printRootForms(station, inForce);
  const screens = new Screens(station, 'years-root-');
  await screens.page('today', '/');
  await screens.page('register', '/register');
  await screens.page('decided-late', revoked.application);
  await screens.page('archive', '/archive');
}

async function closeNational(national: NationalYears): Promise<void> {
  const { station } = national;
  await logHolds(station);
  const kept = await national.kept();
  const exported = await exportStation(station);
  expect([...exported].sort()).toEqual(kept.map((serialNumber) => `${serialNumber}.cer`).sort());
  await national.printForms();
  const screens = new Screens(station, 'years-national-');
  await screens.page('today', '/');
  await screens.page('register', '/register');
  await screens.page('crl-of-two-keys', '/crl');
  await screens.page('station', '/station');
  await screens.page('archive', '/archive');
}

async function closeBodies(bodies: BodiesYears): Promise<void> {
  const { station, serialNumbers } = bodies;
  await logHolds(station);
  expect(await exportStation(station)).toHaveLength(serialNumbers.length);
  await bodies.printForms();
  await takeBodiesPictures(bodies, new Screens(station, 'bodies-'));
}
