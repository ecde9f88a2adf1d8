import { expect, installed, test } from '#tests/support/e2e.ts';
import { act, plugMedium, setUpStation } from '#tests/support/officer-at-browser.ts';
import { type Issued, deliver, refuse, serve, serveTable, succeed } from './applicants.ts';
import { Demonstration } from './demonstration.ts';
import { printNationalForms } from './national-forms.ts';
import { leaveSigningLowest, revokeByAllGrounds } from './revocations.ts';
import { Screens } from './screens.ts';
import { exportStation, publishFirst, signAndPublish } from './station-files.ts';
import { takePictures } from './tour.ts';

const out = process.env['TIRKELIM_DEMO_OUT'];

test('a week and a half of a National CA, by its pages', async ({ page, origin, watched }) => {
  if (out === undefined) throw new Error('no folder given: npm run demo -- --out DIR');
  await watchTransactions(page);
  await plugMedium(page);
  const demonstration = new Demonstration(page, out, 12);
  const screens = new Screens(demonstration);

  await demonstration.day(0);
  await page.goto('/');
  await installed(page);
  await screens.shown('set-up');
  demonstration.secrets = await setUpStation(page);
  await screens.shown('today-first');
  await publishFirst(demonstration);
  const issued: Issued[] = [];
  for (let n = 1; n <= 8; n++) issued.push(await serve(demonstration, n));

  await demonstration.day(1);
  for (let n = 10; n <= 17; n++) issued.push(await serve(demonstration, n));
  await deliver(demonstration, issued.slice(0, 6));

  await demonstration.day(4);
  issued.push(...(await serveTable(demonstration, 40, 10)));
  await signAndPublish(demonstration);

  await demonstration.day(5);
  await refuse(demonstration, 60, 'Тегі жеке куәліктегіге сәйкес келмейді');
  await demonstration.paper('paper-refusal', 'forms/refusal-notice.pdf');
  for (let n = 19; n <= 25; n++) issued.push(await serve(demonstration, n));

  await demonstration.day(6);
  await revokeByAllGrounds(demonstration, issued);
  await signAndPublish(demonstration);

  await demonstration.day(7);
  const [first, second, third] = issued;
  if (first === undefined || second === undefined || third === undefined) throw new Error('nothing issued');
  issued.push(await succeed(demonstration, first, 'renewal'));
  issued.push(await succeed(demonstration, second, 're-keying'));
  issued.push(await succeed(demonstration, third, 'replacement'));
  await signAndPublish(demonstration);

  await demonstration.day(8);
  await refuse(demonstration, 61, 'Сенімхаттың мерзімі өтіп кеткен');
  for (let n = 28; n <= 33; n++) issued.push(await serve(demonstration, n));
  await demonstration.open('/media');
  demonstration.write('backup/register.age', (await demonstration.saved('backup')).octets);
  await signAndPublish(demonstration);

  await demonstration.day(12);
  await deliver(demonstration, issued.slice(6, 12));
  await leaveSigningLowest(demonstration, issued);
  await signAndPublish(demonstration);
  await demonstration.open('/audit');
  await act(page, 'verify-log');
  await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
  const certificates = await exportStation(demonstration);
  expect(certificates.length).toBeGreaterThanOrEqual(40);
  expect(certificates.length).toBe(issued.length);
  await printNationalForms(demonstration, issued);
  await takePictures(demonstration, screens, issued);

  expect(
    watched.addresses.filter((address) => !address.startsWith(`${origin}/`) && !isOwnBlob(address, origin)),
  ).toEqual([]);
  expect(await laxTransactions(page)).toEqual([]);
});

/** E03 over the whole run: whatever opens a transaction to write, in any page of it. */
async function watchTransactions(page: Demonstration['page']): Promise<void> {
  await page.addInitScript(() => {
    const property = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
    const begin = property?.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...parameters) {
      const transaction = begin.apply(this, parameters);
      if (transaction.mode === 'readwrite' && transaction.durability !== 'strict')
        sessionStorage.setItem(
          'lax',
          `${sessionStorage.getItem('lax') ?? ''}${this.name} ${transaction.durability};`,
        );
      return transaction;
    };
  });
}

async function laxTransactions(page: Demonstration['page']): Promise<readonly string[]> {
  const lax = await page.evaluate(() => sessionStorage.getItem('lax') ?? '');
  return lax.split(';').filter((line) => line !== '');
}

function isOwnBlob(address: string, origin: string): boolean {
  return address.startsWith(`blob:${origin}/`);
}
