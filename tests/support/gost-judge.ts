import { acceptedSignatures, algorithmOf } from '#domain/der/algorithm.ts';
import { childrenOf, wholeBitStringOf } from '#domain/der/element.ts';
import { type GostEncoding, writeGostPublicKey } from '#domain/der/gost-key.ts';
import { writePem } from '#domain/der/pem.ts';
import type { PublicKey } from '#domain/der/public-key.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { run, runOrThrow, workFolder } from './foreign-programs.ts';

interface Judged {
  readonly program: readonly [string, ...string[]];
  /** The encoding of the same curve that the engine reads. */
  readonly plain: GostEncoding;
  readonly turned: boolean;
}

const judged: Readonly<Record<GostEncoding, Judged>> = {
  rfc4491: { program: ['gostsum'], plain: 'rfc4491', turned: false },
  kz2004: { program: ['gostsum', '-t'], plain: 'rfc4491', turned: true },
  '2012-512': { program: ['gost12sum', '-l'], plain: '2012-512', turned: false },
  kz2015: { program: ['gost12sum', '-l'], plain: '2012-512', turned: true },
};

/**
 * Whether gost-engine holds the signature of a certificate, request or CRL of any encoding: the digest is its programs', and
 * Kazakhstan's octets are turned about and its key renamed, which is all that the encodings of a pair differ in.
 */
export function gostEngineHolds(signedDer: Uint8Array, issuerKey: PublicKey): boolean {
  if (issuerKey.kind !== 'gost') throw new TypeError(`a key ${issuerKey.kind}`);
  const parts = childrenOf(readDer(signedDer), tag.sequence, 'signed');
  const tbs = octetsOf(parts.takeAny('tbs'));
  const accepted = acceptedSignatures.get(algorithmOf(parts.takeAny('algorithm'), 'algorithm').oid);
  if (accepted?.kind !== 'gost3410' || accepted.encoding !== issuerKey.encoding) return false;
  const { program, plain, turned } = judged[accepted.encoding];
  const signature = wholeBitStringOf(parts.takeAny('signature'), 'signature');
  const folder = workFolder();
  try {
    const file = folder.put('tbs', tbs);
    const [name, ...options] = program;
    const [printed = ''] = runOrThrow(name, ...options, file).split(' ');
    // gostsum prints the number, gost12sum the octets; gost-engine wants the octets.
    const octets = Buffer.from(printed, 'hex');
    const digest = folder.put('digest', name === 'gostsum' ? octets.reverse() : octets);
    const straight = turned ? signature.slice().reverse() : signature;
    const key = folder.put('key.pem', writePem('PUBLIC KEY', writeGostPublicKey(plain, issuerKey.point)));
    const words = ['pkeyutl', '-engine', 'gost', '-verify', '-pubin', '-inkey', key, '-in', digest];
    return run('openssl', ...words, '-sigfile', folder.put('signature', straight)).text.includes(
      'Verified Successfully',
    );
  } finally {
    folder.remove();
  }
}
