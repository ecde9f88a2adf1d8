import { sha256 } from '#adapters/digest/digest.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import { knownRules } from '#domain/authority/rule-sets.ts';
import { type Role, canKeepFourEyes } from '#domain/authority/roles.ts';
import { whyOfficersUnfit } from '#domain/authority/officers-follow.ts';
import { rolesToState } from '#domain/authority/roles-of-members.ts';
import {
  type NotStated,
  editedParts,
  haveSameOfficers,
  isSameKey,
  statementAfter,
  whyNotStated,
} from '#domain/authority/stated.ts';
import { opensFile } from '#domain/authority/vault-holders.ts';
import {
  type StatedOfficer,
  type StationStatement,
  readStatement,
  writeStatement,
} from '#domain/authority/station-statement.ts';
import { type SignedStatement, type Station, purposeOf } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { SecondOfficer, StatementRefusal, StatementRequest } from '#ports/custody.ts';
import { keepsPairings } from './attested-pairings.ts';
import { type Keys, stationKeyOf } from './keys.ts';
import { whyRecordUnfit } from './record-follows.ts';
import { openSecond } from './second-officer.ts';

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
 * else is ever signed as one. Its officers stay as they are: they change together with the vault (`change-officers.ts`).
 */
export function signStatement(
  request: StatementRequest,
  keys: Keys,
): Promise<Result<SignedStatement, StatementRefusal>> {
  return stateNext(request, request.officers, keys);
}

/** `officers` follow those of the request, which are the ones of before; `notAfter`: see `whyOfficersUnfit`. */
export async function stateNext(
  { before, next, officers: officersBefore, second }: StatementRequest,
  officers: readonly StatedOfficer[],
  keys: Keys,
  notAfter?: Instant,
): Promise<Result<SignedStatement, StatementRefusal>> {
  const { anchor, authorities, latest } = keys;
  const previous = before?.statement;
  const stated = previous === undefined ? null : await provenStatement(previous, anchor);
  if (previous !== undefined && stated === null) return err({ type: 'StatementInvalid' });
  // The first one is made once, and a statement is never followed by one on an older one's ground.
  if ((stated?.number ?? 0) < latest) return err({ type: 'StatementInvalid' });
  if (
    before !== undefined &&
    stated !== null &&
    editedParts(stated, { station: before, officers: officersBefore }, sha256).length > 0
  )
    return err({ type: 'NotStated', because: 'record-edited' });
  if (stated !== null && before !== undefined) {
    const because = whyNotOfRole(before, next, keys.roles);
    if (because !== null) return err({ type: 'NotStated', because });
    const lifted = await mayChangeFourEyes({ before, next, stated, second }, keys);
    if (!lifted.ok) return lifted;
  }
  if (!keepsRuleSets(before, next)) return err({ type: 'NotStated', because: 'rule-set-unfit' });
  if (!(await keepsPairings(before, next, { anchor })))
    return err({ type: 'NotStated', because: 'pairing-unproven' });
  const statement = statementAfter(previous, { station: next, officers }, sha256);
  const known = [...(stated?.authorities ?? []), ...authorities];
  const because =
    whyNotStated(
      stated ?? { ...statement, ...anchor, epoch: 1 },
      statement,
      (key) => known.some((each) => isSameKey(each, key)),
      keys.renewedRecovery,
    ) ??
    (stated === null || before === undefined ? null : whyRecordUnfit(before, next, keys.roles)) ??
    whyOfficersNotStated(stated, statement, next, { ...keys, notAfter });
  if (because !== null) return err({ type: 'NotStated', because });
  const text = writeStatement(statement);
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    stationKeyOf(keys),
    new Uint8Array(encodeUtf8(text)),
  );
  return ok({ text, signature: new Uint8Array(signature) });
}

function whyNotOfRole(before: Station, next: Station, held: readonly Role[]): NotStated | null {
  const isOfRole = rolesToState(before, next, sha256).every((needed) =>
    needed.some((role) => held.includes(role)),
  );
  return isOfRole && opensFile(held, 'station', purposeOf(before)) ? null : 'not-your-role';
}

/** Of a first statement there is nobody before; then they change by an administrator, into what a station can be with. */
function whyOfficersNotStated(
  stated: StationStatement | null,
  statement: StationStatement,
  next: Station,
  { roles, notAfter }: Pick<Keys, 'roles'> & { readonly notAfter: Instant | undefined },
): NotStated | null {
  if (stated === null || haveSameOfficers(stated, statement)) return null;
  return roles.includes('administrator')
    ? whyOfficersUnfit(stated.officers, statement.officers, next, notAfter)
    : 'not-your-role';
}

/** One officer sets four eyes, where there are two to keep them; it takes two to lift them, each by the own passphrase. */
async function mayChangeFourEyes(
  {
    before,
    next,
    stated,
    second,
  }: {
    readonly before: Station;
    readonly next: Station;
    readonly stated: StationStatement;
    readonly second: SecondOfficer | undefined;
  },
  keys: Keys,
): Promise<Result<null, StatementRefusal>> {
  const [was, is] = [before.settings.fourEyes === true, next.settings.fourEyes === true];
  if (was === is) return ok(null);
  if (is)
    return canKeepFourEyes(stated.officers) ? ok(null) : err({ type: 'NotStated', because: 'four-eyes' });
  if (second === undefined || keys.officerSigning === undefined)
    return err({ type: 'NotStated', because: 'four-eyes' });
  const opened = await openSecond(second, keys);
  return opened.ok ? ok(null) : opened;
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
