import { base64ToBytes, bytesEqual, bytesToBase64 } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';

/**
 * What a secret that is kept in a head or on paper vouches for: which station it is of, and by which key that station speaks. It stands
 * in an officer's file, which only the passphrase makes, and beside a MAC under the recovery words. A file that is encrypted to the right
 * recipients proves nothing: recipients are public.
 */
export interface StationAnchor {
  readonly stationId: string;
  /** SubjectPublicKeyInfo of the station's P-256 key. */
  readonly stationSpkiDer: Uint8Array;
  /** SHA-256, hex, of each link of the officers' chain that the secret has seen, from the first; absent: none. */
  readonly links?: readonly string[];
}

const format = 'tirkelim-anchor';

/** RFC 8785 canonical form, one line: what the MAC is over. Of version 2 as soon as it has seen a link. */
export function writeAnchor({ stationId, stationSpkiDer, links = [] }: StationAnchor): string {
  const said = { format, stationId, stationSpki: bytesToBase64(stationSpkiDer) };
  return canonicalForm(links.length === 0 ? { ...said, version: 1 } : { ...said, version: 2, links });
}

/** Null for what is no anchor in its canonical form. */
export function readAnchor(text: string): StationAnchor | null {
  const value = readStrictJson(text);
  const [stationId, spki] = [memberOf(value, 'stationId'), memberOf(value, 'stationSpki')];
  if (typeof stationId !== 'string' || typeof spki !== 'string') return null;
  const stationSpkiDer = base64ToBytes(spki);
  if (stationSpkiDer === null) return null;
  const seen = memberOf(value, 'links');
  const links = Array.isArray(seen) ? seen.filter((each) => typeof each === 'string') : [];
  const anchor = { stationId, stationSpkiDer, ...(links.length === 0 ? {} : { links }) };
  return writeAnchor(anchor) === text ? anchor : null;
}

/** Of the same station and key, whatever links each has seen. */
export function isSameAnchor(a: StationAnchor, b: StationAnchor): boolean {
  return a.stationId === b.stationId && bytesEqual(a.stationSpkiDer, b.stationSpkiDer);
}
