import type { SubscriberContent, TakenRequest } from '#domain/application/application.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { commonNameOf } from '#domain/application/certificate-subject.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { Desk } from '#ports/desk.ts';

export interface MadeSubscriberKey {
  readonly taken: TakenRequest;
  /** For the applicant's medium only: nothing of it is stored here. */
  readonly pkcs12: Uint8Array;
}

/** A key pair made here for an applicant who brings a medium (N-2.9): request and PKCS#12; the key is kept nowhere. */
export async function makeSubscriberKeyFor(
  desk: Desk,
  command: { readonly content: SubscriberContent; readonly suite: KeySuite; readonly passphrase: string },
): Promise<Result<MadeSubscriberKey, { readonly type: 'CarrierPassphrase' }>> {
  // Other programs open no carrier whose passphrase goes beyond ASCII.
  if (!/^[\x20-\x7e]{8,128}$/.test(command.passphrase)) return err({ type: 'CarrierPassphrase' });
  const { content, suite, passphrase } = command;
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
    pkcs12: made.pkcs12,
  });
}
