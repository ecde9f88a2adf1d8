import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { type AuditLine, auditHash } from '#domain/audit/audit-record.ts';
import { mayDo } from '#domain/authority/roles-of-acts.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import type { Keys } from './keys.ts';

/**
 * The signature on a line of the log (r ‖ s), by the officer's key; after an unlock by the words nobody's own key is open, and the log says
 * so: they opened the station's. It is verified here by the key that is stated, since a list's signed head vouches for the lines before it and no
 * start reckons their signatures again (decision 0135). A line in the name of somebody else, of an act that needs another role than the officer has, or a
 * signature that does not hold, is a fault.
 */
export async function signAct(line: AuditLine, keys: Keys): Promise<Uint8Array> {
  const { officerSigning, station, officerId, officers, roles, anchor, isAnchored } = keys;
  if (line.officer !== 'station' && line.officer !== officerId)
    throw new Error('a line in the name of somebody else');
  if (!mayDo(new Set(roles), line.act)) throw new Error('a line of another role');
  const key = officerSigning ?? station;
  if (key === undefined) throw new Error('no key is open that signs');
  const hash = hexToBytes(auditHash(line, sha256)) ?? new Uint8Array();
  const signature = new Uint8Array(
    await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new Uint8Array(hash)),
  );
  const stated =
    officerSigning === undefined
      ? anchor.stationSpkiDer
      : officers.find(({ id }) => id === officerId)?.signingSpkiDer;
  if (isAnchored && stated !== undefined && !(await verifyAct(stated, hash, signature)))
    throw new Error('the signature on a line of the log does not hold');
  return signature;
}
