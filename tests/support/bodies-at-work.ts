/** A CA of State Bodies in Node: letters, persons, carriers by the ordinary acts. */
import type { Application } from '#domain/application/application.ts';
import type { IssueLetter } from '#domain/application/letter.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { enterCarriers } from '#operations/carrier/enter.ts';
import { issueOntoCarriers } from '#operations/carrier/issue.ts';
import { confirmCarrierWritten, sealCarrier } from '#operations/carrier/write.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { receiveLetter } from '#operations/letter/receive.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { aParsedLetter, aPersonDraft } from './body-samples.ts';
import { type OfficeAtWork, taken } from './office-at-work.ts';
import { aStationOf } from './root-at-work.ts';

export const bodiesName = {
  organisation: 'Байланыс және ақпарат министрлігі',
  commonName: 'МЕМЛЕКЕТТІК ОРГАНДАРДЫҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
  region: 'Астана',
  email: 'g@example.kz',
};

export const carrierPassphrase = 'k7mq2-9xw4d-abcde-fghij';

export async function setUpBodies(
  office: OfficeAtWork,
  change: Parameters<typeof aStationOf>[3] = {},
): Promise<void> {
  await aStationOf(office, 'G', bodiesName, { years: 10, ...change });
  taken(await selfSignAuthority(office.desk));
  taken(await signCrl(office.desk));
}

/** A letter with so many persons, from the n-th on; its own number tells it from others. */
export async function aLetterReceived(
  { desk }: OfficeAtWork,
  count = 1,
  from = 0,
  bodyNumber = `12-3/${String(from)}`,
): Promise<{ readonly letter: IssueLetter; readonly persons: readonly Application[] }> {
  const persons = Array.from({ length: count }, (_, n) => aPersonDraft(from + n));
  const letter = taken(
    await receiveLetter(desk, { letter: { ...aParsedLetter({ persons, bodyNumber }), scans: [] } }),
  );
  const snapshot = await desk.store.read();
  const listed = await snapshot.list('application', { index: 'letter', only: letter.id });
  return { letter, persons: [...listed].sort((a, b) => (a.number < b.number ? -1 : 1)) };
}

/** Received and approved, all of them. */
export async function approvedPersons(
  office: OfficeAtWork,
  count = 1,
  from = 0,
): Promise<readonly Application[]> {
  const { letter } = await aLetterReceived(office, count, from);
  const outcomes = await considerPersons(office.desk, { applicationIds: letter.applicationIds });
  return outcomes.map(({ result }) => taken(result));
}

export async function blankCarriers(
  { desk }: OfficeAtWork,
  count: number,
  prefix = 'KZ',
): Promise<readonly Carrier[]> {
  const carriers = Array.from({ length: count }, (_, n) => ({
    serialNumber: `${prefix}-${String(n + 1).padStart(4, '0')}`,
    kind: 'token' as const,
    blankNumbers: [String(7000 + n)],
  }));
  return taken(await enterCarriers(desk, { carriers }));
}

/** Certified, its key still in the worker. */
export async function issuedOnto(
  { desk }: OfficeAtWork,
  application: Application,
  carrier: Carrier,
): Promise<RegisterEntry> {
  const [outcome] = await issueOntoCarriers(desk, {
    pairs: [{ applicationId: application.id, carrierId: carrier.id }],
  });
  if (outcome === undefined) throw new Error('no outcome');
  return taken(outcome.result);
}

/** Sealed, "read back", counted. */
export async function writtenTo({ desk }: OfficeAtWork, carrierId: string): Promise<Uint8Array> {
  const { octets, fileName } = taken(await sealCarrier(desk, { carrierId, passphrase: carrierPassphrase }));
  taken(
    await confirmCarrierWritten(desk, {
      carrierId,
      passphrase: carrierPassphrase,
      fileName,
      place: 'carrier',
      readBack: octets,
    }),
  );
  return octets;
}

/** From the letter to a carrier with the key on it. */
export async function ownerWithKey(
  office: OfficeAtWork,
  n = 0,
): Promise<{ readonly application: Application; readonly carrier: Carrier; readonly entry: RegisterEntry }> {
  const [application] = await approvedPersons(office, 1, n);
  const [carrier] = await blankCarriers(office, 1, `T${String(n)}`);
  if (application === undefined || carrier === undefined) throw new Error('none');
  const entry = await issuedOnto(office, application, carrier);
  await writtenTo(office, carrier.id);
  const kept = await (await office.desk.store.read()).get('carrier', carrier.id);
  return { application, carrier: kept ?? carrier, entry };
}
