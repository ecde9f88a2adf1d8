import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import {
  firstLink,
  frameHeaderLength,
  frameTrailerLength,
  isFrame,
  readFrameHeader,
  writeFrame,
} from '#domain/exchange/journal-frame.ts';

const content = new Uint8Array([1, 2, 3, 4, 5]);
const { octets, digest } = writeFrame(firstLink, content, sha256);

/** The content of a frame; null for octets that are none. */
function contentOf(frame: Uint8Array): Uint8Array | null {
  const header = readFrameHeader(frame.subarray(0, frameHeaderLength));
  const rest = frame.subarray(frameHeaderLength);
  return header !== null && isFrame(header, rest, sha256) ? rest.subarray(0, header.length) : null;
}

describe('a frame of the journal', () => {
  it('is as its description says, and gives its content back', () => {
    expect(octets.length).toBe(frameHeaderLength + content.length + frameTrailerLength);
    expect([...octets.subarray(0, 8)]).toEqual([0x54, 0x4b, 0x4a, 0x31, 0, 0, 0, 5]);
    expect([...octets.subarray(-4)]).toEqual([0, 0, 0, 5]);
    expect(octets.slice(8, 40)).toEqual(firstLink);
    expect(octets.slice(40, 72)).toEqual(digest);
    expect(contentOf(octets)).toEqual(content);
  });

  it('[J21] is none with any one bit flipped', () => {
    for (let at = 0; at < octets.length * 8; at++) {
      const bent = octets.slice();
      bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(contentOf(bent), `bit ${String(at)}`).toBe(null);
    }
  });

  it('[J21] is none when cut anywhere, and none with an octet more', () => {
    for (let length = 0; length < octets.length; length++)
      expect(contentOf(octets.subarray(0, length)), `${String(length)} octets`).toBe(null);
    expect(contentOf(new Uint8Array([...octets, 0]))).toBe(null);
  });

  it('has another digest behind another one, and with other content', () => {
    expect(writeFrame(digest, content, sha256).digest).not.toEqual(digest);
    expect(writeFrame(firstLink, content.subarray(1), sha256).digest).not.toEqual(digest);
    expect(contentOf(writeFrame(digest, new Uint8Array(), sha256).octets)).toEqual(new Uint8Array());
  });
});
