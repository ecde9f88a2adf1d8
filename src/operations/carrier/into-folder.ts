import { bytesToHex } from '#domain/base/bytes.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { passphraseOctets, carrierPassphrase } from '#domain/carrier/carrier-passphrase.ts';
import { folderMarkName, folderMarkText } from '#domain/carrier/folder-mark.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { IssueRefusal } from '#operations/certificate/issue.ts';
import type { Folder, FolderRefusal } from '#ports/media.ts';
import type { Desk } from '#ports/desk.ts';
import { type CarrierIssueOutcome, type KeyAndCarrier, issueOntoCarriers } from './issue.ts';
import { type WriteRefusal, confirmCarrierWritten, sealCarrier } from './write.ts';

export type IntoFolderRefusal =
  | IssueRefusal
  | WriteRefusal
  /** It takes no file: nothing was issued for it. */
  | { readonly type: 'FolderNotMarked'; readonly reason: FolderRefusal }
  /** The certificate is there and its key still in the worker: it can be written from the queue of carriers. */
  | { readonly type: 'FolderFailed'; readonly reason: FolderRefusal; readonly fileName: string };

export interface IntoFolderOutcome extends KeyAndCarrier {
  readonly result: Result<
    { readonly entry: RegisterEntry; readonly fileName: string; readonly passphrase: string },
    IntoFolderRefusal
  >;
}

/** Few enough that a crash takes few certificates with it, enough that the commits cost nothing beside the carriers. */
const sliceLength = 8;

/**
 * G-8 for a thousand: certificates are issued a few at a time, each key is written into the folder as a file named by its
 * carrier, read back and opened, and only then the next few are begun; whatever ends the run leaves at most one slice
 * unwritten. Each file has a passphrase of its own; they come back once, with the outcomes, and are stored nowhere. The folder is marked before
 * anything is issued, which also tells whether it takes files at all.
 */
export async function issueIntoFolder(
  desk: Desk,
  command: { readonly pairs: readonly KeyAndCarrier[]; readonly folder: Folder },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<readonly IntoFolderOutcome[]> {
  const { pairs, folder } = command;
  const outcomes: IntoFolderOutcome[] = [];
  const mark = bytesToHex(desk.random(8));
  const marked = await folder.save(folderMarkName(mark), encodeUtf8(folderMarkText));
  if (marked.type === 'failed') {
    const refusal = { type: 'FolderNotMarked' as const, reason: marked.reason };
    return pairs.map((pair) => ({ ...pair, result: err(refusal) }));
  }
  let broken = false;
  for (let from = 0; from < pairs.length; from += sliceLength) {
    const slice = pairs.slice(from, from + sliceLength);
    // A folder that took one file badly takes the next one no better: nothing more is issued for it.
    if (broken || options.cancellation?.isCancelled === true) {
      outcomes.push(...slice.map((pair) => ({ ...pair, result: err({ type: 'Cancelled' as const }) })));
      continue;
    }
    for (const issued of await issueOntoCarriers(desk, { pairs: slice })) {
      const outcome = await written(desk, folder, mark, issued);
      broken ||= !outcome.result.ok && outcome.result.error.type === 'FolderFailed';
      outcomes.push(outcome);
      options.onProgress?.(outcomes.length, pairs.length);
    }
  }
  return outcomes;
}

async function written(
  desk: Desk,
  folder: Folder,
  mark: string,
  { applicationId, carrierId, result }: CarrierIssueOutcome,
): Promise<IntoFolderOutcome> {
  const pair = { applicationId, carrierId };
  if (!result.ok) return { ...pair, result };
  const passphrase = carrierPassphrase(desk.random(passphraseOctets));
  const sealed = await sealCarrier(desk, { carrierId, passphrase });
  if (!sealed.ok) return { ...pair, result: sealed };
  const { fileName, octets } = sealed.value;
  const saved = await folder.save(fileName, octets);
  if (saved.type === 'failed')
    return { ...pair, result: err({ type: 'FolderFailed', reason: saved.reason, fileName }) };
  const counted = await confirmCarrierWritten(desk, {
    carrierId,
    passphrase,
    fileName,
    place: 'folder',
    folder: mark,
    readBack: saved.readBack,
  });
  return { ...pair, result: counted.ok ? ok({ entry: result.value, fileName, passphrase }) : counted };
}
