import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Applicant, applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import { DIST } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';
import { OfficerInFirefox } from './officer-in-firefox.ts';

const firefox = process.env['TIRKELIM_FIREFOX'];
let officer: OfficerInFirefox;

beforeAll(async () => {
  if (firefox === undefined) throw new Error('no Firefox that starts: run npm test, which finds one');
  officer = await OfficerInFirefox.atWork(firefox);
});
afterAll(() => officer.goHome());

it('[N-1] a whole day in Firefox, its server gone: set up, take in, issue, revoke, publish, begin again', async () => {
  const server = await serve({ directory: DIST, port: 0 });
  const { page } = officer;
  await page.goto(`${server.origin}/`);
  await page.waitForSelector('html[data-may-unlock="true"]');
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

  await revoke(person);
  await officer.open('/crl');
  await officer.see('main tbody tr');
  await officer.act('sign-crl');
  const crl = await officer.offered('write-crl', '.crl');
  await officer.choose(crl, () => officer.act('show-file-again'));
  await officer.see('#publication');
  await officer.fill('#published-where', 'http://pki.example.kz/n.crl');
  await officer.act('publish-crl');
  await officer.see('.notice.good');
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
