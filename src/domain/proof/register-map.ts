import type { Digest } from '#domain/audit/audit-record.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { writeUtf8 } from '#domain/base/utf8.ts';
import { type CollectionName, type IndexKey, descriptionOf } from '#domain/exchange/collections.ts';
import { type StandingApproval, type StandingApprovals, followApprovals } from './standing-approvals.ts';
import { type Tag, TagTable, type TagTableContent } from './tag-table.ts';

export type IndexKeys = Readonly<Record<string, IndexKey>>;

/** What a map is made of, for the way from a worker to the page. */
export interface RegisterMapContent {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly records: TagTableContent;
  readonly counts: TagTableContent;
  readonly totals: ReadonlyMap<string, number>;
  readonly orders: ReadonlyMap<string, readonly IndexKey[]>;
  readonly incomplete: ReadonlySet<CollectionName>;
  readonly approvals: ReadonlyMap<string, StandingApproval>;
}

/** The order of the storage keys themselves, beside those of the indexes. */
export const byId = '';

/**
 * What the log says of the register as it has to be: the digest of each record, how many records stand under each key of an
 * index, and in which order. It is made from a verified log and the records that agree with it, lives in memory, and goes on
 * with each commit: whatever is read from the store is held against it, what is there as well as what is not.
 *
 * Names are kept as 64 bits of SHA-256 over a random salt and the name, digests as their first 128 bits: a record with another
 * content would have to be found among 2^128, a name that is taken for another can't be looked for, since the salt is known to
 * nobody.
 */
export class RegisterMap {
  readonly #salt: Uint8Array<ArrayBuffer>;
  readonly #sha256: Digest;
  readonly #records: TagTable;
  readonly #counts: TagTable;
  readonly #totals: Map<string, number>;
  readonly #orders: Map<string, { keys: IndexKey[]; isSorted: boolean }>;
  readonly #incomplete: Set<CollectionName>;
  #approvals: StandingApprovals;
  /** The salt, and the name that is being digested: an array of its own for each of them would be most of the work. */
  #named: Uint8Array = new Uint8Array();

