import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readManifest, readRecordLine } from '#operations/backup/backup-format.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';

const hostile: readonly (readonly [string, string])[] = [
  ['a name twice', '{"id":"1","id":"2"}'],
  ['a name twice, once escaped', '{"id":"1","\\u0069d":"2"}'],
  ['a name twice in a list within', '{"id":"1","a":[{"b":1,"b":1}]}'],
  ['a number beyond a double', '{"id":"1","n":1e999}'],
  ['an integer that no double holds', '{"id":"1","n":9007199254740993}'],
  ['half of a surrogate pair', '{"id":"1","n":"\\ud800"}'],
  ['half of a surrogate pair in a name', '{"id":"1","\\udfff":1}'],
  ['the name of the prototype', '{"id":"1","__proto__":{"admin":true}}'],
  ['the name of the prototype within', '{"id":"1","a":{"__proto__":{}}}'],
  ['lists a hundred thousand deep', `{"id":"1","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['no end', '{"id":"1"'],
  ['more after its end', '{"id":"1"}{}'],
  ['nothing', ''],
];

describe('[C08] JSON of a stranger’s file', () => {
  it.each(hostile)('with %s is refused', (_, text) => {
    expect(readStrictJson(text)).toBeUndefined();
    expect(readRecordLine(text)).toBeNull();
  });

  it('is read as everybody reads it when it is plain', () => {
    for (const text of [
      '{"a":":\\":\\\\","b":[1,-2,0.5,true,null,{"c":{}}]}',
      '"\\ud83d\\ude00"',
      '[]',
      '{}',
      '""',
      '7',
    ])
      expect(readStrictJson(text)).toEqual(JSON.parse(text));
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 6 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__') && !/\p{Surrogate}/u.test(JSON.stringify(value)));
        const text = JSON.stringify(value);
        const unsafe = /\d{16}|e\+/u.test(text) || /\\ud[89a-f]/iu.test(text);
        fc.pre(!unsafe);
        expect(readStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is so for manifests and heads as well', () => {
    const manifest = '{"format":"tirkelim-register-backup","files":[]';
    expect(readManifest(encodeUtf8(`${manifest}}`))).not.toBeNull();
    expect(readManifest(encodeUtf8(`${manifest},"files":[]}`))).toBeNull();
    expect(readManifest(encodeUtf8(`${manifest},"version":1e999}`))).toBeNull();
    expect(readSignedHead('{"crlNumber":"1","crlNumber":"1"}')).toBeNull();
  });

  it('of megabytes in one string costs no more than a look', () => {
    const text = JSON.stringify({ id: '1', octets: { base64: `${'A'.repeat(8_000_000)}"\\` } });
    expect(readStrictJson(text)).toEqual(JSON.parse(text));
  });
});
