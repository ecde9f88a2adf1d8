import { sha256 } from '#adapters/digest/digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { type ApprovedApplication, confirmationOctets } from '#domain/application/approval.ts';
import { isOfAnother } from '#domain/application/other-eyes.ts';
import { rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { ConfirmationRequest, SignatureNotWarranted, VaultLocked } from '#ports/custody.ts';
import type { Keys } from './keys.ts';
import { isStated } from './stated-station.ts';

/**
 * By the officer's own key and no other: after the recovery words nobody is known to have looked. Base64.
 */
export async function signConfirmation(
  { station, application, clause, officer, at }: ConfirmationRequest,
  keys: Keys,
): Promise<Result<string, SignatureNotWarranted | VaultLocked>> {
  const { officerSigning, officerId, roles, anchor } = keys;
  const refused = (because: SignatureNotWarranted['because']) =>
    err({ type: 'NotWarranted' as const, because });
  if (!(await isStated(station, keys))) return refused('station-unproven');
  if (!rolesOfAct('examination-confirmed').some((role) => roles.includes(role)))
    return refused('not-your-role');
  if (officerSigning === undefined || officer !== officerId) return refused('four-eyes');
  const octets = confirmationOctets(anchor.stationId, application, { clause, officer, at }, sha256);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return ok(
    bytesToBase64(
      new Uint8Array(await crypto.subtle.sign(algorithm, officerSigning, new Uint8Array(octets))),
    ),
  );
}

/**
 * Whether somebody else than `approver` has examined it: every confirmation is signed by the key of another officer, as the station states him,
 * for this very content. That he did not enter it either is only what the record says, which anybody may have written; the operation reads
 * it against the log. Who was removed before the approval vouches for nothing in it, and nobody has examined what had not arrived. `approvedAt`: null where it
 * is to be approved now, whatever moment the caller says.
 */
export async function isOfOtherEyes(
  application: ApprovedApplication,
  approver: string,
  approvedAt: Instant | null,
  { anchor, officers }: Pick<Keys, 'anchor' | 'officers'>,
): Promise<boolean> {
  const { examination, receivedBy, receivedAt, correctedBy = [] } = application;
  if (
    receivedBy === approver ||
    correctedBy.includes(approver) ||
    examination === undefined ||
    examination.confirmations.length === 0
  )
    return false;
  const signed = await Promise.all(
    examination.confirmations.map(async ({ clause, officer, at, signature = '' }) => {
      const stated = officers.find(({ id }) => id === officer);
      const by = { approver, approvedAt, receivedAt };
      if (stated === undefined || !isOfAnother({ officer, at }, by, officers)) return false;
      const octets = confirmationOctets(anchor.stationId, application, { clause, officer, at }, sha256);
      return verifyAct(stated.signingSpkiDer, octets, base64ToBytes(signature) ?? new Uint8Array());
    }),
  );
  return signed.every(Boolean);
}
