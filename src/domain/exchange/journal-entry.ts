/**
 * What the frames of the journal of commits say. A journal begins with `begin`, goes on with the register as it stood then in
 * `part`s, and is of use from its `seal` on; each commit after that is one entry.
 *
 * An entry is a line of JSON, its length before it (4 octets), and the octets of its records behind it one after the other: in
 * the JSON stands `{"@": number}` for each, its place among the lengths that the line leads with.
 */
import { concatBytes } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { type CollectionName, backedUpNames, collectionNames } from './collections.ts';
import { readUint32, uint32 } from './journal-frame.ts';
import { type StationMarker, markerOf } from './station-marker.ts';

export interface JournalPut {
  readonly collection: CollectionName;
  readonly record: { readonly id: string };
}

interface Removed {
  readonly collection: CollectionName;
  readonly id: string;
}

export type JournalEntry =
  | { readonly type: 'begin'; readonly generation: number }
  | { readonly type: 'part'; readonly puts: readonly JournalPut[] }
  | { readonly type: 'seal'; readonly marker: StationMarker }
  | {
      readonly type: 'commit';
      /** How far the station has got with it. */
      readonly marker: StationMarker;
      readonly removals: readonly Removed[];
      readonly puts: readonly JournalPut[];
    };

/** What a register is rebuilt from. A half filled form is kept where it is typed and nowhere else. */
export const journalledNames: readonly CollectionName[] = backedUpNames.filter((name) => name !== 'draft');

export function encodeEntry(entry: JournalEntry): Uint8Array {
  const octets: Uint8Array[] = [];
  const plain = detached(entry, octets);
  const line = encodeUtf8(JSON.stringify([octets.map(({ length }) => length), plain]));
  return concatBytes(uint32(line.length), line, ...octets);
}

/** Null for what is no entry; of a record it is known only that it has an id. */
export function decodeEntry(content: Uint8Array): JournalEntry | null {
  const lineEnd = 4 + readUint32(content, 0);
  if (content.length < 4 || lineEnd > content.length) return null;
  const read = readLine(content.subarray(4, lineEnd));
  if (read === null) return null;
  const parts: Uint8Array[] = [];
  let at = lineEnd;
  for (const length of read.lengths) {
    parts.push(content.slice(at, at + length));
    at += length;
  }
  if (at !== content.length) return null;
  try {
    return entryOf(attached(read.plain, parts));
  } catch {
    // Nested deeper than the stack: no entry of ours.
    return null;
  }
}

function readLine(line: Uint8Array): { readonly lengths: readonly number[]; readonly plain: unknown } | null {
  let read: unknown;
  try {
    read = JSON.parse(decodeUtf8(line) ?? '');
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length !== 2) return null;
  const [lengths, plain] = read as readonly unknown[];
  const areLengths =
    Array.isArray(lengths) && lengths.every((each) => Number.isSafeInteger(each) && each >= 0);
  return areLengths ? { lengths: lengths as readonly number[], plain } : null;
}

function entryOf(value: unknown): JournalEntry | null {
  const marker = markerOf(memberOf(value, 'marker'));
  const puts = listOf(memberOf(value, 'puts'), isPut);
  switch (memberOf(value, 'type')) {
    case 'begin': {
      const generation = memberOf(value, 'generation');
      return Number.isSafeInteger(generation) ? { type: 'begin', generation: Number(generation) } : null;
    }
    case 'part':
      return puts === null ? null : { type: 'part', puts };
    case 'seal':
      return marker === null ? null : { type: 'seal', marker };
    case 'commit': {
      const removals = listOf(memberOf(value, 'removals'), isRemoval);
      return marker === null || puts === null || removals === null
        ? null
        : { type: 'commit', marker, removals, puts };
    }
    default:
      return null;
  }
}

function listOf<T>(value: unknown, isOne: (each: unknown) => each is T): readonly T[] | null {
  return Array.isArray(value) && value.every(isOne) ? value : null;
}

function isPut(value: unknown): value is JournalPut {
  return isCollection(value) && typeof memberOf(memberOf(value, 'record'), 'id') === 'string';
}

function isRemoval(value: unknown): value is Removed {
  return isCollection(value) && typeof memberOf(value, 'id') === 'string';
}

/** Of a collection that this program does not know, a newer one wrote: then it rebuilds nothing. */
function isCollection(value: unknown): boolean {
  const name = memberOf(value, 'collection');
  return collectionNames.some((each) => each === name);
}

const mark = '@';

function detached(value: unknown, octets: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) return { [mark]: octets.push(value) - 1 };
  if (Array.isArray(value)) return value.map((part) => detached(part, octets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name.startsWith(mark) ? mark + name : name,
      detached(part, octets),
    ]),
  );
}

function attached(value: unknown, octets: readonly Uint8Array[]): unknown {
  if (Array.isArray(value)) return value.map((part) => attached(part, octets));
  if (typeof value !== 'object' || value === null) return value;
  const reference = memberOf(value, mark);
  if (reference !== undefined) return octets[Number(reference)];
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name.startsWith(mark) ? name.slice(1) : name,
      attached(part, octets),
    ]),
  );
}
