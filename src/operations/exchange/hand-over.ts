import type { DeliveryWay } from '#domain/authority/rule-set.ts';
import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { seenText } from '#domain/base/text.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { longestRecipient } from '#domain/exchange/package/delivery-item.ts';
import type { Delivery } from '#domain/register/register-entry.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export type HandOverRefusal =
  | TransactionRefusal
  | {
      readonly type:
        | 'Locked'
        | 'StationMissing'
        | 'ApplicationMissing'
        | 'RecipientMissing'
        | 'WayUnknown'
        | 'AnswerMissing';
    }
  /** The newest list that came from the authority has it: it is not handed over any more (N-11). */
  | { readonly type: 'HandedRevoked'; readonly serialNumber: string };

export interface HandOverCommand {
  readonly applicationId: string;
  readonly way: DeliveryWay;
  readonly recipient: string;
}

/** N-6, N-7: at a field station, the certificate that its authority has issued reaches its owner; the next package tells the authority. */
export function handOver(desk: Desk, command: HandOverCommand): Promise<Result<Delivery, HandOverRefusal>> {
  return transact<Delivery, HandOverRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const application = await snapshot.get('application', command.applicationId);
    if (application === undefined) return err({ type: 'ApplicationMissing' });
    const serialNumber = application.answer?.certificate?.serialNumber;
    if (serialNumber === undefined) return err({ type: 'AnswerMissing' });
    if (await isListed(snapshot, serialNumber)) return err({ type: 'HandedRevoked', serialNumber });
    const recipient = seenText(command.recipient)
      .replaceAll('\n', ' ')
      .trim()
      .slice(0, longestRecipient)
      .trim();
    if (recipient === '') return err({ type: 'RecipientMissing' });
    const { way } = command;
    if (!waysOf(rulesOfRecord(station, application)).includes(way)) return err({ type: 'WayUnknown' });
    const record: Delivery = {
      ...{ id: newId(desk.random), salt: newSalt(desk.random) },
      ...{ serialNumber, way, at, officer, recipient },
    };
    return ok({
      acts: [
        {
          act: 'certificate-delivered' as const,
          subjects: [serialNumber, application.id],
          puts: [{ collection: 'delivery' as const, record }],
        },
      ],
      answer: record,
    });
  });
}

/** What goes with a carrier is handed over together with it, by the authority itself. */
function waysOf({ keyCarrier, delivery }: ReturnType<typeof rulesOfRecord>): readonly DeliveryWay[] {
  return keyCarrier === undefined ? delivery.ways : [];
}

/** Whether a list that this station has says that the certificate is revoked. */
export async function isListed(snapshot: Snapshot, serialNumber: string): Promise<boolean> {
  const serial = hexToBytes(serialNumber) ?? new Uint8Array();
  for (const { der } of await snapshot.list('issuerCrl')) {
    const list = readCrl(der);
    if (list.ok && list.value.tbs.entries.find(serial) !== null) return true;
  }
  return false;
}
