import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StationSecrets } from '#tests/support/officer-at-browser.ts';
import { type Applicant, applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import { DIST } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';
import { OfficerInFirefox } from './officer-in-firefox.ts';

const firefox = process.env['TIRKELIM_FIREFOX'];
let officer: OfficerInFirefox;
/** What the first test leaves to the second: a station, and the list that stands after its last backup. */
let left:
  { readonly secrets: StationSecrets; readonly backup: string; readonly newerList: string } | undefined;

beforeAll(async () => {
  if (firefox === undefined) throw new Error('no Firefox that starts: run npm test, which finds one');
  officer = await OfficerInFirefox.atWork(firefox);
});
afterAll(() => officer.goHome());

it('[N-1] a whole day in Firefox, its server gone: set up, take in, issue, revoke, publish, begin again', async () => {
  const server = await serve({ directory: DIST, port: 0 });
  const { page } = officer;
  await officer.begin(server.origin);
  await server.stop();

  const secrets = await officer.setUpStation();
  const person = applicant(1);
  const { csr, keyPem } = opensslRequest(person);
  const request = join(dirname(keyPem), 'request-to-show.csr');
  writeFileSync(request, csr);
  await handIn(person, request);
  await officer.act('confirm-N-5.1');
  await officer.act('confirm-N-5.2');
  await officer.act('approve');
  await officer.act('issue');
  await officer.act('issue-confirm');
  await officer.see('[data-act=to-certificate]');
  await officer.act('to-certificate');
  await officer.see('[data-act=export-cer]');
  const serialNumber = page.url().split('/').at(-1) ?? '';
  const cer = await officer.offered('export-cer', '.cer');
  await officer.choose(cer, () => officer.act('show-file-again'));
  await officer.see('[data-saved]');
  expect(openssl('x509', '-inform', 'DER', '-in', cer, '-noout', '-serial').toLowerCase()).toContain(
    serialNumber,
  );

  await officer.open('/media');
  const backup = await officer.offered('backup', '.age');
  await officer.choose(backup, () => officer.act('show-file-again'));
  await officer.see('[data-saved^=tirkelim-register]');
  await officer.open(`/register/${serialNumber}`);
  await revoke(person);
  const crl = await officer.publishCrl();
  left = { secrets, backup, newerList: crl };
  expect(openssl('crl', '-inform', 'DER', '-in', crl, '-noout', '-text').toLowerCase()).toContain(
    serialNumber,
  );

  await page.reload();
  await officer.see('#unlock');
  await officer.unlock(secrets);
  await officer.open(`/register/${serialNumber}`);
  await officer.see('[data-act=raise-reason], [data-act=paper-certificate]');
  await officer.open('/audit');
  await officer.act('verify-log');
  await officer.see('#log-report[data-faults="0"]');
});

it('[F01] [F05] the backup of that day and its newer list, in another Firefox: a ceremony, ended by a list that keeps the revocation', async () => {
  if (firefox === undefined || left === undefined) throw new Error('no day came before');
  const { secrets, backup, newerList } = left;
  const server = await serve({ directory: DIST, port: 0 });
  const other = await OfficerInFirefox.atWork(firefox);
  try {
    await other.begin(server.origin);
    await other.press('#to-restore');
    await other.choose(backup, () => other.act('choose-backup'));
    await other.fill('#restore-words', secrets.words.replace(/ \S+$/u, ''));
    await other.act('open-backup');
    expect(await other.see('#backup-error')).toContain('24');
    await other.choose(backup, () => other.act('choose-backup'));
    await other.fill('#restore-words', secrets.words);
    await other.act('open-backup');
    await other.see('#backup-facts [data-fact=acts]');
    await other.choose(newerList, () => other.act('choose-crls'));
    await other.see(`[data-crl="${numberOf(newerList)}"]`);
    await other.act('restore');
    await other.see('#restored');
    await other.see('#ceremony-open');
    await other.unlock(secrets);
    const next = await other.publishCrl();
    await other.page.waitForSelector('#ceremony-open', { hidden: true });
    const [before, after] = [newerList, next].map((path) =>
      openssl('crl', '-inform', 'DER', '-in', path, '-noout', '-text').toLowerCase(),
    );
    const [revoked = ''] = /serial number: ([0-9a-f]{30,})/u.exec(before ?? '') ?? [];
    expect(revoked).not.toBe('');
    expect(after).toContain(revoked);
    expect(BigInt(numberOf(next)) > BigInt(numberOf(newerList))).toBe(true);
    expect(BigInt(numberOf(next)) >> 24n).toBe(2n);
    await other.open('/audit');
    await other.act('verify-log');
    await other.see('#log-report[data-faults="0"]');
  } finally {
    await other.goHome();
    await server.stop();
  }
});

/** A list is written under its number. */
function numberOf(path: string): string {
  return basename(path, '.crl');
}

async function handIn(person: Applicant, request: string): Promise<void> {
  await officer.open('/applications/new/N-F1');
  await officer.see('#iin');
  const fields = ['iin', 'surname', 'givenName', 'patronymic', 'region', 'city', 'email', 'phone'] as const;
  for (const field of fields) await officer.fill(`#${field}`, person[field]);
  await officer.fill('#usageAreas-0', 'Салық есептілігін тапсыру');
  await officer.fill('#signatureTool', 'ECDSA P-256');
  await officer.press('input[name=purpose][value=signing]');
  await officer.fill('#documents-0-number', '041234567');
  await officer.fill('#documents-0-date', '05.03.2021');
  await officer.fill('#documents-0-issuer', 'ҚР ІІМ');
  await officer.choose(request, () => officer.act('take-request'));
  await officer.see('#request .notice.good');
  await officer.act('hand-in');
}

/** From the certificate's page, which is open: by its owner's application on N-F4. */
async function revoke(person: Applicant): Promise<void> {
  await officer.act('revoke');
  await officer.see('[data-act=receive-revocation]');
  await officer.press('input[name=revocation-kind][value=application]');
  await officer.press('input[name=ground][value=owners-wish]');
  for (const field of ['iin', 'surname', 'givenName', 'patronymic', 'email', 'phone'] as const)
    await officer.fill(`#${field}`, person[field]);
  await officer.act('receive-revocation');
  await officer.press('#confirmed-correct');
  await officer.act('revoke');
  await officer.act('revoke-finally');
  await officer.see('#revoked-text');
}

function openssl(...words: string[]): string {
  return execFileSync('openssl', words, { encoding: 'utf8' });
}
