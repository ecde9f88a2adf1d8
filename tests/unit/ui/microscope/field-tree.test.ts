// @vitest-environment page
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Description } from '#domain/microscope/described-field.ts';
import { describe as describeOctets } from '#domain/microscope/describe.ts';
import { utf8String } from '#domain/der/writer.ts';
import { describePart, filePartsOf } from '#domain/microscope/file-parts.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { FieldTree } from '#ui/microscope/field-tree.svelte.ts';
import { plainText } from '#ui/microscope/plain-text.ts';
import { gistText, octetLines, valueText } from '#ui/microscope/value-text.ts';
import { fieldAt } from '#tests/support/described.ts';

const octets = Uint8Array.from(readFileSync('tests/vectors/kz-real/test-individual-2023.der'));

function description(): Description {
  const parts = filePartsOf(octets);
  const [part] = parts.ok ? parts.value : [];
  const described = part === undefined ? null : describePart(part);
  if (described === null) throw new Error('not described');
  return described;
}

describe('the tree of fields', () => {
  let tree: FieldTree;
  beforeEach(() => {
    tree = new FieldTree(description().root);
  });
  const names = () => tree.rows.map(({ field }) => field.name);
  const here = () => tree.rows.find(({ id }) => id === tree.current)?.field.name;
  const press = (...keys: readonly string[]) => keys.map((key) => tree.press(key));

  it('begins with what is signed, open', () => {
    expect(names()).toEqual([
      ...['Certificate', 'tbsCertificate', 'version', 'serialNumber', 'signature', 'issuer', 'validity'],
      ...['subject', 'subjectPublicKeyInfo', 'extensions', 'signatureAlgorithm', 'signatureValue'],
    ]);
    expect(tree.rows[2]).toMatchObject({ level: 3, position: 1, siblings: 8, parent: '0.0' });
  });

  it('is walked by arrows, down and up, into a branch and out of it', () => {
    press('ArrowDown', 'ArrowDown');
    expect(here()).toBe('version');
    press('ArrowLeft');
    expect(here()).toBe('tbsCertificate');
    press('ArrowLeft');
    expect(names()).toHaveLength(4);
    press('ArrowRight', 'ArrowRight');
    expect(here()).toBe('version');
    press('End');
    expect(here()).toBe('signatureValue');
    press('ArrowDown', 'ArrowRight');
    expect(here()).toBe('signatureValue');
    press('Home', 'ArrowUp');
    expect(here()).toBe('Certificate');
  });

  it('opens all branches beside one, and leaves other keys alone', () => {
    press('ArrowDown', 'ArrowDown');
    expect(press('*', 'KeyX')).toEqual([true, false]);
    expect(names()).toContain('notBefore');
  });

  it('shows octets on demand, by key and by mouse', () => {
    press('Enter');
    expect([...tree.shown]).toEqual(['0']);
    press(' ');
    expect([...tree.shown]).toEqual([]);
    const serial = tree.rows[3];
    const tbs = tree.rows[1];
    if (serial === undefined || tbs === undefined) throw new Error('no rows');
    tree.choose(serial);
    expect([...tree.shown]).toEqual([serial.id]);
    tree.choose(tbs);
    expect([tree.current, names().length]).toEqual(['0.0', 4]);
  });
});

describe('what a field says', () => {
  beforeAll(() => words.choose('en'));

  it.each([
    ['tbsCertificate/validity/notBefore', '09.11.2023 15:18:40'],
    ['tbsCertificate/signature', 'GOST 34.10-2015, GOST 34.11-2015'],
    [
      'tbsCertificate/extensions/Extensions/keyUsage',
      'electronic signature (digitalSignature), non-repudiation (nonRepudiation), keyAgreement',
    ],
    ['tbsCertificate/serialNumber', '1147 2875 82df 9bb4 710e 4618 04ac d49b 88bf 45c4'],
    ['signatureValue', '69cf ede4 a6f1 2529 97ec c875 5b39 6a9b cdd4 b98e … (octets: 128)'],
  ])('%s: %s', (way, text) => {
    const said = gistText(fieldAt(description(), way), false);
    expect(way.endsWith('notBefore') ? said.slice(0, 10) : said).toBe(
      way.endsWith('notBefore') ? text.slice(0, 10) : text,
    );
  });

  it('is yes or no, a purpose, a reason, a number of parts', () => {
    expect(valueText({ type: 'flag', flag: true })).toBe('yes');
    expect(valueText({ type: 'purpose', dotted: '1.2.398.3.3.4.1.1' })).toMatch(/individual.*1\.2\.398/u);
    expect(valueText({ type: 'reason', reason: 'superseded' })).toBe('replaced by another');
    expect(valueText({ type: 'count', count: 3 })).toBe('count: 3');
    expect(valueText({ type: 'oid', dotted: '1.2.3' })).toBe('1.2.3');
  });

  it.each([
    ['bank.kz\u0000.evil', 'bank.kz⟨U+0000⟩.evil'],
    ['\u202ezk.knab', '⟨U+202E⟩zk.knab'],
    ['ba\u200bnk', 'ba⟨U+200B⟩nk'],
    ['a\nb', 'a⟨U+000A⟩b'],
    ['<b>Ұлттық банк</b>', '<b>Ұлттық банк</b>'],
  ])('has no letter in it that nobody sees: %j', (text, shown) => {
    expect(valueText({ type: 'text', text })).toBe(shown);
    expect(plainText(text)).toBe(shown);
  });

  it('is cut where it is long, and says so', () => {
    expect(plainText('a'.repeat(10_000))).toBe(`${'a'.repeat(400)} … (+9600)`);
    const long = describeOctets(utf8String('б'.repeat(3_000)), { name: 'x' });
    expect(long?.root.value).toEqual({ type: 'text', text: `${'б'.repeat(2_000)}…` });
  });

  it('lies at its place: lines of sixteen octets with their offset', () => {
    const serial = fieldAt(description(), 'tbsCertificate/serialNumber');
    const { lines, more } = octetLines(octets, serial);
    const start = serial.start.toString(16).padStart(6, '0');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`${start}  0214 1147 2875 82df 9bb4 710e 4618 04ac`);
    expect(lines[1]?.slice(8)).toBe('d49b 88bf 45c4');
    expect(more).toBe(0);
    expect(octetLines(octets, description().root)).toMatchObject({ more: octets.length - 512 });
  });
});
