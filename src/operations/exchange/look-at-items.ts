import type { Application } from '#domain/application/application.ts';
import { acceptedScanType } from '#domain/application/attachment.ts';
import { knownRules } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import {
  type ApplicationItem,
  type ItemScan,
  readApplicationItem,
} from '#domain/exchange/package/application-item.ts';
import type { ExchangeItem, ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import { itemsToTake } from '#domain/exchange/package/numbering.ts';
import { type RevocationItem, readRevocationItem } from '#domain/exchange/package/revocation-item.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { proveRequest } from '#operations/application/read-request.ts';
import { type ReceivedApplication, receivedRecord } from '#operations/application/receive.ts';
import { type ReceiveRevocationCommand, receivedCase } from '#operations/revocation/receive.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** An application, or what was brought to revoke; scans go with what rests on them. */
export interface LookedAtItem {
  readonly item: ExchangeItem;
  readonly outcome: ItemOutcome;
}

export type ItemOutcome =
  /** As it would be registered; the number is given when it is. */
  | { readonly type: 'new'; readonly application: IncomingApplication }
  | { readonly type: 'new'; readonly revocation: ReceiveRevocationCommand }
  /** It was taken in before, from whichever package. */
  | { readonly type: 'same'; readonly number: string }
  /** The same person is here already (I04): an officer says whether it is another application or the same once more. */
  | { readonly type: 'conflict'; readonly application: IncomingApplication; readonly with: readonly string[] }
  /** It was taken in before and said something else then: what is here stays. */
  | { readonly type: 'differs'; readonly number: string }
  /** Something that it rests on has not come yet. */
  | { readonly type: 'waiting'; readonly for: readonly string[] }
  /** It can't be registered here, by the name of the refusal. */
  | { readonly type: 'unfit'; readonly because: string };

/** Its scans lie in the package in clear, under the paths of their items; they are encrypted when it is taken in. */
export interface IncomingApplication {
  readonly received: ReceivedApplication;
  readonly scans: readonly (ItemScan & { readonly path: string })[];
}

interface Read {
  readonly manifest: ExchangeManifest;
  readonly files: ArchiveFiles;
}

/** Each item of a package that may be acted on: what it is, and whether it can be registered as if it were brought to this desk. */
export async function lookAtItems(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  { manifest, files }: Read,
): Promise<readonly LookedAtItem[]> {
  const { ready, waiting } = itemsToTake(manifest.items, await presentIn(snapshot, manifest));
  const looked: LookedAtItem[] = waiting.map((each) => ({
    item: each.item,
    outcome: { type: 'waiting', for: each.for },
  }));
  const at = desk.clock.now();
  const inPackage = new Set<string>();
  for (const item of ready) {
    const octets = files.get(item.path) ?? new Uint8Array();
    if (item.type === 'revocation')
      looked.push({ item, outcome: await lookAtRevocation(desk, snapshot, { manifest, item, octets, at }) });
    if (item.type !== 'application') continue;
    const outcome = await lookAtApplication(desk, snapshot, { station, manifest, files, item, octets, at });
    looked.push({ item, outcome: 'application' in outcome ? onceInPackage(outcome, inPackage) : outcome });
  }
  return looked;
}

/** Two of one person within the package: the second one is asked about, as if the first were here. */
function onceInPackage(
  outcome: Extract<ItemOutcome, { readonly application: IncomingApplication }>,
  seen: Set<string>,
): ItemOutcome {
  const { content } = outcome.application.received;
  const person = 'iin' in content ? [content.iin, content.purpose, content.bin ?? ''].join(' ') : '';
  const isSecond = seen.has(person);
  seen.add(person);
  const { application } = outcome;
  return isSecond && outcome.type === 'new' ? { type: 'conflict', application, with: [] } : outcome;
}

/** Ids of items that are in the register, in whichever collection. */
async function presentIn(snapshot: Snapshot, { items }: ExchangeManifest): Promise<(id: string) => boolean> {
  const present = new Set<string>();
  for (const id of new Set(items.flatMap(({ restsOn }) => restsOn)))
    for (const collection of ['attachment', 'application', 'revocation'] as const)
      if ((await snapshot.get(collection, id)) !== undefined) present.add(id);
  return (id) => present.has(id);
}

interface At {
  readonly manifest: ExchangeManifest;
  readonly item: ExchangeItem;
  readonly octets: Uint8Array;
  readonly at: Instant;
}

async function lookAtApplication(
  desk: Desk,
  snapshot: Snapshot,
  {
    station,
    manifest,
    files,
    item,
    octets,
    at,
  }: At & { readonly station: Station; readonly files: ArchiveFiles },
): Promise<ItemOutcome> {
  const here = await snapshot.get('application', item.id);
  if (here !== undefined) return sameOrOther(here, manifest, item);
  const read = readApplicationItem(octets, (ruleSet) => knownRules(station, ruleSet), calendarDateOf(at));
  if (!read.ok) return { type: 'unfit', because: read.error.type };
  const received = await receivedOf(desk, read.value, { manifest, item, at });
  if (typeof received === 'string') return { type: 'unfit', because: received };
  const scans = [];
  for (const scan of read.value.scans) {
    const path = manifest.items.find(({ id, type }) => id === scan.id && type === 'scan')?.path ?? '';
    if (!acceptedScanType(files.get(path) ?? new Uint8Array()).ok)
      return { type: 'unfit', because: 'ScanUnreadable' };
    // What stands under that id belongs to something else, and stays.
    if ((await snapshot.get('attachment', scan.id)) !== undefined)
      return { type: 'unfit', because: 'ScanTaken' };
    scans.push({ ...scan, path });
  }
  const registered = await receivedRecord(desk, snapshot, received, { time: at, officer: '', skip: 0 });
  if (!registered.ok) return { type: 'unfit', because: registered.error.type };
  const others = await othersOf(snapshot, read.value, at);
  const application = { received, scans };
  return others.length === 0 ? { type: 'new', application } : { type: 'conflict', application, with: others };
}

/** With its request proven once more (N-2.9), or why not; its scans are encrypted when it is taken in. */
async function receivedOf(
  desk: Desk,
  { content, days, request, relation, number, receivedAt, ruleSet }: ApplicationItem,
  { manifest, item, at }: Pick<At, 'manifest' | 'item' | 'at'>,
): Promise<ReceivedApplication | string> {
  const proved = request === undefined ? undefined : await proveRequest(desk, request.der);
  if (proved?.ok === false) return proved.error.type;
  const from = { station: manifest.sender, number, receivedAt, itemSha256: item.sha256 };
  return {
    ...{ content, days, scans: [] },
    origin: { id: item.id, from, ruleSet },
    ...(relation === undefined ? {} : { relation }),
    ...(request === undefined || proved === undefined
      ? {}
      : {
          request: {
            ...request,
            keyIdentifierHex: proved.value.keyIdentifierHex,
            possessionProvedAt: at,
          },
        }),
  };
}

async function lookAtRevocation(
  desk: Desk,
  snapshot: Snapshot,
  { manifest, item, octets, at }: At,
): Promise<ItemOutcome> {
  const here = await snapshot.get('revocation', item.id);
  if (here !== undefined) return sameOrOther(here, manifest, item);
  const read = readRevocationItem(octets, calendarDateOf(at));
  if (!read.ok) return { type: 'unfit', because: read.error.type };
  const revocation = revocationOf(read.value, manifest, item);
  const registered = await receivedCase(desk, snapshot, revocation, { time: at, officer: '', skip: 0 });
  return registered.ok ? { type: 'new', revocation } : { type: 'unfit', because: registered.error.type };
}

function revocationOf(
  { serialNumber, source, ground, invalidityDate, arrivedOn, writtenOn, number, receivedAt }: RevocationItem,
  { sender }: ExchangeManifest,
  { id, sha256 }: ExchangeItem,
): ReceiveRevocationCommand {
  return {
    ...{ serialNumber, source, ground, arrivedOn },
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
    origin: { id, from: { station: sender, number, receivedAt, itemSha256: sha256 } },
  };
}

/** An id is known again by who sent it and by its octets. */
function sameOrOther(
  { fromStation, number }: Application | RevocationCase,
  { sender }: ExchangeManifest,
  { sha256 }: ExchangeItem,
): ItemOutcome {
  const isSame = fromStation?.station === sender && fromStation.itemSha256 === sha256;
  return { type: isSame ? 'same' : 'differs', number };
}

/** Numbers of open applications of the same person for the same purpose, and of certificates in force (I04). */
async function othersOf(
  snapshot: Snapshot,
  { content: { iin, purpose, bin }, relation }: ApplicationItem,
  at: Instant,
): Promise<readonly string[]> {
  const applications = await snapshot.list('application', { index: 'number' });
  const open = applications.filter(
    ({ content, decision, issued }) =>
      'iin' in content &&
      content.iin === iin &&
      content.purpose === purpose &&
      ('bin' in content ? content.bin : undefined) === bin &&
      issued === undefined &&
      decision?.outcome !== 'refused',
  );
  // Who says which certificate it follows is not asked again.
  const entries = relation === undefined ? await snapshot.list('entry', { index: 'iin', only: iin }) : [];
  const inForce = entries.filter(
    (entry) =>
      entry.purpose === purpose &&
      entry.subject.kind !== 'authority' &&
      entry.subject.bin === bin &&
      entryStatus(entry, at) === 'in-force',
  );
  return [...open.map(({ number }) => number), ...inForce.map(({ number }) => `№ ${String(number)}`)];
}
