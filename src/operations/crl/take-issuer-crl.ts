import { bytesToHex } from '#domain/base/bytes.ts';
import { ownGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import { type IssuerCrlRecord, type IssuerCrlRefusal, whyNotNewer } from '#domain/crl/issuer-crl.ts';
import { brokenListRule, listRefusal, whyListUnfit } from '#domain/crl/list-refusal.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { recordRefusedImport } from '#operations/application/receive.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export type TakeIssuerCrlRefusal =
  TransactionRefusal | IssuerCrlRefusal | { readonly type: 'Locked' | 'StationMissing' };

/**
 * The newest CRL of the authority above, brought on a medium; it is asked about authorities, so that the Root's list of
 * authorities alone is whole. It counts only with that authority's own key on it, and
 * only when it is newer than the one that is kept. A refused file leaves one line in the log and nothing else.
 */
export async function takeIssuerCrl(
  desk: Desk,
  file: Uint8Array,
): Promise<Result<IssuerCrlRecord, TakeIssuerCrlRefusal>> {
  const taken = await take(desk, file);
  if (!taken.ok && taken.error.type !== 'Locked')
    await recordRefusedImport(desk, {
      act: 'import-refused',
      sha256Hex: bytesToHex(desk.sha256(file)),
      refusal: taken.error.type,
    });
  return taken;
}

async function take(desk: Desk, file: Uint8Array): Promise<Result<IssuerCrlRecord, TakeIssuerCrlRefusal>> {
  const read = readCrlFile(file);
  if (!read.ok) return err({ type: 'CrlUnreadable' });
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const issuer = await issuerOfCrl(desk, issuersOf(station), read.value);
  if (!issuer.ok) return issuer;
  return transact<IssuerCrlRecord, TakeIssuerCrlRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const planned = await planIssuerCrl(
      desk,
      snapshot,
      { list: read.value, issuer: issuer.value },
      officer,
      now,
    );
    return planned.ok ? ok({ acts: [planned.value.act], answer: planned.value.record }) : planned;
  });
}

/** The authorities above the station, above each of its keys. */
export function issuersOf(station: Station): readonly Certificate[] {
  return ownGenerations(station)
    .flatMap(({ chainDer }) => chainDer)
    .map(readCertificate)
    .flatMap((read) => (read.ok ? [read.value] : []));
}

/** Whose list it is: by its name, and by the key that signed it. */
export async function issuerOfCrl(
  desk: Pick<Desk, 'verifier'>,
  issuers: readonly Certificate[],
  list: CertificateList,
): Promise<Result<Certificate, IssuerCrlRefusal>> {
  const named = issuers.filter((each) => isSameName(each.tbs.subject, list.tbs.issuer));
  if (named.length === 0) return err({ type: 'CrlOfOtherAuthority' });
  for (const issuer of named) {
    const { publicKey } = issuer.tbs;
    const algorithm = issuerSignature(list, publicKey.key);
    if (algorithm === null) continue;
    if (await desk.verifier.verify(publicKey.der, algorithm, list.tbs.der, list.signature)) return ok(issuer);
  }
  return err({ type: 'CrlSignatureInvalid' });
}

/** The record and the act of taking a verified list in; the caller commits them. */
export function planIssuerCrl(
  desk: Recording,
  snapshot: Snapshot,
  { list, issuer }: IssuedList,
  officer: string,
  now: Instant,
): Promise<PlannedCrl> {
  const unfit = whyListUnfit(list, issuer, now, 'authorities');
  return unfit === null
    ? newestCrl(desk, snapshot, { list, issuer }, officer, now)
    : Promise.resolve(err(unfit));
}

/** At a field station, the list of the authority that it belongs to: asked about anybody, and the newest word there is however long it was on the way. */
export function planFollowedCrl(
  desk: Recording,
  snapshot: Snapshot,
  { list, issuer }: IssuedList,
  officer: string,
  now: Instant,
): Promise<PlannedCrl> {
  const rule = brokenListRule(list, issuer);
  return rule === null
    ? newestCrl(desk, snapshot, { list, issuer }, officer, now)
    : Promise.resolve(err(listRefusal(rule)));
}

type Recording = Pick<Desk, 'sha1' | 'sha256' | 'random'>;
type PlannedCrl = Result<{ readonly record: IssuerCrlRecord; readonly act: Act }, IssuerCrlRefusal>;

interface IssuedList {
  readonly list: CertificateList;
  readonly issuer: Certificate;
}

async function newestCrl(
  desk: Recording,
  snapshot: Snapshot,
  { list, issuer }: IssuedList,
  officer: string,
  now: Instant,
): Promise<PlannedCrl> {
  const id = bytesToHex(desk.sha1(issuer.tbs.publicKey.keyBits));
  const refusal = whyNotNewer(list.tbs, await snapshot.get('issuerCrl', id), now);
  if (refusal !== null) return err(refusal);
  const { thisUpdate, nextUpdate, crlNumber, entries } = list.tbs;
  const record: IssuerCrlRecord = {
    id,
    salt: newSalt(desk.random),
    issuerName: authorityNameOf(issuer.tbs),
    ...(crlNumber === undefined ? {} : { crlNumber: String(crlNumber) }),
    thisUpdate,
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    entryCount: entries.count,
    sha256Hex: bytesToHex(desk.sha256(list.der)),
    der: list.der,
    takenAt: now,
    takenBy: officer,
  };
  return ok({
    record,
    act: {
      act: 'issuer-crl-taken',
      subjects: [record.crlNumber ?? thisUpdate, id],
      puts: [{ collection: 'issuerCrl', record }],
    },
  });
}
