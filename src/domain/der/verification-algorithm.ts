import { type AlgorithmIdentifier, type SignatureAlgorithm, acceptedSignatures } from './algorithm.ts';
import { oid } from './object-identifiers.ts';
import type { PublicKey } from './public-key.ts';

/** How a signature of that algorithm is verified with that key; null when they don't go together or are not accepted. */
export function verificationAlgorithm(
  { oid: dotted }: AlgorithmIdentifier,
  key: PublicKey,
): SignatureAlgorithm | null {
  const accepted = acceptedSignatures.get(dotted);
  if (accepted === undefined) return null;
  if (accepted.kind === 'gost3410') {
    const { kind, encoding } = accepted;
    // Of another encoding: another hash, curve or order of octets, and never mixed.
    const fits = key.kind === 'gost' && key.encoding === encoding && key.rightParameters;
    return fits ? { kind, encoding } : null;
  }
  const { kind, hash } = accepted;
  if (kind === 'rsassa-pkcs1') return key.kind === 'rsa' ? { kind, hash } : null;
  if (key.kind !== 'ec') return null;
  if (key.curveOid === oid.p256) return { kind, hash, curve: 'P-256' };
  if (key.curveOid === oid.p384) return { kind, hash, curve: 'P-384' };
  return null;
}
