import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { packedFiles } from '#app/boot/precached-files.ts';
import { VersionPack } from '#app/boot/version-pack.ts';

const utf8 = new TextEncoder();
const place = { name: 'pack-of-this', address: 'https://tirkelim.example/version.pack' };

const contents = new Map([
  ['index.html', 'page'],
  ['empty.txt', ''],
  ['assets/a.js', 'script'],
]);
const files = [...contents].map(([path, content]) => ({
  path,
  integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
  octets: content.length,
}));

let caches: CachesInMemory;
let single: Map<string, string>;
let asked: string[];

const packOf = () =>
  new VersionPack(caches as unknown as CacheStorage, place, files, ({ path }) => {
    asked.push(path);
    const content = single.get(path);
    return Promise.resolve(content === undefined ? undefined : utf8.encode(content).buffer);
  });

async function readAll(pack: VersionPack): Promise<Record<string, string | undefined>> {
  const read = packedFiles(files).map(async (file) => {
    const octets = await pack.read(file);
    return [file.path, octets === undefined ? undefined : new TextDecoder().decode(octets)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

beforeEach(() => {
  caches = new CachesInMemory();
  single = new Map(contents);
  asked = [];
});

describe('the pack of a version', () => {
  it('gives every file as it was built, out of one entry, without asking for a single one again', async () => {
    await packOf().make();
    asked = [];
    const pack = packOf();
    expect(await readAll(pack)).toEqual(Object.fromEntries(contents));
    expect(await pack.verify()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('[G07] is not made of a file that is not the build’s, nor without one', async () => {
    single.set('assets/a.js', 'scripT');
    await expect(packOf().make()).rejects.toThrow('assets/a.js');
    single.delete('assets/a.js');
    await expect(packOf().make()).rejects.toThrow('assets/a.js');
    expect(await caches.keys()).not.toContain(place.name);
  });

  it.each([0, 3, 4, 9])(
    '[G07] names the file whose octet %i was altered, and gives the others',
    async (at) => {
      await packOf().make();
      caches.alter(place, (octets) => octets.with(at, (octets[at] ?? 0) ^ 1));
      const pack = packOf();
      const broken = at < 4 ? 'index.html' : 'assets/a.js';
      expect(await readAll(pack)).toEqual({ ...Object.fromEntries(contents), [broken]: undefined });
      expect(await pack.verify()).toEqual([broken]);
    },
  );

  it('[G07] names what a shortened pack lacks, and believes nothing behind the end of a longer one', async () => {
    await packOf().make();
    caches.alter(place, (octets) => octets.slice(0, 7));
    expect(await packOf().verify()).toEqual(['assets/a.js']);
    caches.alter(place, () => utf8.encode('pagescriptmore'));
    expect(await packOf().verify()).toEqual([]);
  });

  it('[G07] finds at the next verification what was altered after it was read', async () => {
    await packOf().make();
    const pack = packOf();
    expect(await pack.verify()).toEqual([]);
    caches.alter(place, (octets) => octets.with(0, 0));
    expect((await readAll(pack))['index.html']).toBe('page');
    expect(await pack.verify()).toEqual(['index.html']);
    expect((await readAll(pack))['index.html']).toBeUndefined();
  });

  it('is put together again when it was thrown away, and kept only when it is whole', async () => {
    await packOf().make();
    await caches.delete(place.name);
    single.delete('empty.txt');
    single.delete('index.html');
    expect(await packOf().verify()).toEqual(['index.html']);
    expect(caches.has(place)).toBe(false);
    single.set('index.html', 'page');
    single.set('empty.txt', '');
    expect(await packOf().verify()).toEqual([]);
    expect(caches.has(place)).toBe(true);
  });

  it('comes back with the network when it was thrown away without one, and no page has to be there to ask', async () => {
    single.clear();
    const pack = packOf();
    expect((await readAll(pack))['index.html']).toBeUndefined();
    single = new Map(contents);
    expect(await readAll(pack)).toEqual(Object.fromEntries(contents));
  });

  it('is asked for again after a reading that failed', async () => {
    await packOf().make();
    const pack = packOf();
    const open = caches.open.bind(caches);
    caches.open = () => Promise.reject(new DOMException('the disk', 'UnknownError'));
    await expect(readAll(pack)).rejects.toThrow('the disk');
    await expect(pack.verify()).rejects.toThrow('the disk');
    caches.open = open;
    expect(await readAll(pack)).toEqual(Object.fromEntries(contents));
  });

  it('[G06] goes when another version is at work', async () => {
    await caches.open('pack-of-that');
    await caches.open('tirkelim-marker');
    await packOf().make();
    await packOf().dropOthers('pack-of-');
    expect(await caches.keys()).toEqual(['tirkelim-marker', place.name]);
  });
});

/** As much of Cache Storage as a pack uses: octets by cache and address. */
class CachesInMemory {
  readonly #kept = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();

  open(name: string) {
    const entries = this.#kept.get(name) ?? new Map<string, Uint8Array<ArrayBuffer>>();
    this.#kept.set(name, entries);
    return Promise.resolve({
      match: (address: string) => {
        const octets = entries.get(address);
        return Promise.resolve(octets === undefined ? undefined : new Response(octets));
      },
      put: async (address: string, response: Response) => {
        entries.set(address, new Uint8Array(await response.arrayBuffer()));
      },
    });
  }

  keys() {
    return Promise.resolve([...this.#kept.keys()]);
  }

  delete(name: string) {
    return Promise.resolve(this.#kept.delete(name));
  }

  has({ name, address }: typeof place): boolean {
    return this.#kept.get(name)?.has(address) === true;
  }

  alter(
    { name, address }: typeof place,
    by: (octets: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  ): void {
    const octets = this.#kept.get(name)?.get(address);
    if (octets === undefined) throw new Error('no pack');
    this.#kept.get(name)?.set(address, by(octets));
  }
}
