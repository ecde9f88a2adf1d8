import type { Application } from '#domain/application/application.ts';
import type { Letter } from '#domain/application/letter.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { carrierState } from '#domain/carrier/carrier-state.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import type { Delivery, RegisterEntry, SigningIntent } from '#domain/register/register-entry.ts';
import type { JournalCorrection } from '#domain/journal/journal-row.ts';
import type { LeavingNotice } from '#domain/revocation/leaving.ts';
import { type RevocationLetter, revocationLetterKey } from '#domain/revocation/revocation-letter.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';

/** Secondary keys; `true` marks a unique one. A record without the member is not in the index. */
export const indexes = {
  application: { number: true, issued: false, letter: false, failedIssue: false },
  entry: {
    number: true,
    iin: false,
    bin: false,
    keyIdentifier: false,
    relationOf: false,
    application: false,
  },
  intent: { outcome: false },
  delivery: { serialNumber: false },
  revocation: { number: true, serialNumber: false },
  exportedFile: { kind: false },
  letter: { number: true, key: false },
  carrier: { serialNumber: false, certificate: false, state: false },
  revocationLetter: { number: true, key: false },
  leaving: { serialNumber: false },
  journalCorrection: { journal: false },
} as const;

export type RecordIndexes = typeof indexes;

export type IndexKey = string | number;

type IndexKeyFunction = (record: unknown) => IndexKey | undefined;

/** One way to compute an index key, for every adapter. */
export function indexKeyOf(collection: string, index: string, record: unknown): IndexKey | undefined {
  // Each function takes the records of its own collection: the name before the dot says which.
  const of = indexKeys[`${collection}.${index}`] as IndexKeyFunction | undefined;
  if (of === undefined) throw new Error(`no index ${collection}.${index}`);
  return of(record);
}

const indexKeys: { readonly [path: string]: ((record: never) => IndexKey | undefined) | undefined } = {
  'application.number': (a: Application) => a.number,
  'application.issued': (a: Application) => a.issued,
  'application.letter': ({ content }: Application) =>
    content.form === 'G-F1a' ? content.letterId : undefined,
  'application.failedIssue': ({ failedIssues, issued }: Application) =>
    failedIssues !== undefined && issued === undefined ? 'open' : undefined,
  'entry.number': (e: RegisterEntry) => e.number,
  'entry.iin': ({ subject }: RegisterEntry) => (subject.kind === 'authority' ? undefined : subject.iin),
  'entry.bin': ({ subject }: RegisterEntry) => (subject.kind === 'authority' ? undefined : subject.bin),
  'entry.keyIdentifier': (e: RegisterEntry) => e.keyIdentifierHex,
  'entry.relationOf': (e: RegisterEntry) => e.relation?.of,
  'entry.application': (e: RegisterEntry) => e.applicationId,
  'intent.outcome': (i: SigningIntent) => i.outcome,
  'delivery.serialNumber': (d: Delivery) => d.serialNumber,
  'revocation.number': (r: RevocationCase) => r.number,
  'revocation.serialNumber': (r: RevocationCase) => r.serialNumber,
  'exportedFile.kind': (e: ExportedFile) => e.kind,
  'letter.number': (l: Letter) => l.number,
  'letter.key': (l: Letter) => l.key,
  'carrier.serialNumber': (c: Carrier) => c.serialNumber,
  'carrier.certificate': (c: Carrier) => c.assigned?.certificate,
  'carrier.state': (c: Carrier) => carrierState(c),
  'revocationLetter.number': (l: RevocationLetter) => l.number,
  'revocationLetter.key': (l: RevocationLetter) => revocationLetterKey(l.content),
  'leaving.serialNumber': (l: LeavingNotice) => l.serialNumber,
  'journalCorrection.journal': (c: JournalCorrection) => c.journal,
};
