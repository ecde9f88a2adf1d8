import { type StationMarker, isAhead } from './station-marker.ts';

/** What stands beside the register, and how far the register itself has got. */
export interface FoundCopies {
  /** Whether there is anything of a register at all. */
  readonly hasRegister: boolean;
  /** Null where there is none, and where its station's record or its head is none. */
  readonly register: StationMarker | null;
  /** End of the journal; null without one. `isExpected`: it could be asked, and what is kept only beside one is there. */
  readonly journal: { readonly isExpected: boolean; readonly marker: StationMarker | null };
  /** Each marker that is there; null for one that says nothing one could read. */
  readonly markers: readonly (StationMarker | null)[];
}

export type CopiesVerdict =
  /** Nothing speaks of a station. */
  | { readonly type: 'nothing' }
  /** Nobody knows more than the register. `isJournalLost`: there was a journal, or should have been. */
  | { readonly type: 'sound'; readonly isJournalLost: boolean }
  /** The journal knows all that anybody knows, and the register does not: it may be rebuilt. */
  | { readonly type: 'journal-ahead'; readonly marker: StationMarker }
  /** Something knows more than the register, and the journal does not reach there. */
  | { readonly type: 'set-back'; readonly lastKnown: StationMarker }
  /** There is no register, and this is the furthest that speaks of one; null where it can't be read. */
  | { readonly type: 'missing'; readonly lastKnown: StationMarker | null };

/** What register, journal and markers say together; who is ahead is `isAhead`. */
export function compareCopies({ hasRegister, register, journal, markers }: FoundCopies): CopiesVerdict {
  const readable = markers.filter((marker) => marker !== null);
  const speaking = journal.marker === null ? readable : [...readable, journal.marker];
  const furthest = speaking.reduce<StationMarker | null>(
    (known, each) => (isAhead(each, known) ? each : known),
    null,
  );
  if (!hasRegister && markers.length === 0 && furthest === null) return { type: 'nothing' };
  // Each by itself: of two that contradict each other at the same place neither is further.
  const isBehind = speaking.some((each) => isAhead(each, register));
  if (hasRegister && register !== null && !isBehind)
    return { type: 'sound', isJournalLost: journal.isExpected && journal.marker === null };
  const { marker } = journal;
  const reachesFurthest = marker !== null && speaking.every((each) => !isAhead(each, marker));
  if (reachesFurthest) return { type: 'journal-ahead', marker };
  if (!hasRegister) return { type: 'missing', lastKnown: furthest };
  // A register without a readable record of its station is told as damaged by whoever looks at its rows.
  return furthest === null
    ? { type: 'sound', isJournalLost: false }
    : { type: 'set-back', lastKnown: furthest };
}
