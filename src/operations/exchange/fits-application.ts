import type { AnsweredCertificate } from '#domain/application/answer.ts';
import type { Application } from '#domain/application/application.ts';
import { certificateSubject } from '#domain/application/certificate-subject.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { verifiedPath } from '#operations/chain/verified-path.ts';
import type { Desk } from '#ports/desk.ts';

export type CertificateUnfit =
  | 'CertificateUnreadable'
  /** Not by the authority whose certificate this station knows by ten words (RFC 5280 §6.1). */
  | 'CertificateOfOtherAuthority'
  /** Over another key than that of the request which came with the application. */
  | 'CertificateOfOtherKey'
  | 'CertificateOfOtherPerson';

/**
 * Whether a certificate that came from the authority is the one that the application asked for: its path up to the authority that the station
 * states, the key of the request, the person and the body. It is judged as of the day on which it began: it may have been on the way for weeks.
 */
export async function whyCertificateUnfit(
  desk: Pick<Desk, 'verifier'>,
  station: Station,
  { content, request }: Pick<Application, 'content' | 'request'>,
  { der, serialNumber }: AnsweredCertificate,
): Promise<CertificateUnfit | null> {
  const read = readCertificate(der);
  if (!read.ok || bytesToHex(read.value.tbs.serialNumber) !== serialNumber) return 'CertificateUnreadable';
  const certificate = read.value;
  if (!(await isOfOurAuthority(desk, station, certificate))) return 'CertificateOfOtherAuthority';
  if (request !== undefined) {
    const asked = readCertificationRequest(request.der);
    const isSame = asked.ok && bytesEqual(asked.value.publicKey.der, certificate.tbs.publicKey.der);
    if (!isSame) return 'CertificateOfOtherKey';
  }
  const named = certificate.tbs.subject.rdns.flat();
  const isPerson = certificateSubject(content)
    .filter(({ label }) => label === 'SERIALNUMBER' || label === 'OU')
    .every(({ oid, value }) => named.some((each) => each.oid === oid && each.value === value));
  return isPerson ? null : 'CertificateOfOtherPerson';
}

async function isOfOurAuthority(
  desk: Pick<Desk, 'verifier'>,
  station: Station,
  certificate: Certificate,
): Promise<boolean> {
  for (const { certificateDer, chainDer } of signingGenerations(station)) {
    const above = [certificateDer, ...chainDer].map(readCertificate);
    const path = above.flatMap((read) => (read.ok ? [read.value] : [])).reverse();
    if (path.length !== above.length) continue;
    const valid = await verifiedPath(desk, [...path, certificate], certificate.tbs.notBefore);
    if (valid.ok) return true;
  }
  return false;
}
