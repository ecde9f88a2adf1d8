import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/base/instant.ts';
import { without } from '#domain/base/without.ts';
import { type TakenPackage, type SentNumber, judgePackage } from '#domain/exchange/package/judge.ts';
import { type ExchangeItem, type ExchangeManifest, noDigest } from '#domain/exchange/package/manifest.ts';
import {
  type GivenAcknowledgement,
  acknowledgedNumbers,
  acknowledgementOf,
  arrivedItems,
  itemsToTake,
  planPackage,
} from '#domain/exchange/package/numbering.ts';
import { aManifest, anItem, digestOf, idOf, known, now, takenOf } from '#tests/support/exchange-samples.ts';

/** A field station that sends and an authority that answers by receipts, with whatever happens to the media between them. */
class TwoStations {
  readonly items: ExchangeItem[] = [];
  readonly out: ExchangeManifest[] = [];
  readonly #receipts: GivenAcknowledgement[] = [];
  #read: GivenAcknowledgement[] = [];
  #taken = new Map<string, TakenPackage>();
  /** Each item as often as it was entered. */
  readonly entered: string[] = [];

  collect(restsOn: readonly number[], urgent: boolean): void {
    const known = restsOn.flatMap((n) => this.items[n % Math.max(1, this.items.length)]?.id ?? []);
    this.items.push(anItem(this.items.length + 1, { restsOn: [...new Set(known)], urgent }));
  }

  get acknowledged(): ReadonlySet<number> {
    return acknowledgedNumbers(this.#read);
  }

  get #sent() {
    return this.out.map(({ number, items }) => ({ number, itemIds: items.map(({ id }) => id) }));
  }

