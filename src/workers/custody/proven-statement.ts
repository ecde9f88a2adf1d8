import { sha256 } from '#adapters/digest/digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import { growsFrom } from '#domain/authority/officers-chain.ts';
import { type StationStatement, readStatement } from '#domain/authority/station-statement.ts';
import type { SignedStatement } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type HeldChain, chainBeside } from '#operations/audit/held-chain.ts';

export interface ProvenStatement extends StationStatement {
  /** Null in a station whose officers have no chain yet. */
  readonly chain: HeldChain | null;
}

/**
 * Null unless it is a statement of that station, signed by that key, its officers are those that their chain leads to, and the chain goes on from the
 * links that the anchor has seen. `older`: a backup may have fewer links than the secret that opens it has seen, and no other ones.
 */
export async function provenStatement(
  signed: SignedStatement | undefined,
  { stationId, stationSpkiDer, links }: StationAnchor,
  { older = false } = {},
): Promise<ProvenStatement | null> {
  // As anybody may have written it.
  if (typeof signed?.text !== 'string' || !(signed.signature instanceof Uint8Array)) return null;
  const holds = await verifyAct(stationSpkiDer, encodeUtf8(signed.text), signed.signature);
  const statement = holds ? readStatement(signed.text) : null;
  const isOwn = statement?.stationId === stationId && bytesEqual(statement.stationSpkiDer, stationSpkiDer);
  const chain = isOwn ? await chainBeside({ verifyAct, sha256 }, statement, signed) : null;
  if (statement === null || chain?.ok !== true) return null;
  const digests = chain.value?.digests ?? [];
  const isBehind = older && digests.length > 0 && growsFrom(digests, links ?? []);
  return growsFrom(links, digests) || isBehind ? { ...statement, chain: chain.value } : null;
}
