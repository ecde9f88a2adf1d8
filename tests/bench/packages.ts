import { randomBytes } from 'node:crypto';
import type { Attachment } from '#domain/application/attachment.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { encryptScan } from '#operations/application/scan.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { makeExchangePackage } from '#operations/exchange/make-package.ts';
import { takePackage } from '#operations/exchange/take-package.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { type OfficeAtWork, aRequest, taken } from '#tests/support/office-at-work.ts';
import { aFieldStation, anAuthority, digestOfStation, pair } from '#tests/support/stations-at-work.ts';
import { indexedStore } from './register/indexed-store.ts';

/** As `take` of `src/tools/bench.mjs` has it. */
interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly size?: number;
}

const atOnce = 100;
/** Rule 14: the same for any number of applications. */
const memoryLimit = 300;

/**
 * Packs so many applications with a scan each at a field station, and takes them in at its authority: seconds, and how far the process's memory rises
 * above what the registers themselves hold. Octets of one scan: 200 kB, so that ten thousand have two gigabytes.
 */
export async function measurePackages(
  { size, scanOctets = 200_000 }: { readonly size: number; readonly scanOctets?: number },
  take: (line: Measured) => void,
): Promise<void> {
  const field = await aFieldStation(indexedStore());
  const authority = await anAuthority(indexedStore());
  await pair({ authority, field });
  for (let from = 0; from < size; from += atOnce)
    await collect(field, from, Math.min(atOnce, size - from), scanOctets);
  const peer = await digestOfStation(authority);
  const packed = await measured('packing', size, take, () => makeExchangePackage(field.desk, { peer }));
  const { file } = taken(packed);
  take({ name: 'package: file', value: file.length / 1e6, unit: 'MB', size });
  const seen = taken(await measured('preview', size, take, () => lookAtPackage(authority.desk, file)));
  const { id } = seen;
  const command = { file, id, conflicts: {} };
  const outcome = taken(await measured('taking in', size, take, () => takePackage(authority.desk, command)));
  if (outcome.type !== 'taken' || outcome.entered !== size) throw new Error('not everything was taken in');
}

async function collect(
  { desk }: OfficeAtWork,
  from: number,
  count: number,
  scanOctets: number,
): Promise<void> {
  const applications = [];
  for (let i = from; i < from + count; i++) {
    const octets = new Uint8Array(randomBytes(scanOctets));
    octets.set(new TextEncoder().encode('%PDF-1.7\n'));
    const scan = taken(await encryptScan(desk, { name: 'құжат.pdf', octets }));
    const { id }: Attachment = scan.attachment;
    const plain = contentOf(i);
    const documents = plain.documents.map((each, at) => (at === 0 ? { ...each, attachmentId: id } : each));
    const content = { ...plain, documents };
    applications.push({ content, request: await aRequest(content), scans: [scan] });
  }
  taken(await receiveApplications(desk, { applications }));
}

async function measured<T>(
  name: string,
  size: number,
  take: (line: Measured) => void,
  act: () => Promise<T>,
): Promise<T> {
  collectGarbage();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  try {
    return await act();
  } finally {
    clearInterval(watch);
    peak = Math.max(peak, process.memoryUsage().rss);
    take({ name: `package: ${name}`, value: (performance.now() - began) / 1000, unit: 's', size });
    const rise = (peak - before) / 1e6;
    take({ name: `package: ${name}, memory`, value: rise, unit: 'MB', limit: memoryLimit, size });
  }
}

function collectGarbage(): void {
  const { gc } = globalThis as { readonly gc?: () => void };
  gc?.();
}
