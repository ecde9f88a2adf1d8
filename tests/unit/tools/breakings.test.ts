import { describe, expect, it } from 'vitest';
import { breakingsOf, brokenSource } from '#tools/breakings.mjs';

const source = `import { a } from './N-8.1.ts';
/** Of N-8.10, another one. */
export const other = 1;
/** Kept for so many years (N-8.1). */
export function kept(years: number, kind: 'root' | 'national'): boolean {
  if (kind === 'root') return true;
  return !(years < 3) && a('text');
}
type Named = 'N-8.1' | 'x';
`;

describe('what keeps a clause', () => {
  const broken = breakingsOf('a.ts', source, 'N-8.1').map((breaking) => brokenSource(source, breaking));
  const changed = broken.map((text) => {
    const [was, now] = [source.split('\n'), text.split('\n')];
    return now.filter((line, i) => line !== was[i]).map((line) => line.trim());
  });

  it('is broken in each small way, nearest to its name first, and nowhere else', () => {
    expect(changed).toEqual([
      ["if (!(kind === 'root')) return true;"],
      ["if (kind !== 'root') return true;"],
      ["if (kind === 'broken') return true;"],
      ["if (kind === 'root') return false;"],
      ["return (years < 3) && a('text');"],
      ["return !(years >= 3) && a('text');"],
      ["return !(years < 4) && a('text');"],
      ["return !(years < 3) || a('text');"],
      ["return !(years < 3) && a('broken');"],
    ]);
  });

  it('is broken where it is said to be kept as well, after what names it', () => {
    const kept = breakingsOf('a.ts', source, 'N-8.1', ['other']);
    expect(kept.map(({ line }) => line)).toEqual([6, 6, 6, 6, 7, 7, 7, 7, 7, 3]);
    expect(breakingsOf('a.ts', source, 'N-9', ['other']).map(({ text }) => text)).toEqual(['2']);
  });

  it('that nothing names has nothing to be broken', () => {
    expect(breakingsOf('a.ts', source, 'N-8')).toEqual([]);
    expect(breakingsOf('a.ts', source, 'N-9')).toEqual([]);
  });
});
