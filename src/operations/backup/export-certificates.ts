import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { Name } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { encodeTime } from '#domain/der/time.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { entriesByNumber, listStatus } from './export-register.ts';

const readMe = `Tirkelim: every certificate of the register
==========================================
certificates/<serial number>.cer   each certificate, DER
ca.cer                             the authority's certificate, DER
index.txt                          the list as "openssl ca" keeps it

Of an authority that has renewed its key, each key has these in a directory of its own: generation-1, generation-2.

  openssl x509 -inform DER -in ca.cer -out ca.pem
  openssl x509 -inform DER -in certificates/<serial number>.cer -out one.pem
  openssl verify -CAfile ca.pem one.pem
  openssl x509 -in one.pem -noout -text

An authority under a Root needs -partial_chain beside -CAfile. A revoked certificate verifies all the same: who is
revoked stands in index.txt, and is proved only by the list of revoked certificates (CRL).
`;

/** Every certificate of the register as a ZIP that OpenSSL, XCA and EJBCA take in. */
export async function exportCertificates(
  desk: Pick<Desk, 'store' | 'clock' | 'archive' | 'sha256' | 'verifyRegister'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await provenReading(desk);
  const now = desk.clock.now();
  const total = await snapshot.count('entry');
  const station = await snapshot.get('station', 'station');
  const files = new Map<string, Uint8Array>();
  const generations = station === undefined ? [] : signingGenerations(station);
  // OpenSSL knows one issuer for each list: of several keys, each has a directory of its own.
  const folderOf = (generation: number) =>
    generations.length > 1 ? `generation-${String(generation)}/` : '';
  const indexes = new Map(generations.map(({ generation }) => [generation, [] as string[]]));
  let done = 0;
  for await (const entry of entriesByNumber(snapshot)) {
    const stored = await snapshot.get('certificate', entry.id);
    if (stored === undefined) continue;
    files.set(`${folderOf(entry.generation)}certificates/${entry.id}.cer`, stored.der);
    indexes.get(entry.generation)?.push(`${indexLine(entry, stored.der, now)}\n`);
    done += 1;
    options.onProgress?.(done, total);
  }
  for (const { generation, certificateDer } of generations)
    files.set(`${folderOf(generation)}ca.cer`, certificateDer);
  for (const [generation, lines] of indexes)
    files.set(`${folderOf(generation)}index.txt`, encodeUtf8(lines.join('')));
  files.set('README.txt', encodeUtf8(readMe));
  return desk.archive.pack(files);
}

/** Status, end, revocation with its reason, serial number, file, name: apart by tabs, as apps/ca.c of OpenSSL reads it. */
function indexLine(entry: RegisterEntry, der: Uint8Array, now: Instant): string {
  const certificate = readCertificate(der);
  const status = { valid: 'V', revoked: 'R', expired: 'E' }[listStatus(entry, now)];
  const { revocation } = entry;
  const reason = revocation?.reasonCode === undefined ? '' : `,${opensslReason(revocation.reasonCode)}`;
  return [
    status,
    encodeTime(entry.notAfter).text,
    revocation === undefined ? '' : `${encodeTime(revocation.date).text}${reason}`,
    entry.id.toUpperCase(),
    'unknown',
    certificate.ok ? oneLine(certificate.value.tbs.subject) : '/',
  ].join('\t');
}

/** OpenSSL's own spelling of the one reason that differs from RFC 5280's. */
function opensslReason(reasonCode: string): string {
  return reasonCode === 'cACompromise' ? 'CACompromise' : reasonCode;
}

const opensslNames: Readonly<Record<string, string>> = {
  [oid.countryName]: 'C',
  [oid.stateOrProvinceName]: 'ST',
  [oid.localityName]: 'L',
  [oid.organizationName]: 'O',
  [oid.organizationalUnitName]: 'OU',
  [oid.commonName]: 'CN',
  [oid.serialNumber]: 'serialNumber',
  [oid.surname]: 'SN',
  [oid.givenName]: 'GN',
  [oid.title]: 'title',
  [oid.emailAddress]: 'emailAddress',
};

/** As X509_NAME_oneline: what is no printable ASCII stands as \xHH of its UTF-8. */
function oneLine(name: Name): string {
  return name.rdns
    .flat()
    .map(({ oid: type, value }) => `/${opensslNames[type] ?? type}=${escapedOctets(value)}`)
    .join('');
}

function escapedOctets(value: string): string {
  let text = '';
  for (const octet of encodeUtf8(value))
    text +=
      octet > 0x1f && octet < 0x7f
        ? String.fromCharCode(octet)
        : `\\x${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  return text;
}
