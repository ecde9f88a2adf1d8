import type { TakenRequest } from '#domain/application/application.ts';
import type { CertificationRequest } from '#domain/application/certification-request/certification-request.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import type { RequestRefusal } from '#domain/application/certification-request/request-refusal.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { isKeyOfSuite, keySuites } from '#domain/certificate/key-suite.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { recordRefusedImport } from './receive.ts';

export interface ProvedRequest {
  readonly request: CertificationRequest;
  readonly taken: TakenRequest;
  /** Certificates in force with the same public key (A06): whose, and for what. */
  readonly sameKey: readonly RegisterEntry[];
}

export type ReadRequestRefusal =
  | RequestRefusal
  /** The signature does not fit the key: the applicant does not prove possession of it (N-2.9). */
  | { readonly type: 'PossessionNotProved' }
  /** A ГОСТ station certifies keys of its own encoding only, and no other station certifies them (N-2.7). */
  | { readonly type: 'KeyOfOtherSuite'; readonly seen: string; readonly expected: string };

/** Takes a PKCS#10 file in: by content, strictly, with proof of possession; a refused one leaves one line in the log. */
export async function readRequestFile(
  desk: Desk,
  file: { readonly name: string; readonly octets: Uint8Array },
): Promise<Result<ProvedRequest, ReadRequestRefusal>> {
  const proved = await provedForStation(desk, file.octets);
  if (!proved.ok) {
    const sha256Hex = bytesToHex(desk.sha256(file.octets));
    await recordRefusedImport(desk, { act: 'request-refused', sha256Hex, refusal: proved.error.type });
    return proved;
  }
  const { request, keyIdentifierHex } = proved.value;
  const sameKey = await entriesWithKey(desk, keyIdentifierHex);
  return ok({
    request,
    taken: {
      der: request.der,
      source: 'file',
      fileName: file.name,
      keyIdentifierHex,
      possessionProvedAt: desk.clock.now(),
    },
    sameKey,
  });
}

async function provedForStation(
  desk: Desk,
  octets: Uint8Array,
): Promise<Result<{ request: CertificationRequest; keyIdentifierHex: string }, ReadRequestRefusal>> {
  const proved = await proveRequest(desk, octets);
  if (!proved.ok) return proved;
  const station = await (await provenReading(desk)).get('station', 'station');
  const { key } = proved.value.request.publicKey;
  if (station === undefined || isKeyOfSuite(key, station.suite)) return proved;
  const expected = keySuites[station.suite].publicKeyName;
  return err({ type: 'KeyOfOtherSuite', seen: keyName(key).name, expected });
}

/** The parsing and the proof alone (R-3.2, N-2.2, N-2.9), as the examination does them again on the stored request. */
export async function proveRequest(
  desk: Pick<Desk, 'sha1' | 'verifier'>,
  octets: Uint8Array,
): Promise<Result<{ request: CertificationRequest; keyIdentifierHex: string }, ReadRequestRefusal>> {
  const read = readCertificationRequest(octets);
  if (!read.ok) return read;
  const request = read.value;
  const { publicKey, infoDer, signature } = request;
  const holds = await desk.verifier.verify(publicKey.der, signatureAlgorithmOf(request), infoDer, signature);
  if (!holds) return err({ type: 'PossessionNotProved' });
  return ok({ request, keyIdentifierHex: bytesToHex(desk.sha1(publicKey.keyBits)) });
}

async function entriesWithKey(desk: Desk, keyIdentifierHex: string): Promise<readonly RegisterEntry[]> {
  const snapshot = await provenReading(desk);
  const entries = await snapshot.list('entry', { index: 'keyIdentifier', only: keyIdentifierHex });
  const now = desk.clock.now();
  return entries.filter((entry) => entryStatus(entry, now) === 'in-force');
}
