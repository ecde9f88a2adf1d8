import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

/**
 * What an officer's age file holds: an identity file as `age -i` reads it, with the signing key (PKCS#8, P-256) in a
 * comment line. `age -d officer.age > officer.txt` and `age -d -i officer.txt authority.age` open a vault without us.
 */
export interface OfficerSecret {
  readonly identity: string;
  readonly signingPkcs8: Uint8Array;
}

const comment = '# signing key, PKCS#8, base64: ';

export function writeOfficerSecret({ identity, signingPkcs8 }: OfficerSecret): Uint8Array {
  return encodeUtf8(`${comment}${bytesToBase64(signingPkcs8)}\n${identity}\n`);
}

export function readOfficerSecret(octets: Uint8Array): OfficerSecret | null {
  const lines = (decodeUtf8(octets) ?? '').split('\n');
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  const signingPkcs8 = base64ToBytes(
    lines.find((line) => line.startsWith(comment))?.slice(comment.length) ?? '',
  );
  return identity === undefined || signingPkcs8 === null ? null : { identity, signingPkcs8 };
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
