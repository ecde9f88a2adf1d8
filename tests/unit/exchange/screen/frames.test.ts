import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { readBase45, writeBase45 } from '#domain/exchange/screen/base45.ts';
import { FrameCollector } from '#domain/exchange/screen/frame-collector.ts';
import {
  blockCount,
  blockOctets,
  blocksOf,
  frameText,
  maximumScreenOctets,
  readFrame,
  transferId,
  writeFrame,
} from '#domain/exchange/screen/frame.ts';
import { bytesEqual } from '#domain/base/bytes.ts';

const aContent = fc.uint8Array({ minLength: 1, maxLength: 4000 });
const seeds = fc.array(fc.nat(2 ** 32 - 1), { maxLength: 60 });

const collected = (content: Uint8Array, order: readonly number[]) => {
  const collector = new FrameCollector(sha256);
  for (const seed of order) collector.take(frameText(content, seed, sha256));
  return collector;
};

describe('an envelope over the screen', () => {
  it('is whole when every frame was seen once, in any order (property)', () => {
    fc.assert(
      fc.property(
        aContent.chain((content) => {
          const all = Array.from({ length: blockCount(content.length) }, (_, i) => i);
          return fc.tuple(fc.constant(content), fc.shuffledSubarray(all, { minLength: all.length }));
        }),
        ([content, order]) => {
          expect(collected(content, order).content).toEqual(content);
        },
      ),
    );
  });

  it('with frames missing and repeated completes to its content or not at all (property) (K13)', () => {
    fc.assert(
      fc.property(aContent, seeds, (content, seen) => {
        const collector = collected(content, [...seen, ...seen.slice(0, 5)]);
        const { have, needed } = collector.progress;
        expect(have).toBeLessThanOrEqual(needed);
        const whole = collector.content;
        if (whole === null) expect(have).toBeLessThan(needed === 0 ? 1 : needed);
        else expect(whole).toEqual(content);
      }),
    );
  });

  it('needs but a few frames more than blocks, whichever those are', () => {
    const content = Uint8Array.from({ length: maximumScreenOctets }, (_, i) => (i * 31) % 251);
    for (const from of [1_000, 70_001, 4_000_000_000]) {
      const collector = new FrameCollector(sha256);
      let seen = 0;
      while (collector.content === null) {
        collector.take(frameText(content, from + seen, sha256));
        seen += 1;
      }
      expect(collector.content).toEqual(content);
      expect(seen).toBeLessThan(blockCount(content.length) + 20);
    }
  });

  it('of two transfers mixed gives the one that came first, and tells the other (property) (K13)', () => {
    fc.assert(
      fc.property(aContent, aContent, fc.array(fc.boolean(), { maxLength: 60 }), (one, two, turns) => {
        fc.pre(!bytesEqual(one, two));
        const collector = new FrameCollector(sha256);
        collector.take(frameText(one, 0, sha256));
        for (const [i, isOwn] of turns.entries()) {
          const seen = collector.take(frameText(isOwn ? one : two, i, sha256));
          if (!isOwn) expect(seen).toBe('other');
        }
        expect([null, one]).toContainEqual(collector.content);
        for (let seed = 0; seed < blockCount(one.length); seed++)
          collector.take(frameText(one, seed, sha256));
        expect(collector.content).toEqual(one);
      }),
    );
  });

  it('whose frames were forged under its name is damaged, and no other content comes out (K13)', () => {
    const content = new Uint8Array(700).fill(7);
    const collector = new FrameCollector(sha256);
    const id = transferId(content, sha256);
    for (let seed = 0; seed < 3; seed++)
      collector.take(writeFrame({ id, length: 700, seed, block: new Uint8Array(blockOctets) }, sha256));
    expect(collector.content).toBe('damaged');
    expect(collector.take(writeFrame({ id, length: 701, seed: 9, block: new Uint8Array(300) }, sha256))).toBe(
      'other',
    );
  });

  it('is nothing but what its check holds for: a picture with one letter changed is none (property)', () => {
    fc.assert(
      fc.property(aContent, fc.nat(), fc.constantFrom('A', '7', ':', 'é'), (content, at, letter) => {
        const text = frameText(content, 1, sha256);
        const changed = text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1);
        fc.pre(changed !== text);
        expect(readFrame(changed, sha256)).toBeNull();
        expect(new FrameCollector(sha256).take(changed)).toBe('none');
      }),
    );
  });

  it('has 1 to 20,480 octets', () => {
    expect(() => frameText(new Uint8Array(), 0, sha256)).toThrow(RangeError);
    expect(() => frameText(new Uint8Array(maximumScreenOctets + 1), 0, sha256)).toThrow(RangeError);
    const block = new Uint8Array(blockOctets);
    for (const length of [0, maximumScreenOctets + 1])
      expect(
        readFrame(writeFrame({ id: new Uint8Array(16), length, seed: 0, block }, sha256), sha256),
      ).toBeNull();
  });

  it('is read from the QR code that is drawn of it', () => {
    const content = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
    const collector = new FrameCollector(sha256);
    for (const seed of [1, 3, 5, 6, 7, 8, 9, 10, 11, 900]) {
      const scale = 4;
      const rows = encodeQR(frameText(content, seed, sha256), 'raw', { ecc: 'low', border: 4, scale });
      const side = rows.length;
      const data = Uint8Array.from(
        rows.flat().flatMap((dark) => (dark ? [0, 0, 0, 255] : [255, 255, 255, 255])),
      );
      collector.take(decodeQR({ width: side, height: side, data }));
    }
    expect(collector.content).toEqual(content);
  });

  it('names the same blocks on both sides, and never none', () => {
    expect(blocksOf(3, 5)).toEqual([3]);
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 69 }), (seed, count) => {
        const named = blocksOf(seed, count);
        expect(named.length).toBeGreaterThan(0);
        expect(named.every((at) => at >= 0 && at < count)).toBe(true);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});

describe('Base45 (RFC 9285)', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes «%s» as its sections 4.3 and 4.4 say', (text, written) => {
    const octets = new TextEncoder().encode(text);
    expect(writeBase45(octets)).toBe(written);
    expect(readBase45(written)).toEqual(octets);
  });

  it('reads nothing else: GGW is above two octets (section 6)', () => {
    for (const text of ['GGW', ':::', 'A', 'AAAA', 'a00', '::']) expect(readBase45(text)).toBeNull();
  });
});
