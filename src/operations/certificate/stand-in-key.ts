import type { ApplicationContent, TakenRequest } from '#domain/application/application.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { HeldKey } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';

const standIn = 'stand-in';

/**
 * A key in the place of the one that is made only on issue (G-8), so that a certificate can be examined before that; its
 * private half is dropped at once.
 */
export async function standInRequest(
  desk: Desk,
  station: Station,
  content: ApplicationContent,
): Promise<TakenRequest> {
  const [made] = await desk.custody.makeHeldKeys([
    { name: standIn, suite: station.suite, subject: subjectOfApplication(content) },
  ]);
  await desk.custody.dropHeldKeys([standIn]);
  if (made === undefined) throw new Error('no key was made');
  return requestOfHeldKey(desk, made);
}

/** What a held key's request proves: whoever made it has the private half (it is in the worker). */
export function requestOfHeldKey(desk: Pick<Desk, 'sha1' | 'clock'>, made: HeldKey): TakenRequest {
  return {
    der: made.certificationRequestDer,
    source: 'made-here',
    keyIdentifierHex: bytesToHex(desk.sha1(readPublicKey(made.spkiDer).keyBits)),
    possessionProvedAt: desk.clock.now(),
  };
}
