import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { publishCrl, writeCrl } from '#operations/crl/publish-crl.ts';
import type { Desk } from '#ports/desk.ts';
import { taken } from './office-at-work.ts';

export const placeOfLists = 'http://pki.example.kz/n.crl';

/** A signed list on its way: written to the medium, then placed where anybody can see it. */
export async function published(
  desk: Desk,
  { id, crlNumber, sha256Hex }: Pick<CrlRecord, 'id' | 'crlNumber' | 'sha256Hex'>,
): Promise<CrlRecord> {
  taken(await writeCrl(desk, { id, writtenTo: `${crlNumber}.crl`, sha256Hex }));
  return taken(await publishCrl(desk, { id, where: placeOfLists }));
}
