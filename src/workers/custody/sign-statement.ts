import { sha256 } from '#adapters/digest/digest.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { knownRules } from '#domain/authority/rule-sets.ts';
import { type Role, canKeepFourEyes } from '#domain/authority/roles.ts';
import { whyOfficersUnfit } from '#domain/authority/officers-follow.ts';
import { rolesToState } from '#domain/authority/roles-of-members.ts';
import {
  type NotStated,
  editedParts,
  haveSameOfficers,
  isSameKey,
  isWritable,
  statementAfter,
  whyNotStated,
} from '#domain/authority/stated.ts';
import { opensFile } from '#domain/authority/vault-holders.ts';
import {
  type StatedOfficer,
  type StationStatement,
  writeStatement,
} from '#domain/authority/station-statement.ts';
import { type SignedStatement, type Station, purposeOf } from '#domain/authority/station.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { StatementRefusal, StatementRequest } from '#ports/custody.ts';
import { keepsPairings } from './attested-pairings.ts';
import { type Keys, stationKeyOf } from './keys.ts';
import { whyRecordUnfit } from './record-follows.ts';
import { chainAfter } from './officers-link.ts';
import { provenStatement } from './proven-statement.ts';
import { type OpenedSecond, openSecond } from './second-officer.ts';

/**
 * The station's next statement, made here from the record before, which its own statement has to hold for, and the record after. Nothing
 * else is ever signed as one. Its officers stay as they are: they change together with the vault (`change-officers.ts`).
 */
export async function signStatement(
  request: StatementRequest,
  keys: Keys,
  now?: Instant,
): Promise<Result<SignedStatement, StatementRefusal>> {
  const second = request.second === undefined ? null : await openSecond(request.second, keys);
  if (second !== null && !second.ok) return second;
  return stateNext(request, request.officers, keys, { second: second?.value ?? null, now });
}

/** Seconds by which an act may be dated past the worker's clock: several in one second follow each other. */
const clockLeeway = 300;

/** `officers` follow those of the request, which are the ones of before; `now`: the worker's own clock, where it has one. */
export async function stateNext(
  { before, next, officers: officersBefore }: Omit<StatementRequest, 'second'>,
  officers: readonly StatedOfficer[],
  keys: Keys,
  { second, now }: { readonly second: OpenedSecond | null; readonly now: Instant | undefined },
): Promise<Result<SignedStatement, StatementRefusal>> {
  const { anchor, authorities, latest } = keys;
  const notAfter = now === undefined ? undefined : addSeconds(now, clockLeeway);
  const previous = before?.statement;
  const stated = previous === undefined ? null : await provenStatement(previous, anchor);
  if (previous !== undefined && stated === null) return err({ type: 'StatementInvalid' });
  if (!isWritable(next, sha256)) return err({ type: 'NotStated', because: 'record-unfit' });
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
    if (!mayChangeFourEyes({ before, next, stated, second }, keys))
      return err({ type: 'NotStated', because: 'four-eyes' });
  }
  if (!keepsRuleSets(before, next)) return err({ type: 'NotStated', because: 'rule-set-unfit' });
  if (!(await keepsPairings(before, next, { anchor })))
    return err({ type: 'NotStated', because: 'pairing-unproven' });
  const unlinked = statementAfter(previous, { station: next, officers }, sha256);
  const fourEyesBefore = before?.settings.fourEyes === true;
  const chain = await chainAfter(
    stated === null ? null : { ...stated, fourEyes: fourEyesBefore },
    { station: next, officers },
    keys,
    { second, now },
  );
  const link = chain === null || chain === 'unsigned' ? undefined : chain.digests.at(-1);
  const statement = link === undefined ? unlinked : { ...unlinked, link };
  const known = [...(stated?.authorities ?? []), ...authorities];
  const because =
    whyNotStated(
      stated ?? { ...statement, ...anchor, epoch: 1 },
      statement,
      (key) => known.some((each) => isSameKey(each, key)),
      keys.renewedRecovery?.recipient,
    ) ??
    (stated === null || before === undefined ? null : whyRecordUnfit(before, next, keys.roles)) ??
    whyOfficersNotStated(stated, statement, next, { ...keys, notAfter });
  if (because !== null) return err({ type: 'NotStated', because });
  if (chain === 'unsigned')
    return err({ type: 'NotStated', because: fourEyesBefore ? 'four-eyes' : 'not-your-role' });
  const text = writeStatement(statement);
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    stationKeyOf(keys),
    new Uint8Array(encodeUtf8(text)),
  );
  const links = chain === null ? {} : { chain: chain.links };
  return ok({ text, signature: new Uint8Array(signature), ...links });
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
function mayChangeFourEyes(
  {
    before,
    next,
    stated,
    second,
  }: {
    readonly before: Station;
    readonly next: Station;
    readonly stated: StationStatement;
    readonly second: OpenedSecond | null;
  },
  keys: Keys,
): boolean {
  const [was, is] = [before.settings.fourEyes === true, next.settings.fourEyes === true];
  if (was === is) return true;
  return is ? canKeepFourEyes(stated.officers) : second !== null && keys.officerSigning !== undefined;
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
