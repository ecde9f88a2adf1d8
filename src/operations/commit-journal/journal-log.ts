import type { Digest } from '#domain/audit/audit-record.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type JournalEntry, decodeEntry, encodeEntry } from '#domain/exchange/journal-entry.ts';
import {
  type FrameHeader,
  firstLink,
  frameHeaderLength,
  frameTrailerLength,
  isFrame,
  readFrameHeader,
  readUint32,
  writeFrame,
} from '#domain/exchange/journal-frame.ts';
import type { StationMarker } from '#domain/exchange/station-marker.ts';
import type { JournalFile } from '#ports/commit-journal.ts';

/** One file of frames: where it ends, and how an entry gets behind that. */
export interface JournalLog {
  readonly file: JournalFile;
  readonly generation: number;
  /** End of the last whole frame; octets behind it are of a write that was cut, or damage. */
  end: number;
  link: Uint8Array;
  /** Null as long as it is not sealed: it is of no use. */
  marker: StationMarker | null;
  /** Octets stand behind the last whole frame; the next entry takes their place. */
  isCut: boolean;
}

/** Of an empty file that a journal is to begin in. */
export function startLog(file: JournalFile, generation: number): JournalLog {
  return { file, generation, end: 0, link: firstLink, marker: null, isCut: false };
}

/**
 * What a file holds, by its first frame and its last one; by all of them where the last is not whole. Null when it does not begin
 * as a journal does.
 */
export function openLog(file: JournalFile, sha256: Digest): JournalLog | null {
  const begin = entryAt(file, 0, sha256);
  if (begin?.entry.type !== 'begin' || !bytesEqual(begin.header.previous, firstLink)) return null;
  const { generation } = begin.entry;
  const size = file.size();
  const last = lastFrame(file, size, sha256);
  if (last !== null)
    return {
      file,
      generation,
      end: size,
      link: last.header.digest,
      marker: markerOf(last.entry),
      isCut: false,
    };
  const log = { ...startLog(file, generation), isCut: true };
  for (const frame of framesOf(file, size, sha256)) {
    log.end = frame.end;
    log.link = frame.header.digest;
    log.marker = markerOf(frame.entry) ?? log.marker;
  }
  return log;
}

/**
 * Behind the last whole frame; on the disk when it returns, but for a `part`, which the seal after it brings there. False without
 * room, and then everything is as it was.
 */
export function appendEntry(log: JournalLog, entry: JournalEntry, sha256: Digest): boolean {
  const { octets, digest } = writeFrame(log.link, encodeEntry(entry), sha256);
  if (log.file.size() !== log.end) log.file.truncate(log.end);
  if (!log.file.write(log.end, octets)) {
    log.file.truncate(log.end);
    return false;
  }
  if (entry.type !== 'part') log.file.flush();
  log.end += octets.length;
  log.link = digest;
  log.marker = markerOf(entry) ?? log.marker;
  log.isCut = false;
  return true;
}

interface Frame {
  readonly header: FrameHeader;
  readonly entry: JournalEntry;
  readonly end: number;
}

/** Each frame from the first one on, as long as each is whole and linked to the one before. */
export function* framesOf(file: JournalFile, size: number, sha256: Digest): Generator<Frame> {
  let link = firstLink;
  for (let at = 0; at < size;) {
    const frame = entryAt(file, at, sha256);
    if (frame === null || !bytesEqual(frame.header.previous, link)) return;
    yield frame;
    link = frame.header.digest;
    at = frame.end;
  }
}

function lastFrame(file: JournalFile, size: number, sha256: Digest): Frame | null {
  if (size < frameHeaderLength + frameTrailerLength) return null;
  const length = readUint32(file.read(size - frameTrailerLength, frameTrailerLength), 0);
  const at = size - frameTrailerLength - length - frameHeaderLength;
  const frame = at < 0 ? null : entryAt(file, at, sha256);
  return frame?.end === size ? frame : null;
}

function entryAt(file: JournalFile, at: number, sha256: Digest): Frame | null {
  const header = readFrameHeader(file.read(at, frameHeaderLength));
  if (header === null) return null;
  const start = at + frameHeaderLength;
  const end = start + header.length + frameTrailerLength;
  // A length is whatever a stranger wrote: no more is read than is there.
  if (end > file.size()) return null;
  const rest = file.read(start, header.length + frameTrailerLength);
  if (!isFrame(header, rest, sha256)) return null;
  const entry = decodeEntry(rest.subarray(0, header.length));
  return entry === null ? null : { header, entry, end };
}

function markerOf(entry: JournalEntry): StationMarker | null {
  return entry.type === 'seal' || entry.type === 'commit' ? entry.marker : null;
}
