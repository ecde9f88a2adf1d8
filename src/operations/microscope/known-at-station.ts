import { ownGenerations } from '#domain/authority/generations.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import type { RegisterStanding } from '#domain/microscope/looked-at.ts';
import { ownerName } from '#domain/register/register-entry.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type KnownHere, nothingKnown } from './known-here.ts';

/** Of the station at this address, as its log vouches for it; nothing where no station is set up. */
export async function knownAtStation(desk: Desk): Promise<KnownHere> {
  const reading = await provenReading(desk);
  const station = await reading.get('station', 'station');
  if (station === undefined) return nothingKnown;
  const ders = ownGenerations(station).flatMap(({ certificateDer, chainDer }) => [
    certificateDer,
    ...chainDer,
  ]);
  const read = ders.map(readCertificate).flatMap((each) => (each.ok ? [each.value] : []));
  const authorities = read.filter(({ der }, i) => read.findIndex((each) => bytesEqual(each.der, der)) === i);
  return {
    authorities,
    lists: await listsOf(reading),
    seek: {
      certificate: (certificate) => standingOf(reading, authorities, certificate),
      key: (keyIdentifierHex) => keyStanding(reading, keyIdentifierHex),
      list: (sha256Hex) => listStanding(reading, sha256Hex),
    },
  };
}

/** The newest list of each key of the station's own, and those of the authorities above. */
async function listsOf(reading: Snapshot): Promise<readonly CertificateList[]> {
  const [own, issuers] = [await reading.list('crl'), await reading.list('issuerCrl')];
  const newest = new Map(own.map((record) => [record.generation, record]));
  const ders = issuers.map(({ der }) => der);
  for (const { id } of newest.values()) {
    const file = await reading.get('crlFile', id);
    if (file !== undefined) ders.push(file.octets);
  }
  return ders.map(readCrl).flatMap((each) => (each.ok ? [each.value] : []));
}

async function standingOf(
  reading: Snapshot,
  authorities: readonly Certificate[],
  { der, tbs }: Certificate,
): Promise<RegisterStanding> {
  const id = bytesToHex(tbs.serialNumber);
  const entry = await reading.get('entry', id);
  if (entry === undefined)
    return authorities.some((each) => bytesEqual(each.der, der))
      ? { type: 'authority' }
      : { type: 'unknown' };
  const { number, subject, revocation } = entry;
  const stored = await reading.get('certificate', id);
  if (stored === undefined || !bytesEqual(stored.der, der)) return { type: 'other', id, number };
  const revoked = revocation === undefined ? {} : { revokedAt: revocation.date };
  return { type: 'entry', id, number, name: ownerName(subject), ...revoked };
}

async function keyStanding(reading: Snapshot, keyIdentifierHex: string): Promise<RegisterStanding> {
  const entries = await reading.list('entry', { index: 'keyIdentifier', only: keyIdentifierHex });
  if (entries.length === 0) return { type: 'unknown' };
  return { type: 'key', entries: entries.map(({ id, number }) => ({ id, number })) };
}

async function listStanding(reading: Snapshot, sha256: string): Promise<RegisterStanding> {
  const record = (await reading.list('crl')).find(({ sha256Hex }) => sha256Hex === sha256);
  return record === undefined
    ? { type: 'unknown' }
    : { type: 'list', id: record.id, number: record.crlNumber };
}
