/**
 * A key carrier (G-2.6): the protected store that an owner's private key is written to (G-8), one key to a carrier. It comes
 * in blank, a certificate is issued for it, the key is written and read back, it is handed over (G-9, G-10), and ends
 * returned (G-14), destroyed or lost. Only facts are kept; the state is derived from them. A medium that came back and was
 * wiped is entered anew. A file in an ordinary folder is on no carrier: it counts when it was read from the carrier that it was
 * copied to.
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { Instant } from '#domain/base/instant.ts';

export const carrierKinds = ['token', 'smart-card', 'usb-medium', 'disc', 'other'] as const;
export type CarrierKind = (typeof carrierKinds)[number];

/** What happened, when, and before whom. */
export interface CarrierFact {
  readonly at: Instant;
  readonly officer: string;
}

export interface CarrierAssignment extends CarrierFact {
  /** Hex. Committed together with the certificate; from then until it is written the key is in the worker's memory alone. */
  readonly certificate: string;
  readonly applicationId: string;
}

/** Onto the carrier itself, or into a folder whose files are carried over to carriers afterwards. */
export type CarrierPlace = 'carrier' | 'folder';

export interface CarrierWriting extends CarrierFact {
  /** The file that was read back and opened. In a folder: it is carried over to the carrier by its name. */
  readonly fileName: string;
  readonly place: CarrierPlace;
  /** SHA-256 of the file, hex. Absent from those written before it was kept. */
  readonly digest?: string;
  /** What marks the folder (`folder-mark.ts`); absent where it was no folder, and from those written before. */
  readonly folder?: string;
}

/** The file was read from the carrier that it was copied to. */
export interface CarrierSeenAgain extends CarrierFact {
  readonly fileName: string;
  /** How it was known: by the octets that were written, or, where no digest of them was kept, by opening it. */
  readonly by: 'octets' | 'passphrase';
}

/** The copy in the folder is no more: the program looked, or the officer said so, since the folder itself is gone. */
export interface CarrierCopyDeleted extends CarrierFact {
  readonly how: 'looked' | 'stated';
}

/** A certificate whose key did not reach this carrier: the key is gone, the certificate revoked, the carrier free again. */
export interface CarrierFailure extends CarrierFact {
  readonly certificate: string;
  readonly applicationId: string;
  readonly reason: 'key-gone' | 'given-up';
}

export interface CarrierEnd extends CarrierFact {
  readonly how: 'returned' | 'destroyed' | 'lost' | 'not-returned';
  /** Why it was not returned, by whom destroyed, how lost. */
  readonly note?: string;
}

export interface Carrier extends Registered {
  /** As it stands on the medium. */
  readonly serialNumber: string;
  readonly kind: CarrierKind;
  /** Numbers of the blank forms that belong to it («бланктардың нөмірлері», G-F3). */
  readonly blankNumbers: readonly string[];
  readonly entered: CarrierFact;
  readonly assigned?: CarrierAssignment;
  readonly written?: CarrierWriting;
  /** G-8: of one whose file was written into a folder. */
  readonly seenAgain?: CarrierSeenAgain;
  readonly copyDeleted?: CarrierCopyDeleted;
  /** Id of the delivery that it went with. */
  readonly handedOver?: CarrierFact & { readonly deliveryId: string };
  readonly ended?: CarrierEnd;
  readonly failures?: readonly CarrierFailure[];
}

export type CarrierState =
  | 'blank'
  | 'awaiting-key'
  /** The key lies in a folder, and was not read from its carrier yet. */
  | 'in-folder'
  | 'written'
  | 'handed-over'
  | 'returned'
  | 'destroyed'
  | 'lost'
  | 'not-returned';

/** G-2.6. */
export function carrierState(carrier: Carrier): CarrierState {
  const state = filedState(carrier);
  return state === 'written' && liesInFolder(carrier) ? 'in-folder' : state;
}

/** As the register's index files it, which was there before 'in-folder' was told from 'written'. */
export function filedState({
  assigned,
  written,
  handedOver,
  ended,
}: Carrier): Exclude<CarrierState, 'in-folder'> {
  if (ended !== undefined) return ended.how;
  if (handedOver !== undefined) return 'handed-over';
  if (written !== undefined) return 'written';
  return assigned === undefined ? 'blank' : 'awaiting-key';
}

function liesInFolder({ written, seenAgain }: Carrier): boolean {
  return written?.place === 'folder' && seenAgain === undefined;
}

/**
 * G-8: when and before whom the key came onto its carrier; absent while it lies in a folder. One that was handed over before this was
 * asked for was taken for a carrier when it was written, and what was entered in the journal stays there.
 */
export function keyOnCarrier(carrier: Carrier): CarrierFact | undefined {
  const { written, seenAgain } = carrier;
  if (!liesInFolder(carrier)) return seenAgain ?? written;
  return carrier.handedOver === undefined ? undefined : written;
}

/** The copy that was written into a folder may still lie there, although the key has reached its carrier. */
export function copyMayLie({ written, seenAgain, copyDeleted }: Carrier): boolean {
  return written?.place === 'folder' && seenAgain !== undefined && copyDeleted === undefined;
}

/** Still somewhere, blank or with a key on it: a second one of that serial number would be the same thing twice. */
export function isInCirculation(carrier: Carrier): boolean {
  const state = carrierState(carrier);
  return state !== 'returned' && state !== 'destroyed';
}

/** Which certificate's key is on it, or is to come on it; absent for a blank one. */
export function certificateOn({ assigned }: Carrier): string | undefined {
  return assigned?.certificate;
}
