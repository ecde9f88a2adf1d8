import { gostKeyBits, gostKeyName } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { PublicKey } from '#domain/der/public-key.ts';

/** A key's algorithm and size in bits, as the forms print them: `ECDSA P-256`, 256; `RSA`, 3072. */
export function keyName(key: PublicKey): { readonly name: string; readonly bits: number } {
  switch (key.kind) {
    case 'rsa':
      return { name: `RSA ${String(key.sizeBits)}`, bits: key.sizeBits };
    case 'ec':
      if (key.curveOid === oid.p256) return { name: 'ECDSA P-256', bits: 256 };
      if (key.curveOid === oid.p384) return { name: 'ECDSA P-384', bits: 384 };
      return { name: `EC ${key.curveOid}`, bits: 8 * ((key.point.length - 1) / 2) };
    case 'ec-explicit':
      return { name: 'EC', bits: 8 * ((key.point.length - 1) / 2) };
    case 'gost':
      return { name: gostKeyName(key.encoding), bits: gostKeyBits(key.encoding) };
    case 'other':
      return { name: '?', bits: 0 };
  }
}
