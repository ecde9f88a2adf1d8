/**
 * The letters a TrueType font has, read from its `cmap` (OpenType 1.9, format 4 and 12): what it lacks, jsPDF would drop
 * without a word. Throws on a file that is no such font.
 */
export function lettersOfFont(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const letters = new Set<number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, letters);
    if (format === 12) readGroups(view, at, letters);
  }
  if (letters.size === 0) throw new Error('the font has no cmap of format 4 or 12');
  return letters;
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function readSegments(view: DataView, at: number, letters: Set<number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let s = 0; s < segments; s++) {
    const first = view.getUint16(starts + s * 2);
    const last = view.getUint16(ends + s * 2);
    const range = view.getUint16(ranges + s * 2);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        range === 0
          ? (code + view.getUint16(deltas + s * 2)) & 0xffff
          : view.getUint16(ranges + s * 2 + range + (code - first) * 2);
      if (glyph !== 0) letters.add(code);
    }
  }
}

function readGroups(view: DataView, at: number, letters: Set<number>): void {
  for (let g = 0; g < view.getUint32(at + 12); g++) {
    const group = at + 16 + g * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) letters.add(code);
  }
}