  /** `salt`: 16 random octets. */
  constructor(sha256: Digest, from: { readonly salt: Uint8Array<ArrayBuffer> } | RegisterMapContent) {
    this.#sha256 = sha256;
    this.#salt = from.salt;
    const content = 'records' in from ? from : null;
    this.#records = new TagTable(content?.records ?? digestWords);
    this.#counts = new TagTable(content?.counts ?? 1);
    this.#totals = new Map(content?.totals);
    this.#orders = new Map(
      [...(content?.orders ?? [])].map(([name, keys]) => [name, { keys: [...keys], isSorted: true }]),
    );
    this.#incomplete = new Set(content?.incomplete);
    this.#approvals = new Map(content?.approvals);
  }

  get size(): number {
    return this.#records.size;
  }

  /** Whether the record is there, and has that digest (lower-case hex). */
  has(collection: CollectionName, id: string, digestHex: string): boolean {
    const words = this.#records.get(this.#tag(collection, id));
    return words !== undefined && wordsOf(digestHex).every((word, i) => word === words[i]);
  }

  knows(collection: CollectionName, id: string): boolean {
    return this.#records.get(this.#tag(collection, id)) !== undefined;
  }

  /** How many records a collection has; with `index`, how many of them stand in it; with `key`, how many under that key. */
  count(collection: CollectionName, index?: string, key?: IndexKey): number {
    if (index === undefined || key === undefined)
      return this.#totals.get(index === undefined ? collection : `${collection}/${index}`) ?? 0;
    const order = this.keysInOrder(collection, index);
    if (order !== null) return order[placeOf(order, key)] === key ? 1 : 0;
    return this.#counts.get(this.#keyTag(collection, index, key))?.[0] ?? 0;
  }

  /** The keys of an index without two records of one key, or of the storage (`byId`), ascending; null for another one. */
  keysInOrder(collection: CollectionName, index: string): readonly IndexKey[] | null {
    if (!isOrdered(collection, index)) return null;
    const order = this.#orders.get(`${collection}/${index}`);
    if (order === undefined) return [];
    if (!order.isSorted) {
      order.keys.sort(compareKeys);
      order.isSorted = true;
    }
    return order.keys;
  }

  /** A record of it was not found as it has to be: which keys it stood under is not known, so nothing is said of lists. */
  isIncomplete(collection: CollectionName): boolean {
    return this.#incomplete.has(collection);
  }

  /** `before`: the index keys of the record whose place it takes, null where there is none. */
  put(
    collection: CollectionName,
    id: string,
    digestHex: string,
    keys: IndexKeys,
    before: IndexKeys | null,
  ): void {
    this.#records.set(this.#tag(collection, id), wordsOf(digestHex));
    if (before === null) this.#change(collection, id, byId, 1);
    for (const [index, key] of Object.entries(before ?? {})) this.#change(collection, key, index, -1);
    for (const [index, key] of Object.entries(keys)) this.#change(collection, key, index, 1);
  }

  remove(collection: CollectionName, id: string, before: IndexKeys): void {
    this.#records.delete(this.#tag(collection, id));
    this.#change(collection, id, byId, -1);
    for (const [index, key] of Object.entries(before)) this.#change(collection, key, index, -1);
  }

  /** A record that has to be there and was not found, or found as another: it is missed wherever it is read. */
  putMissing(collection: CollectionName, id: string, digestHex: string): void {
    this.#records.set(this.#tag(collection, id), wordsOf(digestHex));
    this.#incomplete.add(collection);
  }

  /** The log's own word on what is approved, as far as it was read. */
  takeApprovals(approvals: StandingApprovals): void {
    this.#approvals = new Map(approvals);
  }

  /** A line that a commit of this tab has added to the log. */
  followLine(line: Parameters<typeof followApprovals>[1]): void {
    followApprovals(this.#approvals, line);
  }

  /** Whether the log's last word on the application is its approval by that officer at that time. */
  isApproved(applicationId: string, officer: string, at: Instant): boolean {
    const standing = this.#approvals.get(applicationId);
    return standing?.officer === officer && standing.at === at;
  }

  clear(): void {
    this.#records.clear();
    this.#counts.clear();
    this.#totals.clear();
    this.#orders.clear();
    this.#incomplete.clear();
    this.#approvals.clear();
  }

  content(): RegisterMapContent {
    const orders = [...this.#orders].map(([name]): [string, readonly IndexKey[]] => {
      const [collection, index] = name.split('/') as [CollectionName, string];
      return [name, this.keysInOrder(collection, index) ?? []];
    });
    return {
      salt: this.#salt,
      records: this.#records.content(),
      counts: this.#counts.content(),
      totals: this.#totals,
      orders: new Map(orders),
      incomplete: this.#incomplete,
      approvals: this.#approvals,
    };
  }

  #change(collection: CollectionName, key: IndexKey, index: string, by: 1 | -1): void {
    const name = index === byId ? collection : `${collection}/${index}`;
    this.#totals.set(name, (this.#totals.get(name) ?? 0) + by);
    if (isOrdered(collection, index)) this.#changeOrder(`${collection}/${index}`, key, by);
    else if (index !== byId) {
      const tag = this.#keyTag(collection, index, key);
      const count = (this.#counts.get(tag)?.[0] ?? 0) + by;
      if (count === 0) this.#counts.delete(tag);
      else this.#counts.set(tag, [count]);
    }
  }

  #changeOrder(name: string, key: IndexKey, by: 1 | -1): void {
    const order = this.#orders.get(name) ?? { keys: [], isSorted: true };
    this.#orders.set(name, order);
    if (by === 1) {
      const last = order.keys.at(-1);
      order.isSorted &&= last === undefined || compareKeys(last, key) < 0;
      order.keys.push(key);
      return;
    }
    const at = order.keys.lastIndexOf(key);
    if (at >= 0) order.keys.splice(at, 1);
  }

  #tag(collection: CollectionName, id: string): Tag {
    return this.#tagOf(`${collection}/${id}`);
  }

  #keyTag(collection: CollectionName, index: string, key: IndexKey): Tag {
    return this.#tagOf(`${collection}/${index}=${typeof key}:${key}`);
  }

  #tagOf(name: string): Tag {
    const room = this.#salt.length + 3 * name.length;
    if (this.#named.length < room) {
      this.#named = new Uint8Array(2 * room);
      this.#named.set(this.#salt);
    }
    const end = writeUtf8(name, this.#named, this.#salt.length);
    const hash = this.#sha256(this.#named.subarray(0, end));
    return [wordAt(hash, 0), wordAt(hash, 4)];
  }
}

const digestWords = 4;

function wordsOf(digestHex: string): readonly number[] {
  const octets = hexToBytes(digestHex);
  if (octets === null || octets.length < 4 * digestWords) throw new RangeError('no digest');
  return [wordAt(octets, 0), wordAt(octets, 4), wordAt(octets, 8), wordAt(octets, 12)];
}

/** The 32 bits from that octet on, unsigned. */
function wordAt(octets: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = [
    octets[at],
    octets[at + 1],
    octets[at + 2],
    octets[at + 3],
  ];
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}

/** Whose keys are read a part at a time, and so have to be known one by one. */
function isOrdered(collection: CollectionName, index: string): boolean {
  const description = descriptionOf(collection);
  return index === byId ? description.readInOrder === true : description.indexes[index]?.unique === true;
}

/** Where a key stands among keys in order, or would. */
export function placeOf(order: readonly IndexKey[], key: IndexKey): number {
  let from = 0;
  for (let to = order.length; from < to;) {
    const middle = (from + to) >>> 1;
    if (compareKeys(order[middle] as IndexKey, key) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** As IndexedDB orders keys: numbers first, texts by their UTF-16 units. */
export function compareKeys(a: IndexKey, b: IndexKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
