import { describe, expect, it } from 'vitest';
import type { CanonicalValue } from '#domain/base/canonical-form.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { maximumManifestOctets, readManifest, writeManifest } from '#domain/exchange/package/manifest.ts';
import { aManifest, anItem, idOf } from '#tests/support/exchange-samples.ts';

const manifest = aManifest({ items: [anItem(1), anItem(2, { restsOn: [idOf(1)], urgent: true })] });
const text = writeManifest(manifest);

function changed(change: (members: Record<string, CanonicalValue>) => void): unknown {
  const members = JSON.parse(text) as Record<string, CanonicalValue>;
  change(members);
  return readManifest(encodeUtf8(canonicalForm(members))).type;
}

describe('the manifest of an exchange package', () => {
  it('is read as it was written', () => {
    expect(readManifest(encodeUtf8(text))).toEqual({ type: 'manifest', manifest });
  });

  it('has one text alone (C08)', () => {
    for (const other of [
      ` ${text}`,
      text.replace('"epoch":1', '"epoch":1.0'),
      text.replace('"epoch":1', '"epoch":1,"epoch":1'),
      text.replace('"epoch":1', '"__proto__":{},"epoch":1'),
      JSON.stringify({ ...(JSON.parse(text) as object) }, null, 1),
      '',
      'null',
    ])
      expect(readManifest(encodeUtf8(other)), other.slice(0, 60)).toEqual({ type: 'none' });
  });

  it('of a newer format is told by its number and not read (K08)', () => {
    const read = readManifest(encodeUtf8('{"format":"tirkelim-exchange-package","version":7,"new":[]}'));
    expect(read).toEqual({ type: 'newer', format: 7 });
  });

  it.each(Object.keys(JSON.parse(text) as object))(
    'is none without its %s, or with another kind of value there',
    (name) => {
      expect(changed((members) => Reflect.deleteProperty(members, name))).toBe('none');
      for (const other of [null, true, -1, '\u0000', [null], { a: 1 }])
        expect(
          changed((members) => (members[name] = other)),
          JSON.stringify(other),
        ).toBe('none');
    },
  );

  it('is none with a member that nobody knows', () => {
    expect(changed((members) => (members['extra'] = 1))).toBe('none');
  });

  it.each([
    ['a path that climbs', { path: '../a.json' }],
    ['a path of a drive', { path: 'C:/a.json' }],
    ['an id that is none', { id: 'x' }],
    ['a digest in capitals', { sha256: 'A'.repeat(64) }],
    ['more octets than a file has', { octets: 2 ** 40 }],
  ])('is none with %s (C06)', (_, change) => {
    const bad = aManifest({ items: [anItem(1, change)] });
    expect(readManifest(encodeUtf8(writeManifest(bad)))).toEqual({ type: 'none' });
  });

  it.each([
    ['two items of one id', { items: [anItem(1), anItem(1, { path: 'items/other.json' })] }],
    ['two items in one file', { items: [anItem(1), anItem(2, { path: anItem(1).path })] }],
    ['gaps that do not rise', { acknowledged: { upTo: 5, nonce: idOf(1), gaps: [3, 2] } }],
    ['a gap above what it acknowledges', { acknowledged: { upTo: 5, nonce: idOf(1), gaps: [5] } }],
    ['an acknowledgement without the nonce', { acknowledged: { upTo: 5, nonce: '', gaps: [] } }],
    ['a nonce without an acknowledgement', { acknowledged: { upTo: 0, nonce: idOf(1), gaps: [] } }],
    ['a number that is since itself', { number: 3, since: 3 }],
    ['a number beyond any', { number: 1_000_000_000 }],
    ['no number', { number: 0 }],
    ['a receipt with a number', { kind: 'receipt' as const, items: [] }],
    ['a receipt with items', { kind: 'receipt' as const, number: 0 }],
    ['epoch 0', { epoch: 0 }],
    ['epoch 128', { epoch: 128 }],
  ])('is none with %s', (_, change) => {
    expect(readManifest(encodeUtf8(writeManifest(aManifest(change))))).toEqual({ type: 'none' });
  });

  it('is none beyond sixteen megabytes, whatever it says (C07)', () => {
    const ids = Array.from({ length: 480_000 }, (_, n) => `"${idOf(n)}"`).join(',');
    const large = encodeUtf8(text.replace('"restsOn":[]', `"restsOn":[${ids}]`));
    expect(large.length).toBeGreaterThan(maximumManifestOctets);
    expect(readManifest(large)).toEqual({ type: 'none' });
  });

  it('may be a receipt', () => {
    const receipt = aManifest({ kind: 'receipt', number: 0, items: [] });
    expect(readManifest(encodeUtf8(writeManifest(receipt)))).toEqual({ type: 'manifest', manifest: receipt });
  });
});
