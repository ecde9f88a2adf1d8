import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type PublicationRefusal, isWritten, whyNotPublished } from '#domain/crl/publication.ts';
import type { CrlHandOver, CrlRecord, CrlWay } from '#domain/crl/published-crl.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

type Common = TransactionRefusal | { readonly type: 'CrlMissing' | 'Locked' };

export type WriteCrlRefusal = Common | { readonly type: 'FileDiffers' };
export type PublishCrlRefusal =
  Common | PublicationRefusal | { readonly type: 'CrlPublished'; readonly at: Instant };
export type GiveCrlRefusal = Common | { readonly type: 'AddresseesMissing' | 'CrlNotWritten' };

/** The list's file was written to the medium and read back: it can leave the station, and is not published yet. */
export function writeCrl(
  desk: Desk,
  command: { readonly id: string; readonly writtenTo: string; readonly sha256Hex: string },
): Promise<Result<CrlRecord, WriteCrlRefusal>> {
  return changeCrl<WriteCrlRefusal>(desk, 'crl-written', command.id, (before, { officer, now }) => {
    if (before.sha256Hex !== command.sha256Hex) return err({ type: 'FileDiffers' });
    // When it could leave the station first stays; the log has each writing.
    return ok(isWritten(before) ? {} : { writtenTo: command.writtenTo, writtenAt: now, writtenBy: officer });
  });
}

/**
 * R-13, N-11, N-14: publication is the official notice. It is told where the list was placed, and when, if that was not just now; who
 * tells it is the officer.
 */
export function publishCrl(
  desk: Desk,
  command: { readonly id: string; readonly where: string; readonly at?: Instant },
): Promise<Result<CrlRecord, PublishCrlRefusal>> {
  return changeCrl<PublishCrlRefusal>(desk, 'crl-published', command.id, (before, { officer, now }) => {
    const { where, at = now } = command;
    if (before.publishedAt !== undefined) return err({ type: 'CrlPublished', at: before.publishedAt });
    const wrong = whyNotPublished(before, { at, where }, now);
    if (wrong !== null) return err(wrong);
    return ok({ publishedAt: at, publishedWhere: where.trim(), publishedBy: officer });
  });
}

/** G-18, N-14: the list was given to owners, who are named. */
export function giveCrl(
  desk: Desk,
  command: { readonly id: string; readonly way: CrlWay; readonly addressees: readonly string[] },
): Promise<Result<CrlRecord, GiveCrlRefusal>> {
  return changeCrl<GiveCrlRefusal>(desk, 'crl-given', command.id, (before, { officer, now }) => {
    const addressees = command.addressees.map((each) => each.trim()).filter((each) => each !== '');
    if (addressees.length === 0) return err({ type: 'AddresseesMissing' });
    if (!isWritten(before)) return err({ type: 'CrlNotWritten' });
    const given: CrlHandOver = { at: now, officer, way: command.way, addressees };
    return ok({ given: [...(before.given ?? []), given] });
  });
}

function changeCrl<Refusal extends { readonly type: string }>(
  desk: Desk,
  act: Act['act'],
  id: string,
  change: (
    before: CrlRecord,
    by: { readonly officer: string; readonly now: Instant },
  ) => Result<Partial<CrlRecord>, Exclude<Refusal, TransactionRefusal>>,
): Promise<Result<CrlRecord, Refusal | Common>> {
  return transact<CrlRecord, Refusal | Common>(desk, async (snapshot: Snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('crl', id);
    if (before === undefined) return err({ type: 'CrlMissing' });
    const changed = change(before, { officer, now });
    if (!changed.ok) return changed;
    const record: CrlRecord = { ...before, ...changed.value, salt: newSalt(desk.random) };
    return ok({
      acts: [{ act, subjects: [record.crlNumber], puts: [{ collection: 'crl', record }] }],
      answer: record,
    });
  });
}
