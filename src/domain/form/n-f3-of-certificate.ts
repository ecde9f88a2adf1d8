/**
 * What N-F3 prints of a certificate (N-7): everything is read out of its own octets, and nothing of the application but the
 * tool, so that the paper and the file are two faces of one document (N-2.3).
 */
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { algorithmName } from '#domain/der/algorithm.ts';
import { type Extension, extensionByOid } from '#domain/der/extension.ts';
import { gostCurveName, gostCurveOid } from '#domain/der/gost-key.ts';
import { type Name, valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { PublicKey, SubjectPublicKeyInfo } from '#domain/der/public-key.ts';
import { kazakhMoment } from './kazakh-date.ts';
import type { NF3Data } from './n-f3.ts';
import { flagWords, keyUsageWords, purposeWords } from './usage-words.ts';

export interface NF3Source {
  readonly certificate: Certificate;
  /** The key that signed it; absent when the authority's certificate is not at hand. */
  readonly issuerKey?: SubjectPublicKeyInfo;
  /** As the application names it. */
  readonly signatureTool: string;
  readonly fingerprintSha256Hex: string;
}

export function nF3DataOf({
  certificate,
  issuerKey,
  signatureTool,
  fingerprintSha256Hex,
}: NF3Source): NF3Data {
  const { tbs } = certificate;
  const extensions = tbs.extensions ?? [];
  const { keyUsage, extKeyUsage } = decodedExtensions(extensions);
  const { bits } = keyName(tbs.publicKey.key);
  const purposes = (extKeyUsage ?? []).map(purposeWords);
  const organizationalUnit = first(tbs.subject, oid.organizationalUnitName);
  const organisation = first(tbs.subject, oid.organizationName);
  return {
    version: `v${String(tbs.version)} (${String(tbs.version - 1)})`,
    serialNumberHex: bytesToHex(tbs.serialNumber),
    signatureAlgorithm: algorithmWithOid(certificate.signatureAlgorithm.oid),
    issuer: {
      organisation: first(tbs.issuer, oid.organizationName),
      commonName: first(tbs.issuer, oid.commonName),
    },
    issuerKeyAlgorithm: issuerKey === undefined ? '' : keyAlgorithm(issuerKey),
    notBefore: kazakhMoment(tbs.notBefore),
    notAfter: kazakhMoment(tbs.notAfter),
    subject: {
      email: first(tbs.subject, oid.emailAddress),
      iin: first(tbs.subject, oid.serialNumber).replace(/^IIN/, ''),
      commonName: first(tbs.subject, oid.commonName),
      ...(organizationalUnit === '' ? {} : { bin: organizationalUnit.replace(/^BIN/, '') }),
      ...(organisation === '' ? {} : { organisation }),
      city: first(tbs.subject, oid.localityName),
      region: first(tbs.subject, oid.stateOrProvinceName),
    },
    privateKeyBits: bits,
    publicKeyBits: bits,
    publicKeyHex: bytesToHex(tbs.publicKey.keyBits),
    keyUsage: (keyUsage ?? []).map((usage) => keyUsageWords[usage]).join(', '),
    extendedKeyUsage: purposes.join(', '),
    flags: usageFlags(extensions),
    signatureTool,
    fingerprintSha256Hex,
  };
}

/** A row for each usage of the key and each purpose: whether it is critical, and what it allows. */
export function usageFlags(
  extensions: readonly Extension[],
): readonly { readonly flag: string; readonly usage: string }[] {
  const { keyUsage, extKeyUsage } = decodedExtensions(extensions);
  const flag = (dotted: string) =>
    flagWords[extensionByOid(extensions, dotted)?.critical === true ? 'critical' : 'nonCritical'];
  return [
    ...(keyUsage ?? []).map((usage) => ({ flag: flag(oid.keyUsage), usage: keyUsageWords[usage] })),
    ...(extKeyUsage ?? []).map((dotted) => ({ flag: flag(oid.extKeyUsage), usage: purposeWords(dotted) })),
  ];
}

/** `id-ecPublicKey (1.2.840.10045.2.1), P-256 (1.2.840.10045.3.1.7)` */
export function keyAlgorithm({ algorithm, key }: SubjectPublicKeyInfo): string {
  return `${algorithmWithOid(algorithm.oid)}${curveText(key)}`;
}

function curveText(key: PublicKey): string {
  if (key.kind === 'ec') return `, ${keyName(key).name.replace('ECDSA ', '')} (${key.curveOid})`;
  if (key.kind !== 'gost' || !key.rightParameters) return '';
  return `, ${gostCurveName(key.encoding)} (${gostCurveOid(key.encoding)})`;
}

/** `ecdsa-with-SHA256 (1.2.840.10045.4.3.2)`; the OID alone when it has no name. */
export function algorithmWithOid(dotted: string): string {
  const name = algorithmName(dotted);
  // The forms are in Kazakh, where a ГОСТ is called МЕМСТ.
  return name === dotted ? dotted : `${name.replaceAll('ГОСТ', 'МЕМСТ')} (${dotted})`;
}

function first(name: Name, dotted: string): string {
  return valuesOf(name, dotted)[0] ?? '';
}
