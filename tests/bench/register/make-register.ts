import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest } from '#domain/application/content-digest.ts';
import { plainRecord } from '#operations/backup/backup-format.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { type OfficeAtWork, aRequest, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { indexedStore } from './indexed-store.ts';

const atOnce = 200;
/** A list is signed each day, after so many certificates; its signed head vouches for the log before it. */
const inADay = 2_000;
const rowsOfPart = 5_000;
const day = 24 * 3600;

/** A National CA's register with so many certificates, each by the ordinary acts from its application on. */
export async function aRegisterOf(
  certificates: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<OfficeAtWork & { readonly store: ReturnType<typeof indexedStore> }> {
  const store = indexedStore();
  const office = anOffice(store);
  await setUp(office);
  for (let from = 0; from < certificates; from += atOnce) {
    await issueSome(office, from, Math.min(atOnce, certificates - from));
    office.pass(60);
    if ((from + atOnce) % inADay === 0 || from + atOnce >= certificates) {
      taken(await signCrl(office.desk));
      office.pass(day);
    }
    onProgress(Math.min(from + atOnce, certificates));
  }
  return { ...office, store };
}

async function issueSome({ desk }: OfficeAtWork, from: number, count: number): Promise<void> {
  const applications = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const content = contentOf(from + i);
      return { content, request: await aRequest(content), scans: [] };
    }),
  );
  const received = taken(await receiveApplications(desk, { applications }));
  for (const application of received) {
    const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    taken(await approveApplication(desk, command));
  }
  for (const { result } of await issueCertificates(desk, { applicationIds: received.map(({ id }) => id) }))
    taken(result);
}

/**
 * Writes the rows of such a register into a folder, which is there whole or not at all: `index.json` (`{parts, head}`) and parts
 * of JSON Lines `[collection, record, keys]`, octets as `{"base64": …}`.
 */
export async function writeRegister(
  folder: string,
  certificates: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const { store } = await aRegisterOf(certificates, onProgress);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  let parts = 0;
  let lines: string[] = [];
  const write = (): void => {
    writeFileSync(join(unfinished, `${parts}.jsonl`), lines.join(''));
    parts += 1;
    lines = [];
  };
  for (const [collection, rows] of store.contents())
    for (const { record, keys } of rows.values()) {
      lines.push(`${JSON.stringify([collection, plainRecord(record), keys])}\n`);
      if (lines.length === rowsOfPart) write();
    }
  write();
  const head = await store.headCopy();
  writeFileSync(join(unfinished, 'index.json'), JSON.stringify({ parts, head }));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}
