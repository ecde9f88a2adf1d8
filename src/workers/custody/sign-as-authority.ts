import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { SignRefusal, SignRequest } from '#ports/custody.ts';
import type { Keys } from './keys.ts';
import { signatureSuite } from './suites.ts';
import { warrantFor } from './warrant.ts';

/** Several signatures in flight: Firefox signs one at a time three times slower. */
const inFlight = 64;

/**
 * By the authority's key of the request, once the octets were examined here; each signature is verified before it is answered. `lastCrlNumber`: of
 * that key since the vault was opened; `onCrlNumber` is told the next one, before it is signed.
 */
export async function signAsAuthority(
  request: SignRequest,
  keys: Keys | null,
  memory: {
    readonly lastCrlNumber: bigint | undefined;
    readonly madeKey: (name: string) => Uint8Array | undefined;
    readonly onCrlNumber: (number: bigint) => void;
  },
): Promise<Result<readonly Uint8Array[], SignRefusal>> {
  const { tbs, suite, spkiDer } = request;
  const key = keys?.authorities.find((each) => each.suite === suite && bytesEqual(each.spkiDer, spkiDer));
  if (keys === null || key === undefined) return err({ type: 'Locked' });
  const warrant = await warrantFor(request, key, keys, memory);
  if (typeof warrant === 'string') return err({ type: 'NotWarranted', because: warrant });
  if (warrant.crlNumber !== undefined) memory.onCrlNumber(warrant.crlNumber);
  const holds = await (await signatureSuite(suite)).checker(spkiDer);
  const signatures: Uint8Array[] = [];
  for (let from = 0; from < tbs.length; from += inFlight) {
    const slice = await Promise.all(
      tbs.slice(from, from + inFlight).map(async (octets) => {
        const signature = await key.sign(octets);
        return (await holds(octets, signature)) ? signature : null;
      }),
    );
    for (const signature of slice) {
      if (signature === null) return err({ type: 'SignatureSuspect' });
      signatures.push(signature);
    }
  }
  return ok(signatures);
}
