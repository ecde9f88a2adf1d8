import { ceremonyAfter, openCeremony, withCeremonyFact, withListDue } from '#domain/authority/ceremony.ts';
import type { Ceremony, Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { crlId, lastCrlOf } from '#operations/crl/crl-series.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type Act, type TransactionRefusal, transact } from '#operations/transact.ts';
import { type OwnList, type Shown, type ShownFileRefusal, readShownFiles } from './shown-files.ts';
import { type KnownRegister, type TakenIn, knownRegister, takeIn } from './taking-in.ts';

/** What a file of the station's own says of its register. */
export type OwnStanding =
  /** The register knows all of it. */
  | 'known'
  /** The register lacks something that it names, while the ceremony is open in which that is looked for. */
  | 'filled'
  /** The register lacks something that left it: it is older than itself. */
  | 'rolled-back'
  /** Two registers have gone on from one: a list of a known number with other content, or one between the lists that are known. */
  | 'forked';

export type LookAtOwnRefusal =
  | TransactionRefusal
  | ShownFileRefusal
  | StatementRefusal
  | { readonly type: 'StationMissing' | 'EpochsExhausted' };

/** The epoch leads a serial number in one octet whose first bit is the sign. */
const highestEpoch = 0x7f;

/**
 * CRLs and certificates of the station's own, shown to a station at work. Whatever the register lacks of them is taken in at once, so
 * that the next list has it; issuing is closed by a ceremony where something that left the station is unknown to it (B09, B10).
 */
export function lookAtOwn(
  desk: Desk,
  files: readonly Uint8Array[],
): Promise<Result<OwnStanding, LookAtOwnRefusal>> {
  return transact<OwnStanding, LookAtOwnRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const shown = await readShownFiles(desk, station, files);
    if (!shown.ok) return shown;
    const standing = await standingOf(desk, snapshot, shown.value);
    const known = await knownOf(snapshot, station);
    const newer = takeIn(desk, known, shown.value, { officer, at });
    if (standing === 'known' && newer.acts.length === 0 && newer.missing.length === 0)
      return ok({ acts: [], answer: 'known' });
    return planTaking(desk, snapshot, { station, known, newer, standing }, at);
  });
}

async function planTaking(
  desk: Desk,
  snapshot: Snapshot,
  given: {
    readonly station: Station;
    readonly known: KnownRegister;
    readonly newer: TakenIn;
    readonly standing: Exclude<OwnStanding, 'filled'>;
  },
  at: Instant,
): Promise<
  Result<{ readonly acts: readonly Act[]; readonly answer: OwnStanding }, StatementRefusal | LookAtOwnRefusal>
> {
  const { station, known, newer, standing } = given;
  const isFilling = openCeremony(station) !== undefined && standing !== 'forked';
  const because = standing === 'forked' ? 'forked' : 'rolled-back';
  const next = isFilling
    ? afterFilling(station, known, newer, at, standing !== 'known')
    : afterAlarm(station, known, newer, { because, since: at });
  if (next.epoch > highestEpoch) return err({ type: 'EpochsExhausted' });
  const stated = await statedStation(desk, snapshot, station, next);
  if (!stated.ok) return stated;
  const begun: Act = {
    act: isFilling ? 'ceremony-filled' : 'ceremony-begun',
    subjects: [station.stationId, isFilling ? 'filled' : because],
    puts: [...newer.chunks, { collection: 'station', record: stated.value }],
  };
  return ok({ acts: [...newer.acts, begun], answer: isFilling ? 'filled' : because });
}

/** The station with what was found in its ceremony; its numbers go on above all that was shown. */
export function afterFilling(
  station: Station,
  known: KnownRegister,
  newer: TakenIn,
  at: Instant,
  isUnknown: boolean,
): Station {
  const due = newer.chunks.length === 0 ? station : withListDue(station);
  const filled = withCeremonyFact(due, { missing: stillMissing(station, known, newer) }, at);
  const isAbove = isUnknown && newer.highestEpoch >= station.epoch;
  return isAbove ? { ...filled, epoch: newer.highestEpoch + 1 } : filled;
}

/** Numbers go on in an epoch that neither register has used. */
function afterAlarm(
  station: Station,
  known: KnownRegister,
  { missing, highestEpoch: shownEpoch }: TakenIn,
  begun: Pick<Ceremony, 'because' | 'since'>,
): Station {
  const ceremony = ceremonyAfter(station, { ...begun, missing, lostActs: 0 }, (serial) =>
    known.entries.has(serial),
  );
  return { ...station, epoch: Math.max(station.epoch, shownEpoch) + 1, ceremony };
}

function stillMissing(
  station: Station,
  known: KnownRegister,
  { missing }: Pick<TakenIn, 'missing'>,
): readonly string[] {
  const before = openCeremony(station)?.missing ?? [];
  return [...new Set([...before, ...missing])].filter((serial) => !known.entries.has(serial)).sort();
}

export async function knownOf(snapshot: Snapshot, station: Station): Promise<KnownRegister> {
  return knownRegister(station, {
    entries: await snapshot.list('entry'),
    cases: await snapshot.list('revocation'),
    chunks: await snapshot.list('crlChunk'),
  });
}

async function standingOf(
  desk: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  { lists, certificates }: Shown,
): Promise<Exclude<OwnStanding, 'filled'>> {
  const standings = await Promise.all(lists.map((each) => standingOfList(desk, snapshot, each)));
  if (standings.includes('forked')) return 'forked';
  if (standings.includes('rolled-back')) return 'rolled-back';
  for (const { certificate } of certificates) {
    const entry = await snapshot.get('entry', bytesToHex(certificate.tbs.serialNumber));
    if (entry === undefined) return 'rolled-back';
    if (entry.fingerprintSha256Hex !== bytesToHex(desk.sha256(certificate.der))) return 'forked';
  }
  return 'known';
}

async function standingOfList(
  desk: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  { list, number, generation }: OwnList,
): Promise<Exclude<OwnStanding, 'filled'>> {
  const known = await snapshot.get('crl', crlId(number));
  if (known !== undefined) return known.sha256Hex === bytesToHex(desk.sha256(list.der)) ? 'known' : 'forked';
  const last = await lastCrlOf(snapshot, generation.generation);
  return last === undefined || number > BigInt(last.crlNumber) ? 'rolled-back' : 'forked';
}
