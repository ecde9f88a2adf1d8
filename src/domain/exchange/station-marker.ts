import type { AuditHead } from '#domain/audit/audit-record.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';

/** How far a station has got: what each place outside the register keeps of it. */
export interface StationMarker {
  readonly stationId: string;
  readonly epoch: number;
  readonly head: AuditHead;
}

/** RFC 8785 canonical form, so that one state has one text. */
export function writeMarker({ stationId, epoch, head: { seq, hash, time } }: StationMarker): string {
  return canonicalForm({ stationId, epoch, head: { seq, hash, time } });
}

/** Null for what is no marker, whoever wrote it. */
export function readMarker(text: string): StationMarker | null {
  return markerOf(readStrictJson(text));
}

/** The marker in a value that was read from somewhere; null when it is none. */
export function markerOf(value: unknown): StationMarker | null {
  const [stationId, epoch, head] = ['stationId', 'epoch', 'head'].map((member) => memberOf(value, member));
  const [seq, hash, time] = ['seq', 'hash', 'time'].map((member) => memberOf(head, member));
  const isMarker =
    typeof stationId === 'string' &&
    isCounted(epoch) &&
    isCounted(seq) &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/u.test(hash);
  if (!isMarker || typeof time !== 'string') return null;
  const instant = parseInstant(time);
  return instant === null ? null : { stationId, epoch, head: { seq, hash, time: instant } };
}

/**
 * Whether a copy knows of more than the register, or of something else at the same place. A higher epoch is a later life: a
 * register that was restored from an older backup is ahead of every copy that the restore has not reached yet.
 */
export function isAhead(copy: StationMarker, register: StationMarker | null): boolean {
  if (register === null || copy.epoch !== register.epoch) return copy.epoch > (register?.epoch ?? 0);
  if (copy.head.seq !== register.head.seq) return copy.head.seq > register.head.seq;
  return copy.head.hash !== register.head.hash;
}

function isCounted(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
