import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { writePrivateKey } from '#adapters/gost/private-key.ts';
import type { GostSuite } from '#domain/authority/station.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import { type GostEncoding, gostEncodings } from '#domain/der/gost-key.ts';
import type { Signer } from '#ports/signature-suite.ts';
import {
  type IssuingAuthority,
  addresses,
  authorityBegin,
  authorityEnd,
  authoritySubject,
  keyIdentifierOf,
  readOrThrow,
  someOctets,
} from './authority-samples.ts';

export const encodings = gostEncodings;

/** The same mathematics, the other identifiers and order of octets. */
export const otherOf: Readonly<Record<GostEncoding, GostEncoding>> = {
  rfc4491: 'kz2004',
  kz2004: 'rfc4491',
  '2012-512': 'kz2015',
  kz2015: '2012-512',
};

export interface GostKey {
  readonly pkcs8: Uint8Array;
  readonly spkiDer: Uint8Array;
  readonly sign: Signer;
}

/** The same key each time for the same number. */
export async function gostKey(encoding: GostEncoding, d: bigint): Promise<GostKey> {
  const suite = gostSuite(encoding);
  const pkcs8 = writePrivateKey(encoding, d);
  return { pkcs8, spkiDer: await suite.publicKeyOf(pkcs8), sign: await suite.signer(pkcs8) };
}

export interface GostAuthority extends IssuingAuthority {
  readonly suite: GostSuite;
  readonly key: GostKey;
}

/** A National CA that signed itself. */
export async function aGostAuthority(encoding: GostEncoding): Promise<GostAuthority> {
  const suite = `gost-${encoding}` as const;
  const key = await gostKey(encoding, 0x34310n ** 12n);
  const keyIdentifier = keyIdentifierOf(key.spkiDer);
  const issuer = { subjectDer: writeSubjectName(authoritySubject), keyIdentifier, suite };
  const tbsDer = writeTbsCertificate(
    issuer,
    { profile: 'ca-self-signed', addresses },
    {
      serialNumber: newSerialNumber(1, someOctets(19, 3)),
      notBefore: authorityBegin,
      notAfter: authorityEnd,
      subject: authoritySubject,
      spkiDer: key.spkiDer,
      keyIdentifier,
    },
  );
  const der = assembleCertificate(tbsDer, suite, await key.sign(tbsDer));
  return { kind: 'N', suite, key, issuer, certificate: readOrThrow(der) };
}
