import { sha256 } from '#adapters/digest/digest.ts';
import { type StationAnchor, isSameAnchor } from '#domain/authority/anchor.ts';
import { type StatedPart, editedParts, statementAfter } from '#domain/authority/stated.ts';
import { purposeOf } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { RestoreRequest, UnlockRefusal } from '#ports/custody.ts';
import type { Believed } from './keys.ts';
import { provenStatement } from './proven-statement.ts';

/** What an unlock goes by: whose vault it is to be, which keys and recipients it has, and where rows say otherwise. */
export interface Ground {
  readonly anchor: StationAnchor;
  readonly isAnchored: boolean;
  readonly believed: Believed;
  readonly edited: readonly StatedPart[];
}

/**
 * `backup`: see `provenStatement`. Keys and recipients are those of the station's statement, which has to hold under the key that the secret vouches for. A register of
 * before there were statements is believed as it lies; one that has lost its statement is not.
 */
export async function groundOf(
  { station, officers }: Pick<RestoreRequest, 'station' | 'officers'>,
  vouched: StationAnchor | null,
  backup: { readonly older?: boolean } = {},
): Promise<Result<Ground, UnlockRefusal>> {
  const certificate = readCertificate(station.stationCertificateDer);
  const stationSpkiDer = certificate.ok ? certificate.value.tbs.publicKey.der : new Uint8Array();
  const anchor = { stationId: station.stationId, stationSpkiDer };
  if (vouched !== null && !isSameAnchor(vouched, anchor)) return err({ type: 'StationForeign' });
  const isAnchored = vouched !== null;
  if (!isAnchored && station.statement === undefined) {
    const believed = {
      ...statementAfter(undefined, { station, officers }, sha256),
      number: 0,
      purpose: purposeOf(station),
    };
    return ok({ anchor, isAnchored, believed, edited: [] });
  }
  const stated = await provenStatement(station.statement, vouched ?? anchor, backup);
  if (stated === null) return err({ type: 'StatementInvalid' });
  const edited = editedParts(stated, { station, officers }, sha256);
  // Of a record that somebody has edited the narrower is believed: nobody comes to the station's key by it.
  const purpose = edited.includes('station-record') ? 'authority' : purposeOf(station);
  const links = stated.chain?.digests ?? [];
  return ok({ anchor: { ...anchor, links }, isAnchored, believed: { ...stated, purpose }, edited });
}
