import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { drawForm } from '#adapters/pdf/draw-form.ts';
import type { FormContent } from '#domain/form/content.ts';
import { formNF2 } from '#domain/form/n-f1.ts';
import {
  sampleFacts,
  sampleForms,
  sampleNF2Data,
  sampleNF3Data,
  samplePapers,
} from '#tests/support/form-samples.ts';
import { sampleRootForms } from '#tests/support/root-form-samples.ts';
import { sampleStateForms } from '#tests/support/state-form-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const load = (face: string) => new Uint8Array(readFileSync(`static/fonts/Tinos-${face}.ttf`));
const fonts = { regular: load('Regular'), bold: load('Bold'), italic: load('Italic') };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirkelim-forms-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function saved(name: string, content: FormContent): string {
  const drawn = drawForm(content, fonts);
  if (!drawn.ok) throw new Error(`${name}: ${JSON.stringify(drawn.error)}`);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, drawn.value);
  return file;
}

function run(command: string, ...words: string[]): { status: number | null; stdout: string } {
  return spawnSync(command, words, { encoding: 'utf8' });
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
const papers = {
  ...sampleForms(),
  ...sampleRootForms(),
  ...sampleStateForms(),
  ...samplePapers(),
  demonstration: sampleForms(true)['N-F3'],
};

describe('printed forms, read by others', () => {
  itWith('qpdf', 'pdftotext').each(Object.keys(papers))(
    '[N-7] [R-8] [G-6] %s is a sound PDF on A4 with its fonts inside and its text to be copied',
    (name) => {
      const content = papers[name as keyof typeof papers];
      if (content === undefined) throw new Error(name);
      const file = saved(name, content);
      expect(run('qpdf', '--check', file).status).toBe(0);
      const size = content.landscape === true ? '841\\.89 x 595\\.28' : '595\\.28 x 841\\.89';
      expect(run('pdfinfo', file).stdout).toMatch(new RegExp(`Page size: +${size} pts \\(A4\\)`));
      for (const line of run('pdffonts', file).stdout.trim().split('\n').slice(2)) {
        expect(line).toMatch(/^Tinos-\w+ +CID TrueType +Identity-H +yes \w+ +yes /);
      }
      const text = squeezed(run('pdftotext', file, '-').stdout);
      for (const block of content.blocks) {
        if (block.type === 'field') expect(text).toContain(squeezed(block.label));
        if ((block.type === 'field' || block.type === 'captioned') && block.value !== undefined) {
          expect(text).toContain(squeezed(block.value));
        }
        if (block.type === 'verbatim' && block.text !== undefined) {
          // Without -layout, pdftotext takes the last dash of a line for a hyphen.
          const lines = run('pdftotext', '-layout', file, '-')
            .stdout.split('\n')
            .map((line) => line.trim());
          expect(lines).toEqual(expect.arrayContaining(block.text.trim().split('\n')));
        }
      }
    },
  );

  itWith('qpdf', 'pdftotext')('[C11] hostile texts in every field stay text', () => {
    const hostile = [
      '(\\) Tj ET endstream endobj',
      '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
      '<script>alert(1)</script>',
      '%%EOF\\n1 0 obj <</JS(x)>>',
      '=HYPERLINK("http://x")',
      'Ұ'.repeat(300),
      '\\u0000 ${7*7} {{7*7}} %s%n',
      "'; DROP TABLE register; -- x",
    ];
    for (const [i, text] of hostile.entries()) {
      const data = Object.fromEntries(
        Object.entries(sampleNF2Data).map(([key, value]) => [
          key,
          key === 'date' ? value : Array.isArray(value) ? [text, text, text] : text,
        ]),
      ) as unknown as typeof sampleNF2Data;
      const file = saved(`hostile-${String(i)}`, formNF2(data, sampleFacts(text)));
      expect(run('qpdf', '--check', file).status).toBe(0);
      expect(run('pdfinfo', '-js', file).stdout.trim()).toBe('');
      const printed = run('pdftotext', file, '-').stdout;
      expect(squeezed(printed).split(squeezed(text)).length, text).toBeGreaterThan(8);
      expect(printed).toContain('Өтініш берушінің сәйкестендіру деректері:');
    }
  });

  itWith('pdftotext')('a demonstration paper says so on each page', () => {
    const file = saved('demonstration', formNF2(sampleNF2Data, sampleFacts('d', true)));
    expect(run('pdftotext', file, '-').stdout).toContain('Сынақ құжаты, заңды күші жоқ');
  });

  itWith('pdftotext')('[N-7] a camera reads the fingerprint from the printed certificate', () => {
    const content = sampleForms()['N-F3'];
    if (content === undefined) throw new Error('no sample');
    const corner = lowerLeftCorner(saved('camera', content));
    expect(decodeQr(corner).toLowerCase()).toBe(sampleNF3Data.fingerprintSha256Hex);
  });
});

/** 400 by 400 pixels of the page at 150 dpi, where the code stands. */
function lowerLeftCorner(file: string): { width: number; height: number; data: Uint8Array } {
  const side = 400;
  const picture = spawnSync('pdftoppm', ['-r', '150', file], { maxBuffer: 50_000_000 }).stdout;
  const header = /^P6\n(\d+) (\d+)\n255\n/.exec(picture.subarray(0, 40).toString('latin1'));
  const [width, height] = [Number(header?.[1]), Number(header?.[2])];
  const pixels = picture.subarray(header?.[0].length);
  const rows = Array.from({ length: side }, (_, y) => {
    const from = (height - side + y) * width * 3;
    return pixels.subarray(from, from + side * 3);
  });
  return { width: side, height: side, data: new Uint8Array(Buffer.concat(rows)) };
}
