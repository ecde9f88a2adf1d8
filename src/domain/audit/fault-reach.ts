import type { ChainFault } from './chain-fault.ts';

/** What a CRL is made of and signed by: the key and who holds it, what was issued and revoked, the lists before it. */
const ofCrl: ReadonlySet<string> = new Set([
  'station',
  'officer',
  'vaultFile',
  'entry',
  'certificate',
  'revocation',
  'crl',
  'crlChunk',
  'crlFile',
  'intent',
  'archivePackage',
  'calendar',
  'audit',
]);

/**
 * Whether a CRL could come out wrong by it. A record of another collection can't make a list wrong; whatever is wrong with the
 * log itself can, since the log is what says which records there should be.
 */
export function touchesCrl(fault: ChainFault): boolean {
  return !('collection' in fault) || ofCrl.has(fault.collection);
}
