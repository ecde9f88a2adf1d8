/** 64 bits of a keyed hash, as two unsigned 32-bit numbers. */
export type Tag = readonly [high: number, low: number];

/** What a table is made of; typed arrays, so that it goes from a worker to a page without being copied. */
export interface TagTableContent {
  readonly words: number;
  readonly size: number;
  readonly tags: Uint32Array<ArrayBuffer>;
  readonly values: Uint32Array<ArrayBuffer>;
}

const smallest = 64;

/**
 * A hash table from 64-bit tags to values of a fixed number of 32-bit words: open addressing with linear probing, at most five
 * eighths full. A register of a million records fits into tens of megabytes, which a `Map` of texts would take ten times.
 */
export class TagTable {
  readonly #words: number;
  #size: number;
  #tags: Uint32Array<ArrayBuffer>;
  #values: Uint32Array<ArrayBuffer>;

  constructor(content: number | TagTableContent) {
    if (typeof content === 'number') {
      this.#words = content;
      this.#size = 0;
      this.#tags = new Uint32Array(2 * smallest);
      this.#values = new Uint32Array(content * smallest);
    } else {
      this.#words = content.words;
      this.#size = content.size;
      this.#tags = content.tags;
      this.#values = content.values;
    }
  }

  get size(): number {
    return this.#size;
  }

  /** The words of that tag, as they lie in the table; undefined when it has none. */
  get(tag: Tag): Uint32Array | undefined {
    const slot = this.#slotOf(tag);
    return this.#isFree(slot) ? undefined : this.#wordsAt(slot);
  }

  set(tag: Tag, words: ArrayLike<number>): void {
    let slot = this.#slotOf(tag);
    if (this.#isFree(slot)) {
      if ((this.#size + 1) * 8 > this.#capacity * 5) {
        this.#grow();
        slot = this.#slotOf(tag);
      }
      this.#size += 1;
      [this.#tags[2 * slot], this.#tags[2 * slot + 1]] = stored(tag);
    }
    this.#values.set(words, slot * this.#words);
  }

  delete(tag: Tag): void {
    let free = this.#slotOf(tag);
    if (this.#isFree(free)) return;
    this.#size -= 1;
    // Whoever was put aside by what is taken away moves up, so that a search never ends at a gap too early (Knuth, 6.4, algorithm R).
    for (let slot = this.#next(free); !this.#isFree(slot); slot = this.#next(slot)) {
      const home = (this.#tags[2 * slot + 1] ?? 0) & (this.#capacity - 1);
      const isBetween = free <= slot ? home > free && home <= slot : home > free || home <= slot;
      if (isBetween) continue;
      this.#tags.copyWithin(2 * free, 2 * slot, 2 * slot + 2);
      this.#values.copyWithin(free * this.#words, slot * this.#words, (slot + 1) * this.#words);
      free = slot;
    }
    this.#tags.fill(0, 2 * free, 2 * free + 2);
  }

  clear(): void {
    this.#size = 0;
    this.#tags.fill(0);
  }

  content(): TagTableContent {
    return { words: this.#words, size: this.#size, tags: this.#tags, values: this.#values };
  }

  get #capacity(): number {
    return this.#tags.length / 2;
  }

  /** Where the tag stands, or where it would. */
  #slotOf(tag: Tag): number {
    const [high, low] = stored(tag);
    let slot = low & (this.#capacity - 1);
    while (!this.#isFree(slot) && (this.#tags[2 * slot] !== high || this.#tags[2 * slot + 1] !== low))
      slot = this.#next(slot);
    return slot;
  }

  #isFree(slot: number): boolean {
    return this.#tags[2 * slot] === 0 && this.#tags[2 * slot + 1] === 0;
  }

  #next(slot: number): number {
    return (slot + 1) & (this.#capacity - 1);
  }

  #wordsAt(slot: number): Uint32Array {
    return this.#values.subarray(slot * this.#words, (slot + 1) * this.#words);
  }

  #grow(): void {
    const old = new TagTable(this.content());
    this.#tags = new Uint32Array(2 * this.#tags.length);
    this.#values = new Uint32Array(2 * this.#values.length);
    this.#size = 0;
    for (let slot = 0; slot < old.#capacity; slot++)
      if (!old.#isFree(slot))
        this.set([old.#tags[2 * slot] ?? 0, old.#tags[2 * slot + 1] ?? 0], old.#wordsAt(slot));
  }
}

/** A free slot holds zeros: a tag of zeros is written as another one. */
function stored([high, low]: Tag): Tag {
  return high === 0 && low === 0 ? [1, 0] : [high >>> 0, low >>> 0];
}
