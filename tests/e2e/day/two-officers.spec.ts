import type { Browser } from '@playwright/test';
import { expect, installed, test } from '#tests/support/e2e.ts';
import {
  approve,
  handIn,
  issue,
  type PageLanguage,
  plugMedium,
  setUpStation,
  speak,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const person = applicant(3);
const { csr } = opensslRequest(person);

/** What differs from one station to the next by its nature: identities, chance, keys, and the second of the act. */
const own = new Set(
  'id salt applicationId number issued officer issuedBy receivedBy contentDigest issuedAt receivedAt at possessionProvedAt notBefore notAfter fingerprintSha256Hex signature'.split(
    ' ',
  ),
);

/** One person's application up to the certificate, and what the register then holds of it. */
async function storedBy(
  browser: Browser,
  baseURL: string,
  seat: {
    readonly locale: string;
    readonly timezoneId: string;
    readonly language: PageLanguage;
    readonly form: 'NFC' | 'NFD';
  },
): Promise<{ readonly facts: string; readonly times: readonly string[] }> {
  const context = await browser.newContext({ baseURL, locale: seat.locale, timezoneId: seat.timezoneId });
  const page = await context.newPage();
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await speak(page, seat.language);
  await setUpStation(page);
  const typed = Object.fromEntries(
    Object.entries(person).map(([field, value]) => [
      field,
      typeof value === 'string' ? value.normalize(seat.form) : value,
    ]),
  ) as unknown as typeof person;
  await handIn(page, typed, { request: csr });
  await approve(page);
  await issue(page);
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('tirkelim');
      opening.onsuccess = () => {
        resolve(opening.result);
      };
      opening.onerror = () => {
        reject(new Error('the register does not open'));
      };
    });
    const rows = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => {
          resolve((reading.result as { record: unknown }[]).map(({ record }) => record));
        };
      });
    const found = { application: await rows('application'), entry: await rows('entry') };
    database.close();
    return JSON.stringify(found, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));
  });
  await context.close();
  const times: string[] = [];
  const facts = JSON.stringify(
    JSON.parse(stored, (key, value: unknown) => {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/u.test(value)) times.push(value);
      return own.has(key) ? undefined : value;
    }),
  );
  return { facts, times };
}

test('[G11] two officers with other clocks, languages and keyboards write the same into the register', async ({
  browser,
  baseURL,
}) => {
  const almaty = await storedBy(browser, baseURL ?? '', {
    ...{ locale: 'kk-KZ', timezoneId: 'Asia/Almaty', language: 'kk', form: 'NFC' },
  });
  const kiritimati = await storedBy(browser, baseURL ?? '', {
    ...{ locale: 'en-US', timezoneId: 'Pacific/Kiritimati', language: 'en', form: 'NFD' },
  });
  expect(almaty.facts).toContain(person.surname.normalize('NFC'));
  expect(kiritimati.facts).toBe(almaty.facts);
  for (const { times } of [almaty, kiritimati]) {
    expect(times.length).toBeGreaterThan(4);
    // UTC in whole seconds, and of the hour in which the test runs, whatever the wall shows.
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    const received = Math.max(...times.map((time) => Date.parse(time)).filter((at) => at <= Date.now()));
    expect(Date.now() - received).toBeLessThan(3_600_000);
  }
});
