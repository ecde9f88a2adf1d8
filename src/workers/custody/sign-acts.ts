import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { type WrittenLine, auditHash, payloadDigest } from '#domain/audit/audit-record.ts';
import { isRestore } from '#domain/audit/station-acts.ts';
import { mayDo } from '#domain/authority/roles-of-acts.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { writeOfOther } from '#domain/exchange/writes-of-acts.ts';
import type { Keys } from './keys.ts';

/**
 * The signature on the last line of a commit (r ‖ s), by the officer's key; after an unlock by the words nobody's own key is open, and the log says
 * so: then by the words' key, and by the station's where they have none yet, or a backup is restored. It is verified here by the key that is stated, since a list's signed head vouches for the lines before it and no
 * start reckons their signatures again (decision 0135). It covers every line of the commit, so that each of them is judged: whose it is, whether
 * the officer has a role for the act, and whether what it writes is the act's own. One that is not, or a signature that does not hold, is a fault.
 */
export async function signActs(lines: readonly WrittenLine[], keys: Keys): Promise<Uint8Array> {
  const { officerSigning, station, officerId, officers, anchor, isAnchored, wordsKey } = keys;
  const last = lines.at(-1);
  if (last === undefined) throw new Error('no line to sign');
  for (const [i, line] of lines.entries()) {
    judgeLine(line, keys);
    judgePlace(line, lines[i - 1]);
  }
  if (officerId === undefined) judgeRestore(lines);
  const key = officerSigning ?? station;
  if (key === undefined) throw new Error('no key is open that signs');
  const hash = hexToBytes(auditHash(last, sha256)) ?? new Uint8Array();
  if (officerSigning === undefined && wordsKey !== undefined) return wordsKey.sign(hash);
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

function judgeLine(line: WrittenLine, { officerId, roles }: Keys): void {
  const { officer, act, writes } = line;
  if (officer !== (officerId ?? 'station')) throw new Error('a line in the name of somebody else');
  if (payloadDigest(writes, sha256) !== line.payloadDigest) throw new Error('a line of other writes');
  if (writeOfOther(line) !== null) throw new Error('a line that writes what its act may not');
  const collections = writes.map(({ collection }) => collection);
  // What a restore finds on the media is found whoever does it; which acts it may consist of is judged apart.
  if (officerId !== undefined && !mayDo(new Set(roles), act, collections))
    throw new Error('a line of another role');
}

/** The lines of one commit follow each other, and share officer and time. */
function judgePlace(line: WrittenLine, before: WrittenLine | undefined): void {
  const isNext =
    before === undefined ||
    (line.previous === auditHash(before, sha256) &&
      line.seq === before.seq + 1 &&
      line.time === before.time &&
      line.officer === before.officer);
  if (!isNext) throw new Error('a line that does not follow');
}

/** While a backup is restored, the vault that lies in it is nobody's, and signs that alone. */
function judgeRestore(lines: readonly WrittenLine[]): void {
  if (!isRestore(lines.map(({ act }) => act))) throw new Error('a line that is none of a restore');
}
