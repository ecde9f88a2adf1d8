import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { appendLeaf, leafHash, treeEntry } from '#domain/audit/log-tree.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import {
  type AuditedName,
  type CollectionName,
  type Collections,
  collections,
  indexKeysOf,
  isAudited,
} from '#domain/exchange/collections.ts';
import type { IndexKeys, RegisterMap } from '#domain/proof/register-map.ts';
import { type ProvingDesk, registerMap, verifyAgain } from '#operations/soundness.ts';
import {
  type Following,
  type MapChange,
  type RegisterWrite,
  UnprovenReading,
  verifiedHead,
} from '#operations/verified-head.ts';
import type { ListQuery, Question, Snapshot } from '#ports/register-store.ts';
import { agreesWithMap, chosenOf, provableQuery } from './proven-list.ts';

/** Where the digest of octets stands: in the record of the same id. */
const describedIn = {
  blob: { collection: 'attachment', digest: 'encryptedSha256Hex' },
  crlFile: { collection: 'crl', digest: 'sha256Hex' },
} as const;

interface Seen {
  readonly digest: string;
  readonly keys: IndexKeys;
}

/** Readings that a commit of this tab came in between of are made anew so many times. */
const attempts = 5;

/**
 * A reading of the register of which every record is held against what the log says of it: what is there, what is not there,
 * and that a list lacks nothing and has nothing twice. It throws `UnprovenReading` where they differ, after the whole
 * register was verified and the fault has a name. The log itself, drafts and this browser's facts are read as they lie.
 */
export class ProvenSnapshot implements Snapshot {
  readonly version: Snapshot['version'];
  readonly head: Snapshot['head'];
  readonly rows: Snapshot['rows'];
  readonly #desk: ProvingDesk;
  #raw: Snapshot;
  /** Index keys of the records that were read, by `collection/id`: what a commit takes their place from. */
  readonly #keys = new Map<string, IndexKeys>();
  /** What was read ahead, by its question. It is proven when it is asked for, as anything else. */
  readonly #ahead = new Map<string, readonly object[]>();
  /** A record that is asked for again is digested once: the object is nobody's but this reading's. */
  readonly #seen = new WeakMap<object, Seen>();

  constructor(desk: ProvingDesk, raw: Snapshot) {
    this.#desk = desk;
    this.#raw = raw;
    this.version = raw.version;
    this.head = raw.head;
    this.rows = (collection, query) => this.#raw.rows(collection, query);
  }

  /**
   * Reads in one go what an act is about to ask for one by one. Nothing follows from it but time: each answer is proven where it is
   * given, and what was not foreseen is read then.
   */
  async lookAhead(questions: readonly Question[]): Promise<void> {
    const fresh = new Map(
      questions
        .map((question): [string, Question] => [nameOf(question), question])
        .filter(([name, { collection }]) => isAudited(collection) && !this.#ahead.has(name)),
    );
    const found = await this.#raw.together?.([...fresh.values()]);
    [...fresh.keys()].forEach((name, i) => {
      const records = found?.[i];
      if (records !== undefined) this.#ahead.set(name, records);
    });
  }

  async get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | undefined> {
    if (holdsOctets(collection)) return this.#octets(collection, id);
    if (!isAudited(collection)) return this.#raw.get(collection, id);
    return this.#proven(
      async (raw) => {
        const ahead = this.#foreseen(collection, { key: id });
        return ahead === undefined ? raw.get(collection, id) : ahead[0];
      },
      (record, map) =>
        record === undefined
          ? !map.knows(collection, id)
          : memberOf(record, 'id') === id && this.#isRight(map, collection, record),
    );
  }

