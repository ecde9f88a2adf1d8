import type { MarkerPlace } from '#ports/marker-place.ts';
import { markerKey } from './untouched.ts';

/** TypeScript's DOM library does not have the Storage Buckets API. */
interface BucketManager {
  open(
    name: string,
    options: { readonly durability: 'strict'; readonly persisted: true },
  ): Promise<{ readonly caches: CacheStorage }>;
}

/** Never asked of any server: an address that only the cache knows. */
const address = './station-marker';

/**
 * Three places that a browser keeps in files of their own: localStorage, Cache Storage, and a Storage Bucket where there are any.
 *
 * @param name of the register: the demonstration's markers stand apart
 */
export function markerPlaces(name: string): readonly MarkerPlace[] {
  const key = markerKey(name);
  const buckets = (navigator as { readonly storageBuckets?: BucketManager }).storageBuckets;
  return [
    forgiving({
      read: () => Promise.resolve(localStorage.getItem(key)),
      write: (text) => {
        localStorage.setItem(key, text);
        return Promise.resolve();
      },
    }),
    inCache(() => Promise.resolve(caches), key),
    ...(buckets === undefined
      ? []
      : [
          inCache(async () => {
            const bucket = await buckets.open(key, { durability: 'strict', persisted: true });
            return bucket.caches;
          }, key),
        ]),
  ];
}

function inCache(storage: () => Promise<CacheStorage>, key: string): MarkerPlace {
  return forgiving({
    async read() {
      const stored = await storage();
      // Opening makes a cache: where there is none, nothing is to be left behind.
      if (!(await stored.has(key))) return null;
      const found = await (await stored.open(key)).match(address);
      return found === undefined ? null : await found.text();
    },
    async write(text) {
      const cache = await (await storage()).open(key);
      await cache.put(address, new Response(text));
    },
  });
}

/** A place that the browser refuses, or has no room in, is no place: the others are asked. */
function forgiving(place: MarkerPlace): MarkerPlace {
  return {
    read: async () => {
      try {
        return await place.read();
      } catch {
        return null;
      }
    },
    write: async (text) => {
      try {
        await place.write(text);
      } catch {
        // It stays behind, which is lawful.
      }
    },
  };
}
