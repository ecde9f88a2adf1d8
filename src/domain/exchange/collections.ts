/**
 * The collections of the register, each described once: what it holds, since which schema it is there, its indexes, and who
 * else has it: the log, backups, archive packages. Store, schema, backup and verification derive their lists from here, and a
 * collection, an index or an answer that is left out does not compile.
 */
import { type Application, isWaiting } from '#domain/application/application.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import type { Letter } from '#domain/application/letter.ts';
import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import type { Registered } from '#domain/audit/registered.ts';
import type { CalendarRecord } from '#domain/authority/calendar-record.ts';
import type { OfficerRecord, VaultFile } from '#domain/authority/officer-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Carrier, filedState } from '#domain/carrier/carrier.ts';
import type { IssuerCrlRecord } from '#domain/crl/issuer-crl.ts';
import type { CrlChunkRecord, CrlRecord } from '#domain/crl/published-crl.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import type { JournalCorrection } from '#domain/journal/journal-row.ts';
import type {
  Delivery,
  RegisterEntry,
  SigningIntent,
  StoredCertificate,
} from '#domain/register/register-entry.ts';
import type { LeavingNotice } from '#domain/revocation/leaving.ts';
import type { PackageIn, PackageOut } from './package/package-records.ts';
import { type RevocationCase, isOpen } from '#domain/revocation/revocation-case.ts';
import { type RevocationLetter, revocationLetterKey } from '#domain/revocation/revocation-letter.ts';

/** What the records of each collection are. One with a salt is covered by the log. */
export interface Collections {
  station: Station;
  officer: OfficerRecord;
  vaultFile: VaultFile;
  calendar: CalendarRecord;
  application: Application;
  attachment: Attachment;
  entry: RegisterEntry;
  certificate: StoredCertificate;
  intent: SigningIntent;
  delivery: Delivery;
  revocation: RevocationCase;
  crl: CrlRecord;
  crlChunk: CrlChunkRecord;
  issuerCrl: IssuerCrlRecord;
  exportedFile: ExportedFile;
  letter: Letter;
  carrier: Carrier;
  revocationLetter: RevocationLetter;
  leaving: LeavingNotice;
  journalCorrection: JournalCorrection;
  archivePackage: ArchivePackage;
  packageOut: PackageOut;
  packageIn: PackageIn;
  audit: AuditRecord & { readonly id: string };
  blob: StoredOctets;
  crlFile: StoredOctets;
  draft: Draft;
  device: DeviceFact;
}

/** Octets whose digest stands in an audited record of the same id. */
export interface StoredOctets {
  readonly id: string;
  readonly octets: Uint8Array;
}

/** A half filled form, kept as typed. */
export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly updatedAt: string;
  readonly fields: unknown;
}

/** Failed unlocks and the like: facts of this browser, not of the register. */
export interface DeviceFact {
  readonly id: string;
  readonly value: unknown;
}

export type IndexKey = string | number;

export interface IndexDescription<R> {
  /** No two records have the same key. */
  readonly unique?: true;
  /** Schema that brought it, where that is a later one than its collection's. */
  readonly since?: number;
  /** A record without a key is not in the index. */
  readonly key: (record: R) => IndexKey | undefined;
}

export interface CollectionDescription<R> {
  /** Schema that brought it. Once released it is never another: see `adapters/indexeddb/schema.ts`. */
  readonly since: number;
  /** Covered by a digest in the log, record by record: whatever has a salt is, and nothing else can be. */
  readonly audited: R extends Registered ? true : false;
  /** Goes into register backups and comes back from them. What the log covers has to. */
  readonly inBackups: R extends Registered ? true : boolean;
  /** In an archive package: the record as the log knows it, a part of it for names, or nothing. */
  readonly inPackages: R extends Registered ? 'whole' | 'in-part' | 'no' : 'no';
  readonly indexes: { readonly [index: string]: IndexDescription<R> };
  /** Read by the order of its storage keys, a part at a time. */
  readonly readInOrder?: true;
}

