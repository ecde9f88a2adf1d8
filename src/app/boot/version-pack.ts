import type { PackedFile, PrecachedFile } from './precached-files.ts';
import { packedFiles } from './precached-files.ts';

/** Where the pack lies in Cache Storage. */
export interface PackPlace {
  /** Of the cache, one for each version. */
  readonly name: string;
  readonly address: string;
}

/** What was read, with the paths whose octets are not those of the build. */
interface Opened {
  readonly octets: Uint8Array<ArrayBuffer>;
  readonly broken: ReadonlySet<string>;
}

/**
 * All files of a version one behind the other in one entry of Cache Storage. A start reads and digests every file before a
 * key may be opened (G07): of five hundred entries that took a second of work, of one it takes a few hundredths.
 */
export class VersionPack {
  readonly #caches: CacheStorage;
  readonly #place: PackPlace;
  readonly #files: readonly PackedFile[];
  readonly #length: number;
  readonly #whole: (file: PrecachedFile) => Promise<ArrayBuffer | undefined>;
  #opened: Promise<Opened> | undefined;

  /** `whole` gives the octets of one file out of where it was first put, or from the network; they are not believed. */
  constructor(
    caches: CacheStorage,
    place: PackPlace,
    files: readonly PrecachedFile[],
    whole: (file: PrecachedFile) => Promise<ArrayBuffer | undefined>,
  ) {
    this.#caches = caches;
    this.#place = place;
    this.#files = packedFiles(files);
    this.#length = files.reduce((sum, { octets }) => sum + octets, 0);
    this.#whole = whole;
  }

  /**
   * The verified octets of a file; undefined when they are not those of the build. Then the next one asks the disk, or the
   * network, again: what was thrown away comes back with the network.
   */
  async read(file: PackedFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { octets, broken } = await (this.#opened ??= this.#openOrForget());
    if (!broken.has(file.path)) return octets.subarray(file.offset, file.offset + file.octets);
    this.#opened = undefined;
    return undefined;
  }

  /** Reads the pack from the disk again. Resolves to the paths whose octets are not those of the build. */
  async verify(): Promise<readonly string[]> {
    this.#opened = this.#openOrForget();
    return [...(await this.#opened).broken];
  }

  /** Puts the pack together. Rejects when a file of it can't be had: then the version is not installed. */
  async make(): Promise<void> {
    const { broken } = await this.#made();
    if (broken.size > 0) throw new Error(`not of this version: ${[...broken].join(', ')}`);
  }

  /** Removes the packs of other versions, whose caches' names begin with `prefix`. */
  async dropOthers(prefix: string): Promise<void> {
    const names = await this.#caches.keys();
    const others = names.filter((name) => name.startsWith(prefix) && name !== this.#place.name);
    await Promise.all(others.map((name) => this.#caches.delete(name)));
  }

  /** A reading that failed is no answer to the next request. */
  async #openOrForget(): Promise<Opened> {
    try {
      return await this.#open();
    } catch (cause) {
      this.#opened = undefined;
      throw cause;
    }
  }

  async #open(): Promise<Opened> {
    const cache = await this.#caches.open(this.#place.name);
    const response = await cache.match(this.#place.address);
    if (response === undefined) return this.#made();
    const read = new Uint8Array(await response.arrayBuffer());
    // What is too short or too long is judged file by file like the rest: where it begins to differ, files are broken.
    const octets = new Uint8Array(this.#length);
    octets.set(read.subarray(0, this.#length));
    return { octets, broken: await this.#brokenIn(octets) };
  }

  /** Evicted, or not yet made: put together from the single files, and kept only when it is whole. */
  async #made(): Promise<Opened> {
    const octets = new Uint8Array(this.#length);
    await Promise.all(
      this.#files.map(async (file) => {
        const read = await this.#whole(file);
        if (read?.byteLength === file.octets) octets.set(new Uint8Array(read), file.offset);
      }),
    );
    const broken = await this.#brokenIn(octets);
    if (broken.size === 0) {
      const cache = await this.#caches.open(this.#place.name);
      await cache.put(this.#place.address, new Response(octets));
    }
    return { octets, broken };
  }

  async #brokenIn(octets: Uint8Array<ArrayBuffer>): Promise<ReadonlySet<string>> {
    const judged = await Promise.all(
      this.#files.map(async (file) => {
        const digest = await integrityOf(octets.subarray(file.offset, file.offset + file.octets));
        return digest === file.integrity ? [] : [file.path];
      }),
    );
    return new Set(judged.flat());
  }
}

/** As in Subresource Integrity: `sha256-` and the digest in base64. */
async function integrityOf(octets: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', octets));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
