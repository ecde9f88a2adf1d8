import { sha256 } from '#adapters/digest/digest.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import { knownRules } from '#domain/authority/rule-sets.ts';
import { editedParts, isSameKey, statementAfter, whyNotStated } from '#domain/authority/stated.ts';
import { type StationStatement, readStatement, writeStatement } from '#domain/authority/station-statement.ts';
import type { SignedStatement, Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { StatementRefusal, StatementRequest } from '#ports/custody.ts';
import { keepsPairings } from './attested-pairings.ts';
import type { Keys } from './keys.ts';

/** Null unless it is a statement of that station, signed by that key. */
export async function provenStatement(
  signed: SignedStatement | undefined,
  { stationId, stationSpkiDer }: StationAnchor,
): Promise<StationStatement | null> {
  // As anybody may have written it.
  if (typeof signed?.text !== 'string' || !(signed.signature instanceof Uint8Array)) return null;
  const holds = await verifyAct(stationSpkiDer, encodeUtf8(signed.text), signed.signature);
  const statement = holds ? readStatement(signed.text) : null;
  const isOwn = statement?.stationId === stationId && bytesEqual(statement.stationSpkiDer, stationSpkiDer);
  return isOwn ? statement : null;
}

/**
 * The station's next statement, made here from the record before, which its own statement has to hold for, and the record after. Nothing
 * else is ever signed as one.
 */
export async function signStatement(
  { before, next, officers }: StatementRequest,
  { anchor, authorities, station, latest, renewedRecovery }: Keys,
): Promise<Result<SignedStatement, StatementRefusal>> {
  const previous = before?.statement;
  const stated = previous === undefined ? null : await provenStatement(previous, anchor);
  if (previous !== undefined && stated === null) return err({ type: 'StatementInvalid' });
  // The first one is made once, and a statement is never followed by one on an older one's ground.
  if ((stated?.number ?? 0) < latest) return err({ type: 'StatementInvalid' });
  if (
    before !== undefined &&
    stated !== null &&
    editedParts(stated, { station: before, officers }, sha256).length > 0
  )
    return err({ type: 'NotStated', because: 'record-edited' });
  if (!keepsRuleSets(before, next)) return err({ type: 'NotStated', because: 'rule-set-unfit' });
  if (!(await keepsPairings(before, next, { anchor })))
    return err({ type: 'NotStated', because: 'pairing-unproven' });
  const statement = statementAfter(previous, { station: next, officers }, sha256);
  const because = whyNotStated(
    stated ?? { ...statement, ...anchor, epoch: 1 },
    statement,
    (key) => authorities.some((held) => isSameKey(held, key)),
    renewedRecovery,
  );
  if (because !== null) return err({ type: 'NotStated', because });
  const text = writeStatement(statement);
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    station,
    new Uint8Array(encodeUtf8(text)),
  );
  return ok({ text, signature: new Uint8Array(signature) });
}

/**
 * The sets of before in their order, each in all its parts as it was, and at most one more: then that one is followed, and can be read. Nobody
 * goes back to an earlier set (0103).
 */
function keepsRuleSets(before: Station | undefined, next: Station): boolean {
  const [held, now] = [before?.heldRuleSets ?? [], next.heldRuleSets ?? []];
  const isKept = held.every((row, i) => {
    const same = now[i];
    return same !== undefined && recordDigest(same, sha256) === recordDigest(row, sha256);
  });
  const [added, ...more] = now.slice(held.length);
  const followed = added?.id ?? before?.ruleSet ?? next.ruleSet;
  return isKept && more.length === 0 && next.ruleSet === followed && knownRules(next, followed) !== null;
}
