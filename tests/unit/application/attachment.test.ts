import { describe, expect, it } from 'vitest';
import { acceptedScanType, maximumScanOctets } from '#domain/application/attachment.ts';
import { pictureSize } from '#domain/application/picture-size.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(Math.floor(value / 65_536)), ...u16(value % 65_536)];

const png = (width: number, height: number) =>
  Uint8Array.of(
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...[0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    ...u32(width),
    ...u32(height),
    ...[8, 2, 0, 0, 0],
  );

/** JFIF, a comment, fill octets, then the frame: what scanners write. */
const jpeg = (width: number, height: number, frame = 0xc0) =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    ...[0xff, 0xfe, 0, 3, 0x41],
    ...[0xff, 0xff, 0xff, 0xc4, 0, 2],
    ...[0xff, frame, 0, 17, 8, ...u16(height), ...u16(width), 3, 1, 2, 3],
  );

describe('the size that a picture claims', () => {
  it.each([
    ['PNG', png(2480, 3508)],
    ['JPEG, baseline', jpeg(2480, 3508)],
    ['JPEG, progressive', jpeg(2480, 3508, 0xc2)],
    ['JPEG, lossless, arithmetic', jpeg(2480, 3508, 0xcb)],
  ])('%s', (_, octets) => {
    expect(pictureSize(octets)).toEqual({ width: 2480, height: 3508 });
  });

  it.each([
    ['a JPEG that ends before its frame', jpeg(10, 10).subarray(0, 24)],
    ['a JPEG of scan data alone', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0)],
    ['a JPEG whose marker is none', Uint8Array.of(0xff, 0xd8, 0x00, 0xe0, 0, 2, 0, 0)],
    ['a PNG that begins with another chunk', png(10, 10).with(12, 0x4a)],
    ['a PNG cut in its header', png(10, 10).subarray(0, 20)],
    ['no width', png(0, 10)],
    ['no height', jpeg(10, 0)],
  ])('is none of %s', (_, octets) => {
    expect(pictureSize(octets)).toBeNull();
  });

  it('ends at the end, whatever lengths it is told', () => {
    const zeroes = Uint8Array.of(
      0xff,
      0xd8,
      ...Array.from({ length: 3000 }, () => [0xff, 0xe0, 0, 0]).flat(),
    );
    expect(pictureSize(zeroes)).toBeNull();
  });
});

describe('[C13] a scan that is taken', () => {
  it.each([
    ['image/png', png(2480, 3508)],
    ['image/jpeg', jpeg(9_921, 7_016)],
    ['application/pdf', encodeUtf8('%PDF-1.7\n')],
  ])('%s', (type, octets) => {
    expect(acceptedScanType(octets)).toEqual({ ok: true, value: type });
  });

  it.each([
    ['a PNG of 65,535 by 65,535 in a few octets', png(65_535, 65_535), 'ScanTooManyPixels'],
    ['a PNG whose sides overflow', png(0xffff_ffff, 0xffff_ffff), 'ScanTooManyPixels'],
    ['a JPEG of 65,535 by 65,535', jpeg(65_535, 65_535), 'ScanTooManyPixels'],
    ['a GIF', Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0xff, 0xff, 0xff, 0xff), 'ScanTypeUnknown'],
    ['an SVG', encodeUtf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'ScanTypeUnknown'],
    ['HEIC that is called .jpg', Uint8Array.of(0, 0, 0, 24, ...encodeUtf8('ftypheic')), 'ScanTypeUnknown'],
    ['a picture without a header', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'ScanUnreadable'],
    ['nothing', new Uint8Array(), 'ScanEmpty'],
    ['too much', new Uint8Array(maximumScanOctets + 1), 'ScanTooLarge'],
  ])('is not %s', (_, octets, type) => {
    expect(acceptedScanType(octets)).toMatchObject({ ok: false, error: { type } });
  });
});