export const collections = {
  station: { since: 1, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  officer: { since: 1, audited: true, inBackups: true, inPackages: 'in-part', indexes: {} },
  vaultFile: { since: 1, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  calendar: { since: 1, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  application: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      number: { unique: true, key: ({ number }) => number },
      issued: { key: ({ issued }) => issued },
      letter: {
        since: 4,
        key: ({ content }) => (content.form === 'G-F1a' ? content.letterId : undefined),
      },
      failedIssue: {
        since: 4,
        key: ({ failedIssues, issued }) =>
          failedIssues !== undefined && issued === undefined ? 'open' : undefined,
      },
      waiting: { since: 5, key: (application) => (isWaiting(application) ? 'waiting' : undefined) },
    },
  },
  attachment: { since: 1, audited: true, inBackups: true, inPackages: 'whole', indexes: {} },
  entry: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      number: { unique: true, key: ({ number }) => number },
      iin: { key: ({ subject }) => (subject.kind === 'authority' ? undefined : subject.iin) },
      bin: { key: ({ subject }) => (subject.kind === 'authority' ? undefined : subject.bin) },
      keyIdentifier: { key: ({ keyIdentifierHex }) => keyIdentifierHex },
      relationOf: { key: ({ relation }) => relation?.of },
      application: { key: ({ applicationId }) => applicationId },
    },
  },
  certificate: { since: 1, audited: true, inBackups: true, inPackages: 'whole', indexes: {} },
  intent: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'no',
    indexes: { outcome: { key: ({ outcome }) => outcome } },
  },
  delivery: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: { serialNumber: { key: ({ serialNumber }) => serialNumber } },
  },
  revocation: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      number: { unique: true, key: ({ number }) => number },
      serialNumber: { key: ({ serialNumber }) => serialNumber },
      open: { since: 5, key: (revocation) => (isOpen(revocation) ? 'open' : undefined) },
    },
  },
  crl: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {},
    readInOrder: true,
  },
  crlChunk: { since: 1, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  issuerCrl: { since: 2, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  exportedFile: {
    since: 1,
    audited: true,
    inBackups: true,
    inPackages: 'no',
    indexes: { kind: { key: ({ kind }) => kind } },
  },
  letter: {
    since: 4,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      number: { unique: true, key: ({ number }) => number },
      key: { key: ({ key }) => key },
    },
  },
  carrier: {
    since: 4,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      serialNumber: { key: ({ serialNumber }) => serialNumber },
      certificate: { key: ({ assigned }) => assigned?.certificate },
      state: { key: filedState },
    },
  },
  revocationLetter: {
    since: 4,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: {
      number: { unique: true, key: ({ number }) => number },
      key: { key: ({ content }) => revocationLetterKey(content) },
    },
  },
  leaving: {
    since: 4,
    audited: true,
    inBackups: true,
    inPackages: 'whole',
    indexes: { serialNumber: { key: ({ serialNumber }) => serialNumber } },
  },
  journalCorrection: {
    since: 4,
    audited: true,
    inBackups: true,
    inPackages: 'no',
    indexes: { journal: { key: ({ journal }) => journal } },
  },
  archivePackage: { since: 3, audited: true, inBackups: true, inPackages: 'no', indexes: {} },
  packageOut: {
    since: 5,
    audited: true,
    inBackups: true,
    inPackages: 'no',
    indexes: {
      pairing: { key: ({ pairing }) => pairing },
      place: { unique: true, key: ({ place }) => place },
    },
  },
  packageIn: {
    since: 5,
    audited: true,
    inBackups: true,
    inPackages: 'no',
    indexes: { pairing: { key: ({ pairing }) => pairing } },
  },
  audit: { since: 1, audited: false, inBackups: true, inPackages: 'no', indexes: {} },
  blob: { since: 1, audited: false, inBackups: true, inPackages: 'no', indexes: {} },
  crlFile: { since: 1, audited: false, inBackups: true, inPackages: 'no', indexes: {} },
  draft: { since: 1, audited: false, inBackups: true, inPackages: 'no', indexes: {} },
  device: { since: 1, audited: false, inBackups: false, inPackages: 'no', indexes: {} },
} as const satisfies { readonly [C in keyof Collections]: CollectionDescription<Collections[C]> };

type Described = typeof collections;

export type CollectionName = keyof Collections;

export type AuditedName = {
  [C in CollectionName]: Described[C]['audited'] extends true ? C : never;
}[CollectionName];

export type PackagedName = {
  [C in CollectionName]: Described[C]['inPackages'] extends 'no' ? never : C;
}[CollectionName];

/** Those of an archive package that the log speaks of with the very digest of their line in it. */
export type LoggedName = {
  [C in CollectionName]: Described[C]['inPackages'] extends 'whole' ? C : never;
}[CollectionName];

export type IndexName<C extends CollectionName> = keyof Described[C]['indexes'] & string;

export const collectionNames = Object.keys(collections) as readonly CollectionName[];
export const auditedNames = collectionNames.filter(isAudited);
export const backedUpNames = collectionNames.filter((name) => collections[name].inBackups);
export const packagedNames = collectionNames.filter(
  (name): name is PackagedName => collections[name].inPackages !== 'no',
);
export const loggedNames = packagedNames.filter(
  (name): name is LoggedName => collections[name].inPackages === 'whole',
);

export function isAudited(name: CollectionName): name is AuditedName {
  return collections[name].audited;
}

export function descriptionOf<C extends CollectionName>(name: C): CollectionDescription<Collections[C]> {
  const all: { readonly [N in CollectionName]: CollectionDescription<Collections[N]> } = collections;
  return all[name];
}

/** The keys under which a record stands in the indexes of its collection; one way to compute them, for every adapter. */
export function indexKeysOf<C extends CollectionName>(
  name: C,
  record: Collections[C],
): Readonly<Record<string, IndexKey>> {
  const keys: Record<string, IndexKey> = {};
  for (const [index, { key }] of Object.entries(descriptionOf(name).indexes)) {
    const found = key(record);
    if (found !== undefined) keys[index] = found;
  }
  return keys;
}
