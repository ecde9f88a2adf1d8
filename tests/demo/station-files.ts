import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { act } from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

export interface PublishedCrl {
  readonly name: string;
  readonly octets: Buffer;
}

/** A CRL signed; its page opens, and there it is written to the medium, read back and so published. */
export async function signAndPublish(demonstration: Demonstration): Promise<PublishedCrl> {
  await demonstration.open('/crl');
  await demonstration.unlocked();
  await act(demonstration.page, 'sign-crl');
  return publish(demonstration);
}

/** The first one was signed when the station was set up. */
export async function publishFirst(demonstration: Demonstration): Promise<void> {
  await demonstration.open('/crl');
  await demonstration.page.locator('main tbody tr a').first().click();
  await publish(demonstration);
}

async function publish(demonstration: Demonstration): Promise<PublishedCrl> {
  const { folder } = demonstration;
  await expect(demonstration.page.locator('[data-act=publish-crl]')).toBeVisible();
  await demonstration.unlocked();
  const crl = await demonstration.saved('publish-crl');
  const number = crl.name.replace(/\.crl$/, '');
  demonstration.write(`${folder}/crl/${crl.name}`, crl.octets);
  const digest = await demonstration.saved('save-sha256');
  demonstration.write(`${folder}/crl/${digest.name}`, digest.octets);
  const head = await demonstration.saved('save-head');
  demonstration.write(`${folder}/crl/${number}.head.json`, head.octets);
  const signature = await demonstration.saved('save-signature');
  demonstration.write(`${folder}/crl/${number}.p7s`, signature.octets);
  return crl;
}

/** Everything that the station gives away by its own exports, unpacked as whoever judges it wants it. */
export async function exportStation(demonstration: Demonstration): Promise<readonly string[]> {
  const { folder, station } = demonstration;
  const { kind, suite, parent } = station;
  demonstration.write(`${folder}/station.json`, JSON.stringify({ kind, suite, parent }));
  await demonstration.open('/media');
  await demonstration.unlocked();
  demonstration.write(`${folder}/register.csv`, (await demonstration.saved('export-register')).octets);
  demonstration.write(`${folder}/ca.cer`, (await demonstration.saved('export-ca')).octets);
  const { octets } = await demonstration.saved('export-certificates');
  // The authority's own certificate lies in the archive too; the others are named by their serial numbers.
  const certificates = Object.entries(unzipSync(new Uint8Array(octets))).filter(([name]) =>
    /(?:^|\/)[0-9a-f]{32,40}\.cer$/.test(name),
  );
  for (const [name, der] of certificates)
    demonstration.write(`${folder}/certificates/${name.split('/').at(-1) ?? name}`, der);
  await demonstration.open('/audit');
  demonstration.write(`${folder}/audit.jsonl`, (await demonstration.saved('export-log')).octets);
  return certificates.map(([name]) => name);
}

/** Every act of the log, its links and signatures, checked from the first to the last. */
export async function logHolds(station: Demonstration): Promise<void> {
  await station.open('/audit');
  await act(station.page, 'verify-log');
  await expect(station.page.locator('#log-report')).toHaveAttribute('data-faults', '0', { timeout: 120_000 });
}
