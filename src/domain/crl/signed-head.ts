import { type CanonicalValue, canonicalForm } from '#domain/base/canonical-form.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { memberOf } from '#domain/base/member-of.ts';

/** The log's head as it stood when a CRL was signed: whoever has this file can tell an older register as older. */
export interface SignedHead {
  readonly stationId: string;
  readonly crlNumber: string;
  readonly time: Instant;
  readonly seq: number;
  readonly hash: string;
}

/** The canonical text (RFC 8785) that goes out beside the CRL and is signed by the station. */
export function writeSignedHead({ stationId, crlNumber, time, seq, hash }: SignedHead): string {
  return canonicalForm({ format: 'tirkelim-head', version: 1, stationId, crlNumber, time, seq, hash });
}

/** Null when the text is not canonical, or no head of that format. */
export function readSignedHead(text: string): SignedHead | null {
  const value = parsedCanonical(text);
  const textOf = (name: string) => {
    const member = memberOf(value, name);
    return typeof member === 'string' ? member : null;
  };
  if (textOf('format') !== 'tirkelim-head' || memberOf(value, 'version') !== 1) return null;
  const [stationId, crlNumber, hash] = [textOf('stationId'), textOf('crlNumber'), textOf('hash')];
  const time = parseInstant(textOf('time') ?? '');
  const seq = memberOf(value, 'seq');
  if (stationId === null || crlNumber === null || hash === null || time === null) return null;
  return typeof seq === 'number' ? { stationId, crlNumber, time, seq, hash } : null;
}

function parsedCanonical(text: string): unknown {
  try {
    const value = readStrictJson(text) as CanonicalValue;
    return canonicalForm(value) === text ? value : null;
  } catch {
    return null;
  }
}
