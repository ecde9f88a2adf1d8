import { ownGenerations } from '#domain/authority/generations.ts';
import type { AuthorityGeneration, Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { readCertificate, readCertificates } from '#domain/certificate/read-certificate.ts';
import type { CertificateList, ReadCrlEntry } from '#domain/crl/certificate-list.ts';
import { type ListRefusal, brokenListRule, listRefusal } from '#domain/crl/list-refusal.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { contentKindOf } from '#domain/der/content-kind.ts';
import type { Desk } from '#ports/desk.ts';
import { issuerAmong } from './recovered-entry.ts';

export type ShownFileRefusal =
  | ListRefusal
  | {
      readonly type:
        | 'CrlUnreadable'
        | 'CrlOfOtherAuthority'
        | 'CrlSignatureInvalid'
        | 'CrlWithoutNumber'
        | 'NotOurCertificate';
    };

/** A list of the station's own, by which of its keys. */
export interface OwnList {
  readonly list: CertificateList;
  readonly number: bigint;
  readonly generation: AuthorityGeneration;
}

export interface OwnCertificate {
  readonly certificate: Certificate;
  readonly generation: AuthorityGeneration;
}

/** What of the station's own was shown, each believed only by a signature of one of its keys. */
export interface Shown {
  readonly lists: readonly OwnList[];
  readonly certificates: readonly OwnCertificate[];
  /** That the log of a register which is replaced proves, and that may be on no list. */
  readonly revocations?: readonly OwnRevocation[];
}

/** A revocation by the officer's signature in the log, `seq` its number there. */
export interface OwnRevocation {
  readonly generation: number;
  readonly seq: number;
  readonly listed: ReadCrlEntry;
}

/** Every file, or the refusal of the first one that is not the station's own. */
export async function readShownFiles(
  desk: Pick<Desk, 'verifier'>,
  station: Station,
  files: readonly Uint8Array[],
): Promise<Result<Shown, ShownFileRefusal>> {
  const lists: OwnList[] = [];
  const certificates: OwnCertificate[] = [];
  for (const file of files) {
    if (isCertificateFile(file)) {
      const read = await ownCertificates(desk, station, file);
      if (!read.ok) return read;
      certificates.push(...read.value);
    } else {
      const read = await ownList(desk, station, file);
      if (!read.ok) return read;
      lists.push(read.value);
    }
  }
  return ok({ lists, certificates });
}

export function isCertificateFile(file: Uint8Array): boolean {
  const kind = contentKindOf(file);
  return kind === 'certificate' || kind === 'cms';
}

export async function ownList(
  desk: Pick<Desk, 'verifier'>,
  station: Station,
  file: Uint8Array,
): Promise<Result<OwnList, ShownFileRefusal>> {
  const read = readCrlFile(file);
  if (!read.ok) return err({ type: 'CrlUnreadable' });
  const { tbs, signature } = read.value;
  const named = ownGenerations(station).flatMap((generation) => {
    const own = readCertificate(generation.certificateDer);
    const isIssuer = own.ok && bytesEqual(tbs.issuer.der, own.value.tbs.subject.der);
    return isIssuer ? [{ generation, authority: own.value }] : [];
  });
  const [issuer] = named;
  if (issuer === undefined) return err({ type: 'CrlOfOtherAuthority' });
  const { generation, authority } = issuer;
  const { publicKey } = authority.tbs;
  const algorithm = issuerSignature(read.value, publicKey.key);
  const holds =
    algorithm !== null && (await desk.verifier.verify(publicKey.der, algorithm, tbs.der, signature));
  if (!holds) return err({ type: 'CrlSignatureInvalid' });
  if (tbs.crlNumber === undefined) return err({ type: 'CrlWithoutNumber' });
  // Of any age: what it says of the past is what is asked.
  const rule = brokenListRule(read.value, authority, station.kind === 'R' ? 'authorities' : 'anybody');
  if (rule !== null) return err(listRefusal(rule));
  return ok({ list: read.value, number: tbs.crlNumber, generation });
}

async function ownCertificates(
  desk: Pick<Desk, 'verifier'>,
  station: Station,
  file: Uint8Array,
): Promise<Result<readonly OwnCertificate[], ShownFileRefusal>> {
  const read = readCertificates(file);
  if (!read.ok) return err({ type: 'NotOurCertificate' });
  const own = ownGenerations(station);
  const found: OwnCertificate[] = [];
  for (const certificate of read.value) {
    // The authority's own travels beside what it issued.
    if (own.some(({ certificateDer }) => bytesEqual(certificateDer, certificate.der))) continue;
    const generation = await issuerAmong(desk, own, certificate);
    if (generation === undefined) return err({ type: 'NotOurCertificate' });
    found.push({ certificate, generation });
  }
  return ok(found);
}
