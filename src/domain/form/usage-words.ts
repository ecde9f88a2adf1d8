/** What a key may be used for, as papers say it: in the order's language (RFC 5280, 4.2.1.3 and 4.2.1.12). */
import type { KeyUsageName } from '#domain/der/extension-values.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

/** «Туы»: whether a program that does not understand the usage has to refuse the certificate. */
export const flagWords = { critical: 'сыни', nonCritical: 'сыни емес' } as const;

export const keyUsageWords: Readonly<Record<KeyUsageName, string>> = {
  digitalSignature: 'электрондық қол қою',
  nonRepudiation: 'қол қойғанын теріске шығара алмау',
  keyEncipherment: 'кілттерді шифрлау',
  dataEncipherment: 'деректерді шифрлау',
  keyAgreement: 'кілтті келісу',
  keyCertSign: 'тіркеу куәліктеріне қол қою',
  cRLSign: 'КТКТ-ға қол қою',
  encipherOnly: 'тек шифрлау',
  decipherOnly: 'тек шифрды ашу',
};

/** Kazakhstan's own purposes say who the subscriber is, and what he may do for the legal entity. */
const purposes: Readonly<Record<string, string>> = {
  [oid.anyExtendedKeyUsage]: 'кез келген мақсат',
  [oid.serverAuth]: 'сервердің түпнұсқалығын растау',
  [oid.clientAuth]: 'түпнұсқалықты растау',
  [oid.codeSigning]: 'бағдарламаға қол қою',
  [oid.emailProtection]: 'электрондық поштаны қорғау',
  [oid.timeStamping]: 'уақыт белгісін қою',
  [oid.ocspSigning]: 'тіркеу куәлігінің күйі туралы жауапқа қол қою',
  [oid.kzIndividual]: 'жеке тұлға',
  [oid.kzLegalEntity]: 'заңды тұлға',
  [`${oid.kzLegalEntity}.1`]: 'бірінші басшы',
  [`${oid.kzLegalEntity}.2`]: 'қол қою құқығы бар тұлға',
  [`${oid.kzLegalEntity}.3`]: 'қаржы құжаттарына қол қою құқығы бар тұлға',
  [`${oid.kzLegalEntity}.4`]: 'кадр бөлімінің қызметкері',
  [`${oid.kzLegalEntity}.5`]: 'ұйым қызметкері',
};

/** `түпнұсқалықты растау (1.3.6.1.5.5.7.3.2)`; the OID alone when it has no name. */
export function purposeWords(dotted: string): string {
  const name = purposes[dotted] ?? oidName(dotted);
  return name === null ? dotted : `${name} (${dotted})`;
}
