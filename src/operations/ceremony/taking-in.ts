import type { Station } from '#domain/authority/station.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import type { ReadCrlEntry } from '#domain/crl/certificate-list.ts';
import { readCrlEntries } from '#domain/crl/crl-entries.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { epochOfCrlNumber } from '#domain/crl/crl-number.ts';
import type { CrlChunkRecord } from '#domain/crl/published-crl.ts';
import { serialNumbersIn } from '#domain/crl/thin-chunk.ts';
import type { ReasonCode, RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { isCompromise } from '#domain/revocation/revoke-entry.ts';
import type { Desk } from '#ports/desk.ts';
import { recoveredEntry } from './recovered-entry.ts';
import {
  type GrowingChunks,
  appendTo,
  chunkPuts,
  growingFrom,
  replaceIn,
} from '#operations/revocation/revoke.ts';
import { type Act, type AuditedPut, newId, newSalt } from '#operations/transact.ts';
import type { OwnCertificate, Shown } from './shown-files.ts';

/** What the register has before anything is taken in; it grows with what is. */
export interface KnownRegister {
  readonly station: Station;
  readonly entries: Map<string, RegisterEntry>;
  readonly growing: GrowingChunks;
  /** Running numbers that are taken: of the last entry, and of the last case by year. */
  readonly last: { entry: number; readonly cases: Map<string, number> };
}

export interface TakenIn {
  /** One for each certificate and revocation. */
  readonly acts: readonly Act[];
  /** The lists' entries, for the act that ends the commit. */
  readonly chunks: readonly AuditedPut[];
  /** Serial numbers that a list names and nobody has a certificate of; they are on the next list all the same. */
  readonly missing: readonly string[];
  /** Highest epoch in any number that was shown; 0 where none was. */
  readonly highestEpoch: number;
}

export function knownRegister(
  station: Station,
  rows: {
    readonly entries: readonly RegisterEntry[];
    readonly cases: readonly RevocationCase[];
    readonly chunks: readonly CrlChunkRecord[];
  },
): KnownRegister {
  const cases = new Map<string, number>();
  for (const { number } of rows.cases) {
    const year = number.slice(0, 4);
    cases.set(year, Math.max(cases.get(year) ?? 0, Number(number.slice(5))));
  }
  return {
    station,
    entries: new Map(rows.entries.map((entry) => [entry.id, entry])),
    growing: growingFrom(rows.chunks),
    last: { entry: rows.entries.reduce((last, { number }) => Math.max(last, number), 0), cases },
  };
}

/**
 * Everything newer that was shown, for one commit with what it is newer than: certificates that the register lacks become recovered
 * entries, and whatever a list revokes is revoked here too, with the date and the reason that stand in the list, so that the next list
 * has it; never later than `by.at`.
 */
export function takeIn(
  desk: Pick<Desk, 'random' | 'sha1' | 'sha256'>,
  known: KnownRegister,
  { lists, certificates, revocations = [] }: Shown,
  by: By,
): TakenIn {
  const acts: Act[] = [];
  const missing = new Set<string>();
  const onList = new OnList(known.growing);
  let highestEpoch = 0;
  // In the order of their issue: those that are all missing get the numbers again that were printed of them.
  const inOrder = [...certificates].sort((a, b) =>
    compareInstants(a.certificate.tbs.notBefore, b.certificate.tbs.notBefore),
  );
  for (const shown of inOrder) {
    const serial = bytesToHex(shown.certificate.tbs.serialNumber);
    highestEpoch = Math.max(highestEpoch, epochOfSerial(serial));
    if (known.entries.has(serial)) continue;
    const { act, entry } = recoverEntry(desk, known, shown, by);
    acts.push(act);
    const listed = onList.find(shown.generation.generation, serial);
    // A list named it before anybody had it: that revocation is its own.
    if (listed !== null) acts.push(revokeAsListed(desk, known, { entry, listed }, by));
  }
  const takeRevocation = (written: ReadCrlEntry, generation: number, from: Source) => {
    // By a clock that was far ahead: nothing is revoked in the future.
    const listed = written.revocationDate > by.at ? { ...written, revocationDate: by.at } : written;
    const serial = bytesToHex(listed.serialNumber);
    highestEpoch = Math.max(highestEpoch, epochOfSerial(serial));
    const entry = known.entries.get(serial);
    if (entry?.archived !== undefined) return;
    const kept = entry === undefined ? onList.find(generation, serial) : null;
    const before = entry?.revocation ?? (kept === null ? undefined : factsOf(kept));
    const isRaised = isCompromise(factsOf(listed).reasonCode) && !isCompromise(before?.reasonCode);
    // A compromise replaces another reason: the one way in which a revocation changes.
    onList.keep(generation, serial, listed, isRaised);
    if (entry === undefined) missing.add(serial);
    else if (entry.revocation === undefined || isRaised)
      acts.push(revokeAsListed(desk, known, { entry, listed, ...from }, by));
  };
  for (const { list, number, generation } of [...lists].sort((a, b) => (a.number < b.number ? -1 : 1))) {
    highestEpoch = Math.max(highestEpoch, epochOfCrlNumber(number));
    for (const written of list.tbs.entries)
      takeRevocation(written, generation.generation, { crlNumber: String(number) });
  }
  for (const { listed, generation, seq } of revocations) takeRevocation(listed, generation, { seq });
  return { acts, chunks: chunkPuts(known.growing, desk.random), missing: [...missing], highestEpoch };
}

interface By {
  readonly officer: string;
  readonly at: Instant;
}

/** The entries of each key's next list, and which serial numbers they have. */
class OnList {
  readonly #growing: GrowingChunks;
  readonly #serials = new Map<number, Set<string>>();

  constructor(growing: GrowingChunks) {
    this.#growing = growing;
  }

  keep(generation: number, serial: string, listed: ReadCrlEntry, isRaised: boolean): void {
    const serials = this.#of(generation);
    const isKnown = serials.has(serial);
    if (isKnown && !isRaised) return;
    serials.add(serial);
    const { serialNumber, revocationDate } = listed;
    const encoded = encodeCrlEntry({ serialNumber, revocationDate, ...factsOf(listed) });
    if (!isKnown) appendTo(this.#growing, generation, encoded);
    else replaceIn(this.#growing, generation, serialNumber, encoded);
  }

  find(generation: number, serial: string): ReadCrlEntry | null {
    if (!this.#of(generation).has(serial)) return null;
    for (const chunk of this.#growing.chunks) {
      if (chunk.generation !== generation) continue;
      const found = readCrlEntries(chunk.octets, 0, chunk.octets.length, []).find(
        hexToBytes(serial) ?? new Uint8Array(),
      );
      if (found !== null) return found;
    }
    return null;
  }

  #of(generation: number): Set<string> {
    const known = this.#serials.get(generation);
    if (known !== undefined) return known;
    const ofKey = this.#growing.chunks.filter((chunk) => chunk.generation === generation);
    const serials = new Set(serialNumbersIn(ofKey));
    this.#serials.set(generation, serials);
    return serials;
  }
}

/** The octet that leads a serial number of the station's own. */
function epochOfSerial(serial: string): number {
  const octet = hexToBytes(serial)?.[0] ?? 0;
  return octet <= 0x7f ? octet : 0;
}

function recoverEntry(
  desk: Pick<Desk, 'random' | 'sha1' | 'sha256'>,
  { entries, last }: KnownRegister,
  { certificate, generation }: OwnCertificate,
  { officer, at }: By,
): { readonly act: Act; readonly entry: RegisterEntry } {
  const serial = bytesToHex(certificate.tbs.serialNumber);
  last.entry += 1;
  const entry: RegisterEntry = {
    ...recoveredEntry(desk, certificate, serial),
    suite: generation.suite,
    generation: generation.generation,
    salt: newSalt(desk.random),
    number: last.entry,
    issuedAt: at,
    issuedBy: officer,
  };
  entries.set(serial, entry);
  const stored = { id: serial, salt: newSalt(desk.random), der: certificate.der };
  const puts = [
    { collection: 'entry', record: entry } as const,
    { collection: 'certificate', record: stored } as const,
  ];
  return { entry, act: { act: 'certificate-recovered', subjects: [serial], puts } };
}

/** Where a revocation was found: the number of the list that was shown, or of the record in the log of the register that is replaced. */
interface Source {
  readonly crlNumber?: string | undefined;
  readonly seq?: number | undefined;
}

function sourceText({ crlNumber, seq }: Source): string {
  if (seq !== undefined) return `Журнал, № ${String(seq)}`;
  return crlNumber === undefined ? 'CRL' : `CRL ${crlNumber}`;
}

function revokeAsListed(
  desk: Pick<Desk, 'random'>,
  known: KnownRegister,
  given: {
    readonly entry: RegisterEntry;
    readonly listed: ReadCrlEntry;
  } & Source,
  { officer, at }: By,
): Act {
  const { entry, listed, crlNumber, seq } = given;
  const { reasonCode, invalidityDate } = factsOf(listed);
  const facts = {
    ground: groundAsListed(rulesOf(known.station), reasonCode),
    ruleSet: known.station.ruleSet,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
  };
  const receivedOn = calendarDateOf(at);
  const year = receivedOn.slice(0, 4);
  const number = (known.last.cases.get(year) ?? 0) + 1;
  known.last.cases.set(year, number);
  const decided: RevocationCase = {
    id: newId(desk.random),
    salt: newSalt(desk.random),
    number: `${year}-${String(number).padStart(6, '0')}`,
    receivedAt: at,
    receivedBy: officer,
    serialNumber: entry.id,
    source: { type: 'office', statement: sourceText({ crlNumber, seq }) },
    ...facts,
    dueOn: receivedOn,
    decision: { outcome: 'revoked', officer, at, confirmedCorrect: true },
  };
  const record: RegisterEntry = {
    ...entry,
    salt: newSalt(desk.random),
    revocation: { caseId: decided.id, ...facts, date: listed.revocationDate },
    ...(crlNumber === undefined || entry.firstCrl !== undefined ? {} : { firstCrl: crlNumber }),
  };
  known.entries.set(entry.id, record);
  return {
    act: entry.revocation === undefined ? 'certificate-revoked' : 'revocation-reason-raised',
    subjects: [entry.id, decided.id],
    puts: [
      { collection: 'entry', record },
      { collection: 'revocation', record: decided },
    ],
  };
}

const ownReasons: ReadonlySet<string> = new Set<ReasonCode>([
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
]);

function isOwnReason(reason: string | undefined): reason is ReasonCode {
  return reason !== undefined && ownReasons.has(reason);
}

function factsOf({ extensions }: ReadCrlEntry): Pick<RevocationCase, 'reasonCode' | 'invalidityDate'> {
  const { reasonCode, invalidityDate } = extensions;
  return {
    ...(isOwnReason(reasonCode) ? { reasonCode } : {}),
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
  };
}

/** The first ground that the list's reason may stand for, else one that says none; a list says no more of it. */
function groundAsListed({ grounds }: AuthorityRules, reasonCode: ReasonCode | undefined): string {
  const found =
    grounds.find((ground) => ground.reasonCode === reasonCode) ??
    grounds.find((ground) => ground.reasonCode === undefined);
  return found?.id ?? grounds[0]?.id ?? '';
}
