import { type Carrier, isInCirculation } from '#domain/carrier/carrier.ts';
import type { CarrierContent } from '#domain/carrier/parse-carrier.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export type EnterCarriersRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'ListEmpty' }
  /** A carrier of that serial number is in the list and neither back nor destroyed, or it was given twice. */
  | { readonly type: 'CarrierTwice'; readonly serialNumber: string };

/** G-2.6: blank carriers come into the list, all of them or none. */
export function enterCarriers(
  desk: Desk,
  command: { readonly carriers: readonly CarrierContent[] },
): Promise<Result<readonly Carrier[], EnterCarriersRefusal>> {
  return transact<readonly Carrier[], EnterCarriersRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if (command.carriers.length === 0) return err({ type: 'ListEmpty' });
    const given = new Set<string>();
    const records: Carrier[] = [];
    for (const content of command.carriers) {
      const { serialNumber } = content;
      const before = await snapshot.list('carrier', { index: 'serialNumber', only: serialNumber });
      if (given.has(serialNumber) || before.some(isInCirculation))
        return err({ type: 'CarrierTwice', serialNumber });
      given.add(serialNumber);
      records.push({
        id: newId(desk.random),
        salt: newSalt(desk.random),
        ...content,
        entered: { at, officer },
      });
    }
    return ok({
      acts: [
        {
          act: 'carriers-entered',
          subjects: records.map(({ id }) => id),
          puts: records.map((record) => ({ collection: 'carrier' as const, record })),
        },
      ],
      answer: records,
    });
  });
}
