import type { Application } from '#domain/application/application.ts';
import type { CertificationRequest } from '#domain/application/certification-request/certification-request.ts';
import { requestedIin } from '#domain/application/certification-request/requested-iin.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { contentKindOf } from '#domain/der/content-kind.ts';
import type { Desk } from '#ports/desk.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { type ReadRequestRefusal, readRequestFile } from './read-request.ts';
import { type ReceiveRefusal, correctApplication } from './receive.ts';

export interface GivenRequest {
  readonly name: string;
  readonly octets: Uint8Array;
}

export interface AttachedRequest {
  /** Of a file in an archive its path there. */
  readonly fileName: string;
  readonly outcome: Result<Application, AttachRefusal>;
}

export type AttachRefusal =
  | ReadRequestRefusal
  | ReceiveRefusal
  | RequestArchiveRefusal
  /** Neither the request's subject nor the file's name has an IIN. */
  | { readonly type: 'RequestWithoutNumber' }
  /** Nobody with that IIN waits without a request. */
  | { readonly type: 'NobodyWaits'; readonly iin: string }
  /** Several applications of one person wait: which of them it is for, nobody can tell. */
  | { readonly type: 'SeveralWait'; readonly iin: string; readonly numbers: readonly string[] };

export type RequestArchiveRefusal =
  | { readonly type: 'RequestArchiveUnreadable' }
  | { readonly type: 'RequestArchiveTooLarge'; readonly maximumOctets: number };

/** Requests of some hundred people in one archive. */
const maximumArchiveOctets = 64 * 1024 * 1024;

/**
 * N-2.2, N-4: many PKCS#10 files, or archives of them, each for the one application of its person that waits without a request: by the IIN in its
 * subject, and where that has none by the twelve digits in the file's name. Each is proved and judged as by itself; what does not fit
 * is named with the reason, and the rest goes on. Whether a request is its applicant's own, the examination says (N-5.2).
 */
export async function attachRequests(
  desk: Desk,
  command: { readonly files: readonly GivenRequest[] },
): Promise<readonly AttachedRequest[]> {
  const attached: AttachedRequest[] = [];
  for (const file of command.files)
    for (const { name: fileName, ...given } of await unpacked(desk, file)) {
      const outcome =
        'octets' in given ? await attach(desk, { name: fileName, ...given }) : err(given.refusal);
      attached.push({ fileName, outcome });
    }
  return attached;
}

type Unpacked = GivenRequest | { readonly name: string; readonly refusal: RequestArchiveRefusal };

async function unpacked(desk: Desk, file: GivenRequest): Promise<readonly Unpacked[]> {
  if (contentKindOf(file.octets) !== 'zip') return [file];
  const files = await desk.archive.unpack(file.octets, maximumArchiveOctets);
  if (!files.ok) {
    const refusal: RequestArchiveRefusal =
      files.error.type === 'NotAnArchive'
        ? { type: 'RequestArchiveUnreadable' }
        : { type: 'RequestArchiveTooLarge', maximumOctets: maximumArchiveOctets };
    return [{ name: file.name, refusal }];
  }
  // What an operating system puts beside the files.
  return [...files.value]
    .filter(([name]) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
    .map(([name, octets]) => ({ name, octets }));
}

async function attach(desk: Desk, file: GivenRequest): Promise<Result<Application, AttachRefusal>> {
  const read = await readRequestFile(desk, file);
  if (!read.ok) return read;
  const found = await waitingFor(desk, read.value.request, file.name);
  if (!found.ok) return found;
  const { id, content, relation } = found.value;
  return correctApplication(desk, {
    applicationId: id,
    corrected: {
      ...{ content, request: read.value.taken, scans: [] },
      ...(relation === undefined ? {} : { relation }),
    },
  });
}

async function waitingFor(
  desk: Desk,
  request: CertificationRequest,
  fileName: string,
): Promise<Result<Application, AttachRefusal>> {
  const iin = requestedIin(request, fileName);
  if (iin === undefined) return err({ type: 'RequestWithoutNumber' });
  const snapshot = await provenReading(desk);
  const waiting = await snapshot.list('application', { index: 'waiting' });
  const fitting = waiting.filter(
    ({ content, request: own }) =>
      own === undefined && (content.form === 'N-F1' || content.form === 'N-F2') && content.iin === iin,
  );
  const [application, ...others] = fitting;
  if (application === undefined) return err({ type: 'NobodyWaits', iin });
  if (others.length > 0)
    return err({ type: 'SeveralWait', iin, numbers: fitting.map(({ number }) => number) });
  return ok(application);
}
