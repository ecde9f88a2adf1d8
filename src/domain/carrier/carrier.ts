/**
 * A key carrier (G-2.6): the protected store that an owner's private key is written to (G-8), one key to a carrier. It comes
 * in blank, a certificate is issued for it, the key is written and read back, it is handed over (G-9, G-10), and ends
 * returned (G-14), destroyed or lost. Only facts are kept; the state is derived from them. A medium that came back and was
 * wiped is entered anew.
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
  /** Id of the delivery that it went with. */
  readonly handedOver?: CarrierFact & { readonly deliveryId: string };
  readonly ended?: CarrierEnd;
  readonly failures?: readonly CarrierFailure[];
}

export type CarrierState =
  'blank' | 'awaiting-key' | 'written' | 'handed-over' | 'returned' | 'destroyed' | 'lost' | 'not-returned';

/** G-2.6. */
export function carrierState({ assigned, written, handedOver, ended }: Carrier): CarrierState {
  if (ended !== undefined) return ended.how;
  if (handedOver !== undefined) return 'handed-over';
  if (written !== undefined) return 'written';
  return assigned === undefined ? 'blank' : 'awaiting-key';
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
