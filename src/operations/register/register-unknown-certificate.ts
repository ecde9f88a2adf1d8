import { ownGenerations } from '#domain/authority/generations.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type CertificateRefusal, readCertificates } from '#domain/certificate/read-certificate.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type AuthorityRefusal, authorityAtWork } from '#operations/certificate/prepare.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { afterFilling, knownOf } from '#operations/ceremony/look-at-own.ts';
import { takeIn } from '#operations/ceremony/taking-in.ts';
import { statedStation } from '#operations/stated-station.ts';
import { issuerAmong } from '#operations/ceremony/recovered-entry.ts';
import { type Act, type TransactionRefusal, transact } from '#operations/transact.ts';
import { openCeremony } from '#domain/authority/ceremony.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';

export type OrphanRefusal =
  | TransactionRefusal
  | StatementRefusal
  | AuthorityRefusal
  | CertificateRefusal
  | { readonly type: 'Locked' | 'NotOurCertificate' | 'OneCertificateOnly' }
  | { readonly type: 'AlreadyRegistered'; readonly serialNumber: string };

/**
 * A certificate that this authority signed and its register lacks, as after an older backup was restored: taken in as a
 * recovered entry, so that it can be revoked (B11). It counts only with a signature of one of our own keys on it; a refused file
 * leaves one line in the log.
 */
export async function registerUnknownCertificate(
  desk: Desk,
  file: Uint8Array,
): Promise<Result<RegisterEntry, OrphanRefusal>> {
  const took = await takeFile(desk, file);
  if (!took.ok)
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(file)),
      refusal: took.error.type,
    });
  return took;
}

async function takeFile(desk: Desk, file: Uint8Array): Promise<Result<RegisterEntry, OrphanRefusal>> {
  const read = readCertificates(file);
  if (!read.ok) return read;
  const [certificate, ...others] = read.value;
  if (certificate === undefined || others.length > 0) return err({ type: 'OneCertificateOnly' });
  const station = await (await provenReading(desk)).get('station', 'station');
  const authority = authorityAtWork(desk, station, desk.clock.now());
  if (!authority.ok) return authority;
  const issuer = await issuerAmong(desk, ownGenerations(authority.value.station), certificate);
  if (issuer === undefined) return err({ type: 'NotOurCertificate' });
  const serialNumber = bytesToHex(certificate.tbs.serialNumber);
  return transact<RegisterEntry, OrphanRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if ((await snapshot.get('entry', serialNumber)) !== undefined)
      return err({ type: 'AlreadyRegistered', serialNumber });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const known = await knownOf(snapshot, before);
    const shown = { lists: [], certificates: [{ certificate, generation: issuer }] };
    const newer = takeIn(desk, known, shown, { officer, at: time });
    const record = known.entries.get(serialNumber);
    if (record === undefined) return err({ type: 'NotOurCertificate' });
    if (openCeremony(before) === undefined) return ok({ acts: newer.acts, answer: record });
    const filled = afterFilling(before, known, newer, time, true);
    const stated = await statedStation(desk, snapshot, before, filled);
    if (!stated.ok) return stated;
    const filling: Act = {
      act: 'ceremony-filled',
      subjects: [before.stationId, 'filled'],
      puts: [...newer.chunks, { collection: 'station', record: stated.value }],
    };
    return ok({ acts: [...newer.acts, filling], answer: record });
  });
}
