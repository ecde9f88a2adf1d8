import type { Station } from '#domain/authority/station.ts';
import { purposeOf } from '#domain/authority/station.ts';
import type { ExchangeItem, ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import { itemsToTake } from '#domain/exchange/package/numbering.ts';
import { manifestOf } from '#domain/exchange/package/package-records.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { IncomingApplication, ItemOutcome } from './item-outcome.ts';
import { lookAtAnswer, lookAtRevocationAnswer } from './look-at-answers.ts';
import { lookAtApplication, lookAtRevocation } from './look-at-brought.ts';
import { lookAtDelivery } from './look-at-delivery.ts';
import { lookAtCalendar, lookAtList, lookAtRules } from './look-at-following.ts';

/** What is looked at by itself; scans and sets of rules go with what rests on them. */
export interface LookedAtItem {
  readonly item: ExchangeItem;
  readonly outcome: ItemOutcome;
}

interface Read {
  readonly manifest: ExchangeManifest;
  /** SHA-256, hex, of the manifest. */
  readonly id: string;
  readonly files: ArchiveFiles;
}

/** Each item of a package that may be acted on: what it is, and whether it can be registered as if it were brought to this desk. */
export async function lookAtItems(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  read: Read,
): Promise<readonly LookedAtItem[]> {
  const { manifest } = read;
  const { ready, waiting } = itemsToTake(manifest.items, await presentIn(snapshot, manifest));
  const looked: LookedAtItem[] = waiting.map((each) => ({
    item: each.item,
    outcome: { type: 'waiting', for: each.for },
  }));
  const look =
    purposeOf(station) === 'authority'
      ? atAuthority(desk, snapshot, station, read)
      : atFieldStation(desk, snapshot, station, read);
  const once = new OncePerPackage();
  for (const item of ready) {
    if (item.type === 'scan' || item.type === 'rule-set' || item.type === 'document') continue;
    looked.push({ item, outcome: once.judge(await look(item)) });
  }
  return looked;
}

type Look = (item: ExchangeItem) => Promise<ItemOutcome>;

const notForUs: ItemOutcome = { type: 'unfit', because: 'ItemNotForUs' };

/** What field stations took in and handed over. */
function atAuthority(desk: Desk, snapshot: Snapshot, station: Station, { manifest, files }: Read): Look {
  return (item) => {
    const at = desk.clock.now();
    const arrived = { manifest, files, item, octets: octetsOf(files, item), at, station };
    switch (item.type) {
      case 'application':
        return lookAtApplication(desk, snapshot, arrived);
      case 'revocation':
        return lookAtRevocation(desk, snapshot, arrived);
      case 'delivery':
        return lookAtDelivery(desk, snapshot, station, {
          ...arrived,
          officer: desk.custody.officerId() ?? '',
        });
      default:
        return Promise.resolve(notForUs);
    }
  };
}

/** What the authority has decided, and what the field station works by. */
function atFieldStation(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  { manifest, files, id }: Read,
): Look {
  return async (item) => {
    const at = desk.clock.now();
    const officer = desk.custody.officerId() ?? '';
    const octets = octetsOf(files, item);
    const arrived = { octets, packageId: id, at };
    switch (item.type) {
      case 'answer':
        return lookAtAnswer(desk, snapshot, station, arrived);
      case 'revocation-answer':
        return lookAtRevocationAnswer(desk, snapshot, arrived);
      case 'crl':
        return lookAtList(desk, snapshot, station, { octets, at, officer });
      case 'calendar':
        return (await hasNewer(snapshot, manifest, 'calendar'))
          ? { type: 'older', number: '' }
          : lookAtCalendar(desk, snapshot, octets);
      case 'rules': {
        if (await hasNewer(snapshot, manifest, 'rules')) return { type: 'older', number: '' };
        const [setId] = item.restsOn;
        const set = manifest.items.find((each) => each.id === setId && each.type === 'rule-set');
        if (set === undefined) return { type: 'unfit', because: 'ItemUnreadable' };
        return lookAtRules(desk, station, { document: octets, set: octetsOf(files, set), at, officer });
      }
      default:
        return notForUs;
    }
  };
}

function octetsOf(files: ArchiveFiles, { path }: ExchangeItem): Uint8Array {
  return files.get(path) ?? new Uint8Array();
}

/** Whether a later package of the pairing has brought one: a medium that was long on its way takes nothing back. */
async function hasNewer(
  snapshot: Snapshot,
  { pairing, number }: ExchangeManifest,
  type: ExchangeItem['type'],
): Promise<boolean> {
  const taken = await snapshot.list('packageIn', { index: 'pairing', only: pairing });
  return taken.some((record) => {
    const other = manifestOf(record);
    return other !== null && other.number > number && other.items.some((item) => item.type === type);
  });
}

/** Of each thing one item is taken, and two persons who are the same are asked about: the second as if the first were here. */
class OncePerPackage {
  readonly #persons = new Set<string>();
  readonly #changed = new Set<string>();

  judge(outcome: ItemOutcome): ItemOutcome {
    if ('application' in outcome) return this.#person(outcome);
    if (!('change' in outcome)) return outcome;
    const { of, id } = outcome.change;
    const key = `${of} ${id}`;
    if (this.#changed.has(key)) return { type: 'unfit', because: 'ItemTwice' };
    this.#changed.add(key);
    return outcome;
  }

  #person(outcome: Extract<ItemOutcome, { readonly application: IncomingApplication }>): ItemOutcome {
    const { content } = outcome.application.received;
    const person = 'iin' in content ? [content.iin, content.purpose, content.bin ?? ''].join(' ') : '';
    const isSecond = this.#persons.has(person);
    this.#persons.add(person);
    const { application } = outcome;
    return isSecond && outcome.type === 'new' ? { type: 'conflict', application, with: [] } : outcome;
  }
}

/** Ids of items that are in the register, in whichever collection. */
async function presentIn(snapshot: Snapshot, { items }: ExchangeManifest): Promise<(id: string) => boolean> {
  const present = new Set<string>();
  for (const id of new Set(items.flatMap(({ restsOn }) => restsOn)))
    for (const collection of ['attachment', 'application', 'revocation'] as const)
      if ((await snapshot.get(collection, id)) !== undefined) present.add(id);
  return (id) => present.has(id);
}
