import type { Station } from '#domain/authority/station.ts';
import { openCeremony, withCeremonyFact } from '#domain/authority/ceremony.ts';
import { generationOf, withSuccessor } from '#domain/authority/generations.ts';
import { type Instant, addSeconds, compareInstants, epochSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { crlNumber, crlNumberLimit } from '#domain/crl/crl-number.ts';
import { crlDutyOf, newestOf } from '#domain/crl/crl-duty.ts';
import type { CrlChunkRecord, CrlRecord } from '#domain/crl/published-crl.ts';
import { serialNumbersIn } from '#domain/crl/thin-chunk.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { AuthorityAtWork } from '#operations/certificate/prepare.ts';
import type { NotYourRole } from '#operations/your-role.ts';
import { statedStation } from '#operations/stated-station.ts';
import type { Act, AuditedPut } from '#operations/transact.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

const pageLength = 200;

/** The newest list of that key. */
export async function lastCrlOf(snapshot: Snapshot, generation: number): Promise<CrlRecord | undefined> {
  for (let after: string | undefined; ;) {
    const query = { reverse: true, limit: pageLength, ...(after === undefined ? {} : { after }) };
    const page = await snapshot.list('crl', query);
    const found = newestOf(page, generation);
    after = page.at(-1)?.id;
    if (found !== undefined || after === undefined) return found;
  }
}

/** Keys of CRLs sort as their numbers do. */
export function crlId(number: bigint): string {
  return String(number).padStart(20, '0');
}

/**
 * The number of the next list of a key whose last one is `last`. It is above the newest list of any key, so that one number names one
 * list, and never that of a list that was only intended: what was signed under it is somewhere, or nowhere. Lists numbered in the
 * former scheme are no measure for a series that was not begun in it.
 */
export async function nextCrlNumber(
  snapshot: Snapshot,
  { epoch, createdAt }: Pick<Station, 'epoch' | 'createdAt'>,
  last: CrlRecord | undefined,
  at: Instant,
): Promise<bigint> {
  const isFormer = last !== undefined && BigInt(last.crlNumber) >= crlNumberLimit;
  const bound = isFormer ? {} : { to: crlId(crlNumberLimit - 1n) };
  const [newest] = await snapshot.list('crl', { reverse: true, limit: 1, ...bound });
  const seconds = { madeSeconds: epochSeconds(createdAt), nowSeconds: epochSeconds(at) };
  const burnt = new Set<string>();
  for (const outcome of ['open', 'abandoned'])
    for (const { what, number } of await snapshot.list('intent', { index: 'outcome', only: outcome }))
      if (what === 'crl') burnt.add(number);
  let next = crlNumber(epoch, seconds, newest === undefined ? undefined : BigInt(newest.crlNumber));
  while (burnt.has(String(next))) next = crlNumber(epoch, seconds, next);
  return next;
}

/** A certificate that the register calls revoked is in no chunk of its key's list: something was removed, and no list is signed. */
export interface RevocationUnlisted {
  readonly type: 'RevocationUnlisted';
  readonly serialNumber: string;
}

/** What the list of a key is made of, in the order of revocation. */
export async function chunksOf(snapshot: Snapshot, generation: number): Promise<readonly CrlChunkRecord[]> {
  return (await snapshot.list('crlChunk')).filter((chunk) => chunk.generation === generation);
}

/** The entries that were issued by this key and revoked, archived ones aside; each of them stands in the chunks (N-11). */
export async function revocationsIn(
  snapshot: Snapshot,
  generation: number,
  chunks: readonly CrlChunkRecord[],
): Promise<Result<readonly RegisterEntry[], RevocationUnlisted>> {
  const listed = serialNumbersIn(chunks);
  const cases = await snapshot.list('revocation');
  const serialNumbers = new Set(
    cases.filter(({ decision }) => decision?.outcome === 'revoked').map(({ serialNumber }) => serialNumber),
  );
  const revoked: RegisterEntry[] = [];
  for (const serialNumber of serialNumbers) {
    const entry = await snapshot.get('entry', serialNumber);
    if (entry?.generation !== generation || entry.revocation === undefined) continue;
    if (entry.archived !== undefined) continue;
    if (!listed.has(serialNumber)) return err({ type: 'RevocationUnlisted', serialNumber });
    revoked.push(entry);
  }
  return ok(revoked);
}

/** When the next list of a key is due: by the station's setting; its last list stands until the key's certificate ends. */
export async function nextUpdateOf(
  snapshot: Snapshot,
  { station, certificate, generation: { generation } }: AuthorityAtWork,
  thisUpdate: Instant,
): Promise<Instant> {
  const { notAfter } = certificate.tbs;
  const isPresent = generation >= generationOf(station);
  const hasTermLeft = isPresent || (await hasTermLeftUnder(snapshot, generation, thisUpdate));
  const regular = addSeconds(thisUpdate, station.settings.crlValidityDays * 86_400);
  return crlDutyOf({ isPresent, notAfter, hasTermLeft }, thisUpdate) === 'last-list' ? notAfter : regular;
}

async function hasTermLeftUnder(snapshot: Snapshot, generation: number, now: Instant): Promise<boolean> {
  for (let after = 0; ;) {
    const page = await snapshot.list('entry', { index: 'number', after, limit: pageLength });
    const isOpen = (entry: RegisterEntry) =>
      entry.generation === generation && compareInstants(entry.notAfter, now) >= 0;
    if (page.some(isOpen)) return true;
    const last = page.at(-1);
    if (last === undefined) return false;
    after = last.number;
  }
}

/**
 * What a list changes in the station itself, in the list's own commit, so that a crash leaves neither or both: the first one ends the
 * set-up, the first of a key that follows makes it the one that issues, and a full list of the key that issues leads out of a ceremony.
 */
export async function stationAfterList(
  desk: Pick<Desk, 'custody' | 'random' | 'sha256'>,
  snapshot: Snapshot,
  station: Station,
  { generation, at }: { readonly generation: number; readonly at: Instant },
): Promise<
  Result<
    { readonly ofList: readonly AuditedPut[]; readonly ofRenewal: readonly Act[] },
    StatementRefusal | NotYourRole
  >
> {
  const isRenewal = isSuccessorKey(station, generation);
  const isFirst = station.setUp.firstCrlAt === undefined;
  const isListed = openCeremony(station) !== undefined && generation >= generationOf(station);
  if (!isRenewal && !isFirst && !isListed) return ok({ ofList: [], ofRenewal: [] });
  let next = isFirst ? { ...station, setUp: { ...station.setUp, firstCrlAt: at } } : station;
  if (isListed) next = withCeremonyFact(next, { listedAt: at }, at);
  if (isRenewal) next = withSuccessor(next, at);
  const stated = await statedStation(desk, snapshot, station, next);
  if (!stated.ok) return stated;
  const put = { collection: 'station' as const, record: stated.value };
  if (!isRenewal) return ok({ ofList: [put], ofRenewal: [] });
  const subjects = [station.stationId, String(generation)];
  return ok({ ofList: [], ofRenewal: [{ act: 'authority-renewed', subjects, puts: [put] }] });
}

export function isSuccessorKey({ nextAuthority }: Station, generation: number): boolean {
  return nextAuthority?.generation === generation;
}
