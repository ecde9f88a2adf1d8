import type { Application } from '#domain/application/application.ts';
import { acceptedScanType } from '#domain/application/attachment.ts';
import { knownRules } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type ApplicationItem, readApplicationItem } from '#domain/exchange/package/application-item.ts';
import type { ExchangeItem, ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import { type RevocationItem, readRevocationItem } from '#domain/exchange/package/revocation-item.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { proveRequest } from '#operations/application/read-request.ts';
import { type ReceivedApplication, receivedRecord } from '#operations/application/receive.ts';
import { type ReceiveRevocationCommand, receivedCase } from '#operations/revocation/receive.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { ItemOutcome } from './item-outcome.ts';

export interface BroughtItem {
  readonly station: Station;
  readonly manifest: ExchangeManifest;
  readonly files: ArchiveFiles;
  readonly item: ExchangeItem;
  readonly octets: Uint8Array;
  readonly at: Instant;
}

/** An application that a field station took in, examined as if it were typed here. */
export async function lookAtApplication(
  desk: Desk,
  snapshot: Snapshot,
  { station, manifest, files, item, octets, at }: BroughtItem,
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
    const content = files.get(path) ?? new Uint8Array();
    if (!acceptedScanType(content).ok) return { type: 'unfit', because: 'ScanUnreadable' };
    // What stands under that id belongs to something else, and stays; the same scan, which another application showed, is here already.
    if ((await snapshot.get('attachment', scan.id)) === undefined) scans.push({ ...scan, path });
    else if (!(await isSameScan(desk, snapshot, scan.id, content)))
      return { type: 'unfit', because: 'ScanTaken' };
  }
  const registered = await receivedRecord(desk, snapshot, received, { time: at, officer: '', skip: 0 });
  if (!registered.ok) return { type: 'unfit', because: registered.error.type };
  const others = await othersOf(snapshot, read.value, at);
  const application = { received, scans };
  return others.length === 0 ? { type: 'new', application } : { type: 'conflict', application, with: others };
}

async function isSameScan(
  desk: Pick<Desk, 'custody'>,
  snapshot: Snapshot,
  id: string,
  octets: Uint8Array,
): Promise<boolean> {
  const blob = await snapshot.get('blob', id);
  const opened = blob === undefined ? null : await desk.custody.decryptScan(blob.octets);
  return opened?.ok === true && bytesEqual(opened.value, octets);
}

/** With its request proven once more (N-2.9), or why not; its scans are encrypted when it is taken in. */
async function receivedOf(
  desk: Desk,
  { content, days, request, relation, number, receivedAt, ruleSet }: ApplicationItem,
  { manifest, item, at }: Pick<BroughtItem, 'manifest' | 'item' | 'at'>,
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

/** What was brought to a field station to revoke (N-8). */
export async function lookAtRevocation(
  desk: Desk,
  snapshot: Snapshot,
  { manifest, item, octets, at }: BroughtItem,
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
