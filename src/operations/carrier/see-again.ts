import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Carrier, CarrierSeenAgain } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import { type NotRecognised, type Recognition, recognise } from '#domain/carrier/recognise.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Folder } from '#ports/media.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type FindFilesRefusal, type FindOptions, findFiles, greatestCarrierFile } from './found-files.ts';

export type SeeAgainRefusal =
  | TransactionRefusal
  | FindFilesRefusal
  | { readonly type: 'Locked' }
  /** No carrier waits for it. */
  | { readonly type: 'NoneInFolder' };

/** What came of reading a folder: names of files are paths below the chosen folder. */
export interface SeenAgain {
  readonly seen: readonly { readonly carrier: Carrier; readonly path: string }[];
  readonly refused: readonly {
    readonly carrier: Carrier;
    readonly path: string;
    readonly why: NotRecognised;
  }[];
  readonly missing: readonly Carrier[];
}

/**
 * G-8: what was written into an ordinary folder is read again from the carriers that it was copied to, as many as stand below the chosen folder at
 * once. A carrier counts when the very octets that were written and opened lie on it, alone, and not in the folder itself; every other one is named.
 * All that were recognised are committed together; a run that is cancelled commits nothing.
 */
export async function seeCarriersAgain(
  desk: Desk,
  command: { readonly folder: Folder },
  options: FindOptions = {},
): Promise<Result<SeenAgain, SeeAgainRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const found = await findFiles(desk, command.folder, options);
  if (!found.ok) return found;
  return transact<SeenAgain, SeeAgainRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const carriers = await snapshot.list('carrier', { index: 'serialNumber' });
    if (!carriers.some((carrier) => mayTake(carrier, 'see-again'))) return err({ type: 'NoneInFolder' });
    const recognition = recognise(carriers, found.value);
    const acts = recognition.seen.map(({ carrier, file }) =>
      seenAct(desk, carrier, { at, officer, fileName: file.name, by: 'octets' }),
    );
    return ok({ acts, answer: answerOf(recognition) });
  });
}

function answerOf({ seen, refused, missing }: Recognition): SeenAgain {
  const path = (file: { readonly folders: readonly string[]; readonly name: string }) =>
    [...file.folders, file.name].join('/');
  return {
    seen: seen.map(({ carrier, file }) => ({ carrier, path: path(file) })),
    refused: refused.map(({ carrier, file, why }) => ({ carrier, path: path(file), why })),
    missing,
  };
}

export type SeeOneRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'CarrierMissing' | 'EntryMissing' | 'CarrierPassphrase' }
  /** It does not lie in a folder: nothing has to be seen. */
  | { readonly type: 'CarrierNotInFolder'; readonly serialNumber: string }
  /** Other octets than were written. */
  | { readonly type: 'CarrierDiffers'; readonly serialNumber: string }
  /** It does not open with that passphrase, or holds another key. */
  | { readonly type: 'CarrierNotTheKey'; readonly serialNumber: string };

/**
 * G-8 for one carrier, from the file that the officer shows on it. Where no digest of what was written was kept, the worker opens it with its passphrase,
 * and it has to be the key of the certificate that the register has.
 */
export async function seeCarrierAgain(
  desk: Desk,
  command: {
    readonly carrierId: string;
    readonly fileName: string;
    readonly octets: Uint8Array;
    /** Needed where the carrier has no digest. */
    readonly passphrase: string;
  },
): Promise<Result<Carrier, SeeOneRefusal>> {
  const { carrierId, fileName, octets, passphrase } = command;
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const reading = await provenReading(desk);
  const before = await reading.get('carrier', carrierId);
  if (before === undefined) return err({ type: 'CarrierMissing' });
  const { serialNumber } = before;
  if (!mayTake(before, 'see-again')) return err({ type: 'CarrierNotInFolder', serialNumber });
  const digest = before.written?.digest;
  if (digest === undefined) {
    const opens = await opensAs(desk, reading, before, { octets, passphrase });
    if (!opens.ok) return opens;
  } else if (bytesToHex(desk.sha256(octets)) !== digest) return err({ type: 'CarrierDiffers', serialNumber });
  return transact<Carrier, SeeOneRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const carrier = await snapshot.get('carrier', carrierId);
    if (carrier === undefined) return err({ type: 'CarrierMissing' });
    // What was judged above has to be what is still there.
    const isSame =
      carrier.written?.digest === digest && carrier.assigned?.certificate === before.assigned?.certificate;
    if (!mayTake(carrier, 'see-again') || !isSame) return err({ type: 'CarrierNotInFolder', serialNumber });
    const by = digest === undefined ? 'passphrase' : 'octets';
    const { act, record } = seenRecord(desk, carrier, { at, officer, fileName, by });
    return ok({ acts: [act], answer: record });
  });
}

async function opensAs(
  desk: Desk,
  reading: Snapshot,
  { assigned, serialNumber }: Carrier,
  { octets, passphrase }: { readonly octets: Uint8Array; readonly passphrase: string },
): Promise<Result<null, SeeOneRefusal>> {
  if (!/^[\x20-\x7e]{8,128}$/u.test(passphrase)) return err({ type: 'CarrierPassphrase' });
  const certificate = assigned?.certificate ?? '';
  const station = await reading.get('station', 'station');
  const entry = await reading.get('entry', certificate);
  const stored = await reading.get('certificate', certificate);
  const read = stored === undefined ? undefined : readCertificate(stored.der);
  if (station === undefined || entry === undefined || read?.ok !== true) return err({ type: 'EntryMissing' });
  const opened =
    octets.length <= greatestCarrierFile &&
    (await desk.custody.opensCarrier({
      suite: generationNumbered(station, entry.generation)?.suite ?? station.suite,
      spkiDer: read.value.tbs.publicKey.der,
      passphrase,
      carrier: octets,
    }));
  return opened ? ok(null) : err({ type: 'CarrierNotTheKey', serialNumber });
}

function seenAct(desk: Pick<Desk, 'random'>, carrier: Carrier, seenAgain: CarrierSeenAgain): Act {
  return seenRecord(desk, carrier, seenAgain).act;
}

function seenRecord(
  { random }: Pick<Desk, 'random'>,
  carrier: Carrier,
  seenAgain: CarrierSeenAgain,
): { readonly act: Act; readonly record: Carrier } {
  const record: Carrier = { ...carrier, salt: newSalt(random), seenAgain };
  const act: Act = {
    act: 'carrier-seen-again',
    subjects: [carrier.assigned?.certificate ?? '', carrier.id],
    puts: [{ collection: 'carrier', record }],
  };
  return { act, record };
}
