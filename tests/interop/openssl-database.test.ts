/** The exported index.txt, given to `openssl ca`: the list that OpenSSL makes of it names what our own list names (R-13, N-14). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';
import { newestCrl } from '#tests/support/chain-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();

afterAll(() => {
  folder.remove();
});

const grounds = [
  'key-compromise',
  'owners-wish',
  'carrier-damaged',
  'affiliation-changed',
  'own-error',
] as const;

async function revokedOn(office: OfficeAtWork, n: number, ground: string): Promise<string> {
  const { desk } = office;
  const entry = await issued(office, contentOf(n));
  office.pass(3600);
  const source = applicationToRevoke(entry);
  const found = await receiveRevocation(desk, { serialNumber: entry.id, ground, source });
  // A ground that this authority does not know revokes nothing.
  if (!found.ok) return entry.id;
  taken(await decideRevocation(desk, { caseId: found.value.id, confirmedCorrect: true }));
  return entry.id;
}

async function certificateOf({ desk }: OfficeAtWork, serial: string): Promise<Uint8Array> {
  return (await (await desk.store.read()).get('certificate', serial))?.der ?? new Uint8Array();
}

/** Serial number, second, reason, one a line and in order. */
function namesOf(der: Uint8Array): readonly string[] {
  const { tbs } = taken(readCrlFile(der));
  return [...tbs.entries]
    .map(
      ({ serialNumber, revocationDate, extensions }) =>
        `${bytesToHex(serialNumber)} ${revocationDate} ${extensions.reasonCode ?? 'none'}`,
    )
    .sort();
}

function madeByOpenssl(index: Uint8Array): Uint8Array {
  const key = folder.path('other.key');
  const own = folder.path('other.pem');
  const newKey = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  runOrThrow('openssl', ...newKey, '-keyout', key, '-subj', '/CN=Other', '-out', own, '-days', '30');
  const database = folder.put('index.txt', index);
  const number = folder.put('number', '1F\n');
  const configuration = `[ca]\ndefault_ca=own\n[own]\ndatabase=${database}\ncrlnumber=${number}\ndefault_md=sha256\ndefault_crl_days=7\ncrl_extensions=ext\n[ext]\nauthorityKeyIdentifier=keyid\n`;
  const file = folder.path('other.crl');
  const config = ['-config', folder.put('ca.cnf', configuration)];
  runOrThrow('openssl', 'ca', '-gencrl', ...config, '-keyfile', key, '-cert', own, '-out', file);
  return Uint8Array.from(readFileSync(file));
}

async function indexOf({ desk }: OfficeAtWork): Promise<Uint8Array> {
  const files = taken(unzipFiles(await exportCertificates(desk), 1_000_000));
  return files.get('index.txt') ?? new Uint8Array();
}

describe('the exported list of certificates', () => {
  itWith('openssl')(
    '[N-14] gives OpenSSL the very entries of our own CRL, those of recovered certificates among them',
    async () => {
      const office = anOffice();
      const { desk } = office;
      const words = await setUp(office);
      await revokedOn(office, 0, grounds[0]);
      const backup = taken(await makeRegisterBackup(desk));
      const later: string[] = [];
      for (const [i, ground] of grounds.slice(1).entries())
        later.push(await revokedOn(office, i + 1, ground));
      // One that stays in force.
      await issued(office, contentOf(9));
      taken(await signCrl(desk));
      const list = await newestCrl(office);
      expect(namesOf(list).length).toBeGreaterThan(2);
      expect(namesOf(madeByOpenssl(await indexOf(office)))).toEqual(namesOf(list));

      const restored = anOffice(memoryStore(), desk.clock.now());
      const opened = taken(await openRegisterBackup(restored.desk, { backup, secret: { words } }));
      const certificates = await Promise.all(later.map((serial) => certificateOf(office, serial)));
      taken(await restoreRegister(restored.desk, { opened, shown: [list, ...certificates] }));
      restored.pass(60);
      await unlockAgain(restored);
      taken(await signCrl(restored.desk));
      const after = await newestCrl(restored);
      expect(namesOf(after)).toEqual(namesOf(list));
      const entries = await (await restored.desk.store.read()).list('entry');
      expect(
        entries.filter(({ id, applicationNumber }) => later.includes(id) && applicationNumber === ''),
      ).toHaveLength(4);
      expect(namesOf(madeByOpenssl(await indexOf(restored)))).toEqual(namesOf(after));
    },
  );
});
