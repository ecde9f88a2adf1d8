/** Width and height in pixels, as a picture's own header says. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Of a PNG (IHDR, the first chunk: PNG 3rd edition, 11.2.1) or a JPEG (the first frame header SOFn: ITU-T T.81, B.2.2), out of the
 * header alone; nothing is decoded. Null where there is no such header, or a side of none: then it is no picture.
 */
export function pictureSize(octets: Uint8Array): PictureSize | null {
  const size = octets[0] === 0x89 ? sizeOfPng(octets) : sizeOfJpeg(octets);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
}

const ihdrAt = 8;
const ihdr = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

function sizeOfPng(octets: Uint8Array): PictureSize | null {
  if (!ihdr.every((octet, i) => octets[ihdrAt + i] === octet) || octets.length < ihdrAt + 16) return null;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  return { width: view.getUint32(ihdrAt + 8), height: view.getUint32(ihdrAt + 12) };
}

/** Markers that stand alone, without a length of their own: TEM and RST0 to RST7. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** SOF0 to SOF15, without DHT, JPG and DAC, which lie among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function sizeOfJpeg(octets: Uint8Array): PictureSize | null {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let at = 2;
  while (at + 4 <= octets.length) {
    if (octets[at] !== 0xff) return null;
    const marker = octets[at + 1] ?? 0;
    // Any number of 0xFF may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else if (isFrame(marker))
      return at + 9 <= octets.length
        ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
        : null;
    // Scan data, or the end, before any frame.
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}
