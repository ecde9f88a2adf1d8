import type { SubscriberContent, TakenRequest } from '#domain/application/application.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { commonNameOf } from '#domain/application/certificate-subject.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { keySuites, subscriberSuites } from '#domain/certificate/key-suite.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';

export interface MadeSubscriberKey {
  readonly taken: TakenRequest;
  /** For the applicant's medium only: nothing of it is stored here. */
  readonly carrier: Uint8Array;
}

export type SubscriberKeyRefusal =
  | { readonly type: 'CarrierPassphrase' }
  /** A ГОСТ station has keys of its own encoding only, and no other station has them (N-2.7). */
  | { readonly type: 'KeyOfOtherSuite'; readonly seen: string; readonly expected: string };

/** A key pair made here for an applicant who brings a medium (N-2.9): request and carrier; the key is kept nowhere. */
export async function makeSubscriberKey(
  desk: Desk,
  command: { readonly content: SubscriberContent; readonly suite: KeySuite; readonly passphrase: string },
): Promise<Result<MadeSubscriberKey, SubscriberKeyRefusal>> {
  // Other programs open no carrier whose passphrase goes beyond ASCII.
  if (!/^[\x20-\x7e]{8,128}$/.test(command.passphrase)) return err({ type: 'CarrierPassphrase' });
  const { content, suite, passphrase } = command;
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station !== undefined && !subscriberSuites(station.suite).includes(suite)) {
    const seen = keySuites[suite].publicKeyName;
    return err({ type: 'KeyOfOtherSuite', seen, expected: keySuites[station.suite].publicKeyName });
  }
  const made = await desk.custody.makeSubscriberKey({
    suite,
    subject: subjectOfApplication(content),
    passphrase,
    friendlyName: commonNameOf(content),
  });
  return ok({
    taken: {
      der: made.certificationRequestDer,
      source: 'made-here',
      keyIdentifierHex: bytesToHex(desk.sha1(readPublicKey(made.spkiDer).keyBits)),
      possessionProvedAt: desk.clock.now(),
    },
    carrier: made.carrier,
  });
}
