import { type TakenAnswer, isNewerAnswer } from '#domain/application/answer.ts';
import type { Station } from '#domain/authority/station.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { Instant } from '#domain/base/instant.ts';
import { without } from '#domain/base/without.ts';
import {
  readApplicationAnswer,
  readRevocationAnswer,
  writeApplicationAnswer,
} from '#domain/exchange/package/answer-item.ts';
import { type TakenRevocationAnswer, isNewerRevocationAnswer } from '#domain/revocation/revocation-answer.ts';
import { newSalt } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { whyCertificateUnfit } from './fits-application.ts';
import type { ItemOutcome } from './item-outcome.ts';

export interface Arrived {
  readonly octets: Uint8Array;
  /** SHA-256 of the package's manifest. */
  readonly packageId: string;
  readonly at: Instant;
}

/** The authority's decision on an application that was taken in here, and its certificate: examined before any of it is believed. */
export async function lookAtAnswer(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  { octets, packageId, at }: Arrived,
): Promise<ItemOutcome> {
  const item = readApplicationAnswer(octets);
  if (item === null) return { type: 'unfit', because: 'ItemUnreadable' };
  const application = await snapshot.get('application', item.of);
  if (application === undefined) return { type: 'unfit', because: 'ApplicationMissing' };
  const { answer: held, number } = application;
  const { of, ...said } = item;
  if (held !== undefined) {
    const kept = without(without(held, 'package'), 'takenAt');
    if (writeApplicationAnswer({ of, ...kept }) === writeApplicationAnswer(item))
      return { type: 'same', number };
  }
  if (!isNewerAnswer(said, held)) return { type: 'older', number };
  if (said.certificate !== undefined) {
    const unfit = await whyCertificateUnfit(desk, station, application, said.certificate);
    if (unfit !== null) return { type: 'unfit', because: unfit };
  }
  const answer: TakenAnswer = { ...said, package: packageId, takenAt: at };
  const record = { ...application, salt: newSalt(desk.random), answer };
  return {
    type: 'new',
    change: {
      ...{ of: 'answer', id: of, number, outcome: said.outcome },
      act: {
        act: 'answer-taken',
        subjects: [of, number, said.outcome],
        puts: [{ collection: 'application', record }],
      },
    },
  };
}

/** The authority's decision on what was brought here to revoke. */
export async function lookAtRevocationAnswer(
  desk: Desk,
  snapshot: Snapshot,
  { octets, packageId, at }: Arrived,
): Promise<ItemOutcome> {
  const item = readRevocationAnswer(octets);
  if (item === null) return { type: 'unfit', because: 'ItemUnreadable' };
  const found = await snapshot.get('revocation', item.of);
  if (found === undefined) return { type: 'unfit', because: 'CaseMissing' };
  const { answer: held, number } = found;
  const { of, ...said } = item;
  if (held !== undefined) {
    const kept = without(without(held, 'package'), 'takenAt');
    if (canonicalForm({ ...kept }) === canonicalForm({ ...said })) return { type: 'same', number };
  }
  if (!isNewerRevocationAnswer(said, held)) return { type: 'older', number };
  const answer: TakenRevocationAnswer = { ...said, package: packageId, takenAt: at };
  const record = { ...found, salt: newSalt(desk.random), answer };
  return {
    type: 'new',
    change: {
      ...{ of: 'revocation-answer', id: of, number, outcome: said.outcome },
      act: {
        act: 'answer-taken',
        subjects: [of, number, said.outcome],
        puts: [{ collection: 'revocation', record }],
      },
    },
  };
}
