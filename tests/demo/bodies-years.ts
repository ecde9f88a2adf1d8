import { expect } from '@playwright/test';
import {
  considerAll,
  enterCarriers,
  handInLetter,
  issueFirst,
  typeLetter,
  typePerson,
} from '#tests/support/bodies-at-browser.ts';
import { aPersonDraft } from '#tests/support/body-samples.ts';
import { act } from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';
import { handOverByCourier, handOverInPerson, revokeLeaver } from './bodies-revocation-letters.ts';
import { signAndPublish } from './station-files.ts';

const hashOf = (address: string) => new URL(address).hash.slice(1);

/** What a CA of State Bodies did over the years, by the addresses of its pages. */
export class BodiesYears {
  readonly station: Demonstration;
  /** Of letters, the first one first. */
  readonly letters: string[] = [];
  readonly serialNumbers: string[] = [];
  revocationLetter = '';
  leaver = '';
  #carriers = 0;

  constructor(station: Demonstration) {
    this.station = station;
  }

  /** G-3 to G-9: three persons of one letter, each with a key on a carrier that the courier takes. */
  async firstDay(): Promise<void> {
    await this.#serve([0, 1, 2]);
    await handOverByCourier(this.station);
  }

  /** G-13, G-12.1, G-14, G-15: somebody left, the body said so too late, and its letter revokes. */
  async staffLeaves(): Promise<void> {
    const { station } = this;
    this.leaver = this.serialNumbers[0] ?? '';
    this.revocationLetter = await revokeLeaver(station, this.leaver);
    await signAndPublish(station);
  }

  /** Certificates of one year have ended: another letter, with somebody new on it (G-3, G-11). */
  async nextYear(year: number): Promise<void> {
    await this.#serve([1, 2, 2 + year]);
    if (year % 2 === 0) await handOverInPerson(this.station);
    else await handOverByCourier(this.station);
  }

  async #serve(persons: readonly number[]): Promise<void> {
    const { station } = this;
    const { page } = station;
    const number = this.letters.length + 1;
    await typeLetter(page, `12-3/${String(100 + number)}`, {
      bodyDate: await station.typedDay(2),
      documentDate: await station.typedDay(1_200),
    });
    for (const [line, n] of persons.entries()) {
      if (line > 0) await act(page, 'add-person');
      await typePerson(page, line, n, { documentDate: await station.typedDay(1_000 + n) });
    }
    this.letters.push(hashOf(await handInLetter(page)));
    await considerAll(page);
    const blanks = persons.map(() => {
      this.#carriers += 1;
      const serial = String(this.#carriers).padStart(4, '0');
      return `KZ-${serial}; ${String(1_200 + this.#carriers).padStart(6, '0')}`;
    });
    await enterCarriers(page, blanks);
    for (const [i, n] of persons.entries()) {
      await issueFirst(page);
      await act(page, 'noted');
      await expect(page.locator('#written')).toHaveCount(0);
      this.serialNumbers.push(await this.#serialNumberOn(blanks[i] ?? '', n));
    }
  }

  /** Of the certificate whose key lies on that carrier. */
  async #serialNumberOn(blank: string, n: number): Promise<string> {
    const { page } = this.station;
    await this.station.open('/carriers');
    const row = page.locator('#carriers tbody tr', { hasText: blank.split(';')[0] ?? blank });
    await expect(row).toContainText(aPersonDraft(n).surname);
    const href = await row.locator('a[href^="#/register/"]').getAttribute('href');
    return (href ?? '').split('/').at(-1) ?? '';
  }

  /** Each of the seven forms empty, and those that are filled where their records are. */
  async printForms(): Promise<void> {
    const { station } = this;
    const { page } = station;
    await station.open('/forms');
    for (const form of ['G-F1', 'G-F1a', 'G-F2', 'G-F3', 'G-F4', 'G-F4a', 'G-F5'])
      station.write(`forms/${form}-empty.pdf`, (await station.saved(`empty-${form}`)).octets);
    await station.open(this.letters[0] ?? '');
    await station.paper('paper-letter', 'forms/G-F1.pdf');
    await this.#printMany('print-annexes', 'forms/G-F1a.pdf');
    await station.open(`/register/${this.serialNumbers.at(-1) ?? ''}`);
    await station.paper('paper-certificate', 'forms/G-F2.pdf');
    await station.open(this.revocationLetter);
    await station.paper('paper-letter', 'forms/G-F4.pdf');
    await this.#printMany('print-annexes', 'forms/G-F4a.pdf');
    await station.open('/journals');
    await expect(page.locator('#journal-rows tbody tr')).toHaveCount(this.serialNumbers.length);
    await station.paper('print-journal', 'forms/G-F3.pdf');
    await page.locator('#journal').selectOption('G-F5');
    await expect(page.locator('#journal-rows')).toContainText('хат 12-3/900');
    await station.paper('print-journal', 'forms/G-F5.pdf');
  }

  async #printMany(name: string, file: string): Promise<void> {
    await act(this.station.page, name);
    this.station.write(file, (await this.station.saved('save-printed')).octets);
  }
}
