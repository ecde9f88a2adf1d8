import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { HandOver } from '#domain/register/hand-over.ts';
import { type Delivery, entryStatus } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export type HandOverRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'EntryMissing' | 'ListEmpty' }
  | { readonly type: 'SeveralBodies' }
  /** G-8: it lies in a folder, and was not read from its carrier. */
  | { readonly type: 'CarrierInFolder'; readonly serialNumber: string }
  /** Its key is on no carrier that was written and read back, or the carrier was handed over before. */
  | { readonly type: 'CarrierNotWritten'; readonly serialNumber: string }
  /** Revoked, or its term is over: it is not handed over any more. */
  | { readonly type: 'NotInForce'; readonly serialNumber: string };

/**
 * G-9, G-10: the paper copies and the carriers of one body go together, by special courier or to the body's employee; one
 * delivery stands with each certificate, and each carrier says from then on that it was handed over. All of them or none.
 */
export function handOver(
  desk: Desk,
  command: { readonly serialNumbers: readonly string[]; readonly how: HandOver },
): Promise<Result<readonly Delivery[], HandOverRefusal>> {
  return transact<readonly Delivery[], HandOverRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const serialNumbers = [...new Set(command.serialNumbers)];
    if (serialNumbers.length === 0) return err({ type: 'ListEmpty' });
    const bodies = new Set<string>();
    const deliveries: Delivery[] = [];
    const acts: Act[] = [];
    for (const serialNumber of serialNumbers) {
      const entry = await snapshot.get('entry', serialNumber);
      if (entry === undefined) return err({ type: 'EntryMissing' });
      if (entryStatus(entry, at) !== 'in-force') return err({ type: 'NotInForce', serialNumber });
      const written = await writtenCarrier(snapshot, serialNumber);
      if (!written.ok) return written;
      const carrier = written.value;
      bodies.add(entry.subject.kind === 'authority' ? '' : (entry.subject.bin ?? ''));
      const delivery: Delivery = {
        id: newId(desk.random),
        salt: newSalt(desk.random),
        serialNumber,
        at,
        officer,
        recipient: recipientOf(command.how),
        ...command.how,
      };
      const handed: Carrier = {
        ...carrier,
        salt: newSalt(desk.random),
        handedOver: { at, officer, deliveryId: delivery.id },
      };
      deliveries.push(delivery);
      acts.push({
        act: 'certificate-delivered',
        subjects: [serialNumber, carrier.id],
        puts: [
          { collection: 'delivery', record: delivery },
          { collection: 'carrier', record: handed },
        ],
      });
    }
    // One courier's receipt, one internal order: both are one body's.
    if (bodies.size > 1) return err({ type: 'SeveralBodies' });
    return ok({ acts, answer: deliveries });
  });
}

async function writtenCarrier(
  snapshot: Snapshot,
  serialNumber: string,
): Promise<Result<Carrier, HandOverRefusal>> {
  const carriers = await snapshot.list('carrier', { index: 'certificate', only: serialNumber });
  const carrier = carriers.find((each) => mayTake(each, 'hand-over'));
  if (carrier !== undefined) return ok(carrier);
  const isInFolder = carriers.some((each) => mayTake(each, 'see-again'));
  return err({ type: isInFolder ? 'CarrierInFolder' : 'CarrierNotWritten', serialNumber });
}

function recipientOf(how: HandOver): string {
  if (how.way === 'courier') return how.courier.courierName;
  const { employeeName, document } = how.inPerson;
  return `${employeeName}, № ${document.number}, ${formatCalendarDate(document.date)}, ${document.issuer}`;
}
