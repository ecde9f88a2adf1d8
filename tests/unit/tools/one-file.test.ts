import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oneFile, writeOneFile } from '#tools/one-file.mjs';
import { workFolder } from '#tests/support/foreign-programs.ts';

const page = [
  '<!doctype html><html><head><meta charset="utf-8" /><title>T</title>',
  '<script type="module" crossorigin src="./assets/a.js"></script>',
  '<link rel="stylesheet" crossorigin href="./assets/a.css"></head><body><div id="app"></div></body></html>',
].join('\n');
const script = "const end = '</script><!--'; const sum = '$& $1';";
const style = 'p { color: red }';
const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the one file', () => {
  const made = oneFile(page, { script, style });
  const inside = /<script type="module">([\s\S]*?)<\/script>/u.exec(made)?.[1] ?? '';

  it('has script and style inside, and names no other file', () => {
    expect(inside).toBe(String.raw`const end = '\x3c/script>\x3c!--'; const sum = '$& $1';`);
    expect(made).toContain(`<style>${style}</style>`);
    expect(made).not.toMatch(/\ssrc=|\shref=/u);
  });

  it('lets these two run, by their digests, and nothing be loaded', () => {
    const policy = /content="([^"]*)"/u.exec(made)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; /u);
    expect(policy).toContain(`script-src '${digest(inside)}'`);
    expect(policy).toContain(`style-src '${digest(style)}'`);
    expect(policy).not.toMatch(/unsafe|https?:|'self'/u);
    // Before anything that it is about.
    expect(made.indexOf('Content-Security-Policy')).toBeLessThan(made.indexOf('<style>'));
  });

  it('is not made of a page that would need another file, or of a style that would end itself', () => {
    expect(() =>
      oneFile(page.replace('<title>', '<link rel="icon" href="i.svg"><title>'), { script, style }),
    ).toThrow();
    expect(() => oneFile(page, { script, style: '</style>' })).toThrow();
  });
});

describe('the one file, written', () => {
  const folder = workFolder();
  const built = folder.path('built');
  afterAll(() => {
    folder.remove();
  });

  it('is the same for the same build, and refused for a build of more parts', () => {
    mkdirSync(join(built, 'assets'), { recursive: true });
    writeFileSync(join(built, 'index.html'), page);
    writeFileSync(join(built, 'assets', 'a.js'), script);
    writeFileSync(join(built, 'assets', 'a.css'), style);
    writeOneFile(built, folder.path('one.html'));
    writeOneFile(built, folder.path('two.html'));
    expect(readFileSync(folder.path('one.html'))).toEqual(readFileSync(folder.path('two.html')));
    writeFileSync(join(built, 'assets', 'font.woff2'), 'x');
    expect(() => {
      writeOneFile(built, folder.path('three.html'));
    }).toThrow('font.woff2');
    rmSync(join(built, 'assets', 'font.woff2'));
  });
});
