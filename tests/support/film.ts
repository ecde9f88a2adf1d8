import { writeFile } from 'node:fs/promises';

/** A picture of a QR code as the page draws it: one path of squares, a module each. */
export interface DrawnCode {
  readonly side: number;
  readonly path: string;
}

const [width, height] = [640, 480];
/** Each code stands still for that many pictures of the film, ten of which make a second. */
const pictures = 3;

/** The codes one after the other as a film (YUV4MPEG2, 4:2:0) that Chromium's camera for tests plays without end. */
export async function writeFilm(file: string, codes: readonly DrawnCode[]): Promise<void> {
  const parts: Buffer[] = [
    Buffer.from(`YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420\n`),
  ];
  for (const code of codes) {
    const picture = Buffer.concat([Buffer.from('FRAME\n'), pictureOf(code)]);
    for (let n = 0; n < pictures; n++) parts.push(picture);
  }
  await writeFile(file, Buffer.concat(parts));
}

function pictureOf({ side, path }: DrawnCode): Buffer {
  const grey = Buffer.alloc(width * height, 200);
  const colourless = Buffer.alloc((width * height) / 2, 128);
  const scale = Math.floor(height / side);
  const [left, top] = [(width - side * scale) >> 1, (height - side * scale) >> 1];
  for (let y = 0; y < side * scale; y++)
    grey.fill(235, (top + y) * width + left, (top + y) * width + left + side * scale);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu))
    for (let row = 0; row < scale; row++) {
      const at = (top + Number(y) * scale + row) * width + left + Number(x) * scale;
      grey.fill(20, at, at + scale);
    }
  return Buffer.concat([grey, colourless]);
}