  pack(which: 'all' | 'urgent'): void {
    const plan = planPackage(this.items, this.#sent, this.acknowledged, which);
    if (plan === null) return;
    const { number, since } = plan;
    const before = this.out.at(-1);
    const previous = before === undefined ? noDigest : digestOf(before);
    const wanted = new Set(plan.itemIds);
    const items = this.items.filter(({ id }) => wanted.has(id));
    this.out.push(aManifest({ number, since, previous, items }));
  }

  /** A medium with that package is read at the authority, whichever time it is. */
  read(at: number): string {
    const manifest = this.out[at % Math.max(1, this.out.length)];
    if (manifest === undefined) return 'none';
    const sha256 = digestOf(manifest);
    const verdict = judgePackage({ manifest, sha256 }, known({ taken: [...this.#taken.values()] }), now);
    if (verdict.type !== 'new') return verdict.type;
    const isHere = (id: string) => this.entered.includes(id);
    const { ready, waiting } = itemsToTake(manifest.items, isHere);
    this.entered.push(...ready.map(({ id }) => id).filter((id) => !isHere(id)));
    this.#taken.set(sha256, takenOf(manifest, waiting.length === 0));
    return verdict.type;
  }

  receipt(): void {
    const madeAt = addSeconds(now, this.#receipts.length);
    this.#receipts.push({ ...acknowledgementOf([...this.#taken.values()]), epoch: 1, madeAt });
  }

  /** A receipt, any of them, is read at the field station. */
  readReceipt(at: number): string {
    const given = this.#receipts[at % Math.max(1, this.#receipts.length)];
    if (given === undefined) return 'none';
    const acknowledged = without(without(given, 'epoch'), 'madeAt');
    const receipt = aManifest({ kind: 'receipt', number: 0, items: [], acknowledged });
    const sent: SentNumber[] = this.out.map(({ number, nonce }) => ({ number, nonce }));
    const verdict = judgePackage({ manifest: receipt, sha256: digestOf(receipt) }, known({ sent }), now);
    if (verdict.type === 'receipt') this.#read.push(given);
    return verdict.type;
  }

  lastReceipt(): number {
    return this.#receipts.length - 1;
  }

  get arrived(): ReadonlySet<string> {
    return arrivedItems(this.#sent, this.acknowledged);
  }
}

type Step =
  | { readonly type: 'collect'; readonly restsOn: readonly number[]; readonly urgent: boolean }
  | { readonly type: 'pack' | 'pack-urgent' | 'receipt' }
  | { readonly type: 'read' | 'read-receipt'; readonly at: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('collect' as const),
    restsOn: fc.array(fc.nat(20), { maxLength: 2 }),
    urgent: fc.boolean(),
  }),
  fc.record({ type: fc.constantFrom('pack' as const, 'pack-urgent' as const, 'receipt' as const) }),
  fc.record({ type: fc.constantFrom('read' as const, 'read-receipt' as const), at: fc.nat(40) }),
);

function perform(stations: TwoStations, each: Step): string {
  switch (each.type) {
    case 'collect':
      stations.collect(each.restsOn, each.urgent);
      return '';
    case 'pack':
      stations.pack('all');
      return '';
    case 'pack-urgent':
      stations.pack('urgent');
      return '';
    case 'receipt':
      stations.receipt();
      return '';
    case 'read':
      return stations.read(each.at);
    case 'read-receipt':
      return stations.readReceipt(each.at);
  }
}

describe('media that are lost, come twice, or in any order', () => {
  it('bring every item exactly once, and nothing is ever refused or let go too early', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const stations = new TwoStations();
        const lawful = ['', 'none', 'new', 'same', 'covered', 'receipt'];
        for (const each of steps) {
          expect(lawful).toContain(perform(stations, each));
          // Acknowledged is only what was entered.
          for (const id of stations.arrived) expect(stations.entered).toContain(id);
        }
        // Whatever was lost: one package that arrives, and one receipt.
        stations.pack('all');
        if (stations.out.length > 0) stations.read(stations.out.length - 1);
        stations.receipt();
        stations.readReceipt(stations.lastReceipt());
        expect([...stations.entered].sort()).toEqual(stations.items.map(({ id }) => id).sort());
        expect(stations.arrived.size).toBe(stations.items.length);
        stations.pack('all');
        expect(stations.out.at(-1)?.items.every(({ id }) => stations.entered.includes(id)) ?? true).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is to be taken of a package', () => {
  it('is everything but what rests on a missing item, however far up that is', () => {
    const items = [
      anItem(4, { restsOn: [idOf(3)] }),
      anItem(3, { restsOn: [idOf(2), idOf(9)] }),
      anItem(2, { restsOn: [idOf(1)] }),
      anItem(1),
      anItem(5, { urgent: true }),
    ];
    const { ready, waiting } = itemsToTake(items, () => false);
    expect(ready.map(({ id }) => id)).toEqual([idOf(2), idOf(1), idOf(5)]);
    expect(waiting).toEqual([
      { item: items[0], for: [idOf(3)] },
      { item: items[1], for: [idOf(9)] },
    ]);
    expect(itemsToTake(items, (id) => id === idOf(9)).waiting).toEqual([]);
  });

  it('waits in a circle and ends', () => {
    const items = [anItem(1, { restsOn: [idOf(2)] }), anItem(2, { restsOn: [idOf(1)] })];
    expect(itemsToTake(items, () => false).ready).toEqual([]);
  });
});

describe('acknowledgements', () => {
  const of = (epoch: number, upTo: number, ...gaps: readonly number[]) => ({
    ...{ epoch, upTo, nonce: '', gaps },
    madeAt: now,
  });
  const later = (given: GivenAcknowledgement) => ({ ...given, madeAt: addSeconds(now, 60) });

  it('of one station only ever say more: the last one counts, whichever comes first', () => {
    const both = [of(1, 3, 3), later(of(1, 5, 3))];
    expect([...acknowledgedNumbers(both)].sort()).toEqual([1, 2, 4, 5]);
    expect(acknowledgedNumbers([...both].reverse())).toEqual(acknowledgedNumbers(both));
  });

  it('of one second are the one that says more', () => {
    const both = [of(1, 3, 3), of(1, 5, 3)];
    expect([...acknowledgedNumbers(both)].sort()).toEqual([1, 2, 4, 5]);
    expect(acknowledgedNumbers([...both].reverse())).toEqual(acknowledgedNumbers(both));
  });

  it('of two halves of one epoch are not added up: what one has, the other may lack', () => {
    const halves = [of(2, 3), later(of(2, 4, 2, 3))];
    expect([...acknowledgedNumbers(halves)]).toEqual([1, 4]);
    expect([...acknowledgedNumbers([...halves].reverse())]).toEqual([1, 4]);
    expect([...acknowledgedNumbers([of(2, 3), of(2, 4, 2, 3)])]).toEqual([1]);
  });

  it('of a station that was restored take the place of those from before', () => {
    expect([...acknowledgedNumbers([of(1, 9), of(2, 4, 2)])]).toEqual([1, 3, 4]);
  });

  it('leave a package out that was taken in part', () => {
    const taken = [
      { number: 1, since: 0, nonce: 'a', isWhole: true },
      { number: 2, since: 1, nonce: 'b', isWhole: false },
      { number: 4, since: 3, nonce: 'c', isWhole: true },
    ];
    expect(acknowledgementOf(taken)).toEqual({ upTo: 4, nonce: 'c', gaps: [2, 3] });
    expect(acknowledgementOf(taken.slice(1, 2))).toEqual({ upTo: 0, nonce: '', gaps: [] });
  });
});

describe('the next package', () => {
  const items = [anItem(1), anItem(2, { urgent: true }), anItem(3)];
  const sent = [
    { number: 1, itemIds: [idOf(1)] },
    { number: 2, itemIds: [idOf(2)] },
    { number: 3, itemIds: [] },
  ];

  it('has everything since the last number up to which all has arrived', () => {
    expect(planPackage(items, sent, new Set([1, 3]))).toEqual({
      ...{ number: 4, since: 1, itemIds: [idOf(2), idOf(3)] },
    });
    expect(planPackage(items, [], new Set())).toEqual({
      ...{ number: 1, since: 0, itemIds: [idOf(1), idOf(2), idOf(3)] },
    });
  });

  it('of what is urgent alone promises nothing about those before it', () => {
    expect(planPackage(items, sent, new Set(), 'urgent')).toEqual({
      ...{ number: 4, since: 3, itemIds: [idOf(2)] },
    });
  });

  it('is none where everything has arrived', () => {
    expect(planPackage(items.slice(0, 2), sent, new Set([1, 2]))).toBeNull();
    expect(planPackage(items, sent, new Set([2]), 'urgent')).toBeNull();
  });
});
