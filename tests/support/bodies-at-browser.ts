import { type Page, expect } from '@playwright/test';
import type { BodyPersonDraft } from '#domain/application/letter-draft.ts';
import { stateBody, aPersonDraft } from './body-samples.ts';
import { type Office, type StationSecrets, act, choose, setUpToCertificate } from './officer-at-browser.ts';

export const aBodiesOffice: Office = {
  organisation: 'Байланыс және ақпарат министрлігі',
  commonName: 'МЕМЛЕКЕТТІК ОРГАНДАРДЫҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
  region: 'Астана',
  email: 'g@example.kz',
  crl: 'http://crl.example.kz/g.crl',
  officerName: 'Тұрсынова Әсел',
  officerPosition: 'Бас маман',
};

/** The wizard for a CA of State Bodies, to its first CRL; it stays open. */
export async function setUpBodiesStation(
  page: Page,
  office: Office = aBodiesOffice,
): Promise<StationSecrets> {
  await page.locator('input[name=kind][value=G]').check();
  const secrets = await setUpToCertificate(page, office);
  await act(page, 'self-sign');
  await expect(page.locator('#menu')).toBeVisible();
  return secrets;
}

/** A folder of the origin's private file system in the place of the one that the officer would choose, until `showFolder` shows another. */
export async function plugFolder(page: Page, name: string): Promise<void> {
  await page.addInitScript((folder) => {
    const choosing = async () => {
      const { shownFolder = folder } = window as { readonly shownFolder?: string };
      return (await navigator.storage.getDirectory()).getDirectoryHandle(shownFolder, { create: true });
    };
    Object.assign(window, { showDirectoryPicker: choosing });
  }, name);
}

/** What the officer chooses from now on, until the page is loaded anew. */
export async function showFolder(page: Page, name: string): Promise<void> {
  await page.evaluate((shownFolder) => Object.assign(window, { shownFolder }), name);
}

/** Copies each key to a medium of its own, all of them to be seen in the folder `to`; the folder `from` loses them when they are moved. */
export async function carryOver(
  page: Page,
  from: string,
  to: string,
  how: 'copied' | 'moved',
): Promise<void> {
  await page.evaluate(
    async ({ from, to, how }) => {
      const root = await navigator.storage.getDirectory();
      const source = await root.getDirectoryHandle(from);
      const media = await root.getDirectoryHandle(to, { create: true });
      for await (const [name, handle] of source.entries()) {
        if (!(handle instanceof FileSystemFileHandle) || !name.endsWith('.p12')) continue;
        const medium = await media.getDirectoryHandle(name.replace('.p12', ''), { create: true });
        const copy = await (await medium.getFileHandle(name, { create: true })).createWritable();
        await copy.write(await (await handle.getFile()).arrayBuffer());
        await copy.close();
        if (how === 'moved') await source.removeEntry(name);
      }
    },
    { from, to, how },
  );
}

/** Dates as an officer types them. */
export interface LetterDates {
  readonly bodyDate: string;
  readonly documentDate: string;
}

/** The letter's own fields. */
export async function typeLetter(
  page: Page,
  bodyNumber: string,
  { bodyDate, documentDate }: LetterDates = { bodyDate: '20.11.2026', documentDate: '01.02.2021' },
): Promise<void> {
  await page.goto('./#/applications/new/G-F1');
  await expect(page.locator('#bodyNumber')).toBeVisible();
  for (const [field, value] of [
    ['bodyNumber', bodyNumber],
    ['bodyDate', bodyDate],
    ['bin', stateBody.bin],
    ['name', stateBody.name],
    ['shortName', stateBody.shortName],
    ['region', stateBody.region],
    ['city', stateBody.city],
    ['email', stateBody.email],
    ['headName', 'Ерлан Жұмабекұлы'],
    ['document-number', '045678901'],
    ['document-date', documentDate],
    ['document-issuer', 'ҚР ІІМ'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  await page.locator('#isStateBody').check();
}

/** The n-th invented person on a line of the list. */
export async function typePerson(
  page: Page,
  line: number,
  n: number,
  change: Partial<BodyPersonDraft> = {},
): Promise<void> {
  const person = aPersonDraft(n, change);
  for (const field of [
    'iin',
    'surname',
    'givenName',
    'patronymic',
    'position',
    'email',
    'documentNumber',
    'documentDate',
    'documentIssuer',
  ] as const)
    await page.locator(`#persons-${line}-${field}`).fill(person[field]);
}

/** The list as a table of the officer's own columns. */
export function personsCsv(numbers: readonly number[], spoil: (n: number) => string | undefined): Buffer {
  const heads =
    'ЖСН;Тегі;Аты;Әкесінің аты;Лауазымы;Жеке куәлік нөмірі;Жеке куәлік күні;Жеке куәлікті кім берген;Электрондық пошта';
  const rows = numbers.map((n) => {
    const p = aPersonDraft(n);
    return [
      spoil(n) ?? p.iin,
      ...[p.surname, p.givenName, p.patronymic, p.position],
      ...[p.documentNumber, p.documentDate, p.documentIssuer, p.email],
    ].join(';');
  });
  return Buffer.from(`${[heads, ...rows].join('\r\n')}\r\n`);
}

export async function takeTable(page: Page, octets: Buffer): Promise<void> {
  await choose(page, () => act(page, 'choose-table'), { name: 'persons.csv', octets });
  await expect(page.locator('#verdicts')).toBeVisible();
}

/** Registers the letter that is typed; its page is open afterwards, its address is the answer. */
export async function handInLetter(page: Page): Promise<string> {
  await act(page, 'hand-in');
  await expect(page.locator('#letter-facts')).toBeVisible();
  return page.url();
}

/** Both confirmations, and everybody on the letter approved. */
export async function considerAll(page: Page): Promise<void> {
  await page.locator('[data-clause="G-4"]').check();
  await page.locator('[data-clause="G-5"]').check();
  await act(page, 'consider');
  await expect(page.locator('#considered .notice.good')).toBeVisible();
}

export async function enterCarriers(page: Page, lines: readonly string[]): Promise<void> {
  await page.goto('./#/carriers');
  await page.locator('#carrier-lines').fill(lines.join('\n'));
  await act(page, 'enter-carriers');
  await expect(page.locator('#carrier-lines')).toHaveValue('');
}

/** Issues for whoever is first in the queue, onto the first blank carrier; the passphrase that is shown is the answer. */
export async function issueFirst(page: Page): Promise<string> {
  await page.goto('./#/applications/issuing');
  await act(page, 'issue-one');
  await expect(page.locator('#written')).toBeVisible();
  return (await page.locator('#shown-passphrase').textContent()) ?? '';
}
