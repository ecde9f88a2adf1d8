/** Owners who keep their own key, and sign with it. */
import type { ApplicationContent } from '#domain/application/application.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { proveRequest } from '#operations/application/read-request.ts';
import { signedDocument } from './cms-samples.ts';
import { type OfficeAtWork, anIndividual, issued, taken } from './office-at-work.ts';
import { aRequest, ecKeyPair } from './request-samples.ts';

export interface Signer {
  readonly entry: RegisterEntry;
  /** SignedData with the text inside. */
  readonly sign: (text: string) => Uint8Array;
}

export async function aSigner(
  office: OfficeAtWork,
  content: ApplicationContent = anIndividual(),
): Promise<Signer> {
  const { desk } = office;
  const key = ecKeyPair();
  const der = aRequest({ key, subjectDer: writeSubjectName(subjectOfApplication(content)) });
  const { keyIdentifierHex } = taken(await proveRequest(desk, der));
  const request = { der, source: 'file' as const, keyIdentifierHex, possessionProvedAt: desk.clock.now() };
  const entry = await issued(office, content, 'ecdsa-p256', request);
  const certificate = await (await desk.store.read()).get('certificate', entry.id);
  const certificateDer = certificate?.der ?? new Uint8Array();
  return { entry, sign: (text) => signedDocument({ key, certificateDer }, encodeUtf8(text)) };
}
