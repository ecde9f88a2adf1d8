import { decryptFile, identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import { readOfficerSecret, readPem } from '#workers/custody/officer-secret.ts';
import { identityOctets } from '#adapters/age/age.ts';

/** Every secret of a vault as raw octets, by what it is: keys as PKCS#8 and as bare scalars, identities as their 32 octets. */
export type KeyMaterial = ReadonlyMap<string, Uint8Array>;

/** Opens each vault file by hand, as `age` would, with the recovery words or, an officer's, with the passphrase. */
export async function keyMaterialOf(
  files: readonly VaultFile[],
  secret: { readonly words: readonly string[]; readonly passphrase: string },
): Promise<KeyMaterial> {
  const recovered = readRecoveryWords(secret.words, sha256);
  if (!(recovered instanceof Uint8Array)) throw new Error('the recovery words are wrong');
  const material = new Map<string, Uint8Array>([['recovery', recovered]]);
  for (const { holder, of, ageFile } of files) {
    // No key is in it.
    if (holder === 'anchor') continue;
    const name = `${holder}:${of}`;
    const opened = await decryptFile(
      ageFile,
      holder === 'officer'
        ? { passphrase: secret.passphrase }
        : { identities: [identityOfOctets(recovered)] },
    );
    if (opened === null) throw new Error(`${name} does not open`);
    if (holder === 'officer') {
      const officer = readOfficerSecret(opened);
      if (officer === null) throw new Error('no officer’s secret');
      material.set(`${name} identity`, identityOctets(officer.identity));
      await putKey(material, name, officer.signingPkcs8);
    } else if (holder === 'scans') {
      material.set(`${name} identity`, identityOctets(new TextDecoder().decode(opened).trim()));
    } else {
      await putKey(material, name, readPem(opened) ?? new Uint8Array());
    }
  }
  return material;
}

/** Keys of P-256 alone: the offices of unit tests have no other. */
async function putKey(material: Map<string, Uint8Array>, name: string, pkcs8: Uint8Array): Promise<void> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, true, ['sign']);
  const { d } = await crypto.subtle.exportKey('jwk', key);
  material.set(`${name} PKCS#8`, pkcs8);
  material.set(`${name} scalar`, new Uint8Array(Buffer.from(d ?? '', 'base64url')));
}

/** What of it stands in an answer, raw, in hex, in base64 at any shift, or by the words that key files begin with. */
export function materialIn(answer: unknown, material: KeyMaterial): readonly string[] {
  const found = new Set<string>();
  for (const part of partsOf(answer)) {
    const text = part.toString('latin1');
    for (const word of ['AGE-SECRET-KEY', 'PRIVATE KEY'])
      if (text.toUpperCase().includes(word)) found.add(word);
    const unbroken = text.replaceAll(/\s/gu, '');
    for (const [name, octets] of material) {
      const secret = Buffer.from(octets);
      if (part.includes(secret) || unbroken.toLowerCase().includes(secret.toString('hex'))) found.add(name);
      for (const written of base64Forms(secret)) if (unbroken.includes(written)) found.add(name);
    }
  }
  return [...found];
}

/** Base64 of what stands at an offset of 0, 1 or 2 octets, without the letters that depend on its neighbours; both alphabets. */
function base64Forms(secret: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), secret])
      .toString('base64')
      .replaceAll('=', '');
    const middle = shifted.slice(shift === 0 ? 0 : shift + 1, -1);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Every octet string and every text in a value, however deep. */
function* partsOf(value: unknown): Generator<Buffer> {
  if (typeof value === 'string') yield Buffer.from(value, 'latin1');
  else if (value instanceof Uint8Array) yield Buffer.from(value);
  else if (value instanceof ArrayBuffer) yield Buffer.from(value);
  else if (Array.isArray(value)) for (const each of value) yield* partsOf(each);
  else if (value instanceof Map || value instanceof Set) yield* partsOf([...value]);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) yield* partsOf([name, each]);
}
