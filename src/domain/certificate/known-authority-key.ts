import { authorityKeys, ownGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { valuesOf } from '#domain/der/name.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';

/**
 * Whose key it is, where it is one that the station knows as an authority's: of any generation of its own, the next one among them, its own
 * as a station, or of an authority above in any chain. Nobody is given a certificate for such a key (A05): whoever holds it is that
 * authority, and one who only shows it proves nothing. Compared is the BIT STRING of the key, so that no other encoding
 * of its algorithm passes. The name; undefined where it is nobody's of them.
 */
export function authorityOfKey(station: Station, keyBits: Uint8Array): string | undefined {
  const own = station.authority.commonName;
  const named = [
    ...authorityKeys(station).map(({ spkiDer }) => ({ spkiDer, name: own })),
    { spkiDer: station.stationSpkiDer, name: own },
  ];
  if (named.some(({ spkiDer }) => bytesEqual(readPublicKey(spkiDer).keyBits, keyBits))) return own;
  for (const der of ownGenerations(station).flatMap(({ chainDer }) => chainDer)) {
    const read = readCertificate(der);
    if (!read.ok) continue;
    const { publicKey, subject } = read.value.tbs;
    if (!bytesEqual(publicKey.keyBits, keyBits)) continue;
    return valuesOf(subject, oid.commonName)[0] ?? valuesOf(subject, oid.organizationName)[0] ?? '—';
  }
  return undefined;
}
