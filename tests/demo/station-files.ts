import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { act } from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

export interface PublishedCrl {
  readonly name: string;
  readonly octets: Buffer;
}

/** A CRL signed; its page opens, and there it is written to the medium, read back and so published. */
export async function signAndPublish(
  demonstration: Demonstration,
  generation = demonstration.generation,
): Promise<PublishedCrl> {
  await demonstration.open('/crl');
  await demonstration.unlocked();
  const isFormer = generation !== demonstration.generation;
  await act(demonstration.page, isFormer ? `sign-crl-${String(generation)}` : 'sign-crl');
  return publish(demonstration, generation);
}

/** The first one was signed when the station was set up, or went over to its new key. */
export async function publishFirst(demonstration: Demonstration): Promise<void> {
  await demonstration.open('/crl');
  await demonstration.page.locator('main tbody tr a').first().click();
  await publish(demonstration, demonstration.generation);
}

async function publish(demonstration: Demonstration, generation: number): Promise<PublishedCrl> {
  const folder = demonstration.folderOf(generation);
  await expect(demonstration.page.locator('[data-act=write-crl]')).toBeVisible();
  await demonstration.unlocked();
  const crl = await demonstration.saved('write-crl');
  await demonstration.page.locator('#published-where').fill(`http://pki.example.kz/${crl.name}`);
  await act(demonstration.page, 'publish-crl');
  await expect(demonstration.page.locator('#publication')).toHaveCount(0);
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

/** Everything that the station gives away by its own exports, unpacked as whoever judges it wants it: a folder for each key. */
export async function exportStation(demonstration: Demonstration): Promise<readonly string[]> {
  const { kind, suite, parent } = demonstration.station;
  await demonstration.open('/media');
  await demonstration.unlocked();
  const register = (await demonstration.saved('export-register')).octets.toString();
  const ca = (await demonstration.saved('export-ca')).octets;
  const files = Object.entries(unzipSync((await demonstration.saved('export-certificates')).octets));
  await demonstration.open('/audit');
  const log = Object.entries(unzipSync((await demonstration.saved('export-log')).octets));
  const every: string[] = [];
  for (let generation = 1; generation <= demonstration.generation; generation++) {
    const folder = demonstration.folderOf(generation);
    const ofKey = demonstration.generation === 1 ? '' : `generation-${String(generation)}/`;
    // The authority's own certificate lies in the archive too; the others are named by their serial numbers.
    const certificates = files
      .filter(([name]) => name.startsWith(ofKey) && /(?:^|\/)[0-9a-f]{32,40}\.cer$/.test(name))
      .map(([name, der]) => [name.split('/').at(-1) ?? name, der] as const);
    for (const [name, der] of certificates) demonstration.write(`${folder}/certificates/${name}`, der);
    const names = certificates.map(([name]) => name);
    const former = files.find(([name]) => name === `${ofKey}ca.cer`)?.[1];
    demonstration.write(`${folder}/station.json`, JSON.stringify({ kind, suite, parent }));
    demonstration.write(
      `${folder}/ca.cer`,
      generation === demonstration.generation ? ca : (former ?? Buffer.alloc(0)),
    );
    demonstration.write(`${folder}/register.csv`, rowsOf(register, names));
    for (const [name, octets] of log) {
      demonstration.write(`${folder}/log/${name}`, octets);
      // Under the names that the judges look for, too.
      if (name.startsWith('checkpoints/')) demonstration.write(`${folder}/${name}`, octets);
      if (name === 'log.jsonl') demonstration.write(`${folder}/audit.jsonl`, octets);
    }
    every.push(...names);
  }
  expect(register.trimEnd().split('\n')).toHaveLength(every.length + 1);
  return every;
}

/** Of the register's table its head, and the lines of these certificates. */
function rowsOf(register: string, names: readonly string[]): string {
  const isOfKey = (line: string) => names.includes(`${line.split(',')[0] ?? ''}.cer`);
  return register
    .split(/(?<=\n)/)
    .filter((line, at) => at === 0 || isOfKey(line))
    .join('');
}

/** Every act of the log, its links and signatures, checked from the first to the last. */
export async function logHolds(station: Demonstration): Promise<void> {
  await station.open('/audit');
  await act(station.page, 'verify-log');
  await expect(station.page.locator('#log-report')).toHaveAttribute('data-faults', '0');
}
