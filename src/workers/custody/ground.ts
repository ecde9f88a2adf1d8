import { sha256 } from '#adapters/digest/digest.ts';
import { type StationAnchor, isSameAnchor } from '#domain/authority/anchor.ts';
import { type StatedPart, editedParts, statementAfter } from '#domain/authority/stated.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { RestoreRequest, UnlockRefusal } from '#ports/custody.ts';
import type { Believed } from './keys.ts';
import { provenStatement } from './sign-statement.ts';

/** What an unlock goes by: whose vault it is to be, which keys and recipients it has, and where rows say otherwise. */
export interface Ground {
  readonly anchor: StationAnchor;
  readonly isAnchored: boolean;
  readonly believed: Believed;
  readonly edited: readonly StatedPart[];
}

/**
 * Keys and recipients are those of the station's statement, which has to hold under the key that the secret vouches for. A register of
 * before there were statements is believed as it lies; one that has lost its statement is not.
 */
export async function groundOf(
  { station, officers }: Pick<RestoreRequest, 'station' | 'officers'>,
  vouched: StationAnchor | null,
): Promise<Result<Ground, UnlockRefusal>> {
  const certificate = readCertificate(station.stationCertificateDer);
  const stationSpkiDer = certificate.ok ? certificate.value.tbs.publicKey.der : new Uint8Array();
  const anchor = { stationId: station.stationId, stationSpkiDer };
  if (vouched !== null && !isSameAnchor(vouched, anchor)) return err({ type: 'StationForeign' });
  const isAnchored = vouched !== null;
  if (!isAnchored && station.statement === undefined) {
    const believed = { ...statementAfter(undefined, { station, officers }, sha256), number: 0 };
    return ok({ anchor, isAnchored, believed, edited: [] });
  }
  const stated = await provenStatement(station.statement, anchor);
  if (stated === null) return err({ type: 'StatementInvalid' });
  return ok({
    anchor,
    isAnchored,
    believed: stated,
    edited: editedParts(stated, { station, officers }, sha256),
  });
}
