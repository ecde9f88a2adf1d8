/** Octets, secret words and fingerprints: things that are compared and not read. */
import encodeQR from 'qr';
import type { FormBlock } from '#domain/form/content.ts';
import { captionSize, type Sheet } from './sheet.ts';

const hexSize = 9.5;
const hexPitch = 4.4;

/** In cells of two octets, sixteen to a line, so that a place is found again. Empty: lines to write on. */
export function drawHex(
  sheet: Sheet,
  { label, hex, lines }: Extract<FormBlock, { readonly type: 'hex' }>,
): void {
  sheet.need(sheet.linePitch * 2);
  sheet.y += sheet.linePitch;
  const from = sheet.left + sheet.widthOf(label) + 1.8;
  sheet.write(label, sheet.left, sheet.y - sheet.linePitch * 0.28);
  if (hex === undefined && lines !== undefined) {
    for (let i = 0; i < lines; i++) sheet.rule(sheet.left, sheet.right, sheet.nextLine() + 1);
    return;
  }
  if (hex === undefined) {
    sheet.rule(from, sheet.right, sheet.y - 0.9);
    sheet.y += sheet.linePitch;
    sheet.rule(sheet.left, sheet.right, sheet.y - 0.9);
    return;
  }
  sheet.face('regular', hexSize);
  const cell = sheet.width / 16;
  const cells = hex.replace(/\s/g, '').match(/.{1,4}/g) ?? [];
  for (let start = 0; start < cells.length; start += 16) {
    sheet.need(hexPitch);
    sheet.y += hexPitch;
    for (const [i, octets] of cells.slice(start, start + 16).entries()) {
      sheet.write(octets, sheet.left + i * cell, sheet.y - 1.4);
    }
  }
  sheet.rule(sheet.left, sheet.right, sheet.y);
}

/** At the foot of the page, under a thin line: it is not of the form. */
export function drawFingerprint(sheet: Sheet, caption: string, sha256Hex: string): void {
  const side = 21;
  sheet.need(side + 3);
  const top = sheet.foot - side;
  sheet.doc.setLineWidth(0.1);
  sheet.doc.line(sheet.left, top - 3, sheet.right, top - 3);
  drawQr(sheet, sha256Hex.toUpperCase(), sheet.left, top, side);
  sheet.face('italic', captionSize);
  const x = sheet.left + side + 5;
  sheet.write(caption, x, top + 4);
  sheet.face('regular', 10.5);
  const groups = sha256Hex.match(/.{1,4}/g) ?? [];
  const cell = sheet.widthOf('0000') + 3;
  for (const [i, group] of groups.entries()) {
    sheet.write(group, x + (i % 8) * cell, top + 11 + Math.floor(i / 8) * 6);
  }
  sheet.y = sheet.foot;
}

/** As filled rectangles: sharp at every size, and no picture in the file. */
function drawQr(sheet: Sheet, text: string, x: number, y: number, side: number): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const module = side / rows.length;
  sheet.doc.setFillColor('#000000');
  for (const [r, row] of rows.entries()) {
    for (let from = 0; from < row.length; from++) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to] === true) to++;
      sheet.doc.rect(x + from * module, y + r * module, (to - from) * module, module, 'F');
      from = to;
    }
  }
}
