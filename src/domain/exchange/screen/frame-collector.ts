import { bytesEqual } from '#domain/base/bytes.ts';
import { addTo, blockCount, blockOctets, blocksOf, readFrame, transferId } from './frame.ts';

/** What a picture was: of use, known already, of another transfer than the one that is being read, or no frame at all. */
export type Seen = 'taken' | 'known' | 'other' | 'none';

interface Equation {
  /** A bit for each block. */
  readonly mask: bigint;
  readonly sum: Uint8Array;
}

interface Transfer {
  readonly id: Uint8Array;
  readonly length: number;
  readonly count: number;
}

/**
 * The frames that a camera has read, until they are enough: linear equations over the blocks, one more with each frame that says something
 * new. The first frame says which transfer it is; others are told and left out. What comes out has the digest that every frame
 * names, or it does not come out (K13).
 */
export class FrameCollector {
  readonly #sha256: (octets: Uint8Array) => Uint8Array;
  #transfer: Transfer | null = null;
  /** Reduced, by the highest block that each one has. */
  readonly #equations = new Map<number, Equation>();
  readonly #seeds = new Set<number>();

  constructor(sha256: (octets: Uint8Array) => Uint8Array) {
    this.#sha256 = sha256;
  }

  /** Blocks that are known or will follow, of those that are needed; both 0 before the first frame. */
  get progress(): { readonly have: number; readonly needed: number } {
    return { have: this.#equations.size, needed: this.#transfer?.count ?? 0 };
  }

  take(text: string): Seen {
    const frame = readFrame(text, this.#sha256);
    if (frame === null) return 'none';
    const { id, length, seed, block } = frame;
    this.#transfer ??= { id, length, count: blockCount(length) };
    const { count } = this.#transfer;
    if (!bytesEqual(id, this.#transfer.id) || length !== this.#transfer.length) return 'other';
    if (this.#seeds.has(seed)) return 'known';
    this.#seeds.add(seed);
    const mask = blocksOf(seed, count).reduce((bits, at) => bits | (1n << BigInt(at)), 0n);
    return this.#add(mask, block) ? 'taken' : 'known';
  }

  /** The content, once there are enough frames; `damaged` where they give something else than they are named after. */
  get content(): Uint8Array | 'damaged' | null {
    const transfer = this.#transfer;
    if (transfer === null || this.#equations.size < transfer.count) return null;
    const blocks = new Uint8Array(transfer.count * blockOctets);
    // From the lowest up: of an equation everything below its own block is known by then.
    for (let at = 0; at < transfer.count; at++) {
      const equation = this.#equations.get(at);
      if (equation === undefined) return null;
      const own = equation.sum.slice();
      for (let below = 0; below < at; below++)
        if ((equation.mask >> BigInt(below)) & 1n)
          addTo(own, blocks.subarray(below * blockOctets, (below + 1) * blockOctets));
      blocks.set(own, at * blockOctets);
    }
    const content = blocks.slice(0, transfer.length);
    const isWhole =
      bytesEqual(transferId(content, this.#sha256), transfer.id) &&
      blocks.subarray(transfer.length).every((octet) => octet === 0);
    return isWhole ? content : 'damaged';
  }

  #add(mask: bigint, block: Uint8Array): boolean {
    let left = mask;
    const sum = block.slice();
    while (left !== 0n) {
      const highest = left.toString(2).length - 1;
      const known = this.#equations.get(highest);
      if (known === undefined) {
        this.#equations.set(highest, { mask: left, sum });
        return true;
      }
      left ^= known.mask;
      addTo(sum, known.sum);
    }
    return false;
  }
}
