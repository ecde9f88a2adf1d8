/**
 * How the packages of one direction are counted. A package has everything since the last one that is known to have arrived, so that
 * whichever medium arrives heals all that were lost; nothing is let go before it was acknowledged.
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { Acknowledgement, ExchangeItem } from './manifest.ts';

/** A package that was taken in, as far as its number goes. */
export interface Counted {
  readonly number: number;
  readonly since: number;
  readonly nonce: string;
  /** Every item was taken in; one that waits for what it rests on is sent again with the next. */
  readonly isWhole: boolean;
}

/** Numbers of whose items none is missing: those that came whole, and those that a later one had the items of. */
export function coveredNumbers(taken: readonly Counted[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { number, since, isWhole } of taken)
    if (isWhole) for (let n = since + 1; n <= number; n++) covered.add(n);
  return covered;
}

/** What the other side is told of the packages that it sent. */
export function acknowledgementOf(taken: readonly Counted[]): Acknowledgement {
  const last = taken
    .filter(({ isWhole }) => isWhole)
    .reduce<Counted | null>((highest, each) => (each.number > (highest?.number ?? 0) ? each : highest), null);
  if (last === null) return { upTo: 0, nonce: '', gaps: [] };
  const covered = coveredNumbers(taken);
  const gaps = Array.from({ length: last.number }, (_, i) => i + 1).filter((n) => !covered.has(n));
  return { upTo: last.number, nonce: last.nonce, gaps };
}

/** An acknowledgement with what orders it: one that was restored has forgotten, and says so by a higher epoch. */
export interface GivenAcknowledgement extends Acknowledgement {
  readonly epoch: number;
  readonly madeAt: Instant;
}

/**
 * The numbers that have arrived, by the last acknowledgement of the newest epoch: one station's own only ever say more, so that media in any order
 * are no matter. They are not added up: a station restored twice from one backup has two halves of one epoch, and what one of them has, the other
 * may lack.
 */
export function acknowledgedNumbers(given: readonly GivenAcknowledgement[]): ReadonlySet<number> {
  const newest = given.reduce((epoch, each) => Math.max(epoch, each.epoch), 0);
  const ofEpoch = given.filter(({ epoch }) => epoch === newest);
  const [first, ...others] = ofEpoch.filter(({ madeAt }) =>
    ofEpoch.every((each) => compareInstants(each.madeAt, madeAt) <= 0),
  );
  // Of one second, the one that says more, or what both say.
  return others.map(numbersOf).reduce(moreOfOneLine, first === undefined ? new Set() : numbersOf(first));
}

function numbersOf({ upTo, gaps }: Acknowledgement): ReadonlySet<number> {
  const missing = new Set(gaps);
  const numbers = new Set<number>();
  for (let n = 1; n <= upTo; n++) if (!missing.has(n)) numbers.add(n);
  return numbers;
}

function moreOfOneLine(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  const both = new Set([...one].filter((n) => other.has(n)));
  if (both.size === other.size) return one;
  return both.size === one.size ? other : both;
}

export interface SentPackage {
  readonly number: number;
  readonly itemIds: readonly string[];
}

export interface PackagePlan {
  readonly number: number;
  readonly since: number;
  readonly itemIds: readonly string[];
}

/**
 * The next package: everything that no acknowledged one had. `urgent`: what can't wait alone, with no promise about the rest, so that it fits
 * on a screen or a small medium. Null where there is nothing to send.
 */
export function planPackage(
  items: readonly Pick<ExchangeItem, 'id' | 'urgent'>[],
  sent: readonly SentPackage[],
  acknowledged: ReadonlySet<number>,
  which: 'all' | 'urgent' = 'all',
): PackagePlan | null {
  const arrived = arrivedItems(sent, acknowledged);
  const itemIds = items
    .filter(({ id, urgent }) => !arrived.has(id) && (which === 'all' || urgent))
    .map(({ id }) => id);
  if (itemIds.length === 0) return null;
  const number = sent.reduce((last, each) => Math.max(last, each.number), 0) + 1;
  return { number, since: which === 'all' ? unbroken(acknowledged) : number - 1, itemIds };
}

/** Ids of the items that an acknowledged package had. */
export function arrivedItems(
  sent: readonly SentPackage[],
  acknowledged: ReadonlySet<number>,
): ReadonlySet<string> {
  return new Set(sent.flatMap(({ number, itemIds }) => (acknowledged.has(number) ? itemIds : [])));
}

/** The number up to which everything has arrived. */
function unbroken(numbers: ReadonlySet<number>): number {
  let n = 0;
  while (numbers.has(n + 1)) n += 1;
  return n;
}

export interface ItemsToTake {
  readonly ready: readonly ExchangeItem[];
  /** What an item waits for is neither here nor in the package. */
  readonly waiting: readonly { readonly item: ExchangeItem; readonly for: readonly string[] }[];
}

/** A gap holds nothing back but what rests on it. `isHere`: the item of that id was taken in before. */
export function itemsToTake(items: readonly ExchangeItem[], isHere: (id: string) => boolean): ItemsToTake {
  const missing = new Map(
    items.map(({ id, restsOn }) => [id, new Set(restsOn.filter((each) => !isHere(each)))]),
  );
  const resting = new Map<string, string[]>();
  for (const [id, ids] of missing)
    for (const each of ids) resting.set(each, (resting.get(each) ?? []).concat(id));
  const ready = items.filter(({ id }) => missing.get(id)?.size === 0).map(({ id }) => id);
  for (const id of ready)
    for (const other of resting.get(id) ?? []) {
      const left = missing.get(other);
      if (left?.delete(id) === true && left.size === 0) ready.push(other);
    }
  const isReady = new Set(ready);
  return {
    ready: items.filter(({ id }) => isReady.has(id)),
    waiting: items
      .filter(({ id }) => !isReady.has(id))
      .map((item) => ({ item, for: [...(missing.get(item.id) ?? [])] })),
  };
}
