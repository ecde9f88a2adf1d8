import { bytesToBase64 } from '#domain/base/bytes.ts';

export type PemLabel = 'CERTIFICATE' | 'CERTIFICATE REQUEST' | 'X509 CRL' | 'PKCS7' | 'CMS' | 'PUBLIC KEY';

/** RFC 7468 §2: 64 letters to a line, LF, a line end at the end. */
export function writePem(label: PemLabel, der: Uint8Array): string {
  const lines = bytesToBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
