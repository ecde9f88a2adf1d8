/**
 * Substitution blocks of ГОСТ 28147-89 for the hash: the first row replaces the highest four bits of a word, the last one
 * the lowest (RFC 4357 §11.2: K8 to K1). A digit is what the digit's place is replaced with.
 */
export type SubstitutionName = 'test' | 'cryptopro';

const rows: Readonly<Record<SubstitutionName, readonly string[]>> = {
  // id-GostR3411-94-TestParamSet, RFC 5831 §7; Kazakhstan's 1.2.398.3.10.1.3.1.1.0
  test: [
    '1fd057a4923e6b8c',
    'db413f590ae7682c',
    '4ba0721d36859cfe',
    '6c715fd84a9e03b2',
    '7da1089fe46cb253',
    '581da342efc7609b',
    'eb4c6dfa23810759',
    '4a92d80e6b1c7f53',
  ],
  // id-GostR3411-94-CryptoProParamSet, RFC 4357 §11.2; 1.2.643.2.2.30.1
  cryptopro: [
    '13a95b4f867ed02c',
    'de41705a3c8f629b',
    '7624d9f0a15b8ec3',
    '764b9c2a180efd35',
    '4a7c0f28e165db93',
    '7fce94103b526a8d',
    '5f402db91763cea8',
    'a4568137dce092bf',
  ],
};

const expanded = new Map<SubstitutionName, Int32Array>();

/** 4 × 256 words: each octet of a word with its two replacements in place and turned left by 11 bits already. */
export function substitutionTable(name: SubstitutionName): Int32Array {
  const before = expanded.get(name);
  if (before !== undefined) return before;
  const table = new Int32Array(1024);
  for (let octet = 0; octet < 4; octet++) {
    // The last row is of the lowest digit.
    const low = rows[name][7 - 2 * octet] ?? '';
    const high = rows[name][6 - 2 * octet] ?? '';
    for (let value = 0; value < 256; value++) {
      const replaced = parseInt((high[value >> 4] ?? '') + (low[value & 15] ?? ''), 16) << (8 * octet);
      table[256 * octet + value] = (replaced << 11) | (replaced >>> 21);
    }
  }
  expanded.set(name, table);
  return table;
}
