import { type StationAnchor, readAnchor, writeAnchor } from '#domain/authority/anchor.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

/**
 * What an officer's age file holds: an identity file as `age -i` reads it, with the signing key (PKCS#8, P-256) and
 * the station's anchor in comment lines. `age -d officer.age > officer.txt` and `age -d -i officer.txt authority.age` open a vault without us.
 */
export interface OfficerSecret {
  readonly identity: string;
  readonly signingPkcs8: Uint8Array;
  /** Absent in a file of before there were anchors. */
  readonly anchor?: StationAnchor;
}

const comment = '# signing key, PKCS#8, base64: ';
const anchorComment = '# station: ';

export function writeOfficerSecret({ identity, signingPkcs8, anchor }: OfficerSecret): Uint8Array {
  const station = anchor === undefined ? '' : `${anchorComment}${writeAnchor(anchor)}\n`;
  return encodeUtf8(`${comment}${bytesToBase64(signingPkcs8)}\n${station}${identity}\n`);
}

export function readOfficerSecret(octets: Uint8Array): OfficerSecret | null {
  const lines = (decodeUtf8(octets) ?? '').split('\n');
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  const after = (start: string) => lines.find((line) => line.startsWith(start))?.slice(start.length);
  const signingPkcs8 = base64ToBytes(after(comment) ?? '');
  if (identity === undefined || signingPkcs8 === null) return null;
  const anchor = readAnchor(after(anchorComment) ?? '');
  return { identity, signingPkcs8, ...(anchor === null ? {} : { anchor }) };
}

/** A private key as `openssl pkcs8` reads it. */
export function writePem(label: string, der: Uint8Array): Uint8Array {
  const lines = bytesToBase64(der).match(/.{1,64}/g) ?? [];
  return encodeUtf8(`-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`);
}

export function readPem(octets: Uint8Array): Uint8Array | null {
  const text = decodeUtf8(octets) ?? '';
  const body = /-----BEGIN [A-Z ]+-----\n([A-Za-z0-9+/=\n]+)-----END/.exec(text)?.[1];
  return body === undefined ? null : base64ToBytes(body.replaceAll('\n', ''));
}