  async list<C extends CollectionName>(collection: C, query: ListQuery<C> = {}): Promise<Collections[C][]> {
    if (!isAudited(collection)) return this.#raw.list(collection, query);
    const provable = provableQuery(await this.#completeMap(collection), collection, query);
    const records = await this.#proven(
      async (raw) => {
        const { index, only, ...more } = provable;
        const isPlain = index !== undefined && only !== undefined && Object.keys(more).length === 0;
        const ahead = isPlain ? this.#foreseen(collection, { index, key: only }) : undefined;
        return ahead === undefined ? raw.list(collection, provable) : [...ahead];
      },
      (found, map) => {
        const rows = found.map((record) => ({ id: record.id, keys: indexKeysOf(collection, record) }));
        return (
          agreesWithMap(map, collection, provable, rows) &&
          found.every((record) => this.#isRight(map, collection, record))
        );
      },
    );
    return provable === query ? records : chosenOf(collection, query, records);
  }

  async count<C extends CollectionName>(collection: C, query: ListQuery<C> = {}): Promise<number> {
    if (!isAudited(collection)) return this.#raw.count(collection, query);
    if (Object.keys(query).length > 0) return (await this.list(collection, query)).length;
    const map = await this.#completeMap(collection);
    return map.count(collection);
  }

  /** What a commit changes in what is known of the register. A record that is found by an index, and is to be replaced, is a proven one first. */
  async following(
    writes: readonly RegisterWrite[],
    audit: readonly AuditRecord[],
    breathe?: () => Promise<void>,
  ): Promise<Following> {
    const changes = new Map<string, MapChange>();
    for (const write of writes) {
      const name = `${write.collection}/${write.id}`;
      const earlier = changes.get(name);
      const before =
        earlier === undefined ? await this.#keysBefore(write.collection, write.id) : earlier.before;
      changes.set(name, { ...write, before });
      await breathe?.();
    }
    const { sha256 } = this.#desk;
    const leaves: Uint8Array[] = [];
    for (const record of audit) {
      leaves.push(leafHash(treeEntry(record), sha256));
      await breathe?.();
    }
    return {
      changes: [...changes.values()],
      lines: audit,
      append: (edge) => leaves.reduce((before, leaf) => appendLeaf(before, leaf, sha256), edge),
    };
  }

  async #keysBefore(collection: AuditedName, id: string): Promise<IndexKeys | null> {
    const read = this.#keys.get(`${collection}/${id}`);
    if (read !== undefined) return read;
    const map = await registerMap(this.#desk, this.#raw);
    if (!map.knows(collection, id)) return null;
    if (Object.keys(collections[collection].indexes).length === 0) return {};
    const record = await this.get(collection, id);
    return record === undefined ? null : indexKeysOf(collection, record);
  }

  async #octets<C extends 'blob' | 'crlFile'>(
    collection: C,
    id: string,
  ): Promise<Collections[C] | undefined> {
    const { collection: records, digest } = describedIn[collection];
    const expected = memberOf(await this.get(records, id), digest);
    return this.#proven(
      (raw) => raw.get(collection, id),
      (found) => {
        const octets = memberOf(found, 'octets');
        return octets instanceof Uint8Array
          ? memberOf(found, 'id') === id && bytesToHex(this.#desk.sha256(octets)) === expected
          : expected === undefined && found === undefined;
      },
    );
  }

  #foreseen<C extends CollectionName>(
    collection: C,
    question: Omit<Question, 'collection'>,
  ): readonly Collections[C][] | undefined {
    // What it is, is said by its proof, as of what the store gives for one question.
    return this.#ahead.get(nameOf({ ...question, collection })) as readonly Collections[C][] | undefined;
  }

  /** Throws for what no record of ours can hold. */
  #look<C extends AuditedName>(collection: C, record: Collections[C]): Seen {
    const seen = this.#seen.get(record) ?? {
      digest: recordDigest(record, this.#desk.sha256),
      keys: indexKeysOf(collection, record),
    };
    this.#seen.set(record, seen);
    return seen;
  }

  #isRight<C extends AuditedName>(map: RegisterMap, collection: C, record: Collections[C]): boolean {
    try {
      const { digest, keys } = this.#look(collection, record);
      if (!map.has(collection, record.id, digest)) return false;
      this.#keys.set(`${collection}/${record.id}`, keys);
      return true;
    } catch {
      // It holds something that no record of ours can.
      return false;
    }
  }

  async #completeMap(collection: AuditedName): Promise<RegisterMap> {
    const map = await registerMap(this.#desk, this.#raw);
    if (!map.isIncomplete(collection)) return map;
    // What was missing may have been mended by an act since.
    const again = await verifyAgain(this.#desk);
    if (again.isIncomplete(collection)) throw new UnprovenReading(verifiedHead(this.#desk.store).faults);
    return again;
  }

  async #proven<T>(
    read: (raw: Snapshot) => Promise<T>,
    isRight: (found: T, map: RegisterMap) => boolean,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const map = await registerMap(this.#desk, this.#raw);
      const found = await read(this.#raw);
      if (safely(() => isRight(found, map))) return found;
      // Another act of this tab may have been committed in between: only what differs after all was verified anew is a fault.
      await verifyAgain(this.#desk);
      const { faults } = verifiedHead(this.#desk.store);
      if (faults.length > 0 || attempt === attempts) throw new UnprovenReading(faults);
      this.#ahead.clear();
      this.#raw = await this.#desk.store.read();
    }
  }
}

/** A reading of the register as it stands, proven record by record. */
export async function provenReading(desk: ProvingDesk): Promise<ProvenSnapshot> {
  return new ProvenSnapshot(desk, await desk.store.read());
}

function holdsOctets(collection: CollectionName): collection is 'blob' | 'crlFile' {
  return Object.hasOwn(describedIn, collection);
}

function nameOf({ collection, index = '', key }: Question): string {
  return `${collection}/${index}=${typeof key}:${key}`;
}

/** A row that no record of ours can look like throws somewhere; that is an answer as well. */
function safely(isRight: () => boolean): boolean {
  try {
    return isRight();
  } catch {
    return false;
  }
}
