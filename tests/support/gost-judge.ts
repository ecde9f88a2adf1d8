import { algorithmOf } from '#domain/der/algorithm.ts';
import { childrenOf, wholeBitStringOf } from '#domain/der/element.ts';
import { writeGostPublicKey } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { writePem } from '#domain/der/pem.ts';
import type { PublicKey } from '#domain/der/public-key.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { run, runOrThrow, workFolder } from './foreign-programs.ts';

/**
 * Whether gost-engine holds the signature of a certificate, request or CRL of either encoding: the digest is gostsum's, and
 * Kazakhstan's octets are turned about and its key renamed, which is all that the two encodings differ in.
 */
export function gostEngineHolds(signedDer: Uint8Array, issuerKey: PublicKey): boolean {
  if (issuerKey.kind !== 'gost') throw new TypeError(`a key ${issuerKey.kind}`);
  const parts = childrenOf(readDer(signedDer), tag.sequence, 'signed');
  const tbs = octetsOf(parts.takeAny('tbs'));
  const isKazakh = algorithmOf(parts.takeAny('algorithm'), 'algorithm').oid === oid.kzGost34311With34310;
  const signature = wholeBitStringOf(parts.takeAny('signature'), 'signature');
  const folder = workFolder();
  try {
    const file = folder.put('tbs', tbs);
    const [printed = ''] = runOrThrow('gostsum', ...(isKazakh ? ['-t'] : []), file).split(' ');
    // gostsum prints the number; gost-engine wants the octets.
    const digest = folder.put('digest', Buffer.from(printed, 'hex').reverse());
    const straight = isKazakh ? signature.slice().reverse() : signature;
    const key = folder.put('key.pem', writePem('PUBLIC KEY', writeGostPublicKey('rfc4491', issuerKey.point)));
    const words = ['pkeyutl', '-engine', 'gost', '-verify', '-pubin', '-inkey', key, '-in', digest];
    return run('openssl', ...words, '-sigfile', folder.put('signature', straight)).text.includes(
      'Verified Successfully',
    );
  } finally {
    folder.remove();
  }
}
