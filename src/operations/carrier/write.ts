import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Carrier, CarrierPlace } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import { carrierContainerOf } from '#domain/certificate/key-suite.ts';
import { carrierFileName } from '#domain/carrier/parse-carrier.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { CertificateOfOtherKey } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type SealRefusal =
  | { readonly type: 'Locked' | 'CarrierMissing' | 'CarrierPassphrase' | 'KeyNotHeld' | 'EntryMissing' }
  | CertificateOfOtherKey
  | { readonly type: 'CarrierNotAwaiting'; readonly serialNumber: string };

export type WriteRefusal =
  | TransactionRefusal
  | SealRefusal
  /** What lies on the carrier does not open with the passphrase, or holds another key: nothing counts as written. */
  | { readonly type: 'CarrierNotOpened'; readonly serialNumber: string };

export interface SealedCarrier {
  readonly fileName: string;
  readonly octets: Uint8Array;
}

/**
 * The file for the carrier, under the passphrase that is handed over apart (G-8): the key, its certificate, and those above it as far as
 * the station knows them. It may be asked for again after a carrier was pulled out half-way, as long as the worker holds the key.
 */
export async function sealCarrier(
  desk: Desk,
  command: { readonly carrierId: string; readonly passphrase: string },
): Promise<Result<SealedCarrier, SealRefusal>> {
  const { carrierId, passphrase } = command;
  const awaiting = await awaitingCarrier(desk, carrierId, passphrase);
  if (!awaiting.ok) return awaiting;
  const { carrier, applicationId } = awaiting.value;
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  const certificate = await snapshot.get('certificate', carrier.assigned?.certificate ?? '');
  const entry = await snapshot.get('entry', carrier.assigned?.certificate ?? '');
  const issuer =
    station === undefined || entry === undefined ? undefined : generationNumbered(station, entry.generation);
  if (station === undefined || certificate === undefined || entry === undefined || issuer === undefined)
    return err({ type: 'EntryMissing' });
  const octets = await desk.custody.sealHeldKey({
    name: applicationId,
    passphrase,
    friendlyName: entry.subject.commonName,
    certificates: [certificate.der, issuer.certificateDer, ...issuer.chainDer],
  });
  if (!octets.ok) return octets;
  return ok({
    fileName: carrierFileName(carrier.serialNumber, carrierContainerOf(station.suite)),
    octets: octets.value,
  });
}

/**
 * G-8, second half: what was read back from the carrier is opened with the passphrase, and only when it is the very key that
 * was certified does the carrier count as written; then the worker lets the key go. What was read back from a folder lies in the folder, and
 * has to be seen on its carrier (`seeCarriersAgain`).
 */
export async function confirmCarrierWritten(
  desk: Desk,
  command: {
    readonly carrierId: string;
    readonly passphrase: string;
    readonly fileName: string;
    readonly place: CarrierPlace;
    /** What the folder is marked by. */
    readonly folder?: string;
    readonly readBack: Uint8Array;
  },
): Promise<Result<Carrier, WriteRefusal>> {
  const { carrierId, passphrase, fileName, place, folder, readBack } = command;
  const digest = bytesToHex(desk.sha256(readBack));
  const awaiting = await awaitingCarrier(desk, carrierId, passphrase);
  if (!awaiting.ok) return awaiting;
  const { applicationId, carrier } = awaiting.value;
  const opens = await desk.custody.opensHeldKey({ name: applicationId, passphrase, carrier: readBack });
  if (!opens.ok) return opens;
  if (!opens.value) return err({ type: 'CarrierNotOpened', serialNumber: carrier.serialNumber });
  const counted = await transact<Carrier, WriteRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const carrierRecord = await snapshot.get('carrier', carrierId);
    if (carrierRecord === undefined) return err({ type: 'CarrierMissing' });
    if (!mayTake(carrierRecord, 'write'))
      return err({ type: 'CarrierNotAwaiting', serialNumber: carrierRecord.serialNumber });
    const record: Carrier = {
      ...carrierRecord,
      salt: newSalt(desk.random),
      written: { at, officer, fileName, place, digest, ...(folder === undefined ? {} : { folder }) },
    };
    return ok({
      acts: [
        {
          act: 'carrier-written',
          subjects: [carrierRecord.assigned?.certificate ?? '', record.id],
          puts: [{ collection: 'carrier', record }],
        },
      ],
      answer: record,
    });
  });
  if (counted.ok) await desk.custody.dropHeldKeys([applicationId]);
  return counted;
}

async function awaitingCarrier(
  desk: Desk,
  carrierId: string,
  passphrase: string,
): Promise<Result<{ readonly carrier: Carrier; readonly applicationId: string }, SealRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  // Other programs open no carrier whose passphrase goes beyond ASCII.
  if (!/^[\x20-\x7e]{8,128}$/u.test(passphrase)) return err({ type: 'CarrierPassphrase' });
  const carrier = await (await provenReading(desk)).get('carrier', carrierId);
  if (carrier === undefined) return err({ type: 'CarrierMissing' });
  const { assigned, serialNumber } = carrier;
  if (assigned === undefined || !mayTake(carrier, 'write'))
    return err({ type: 'CarrierNotAwaiting', serialNumber });
  return ok({ carrier, applicationId: assigned.applicationId });
}
