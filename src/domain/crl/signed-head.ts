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
  /** The log up to `seq` as a signed note (C2SP tlog-checkpoint), and the verifier's key; an earlier version has neither. */
  readonly checkpoint?: string;
  readonly logKey?: string;
}

/** The canonical text (RFC 8785) that goes out beside the CRL and is signed by the station. */
export function writeSignedHead(head: SignedHead): string {
  const { stationId, crlNumber, time, seq, hash, checkpoint, logKey } = head;
  const common = { format: 'tirkelim-head', stationId, crlNumber, time, seq, hash };
  return canonicalForm(
    checkpoint === undefined || logKey === undefined
      ? { ...common, version: 1 }
      : { ...common, version: 2, checkpoint, logKey },
  );
}

/** Null when the text is not canonical, or no head of that format. */
export function readSignedHead(text: string): SignedHead | null {
  const value = parsedCanonical(text);
  const textOf = (name: string) => {
    const member = memberOf(value, name);
    return typeof member === 'string' ? member : null;
  };
  const version = memberOf(value, 'version');
  if (textOf('format') !== 'tirkelim-head' || (version !== 1 && version !== 2)) return null;
  const [stationId, crlNumber, hash] = [textOf('stationId'), textOf('crlNumber'), textOf('hash')];
  const time = parseInstant(textOf('time') ?? '');
  const seq = memberOf(value, 'seq');
  if (stationId === null || crlNumber === null || hash === null || time === null) return null;
  if (typeof seq !== 'number') return null;
  const head = { stationId, crlNumber, time, seq, hash };
  if (version === 1) return head;
  const [checkpoint, logKey] = [textOf('checkpoint'), textOf('logKey')];
  return checkpoint === null || logKey === null ? null : { ...head, checkpoint, logKey };
}

function parsedCanonical(text: string): unknown {
  try {
    const value = readStrictJson(text) as CanonicalValue;
    return canonicalForm(value) === text ? value : null;
  } catch {
    return null;
  }
}
