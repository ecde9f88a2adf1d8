/**
 * What is held side by side at two stations: how much was collected, packed, acknowledged here, and how much has arrived there. Scans and sets of rules
 * are not counted: they go with what rests on them.
 */
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import type { StationSettings } from '#domain/authority/station.ts';
import type { ItemType } from './manifest.ts';
import { type PackageIn, type PackageOut, acknowledgedBy, manifestOf } from './package-records.ts';

/** Something that goes to the other station, or came from it. */
export interface TalliedItem {
  readonly id: string;
  readonly type: ItemType;
  readonly way: 'out' | 'in';
  /** When it was collected, where that is one moment. */
  readonly at?: Instant;
  /** Numbers of the packages that it went or came in, rising. */
  readonly packages: readonly number[];
  readonly state: 'collected' | 'packed' | 'acknowledged' | 'taken' | 'declined' | 'waiting';
}

export interface Tally {
  readonly collected: number;
  readonly packed: number;
  readonly acknowledged: number;
  /** Not acknowledged. */
  readonly onItsWay: number;
  /** Of those, the moment of the oldest. */
  readonly oldestAt?: Instant;
  readonly arrived: number;
  readonly declined: number;
}

export interface GoingNow {
  readonly id: string;
  readonly type: ItemType;
  readonly at?: Instant;
}

const uncounted: ReadonlySet<ItemType> = new Set<ItemType>(['scan', 'rule-set', 'document']);

/** Every item of a pairing once in each direction; `going`: what would go if nothing had been sent yet. */
export function talliedItems(
  going: readonly GoingNow[],
  out: readonly PackageOut[],
  taken: readonly PackageIn[],
): readonly TalliedItem[] {
  const acknowledged = acknowledgedBy(taken);
  const sent = new Map<string, { readonly type: ItemType; readonly packages: number[] }>();
  for (const record of out) {
    const manifest = manifestOf(record);
    for (const { id, type } of manifest?.items ?? [])
      if (!uncounted.has(type)) gather(sent, { id, type, number: manifest?.number ?? 0 });
  }
  const known = new Map(going.map((each) => [each.id, each]));
  const outgoing = new Set([...known.keys(), ...sent.keys()]);
  const arrived = new Map<string, { readonly type: ItemType; readonly packages: number[] }>();
  const declined = new Set<string>();
  const waiting = new Set<string>();
  for (const record of [...taken].sort((a, b) => compareInstants(a.takenAt, b.takenAt))) {
    const manifest = manifestOf(record);
    const [refused, late] = [new Set(record.declined.map(({ id }) => id)), new Set(record.waiting)];
    for (const { id, type } of manifest?.items ?? []) {
      if (uncounted.has(type)) continue;
      gather(arrived, { id, type, number: manifest?.number ?? 0 });
      mark(declined, id, refused.has(id));
      mark(waiting, id, late.has(id));
    }
  }
  return [
    ...[...outgoing].map((id): TalliedItem => {
      const packages = sorted(sent.get(id)?.packages ?? []);
      const type = known.get(id)?.type ?? sent.get(id)?.type ?? 'document';
      const at = known.get(id)?.at;
      const isThere = packages.some((number) => acknowledged.has(number));
      const state = isThere ? 'acknowledged' : packages.length > 0 ? 'packed' : 'collected';
      return { ...{ id, type, way: 'out', packages, state }, ...(at === undefined ? {} : { at }) };
    }),
    ...[...arrived].map(([id, { type, packages }]): TalliedItem => {
      const state = waiting.has(id) ? 'waiting' : declined.has(id) ? 'declined' : 'taken';
      return { id, type, way: 'in', packages: sorted(packages), state };
    }),
  ];
}

function gather(
  into: Map<string, { readonly type: ItemType; readonly packages: number[] }>,
  { id, type, number }: { readonly id: string; readonly type: ItemType; readonly number: number },
): void {
  const before = into.get(id);
  if (before === undefined) into.set(id, { type, packages: [number] });
  else if (!before.packages.includes(number)) before.packages.push(number);
}

/** As the last package says it. */
function mark(set: Set<string>, id: string, is: boolean): void {
  if (is) set.add(id);
  else set.delete(id);
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

export function tallyOf(items: readonly TalliedItem[]): Tally {
  const out = items.filter(({ way }) => way === 'out');
  const left = out.filter(({ state }) => state !== 'acknowledged');
  const [oldestAt] = left.flatMap(({ at }) => at ?? []).sort(compareInstants);
  const came = items.filter(({ way }) => way === 'in');
  return {
    collected: out.length,
    packed: out.filter(({ packages }) => packages.length > 0).length,
    acknowledged: out.length - left.length,
    onItsWay: left.length,
    ...(oldestAt === undefined ? {} : { oldestAt }),
    arrived: came.filter(({ state }) => state !== 'waiting').length,
    declined: came.filter(({ state }) => state === 'declined').length,
  };
}

/** Days and items after which a package is asked for first, unless the office has set others. */
export const usualQueue = { days: 7, items: 200 } as const;
const daySeconds = 24 * 3600;

/** Why a package has to go before more is taken in: the oldest has waited too long, or too many wait; null while neither is so. */
export function whyPackageDue(
  { onItsWay, oldestAt }: Tally,
  { packageAfterDays = usualQueue.days, packageAfterItems = usualQueue.items }: Partial<StationSettings>,
  now: Instant,
): 'days' | 'items' | null {
  if (
    oldestAt !== undefined &&
    compareInstants(addSeconds(oldestAt, packageAfterDays * daySeconds), now) <= 0
  )
    return 'days';
  return onItsWay >= packageAfterItems ? 'items' : null;
}
